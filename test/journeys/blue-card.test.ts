// Journey (c): apply for the Blue Card EU at level high, correct it, receive the decision, with and without scripts.
import assert from 'node:assert/strict'
import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { after, test } from 'node:test'
import { demoPersons } from '#modules/accounts'
import { launchBrowser, openContext } from '#test/harness/browser.ts'
import { startProgram } from '#test/harness/program.ts'
import { fillIn, goOn, look, press, untilText, type Walk } from '#test/harness/walk.ts'
import { type Papers, walkForm } from './blue-card-answers.ts'
import { downloadLink, onePage, onePixel, readNotice } from './papers.ts'
import { openFromList, signInWithCard, signInWithPassword } from './people.ts'
import { closeCase, decide, exportDossier, openCaseOf, signInAsStaff } from './staff.ts'

const program = await startProgram()
const browser = await launchBrowser()
after(() => browser.close())

const papers: Papers = { pdf: join(program.dataFolder, 'nachweis.pdf'), picture: join(program.dataFolder, 'foto.png') }
await writeFile(papers.pdf, onePage('Arbeitsvertrag'))
await writeFile(papers.picture, onePixel)

test('a Blue Card is applied for, corrected, decided by four eyes and filed, with scripts', async () => {
  const walk = await openWalk('blue-card', true)
  await find(walk)
  await signIn(walk, () => signInWithPassword(walk, personNamed('amina@demo.example')))
  await press(walk.page, /beantragen/)
  await walkForm(walk, papers, { contract: () => editInTwoTabs(walk), later: (path) => goOnElsewhere(path) })
  await stepUp(walk)
  const number = await submit(walk)
  await handle(walk, number, { card: 'Amina Yılmaz-Özdemir', applicant: 'Yılmaz-Özdemir', drafter: 'clerk' })
  await walk.page.context().close()
})

test('a Blue Card is applied for, corrected, decided by four eyes and filed, without scripts', async () => {
  const walk = await openWalk('blue-card-plain', false)
  await find(walk)
  await signIn(walk, () => signInWithCard(walk, 'Yusuf Abdi Warsame'))
  await press(walk.page, /beantragen/)
  await walkForm(walk, papers)
  const number = await submit(walk)
  await handle(walk, number, { card: 'Yusuf Abdi Warsame', applicant: 'Warsame', drafter: 'lead' })
  await walk.page.context().close()
})

async function openWalk(name: string, javaScript: boolean): Promise<Walk> {
  const context = await openContext(browser, { baseURL: program.baseUrl, javaScript })
  return { page: await context.newPage(), javaScript, name, seen: { count: 0 } }
}

function personNamed(email: string): { email: string; password: string; secret: string } {
  const found = demoPersons.find((person) => person.email === email)
  assert.ok(found !== undefined)
  return { email, password: found.password, secret: found.totpSecret }
}

async function find(walk: Walk): Promise<void> {
  const { page } = walk
  await page.goto('/')
  await fillIn(page, { was: 'Blue Card', wo: '98693 Ilmenau' })
  await press(page, 'Suchen')
  await look(walk, 'results')
  await openFromList(page, /Blaue Karte/)
  const shown = await page.locator('main').innerText()
  assert.match(shown, /Landratsamt Ilm-Kreis/)
  await look(walk, 'service')
}

async function signIn({ page }: Walk, way: () => Promise<void>): Promise<void> {
  const before = page.url()
  await page.getByRole('link', { name: 'Anmelden', exact: true }).first().click()
  await page.waitForLoadState('load')
  await way()
  assert.equal(page.url(), before)
}

/** The same person on a second device goes on with the draft. */
async function goOnElsewhere(path: string): Promise<void> {
  const other = await openWalk('blue-card-device', true)
  await other.page.goto('/anmelden?weiter=/mein')
  await signInWithPassword(other, personNamed('amina@demo.example'), 30)
  await look(other, 'my-area')
  await openFromList(other.page, /Blaue Karte/)
  await other.page.goto(new URL(path, other.page.url()).pathname)
  assert.equal(await other.page.locator('[name="occupation"]').inputValue(), 'Data Scientist', 'the draft is on the other device too')
  assert.match(await other.page.locator('main').innerText(), /nachweis\.pdf/)
  await goOn(other.page, { yearlySalary: '58.400,00' })
  await other.page.context().close()
}

/** Two windows change the same answer: nobody overwrites silently. */
async function editInTwoTabs(walk: Walk): Promise<void> {
  const { page } = walk
  const second = await page.context().newPage()
  await second.goto(page.url())
  await fillIn(page, { subject: 'Informatik' })
  await press(page, 'Speichern und später weitermachen')
  await fillIn(second, { subject: 'Mathematik' })
  await press(second, /^Weiter$/)
  assert.match(await second.locator('h1').innerText(), /An anderer Stelle geändert/)
  await look({ ...walk, page: second }, 'conflict')
  await press(second, 'Auswahl übernehmen')
  await second.close()
  await page.goBack()
  await page.reload()
  assert.equal(await page.locator('[name="subject"]').inputValue(), 'Mathematik')
}

/** Signed in at level substantial, the person is asked for the card; the draft stays. */
async function stepUp(walk: Walk): Promise<void> {
  const { page } = walk
  const before = page.url()
  assert.match(await page.locator('main').innerText(), /Online-Ausweis/)
  await page.locator('main').getByRole('link', { name: 'Anmelden', exact: true }).click()
  await page.waitForLoadState('load')
  await look(walk, 'step-up')
  await signInWithCard(walk, 'Amina Yılmaz-Özdemir')
  assert.equal(page.url(), before, 'back on the check page')
}

async function submit(walk: Walk): Promise<string> {
  const { page } = walk
  await look(walk, 'check')
  await press(page, /^Absenden$/)
  await untilText(page, /Angekommen/)
  await look(walk, 'done')
  const number = /[A-Z]{2,4}-2026-[0-9A-Z]{4}-[0-9A-Z]{4,5}/.exec(await page.locator('main').innerText())?.[0]
  assert.ok(number !== undefined)
  return number
}

/** From the clerk's question to the archive's package. */
async function handle(walk: Walk, number: string, person: { card: string; applicant: string; drafter: 'clerk' | 'lead' }): Promise<void> {
  const { javaScript, name } = walk
  const clerk = await openWalk(`${name}-clerk`, javaScript)
  const lead = await openWalk(`${name}-lead`, javaScript)
  await signInAsStaff(clerk, 'm.hoffmann')
  await openCaseOf(clerk, number)
  await askForCorrection(clerk)
  await correct(walk)
  await openCaseOf(clerk, number)
  await untilText(clerk.page, /vorher: Data Scientist/)
  assert.match(await clerk.page.locator('main').innerText(), /Softwareentwicklerin/)
  await look(clerk, 'corrected-case')
  if (person.drafter === 'lead') await draftAsLead(await openWalk(`${name}-own`, javaScript), number)
  else await decide(clerk, { outcome: 'granted', judgement, fourEyes: true })
  await clerk.page.goto(
    `${clerk.page
      .url()
      .split('?')[0]
      ?.replace(/\/bescheid$/, '')}/bescheid`,
  )
  assert.match(await clerk.page.locator('main').innerText(), /Unterschreiben kann nur eine Person mit Leitungsrolle/)
  assert.equal(await clerk.page.locator('form[action$="/unterschreiben"]').count(), 0)
  await signAsLead(lead, number)
  await receive(walk, number, person.applicant)
  await closeCase(clerk, number)
  await exportDossier(lead, number)
  await Promise.all([clerk.page.context().close(), lead.page.context().close()])
}

const judgement = {
  'validUntil.day': '30',
  'validUntil.month': '9',
  'validUntil.year': '2030',
  qualification: 'Der Abschluss ist in der Datenbank anabin mit H+ bewertet. Die Stelle entspricht ihm.',
  fee: '100,00',
}

async function askForCorrection(walk: Walk): Promise<void> {
  const { page } = walk
  await page.getByRole('link', { name: 'Nachfragen' }).click()
  await page.waitForLoadState('load')
  await press(page, 'Nachfrage senden')
  assert.match(await page.title(), /^Fehler:/)
  await fillIn(page, {
    kind: 'correction',
    reason: 'Ihr Vertrag nennt einen anderen Beruf und ein anderes Gehalt. Bitte prüfen Sie beides.',
    path: ['job.occupation', 'job.yearlySalary'],
  })
  await look(walk, 'ask')
  await press(page, 'Nachfrage senden')
  assert.match(await page.locator('main').innerText(), /Die Nachfrage ist im Postfach der Person/)
}

async function correct(walk: Walk): Promise<void> {
  const { page } = walk
  await page.goto('/postfach')
  await untilText(page, /Wir brauchen etwas von Ihnen/)
  await openFromList(page, /Blaue Karte/)
  await untilText(page, /anderen Beruf/)
  await look(walk, 'request')
  await page
    .locator('main')
    .getByRole('link', { name: /Angaben berichtigen/ })
    .click()
  await page.waitForLoadState('load')
  await page
    .locator('main')
    .getByRole('link', { name: /Ändern.*Beruf/s })
    .or(page.locator('main [name="occupation"]'))
    .first()
    .waitFor()
  if ((await page.locator('[name="occupation"]').count()) === 0) {
    await page
      .locator('main')
      .getByRole('link', { name: /Ändern.*Beruf/s })
      .first()
      .click()
    await page.waitForLoadState('load')
  }
  await look(walk, 'correcting')
  await fillIn(page, { occupation: 'Softwareentwicklerin', yearlySalary: '60.000,00' })
  while (!page.url().includes('/pruefen')) await goOn(page, {})
  await look(walk, 'correction-check')
  await press(page, /^Absenden$/)
  await untilText(page, /Ihre Berichtigung ist angekommen/)
}

/** Who drafted a decision may not approve it, lead or not. */
async function draftAsLead(walk: Walk, number: string): Promise<void> {
  const { page } = walk
  await signInAsStaff(walk, 't.seidel')
  await openCaseOf(walk, number)
  await decide(walk, { outcome: 'granted', judgement, fourEyes: true })
  await page.goto(`${page.url().replace(/\/bescheid.*$|\?.*$/, '')}/bescheid`)
  await untilText(page, /Unterschreiben muss eine andere Leitung/)
  assert.equal(await page.locator('form[action$="/unterschreiben"]').count(), 0)
  await look(walk, 'own-draft')
  await page.context().close()
}

async function signAsLead(walk: Walk, number: string): Promise<void> {
  const { page } = walk
  await signInAsStaff(walk, 'd.krause')
  await openCaseOf(walk, number)
  await page.getByRole('link', { name: 'Entwurf prüfen und unterschreiben' }).click()
  await page.waitForLoadState('load')
  await look(walk, 'review')
  await press(page, /^Unterschreiben$/)
  assert.match(await page.locator('main').innerText(), /Unterschrieben/)
}

async function receive(walk: Walk, number: string, applicant: string): Promise<void> {
  const { page } = walk
  await page.goto('/postfach')
  await untilText(page, /Bescheid/)
  await openFromList(page, /Blaue Karte/)
  await untilText(page, /bekannt gegeben/)
  await look(walk, 'thread')
  await readNotice(await downloadLink(page, /Bescheid.*\.pdf|Blaue.*\.pdf/i), { number, applicant })
  const reply = page.locator('main details', { hasText: 'Nachricht an die Behörde schreiben' })
  await reply.locator('summary').click()
  await fillIn(page, { text: 'Anbei die Kopie meines neuen Passes.', papers: { file: papers.pdf } })
  await look(walk, 'reply')
  await press(page, 'Antwort senden')
  assert.match(await page.locator('main').innerText(), /Ihre Antwort ist gesendet/)
  await page.goto('/mein')
  await untilText(page, /Landratsamt Ilm-Kreis/)
  assert.doesNotMatch(await page.locator('main').innerText(), /Weitermachen/, 'what was handed in is no longer offered as begun')
  assert.match(await page.locator('#zugriffe').innerText(), /Landratsamt Ilm-Kreis/, 'the person sees who has looked')
  await look(walk, 'my-area')
}
