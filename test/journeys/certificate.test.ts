// Journey (b): order a certificate of registration at level substantial and pay its fee, with and without scripts.
import assert from 'node:assert/strict'
import { join } from 'node:path'
import { after, test } from 'node:test'
import type { BrowserContext, Page } from 'playwright-core'
import { openDatabase, openPool } from '#database'
import { launchBrowser, openContext } from '#test/harness/browser.ts'
import { startProgram } from '#test/harness/program.ts'
import { day, fillIn, goOn, look, press, untilText, type Walk } from '#test/harness/walk.ts'
import { downloadLink, readNotice, readReceipt } from './papers.ts'
import { type AccountHolder, atPaymentProvider, mailsTo, openAccount, signInWithCard } from './people.ts'
import { closeCase, decide, openCaseOf, signInAsStaff } from './staff.ts'

const program = await startProgram()
const browser = await launchBrowser()
const login = openDatabase(openPool({ url: databaseOf(program.dataFolder), connections: 1 }))
after(async () => {
  await login.close()
  await browser.close()
})

const applicant = { givenNames: 'Jürgen', familyName: 'Weiß-Łukasz' }

for (const javaScript of [true, false]) {
  test(`a certificate is ordered, paid, decided and received, ${javaScript ? 'with' : 'without'} scripts`, async () => {
    const context = await openContext(browser, { baseURL: program.baseUrl, javaScript })
    const walk: Walk = { page: await context.newPage(), javaScript, name: 'certificate', seen: { count: 0 } }
    const { page } = walk
    await findService(walk)
    await goOn(page, { ...applicant, ...day('birthDay', '1970-01-31') })
    await stopHalfway(walk)
    const person = await comeBackSignedIn(walk)
    await fillRest(walk)
    await cancelAtProvider(walk)
    await payAndReturn(walk)
    const number = await confirmation(walk)
    await receipts(walk, number)
    await mailSaysNothing(person)
    await clerkDecides(walk, number)
    await receive(walk, number)
    assert.deepEqual(await countsOf(await draftOf(number)), { payments: 1, transfers: 1, submissions: 1 })
    await context.close()
  })
}

test('two tabs, a double click and a tab closed while paying make one payment and one submission', async () => {
  const context = await openContext(browser, { baseURL: program.baseUrl, javaScript: true })
  const page = await context.newPage()
  await page.goto(`/anmelden?stufe=substantial&weiter=${encodeURIComponent('/leistung/meldebescheinigung?ort=160700029029')}`)
  await signInWithCard({ page, javaScript: false, name: 'certificate-tabs', seen: { count: 0 } }, 'Erika Mustermann')
  await press(page, /beantragen/)
  assert.match(await page.locator('main').innerText(), /Aus Ihrem Ausweis übernommen/)
  assert.equal(await page.locator('[name=familyName]').inputValue(), 'Mustermann')
  await goOn(page, {})
  assert.equal(await page.locator('[name=postalCode]').inputValue(), '98693')
  await goOn(page, {})
  await fillIn(page, { kind: 'extended', purpose: 'other' })
  await page.locator('[name=details]').first().waitFor() // asked only now, like the purpose
  await page.locator('[name=otherPurpose]').waitFor()
  await goOn(page, { details: ['nationality', 'moved-in'], otherPurpose: 'Wohnberechtigung', copies: '2' })
  await goOn(page, { way: 'mailbox' })
  const draft = /\/antrag\/([0-9a-f-]{36})\//.exec(page.url())?.[1] ?? ''
  const second = await context.newPage()
  await second.goto(page.url())
  await Promise.all([
    page.getByRole('button', { name: 'Kostenpflichtig absenden' }).dblclick(),
    second.getByRole('button', { name: 'Kostenpflichtig absenden' }).dblclick(),
  ])
  await Promise.all([page.waitForURL(/\/zahlung\//), second.waitForURL(/\/zahlung\//)])
  assert.equal(page.url(), second.url(), 'both tabs lead to the same payment')
  await press(page, 'Weiter zur Bezahlung')
  await press(second, 'Weiter zur Bezahlung')
  await atPaymentProvider(page, 'Bezahlen und Fenster schließen')
  await Promise.all([page.close(), second.close()])
  await submittedByItself(context, draft)
  assert.deepEqual(await countsOf(draft), { payments: 1, transfers: 1, submissions: 1 })
  const truth = await (await fetch(`${program.simulator(1)}/admin/truth`)).text()
  const transaction = await transactionOf(draft)
  assert.equal(truth.split(`"${transaction}"`).length - 1 > 0, true, 'the provider knows the payment that was posted')
  await context.close()
})

async function findService(walk: Walk): Promise<void> {
  const { page } = walk
  await page.goto('/')
  await fillIn(page, { was: 'Meldebescheinigug', wo: '98693 Ilmenau' })
  await press(page, 'Suchen')
  await look(walk, 'results')
  await page
    .locator('main')
    .getByRole('link', { name: /Meldebescheinigung/ })
    .first()
    .click()
  await page.waitForLoadState('load')
  assert.match(await page.locator('main').innerText(), /Stadt Ilmenau/)
  assert.match(await page.locator('main').innerText(), /10,00/)
  await look(walk, 'service')
  await press(page, /beantragen/)
}

/** Types one answer and leaves; with scripts it is saved while typing, without by the button. */
async function stopHalfway({ page, javaScript }: Walk): Promise<void> {
  await fillIn(page, { street: 'Am Markt' })
  if (javaScript) {
    await page.getByText(/Gespeichert um/).waitFor()
    await page.waitForResponse((response) => response.request().method() === 'POST' && response.url().includes('/antrag/'))
    return
  }
  await press(page, 'Speichern und später weitermachen')
  assert.match(await page.locator('h1').innerText(), /Alles ist gespeichert/)
  await page.locator('main').getByRole('link', { name: 'Weiter ausfüllen' }).click()
}

async function comeBackSignedIn(walk: Walk): Promise<AccountHolder> {
  const { page } = walk
  const before = page.url()
  await page.getByRole('link', { name: 'Anmelden', exact: true }).first().click()
  await look(walk, 'ways')
  const person = await openAccount(walk, program, `juergen.${walk.javaScript ? 'mit' : 'ohne'}@demo.example`)
  assert.equal(page.url(), before, 'back on the very page')
  assert.equal(await page.locator('[name=street]').inputValue(), 'Am Markt', 'what was typed is still there')
  return person
}

async function fillRest(walk: Walk): Promise<void> {
  const { page } = walk
  await goOn(page, { houseNumber: '7', postalCode: '98693', town: 'Ilmenau' })
  await look(walk, 'certificate')
  await goOn(page, { kind: 'simple', purpose: 'bank', copies: '1' })
  assert.match(await page.locator('main').innerText(), /Aus Ihrem Konto übernommen/)
  await look(walk, 'delivery')
  await goOn(page, { way: 'mailbox' })
  const shown = await page.locator('main').innerText()
  for (const answer of ['Weiß-Łukasz', '31. Januar 1970', 'Am Markt', '98693', '10,00']) assert.ok(shown.includes(answer), answer)
  await look(walk, 'check')
}

async function cancelAtProvider(walk: Walk): Promise<void> {
  const { page } = walk
  await press(page, 'Kostenpflichtig absenden')
  await look(walk, 'payment')
  await press(page, 'Weiter zur Bezahlung')
  await atPaymentProvider(page, 'Abbrechen')
  await untilText(page, /Das Bezahlen wurde abgebrochen/)
  await look(walk, 'payment-cancelled')
  await page.locator('main').getByRole('link', { name: 'Zurück zum Antrag' }).click()
  await page.waitForLoadState('load')
  const shown = await page.locator('main').innerText()
  assert.ok(shown.includes('Weiß-Łukasz') && shown.includes('Am Markt'), `the draft is open again: ${page.url()} ${shown}`)
  await page
    .locator('main')
    .getByRole('link', { name: /Ändern.*Hausnummer/s })
    .click()
  await page.waitForLoadState('load')
  await goOn(page, { houseNumber: '7 b' })
  assert.match(await page.locator('main').innerText(), /7 b/)
}

async function payAndReturn(walk: Walk): Promise<void> {
  const { page } = walk
  await press(page, 'Kostenpflichtig absenden')
  await press(page, /Weiter zur Bezahlung|Noch einmal versuchen/)
  await atPaymentProvider(page, 'Jetzt bezahlen')
  await untilText(page, /Angekommen/)
}

async function confirmation(walk: Walk): Promise<string> {
  const { page } = walk
  await untilText(page, /Bestätigung als PDF/)
  await look(walk, 'done')
  const number = /[A-Z]{2,4}-2026-[0-9A-Z]{4}-[0-9A-Z]{4,5}/.exec(await page.locator('main').innerText())?.[0]
  assert.ok(number !== undefined)
  return number
}

async function receipts(walk: Walk, number: string): Promise<void> {
  const { page } = walk
  const receipt = await downloadLink(page, /Bestätigung als PDF/)
  const code = await readReceipt(receipt, number)
  const draftPage = page.url()
  await page.goto('/quittung/pruefen')
  if (code === undefined) await page.locator('main input[type=file]').setInputFiles(receipt)
  else await fillIn(page, { number, code })
  await press(page, code === undefined ? 'Datei prüfen' : 'Prüfen')
  await untilText(page, /Die Bestätigung ist echt/)
  await look(walk, 'receipt-check')
  await page.locator('main input[type=file]').setInputFiles(receipt)
  await press(page, 'Datei prüfen')
  await untilText(page, /Die Bestätigung ist echt/)
  await page.goto(draftPage)
  await readReceipt(await downloadLink(page, /Zahlungsbeleg/), '10,00')
}

async function mailSaysNothing(person: AccountHolder): Promise<void> {
  for (let tries = 0; tries < 40 && (await mailsTo(program, person.email)).length < 2; tries++)
    await new Promise((resolve) => setTimeout(resolve, 250))
  const mails = (await mailsTo(program, person.email)).slice(1)
  assert.ok(mails.length > 0, 'a mail says that there is something new')
  for (const mail of mails) assert.doesNotMatch(JSON.stringify(mail), /Weiß|Meldebescheinigung|Am Markt|ILM-2026/)
}

async function clerkDecides(walk: Walk, number: string): Promise<void> {
  const { javaScript } = walk
  const context = await openContext(browser, { baseURL: program.baseUrl, javaScript })
  const desk: Walk = { page: await context.newPage(), javaScript, name: 'certificate-desk', seen: { count: 0 } }
  await signInAsStaff(desk, 'k.brandt')
  await openCaseOf(desk, number)
  await decide(desk, { outcome: 'issued-simple', judgement: { dwelling: 'only' } })
  await closeCase(desk, number)
  await context.close()
}

async function receive(walk: Walk, number: string): Promise<void> {
  const { page } = walk
  await page.goto('/postfach')
  await look(walk, 'mailbox')
  await page.locator('main a', { hasText: 'Meldebescheinigung' }).first().click()
  await page.waitForLoadState('load')
  await untilText(page, /Anlagen/)
  await look(walk, 'thread')
  await readNotice(await downloadLink(page, /\.pdf/), { number, applicant: 'Weiß-Łukasz' })
}

/** The tab is closed: what was paid is sent all the same. */
async function submittedByItself(context: BrowserContext, draft: string): Promise<void> {
  const page: Page = await context.newPage()
  await page.goto('/mein')
  await untilText(page, /ILM-2026-/)
  await page.goto(`/antrag/${draft}`)
  assert.match(await page.locator('main').innerText(), /Angekommen/)
}

function databaseOf(dataFolder: string): string {
  return `postgresql://rennsteig@${encodeURIComponent(join(dataFolder, 'socket'))}/rennsteig`
}

async function draftOf(number: string): Promise<string> {
  const [row] = await login.sql<{ draft_id: string }>`select draft_id from forms.submission where number = ${number}`
  return row?.draft_id ?? ''
}

async function transactionOf(draft: string): Promise<string> {
  const [row] = await login.sql<{ transaction_id: string }>`
    select a.transaction_id from payments.payment p join payments.payment_attempt a on a.authority_id = p.authority_id and a.attempt_id = p.paid_attempt_id
    where p.reference = ${draft}`
  return row?.transaction_id ?? ''
}

/** What SQL counts, past all our own words. */
async function countsOf(draft: string): Promise<{ payments: number; transfers: number; submissions: number }> {
  const [row] = await login.sql<{ payments: number; transfers: number; submissions: number }>`
    select
      (select count(*)::int from payments.payment where reference = ${draft}) as payments,
      (select count(*)::int from payments.transfer t join payments.payment p on p.authority_id = t.authority_id and p.payment_id = t.payment_id where p.reference = ${draft}) as transfers,
      (select count(*)::int from forms.submission where draft_id = ${draft}::uuid) as submissions`
  return row ?? { payments: 0, transfers: 0, submissions: 0 }
}
