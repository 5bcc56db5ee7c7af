// Journey (a): register a dog for dog tax, without identification and free of charge, with and without scripts.
import assert from 'node:assert/strict'
import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { after, test } from 'node:test'
import { launchBrowser, openContext } from '#test/harness/browser.ts'
import { startProgram } from '#test/harness/program.ts'
import { day, fillIn, followLink, goOn, look, press, untilText, type Walk } from '#test/harness/walk.ts'
import { downloadLink, onePixel, readNotice } from './papers.ts'
import { closeCase, decide, exportDossier, openCaseOf, signInAsStaff } from './staff.ts'

const program = await startProgram()
const browser = await launchBrowser()
after(() => browser.close())

const proof = join(program.dataFolder, 'nachweis.png')
await writeFile(proof, onePixel)

for (const javaScript of [true, false]) {
  test(`a dog is registered, decided and filed, ${javaScript ? 'with' : 'without'} scripts`, async () => {
    const context = await openContext(browser, { baseURL: program.baseUrl, javaScript })
    const page = await context.newPage()
    const walk: Walk = { page, javaScript, name: 'dog-tax', seen: { count: 0 } }
    await find(walk)
    await fill(walk)
    const number = await submit(walk)
    const staff = await openContext(browser, { baseURL: program.baseUrl, javaScript })
    const desk: Walk = { page: await staff.newPage(), javaScript, name: 'dog-tax-desk', seen: { count: 0 } }
    await signInAsStaff(desk, 'k.brandt')
    await openCaseOf(desk, number)
    await decide(desk, {
      outcome: 'assessed',
      judgement: {
        ...day('taxableFrom', '2026-10-01'),
        yearlyTax: '60,00',
        firstYearTax: '15,00',
        ...day('dueOn', '2027-02-15'),
        tagNumber: '4711',
      },
    })
    await closeCase(desk, number)
    await receive(walk, number)
    const registry = await openContext(browser, { baseURL: program.baseUrl, javaScript })
    const shelf: Walk = { page: await registry.newPage(), javaScript, name: 'dog-tax-registry', seen: { count: 0 } }
    await signInAsStaff(shelf, 'r.weiss')
    await exportDossier(shelf, number)
    await Promise.all([context.close(), staff.close(), registry.close()])
  })
}

async function find(walk: Walk): Promise<void> {
  const { page } = walk
  await page.goto('/')
  await look(walk, 'start')
  await fillIn(page, { was: 'Hundesteur', wo: '98693 Ilmenau' })
  await press(page, 'Suchen')
  await look(walk, 'results')
  await page
    .getByRole('link', { name: /Hund anmelden/ })
    .first()
    .click()
  await page.waitForLoadState('load')
  assert.match(await page.locator('main').innerText(), /Stadt Ilmenau/)
  await look(walk, 'service')
  await press(page, /beantragen/)
}

async function fill(walk: Walk): Promise<void> {
  const { page } = walk
  await press(page, /^Weiter$/)
  assert.match(await page.title(), /^Fehler:/)
  await look(walk, 'errors')
  await goOn(page, { givenNames: 'Łukasz', familyName: 'Żółć-Müller', ...day('birthDay', '1980-02-29') })
  await goOn(page, { street: 'Lindenstraße', houseNumber: '12 a', postalCode: '98693', town: 'Ilmenau' })
  await press(page, /Hund hinzufügen/)
  await fillIn(page, {
    name: 'Bello',
    breed: 'Beagle',
    colour: 'braun',
    'birthDay.year': '2024',
    sex: 'male',
    chipNumber: '276 0981 0612 3456',
    ...day('keptSince', '2026-10-01'),
  })
  await look(walk, 'dog')
  await press(page, 'Übernehmen')
  assert.match(await page.locator('main').innerText(), /Bello/)
  await goOn(page, {})
  await fillIn(page, { reason: 'assistance' })
  await press(page, /^Weiter$/) // the proof is asked for only now where scripts are off
  await fillIn(page, { proof: { file: proof } })
  await press(page, /^Weiter$/)
  await page.goBack()
  await page.reload()
  assert.match(await page.locator('main').innerText(), /nachweis\.png/, 'the uploaded paper is still there after going back')
  await goOn(page, {})
  await goOn(page, { debit: 'no' })
  assert.match(await page.locator('main').innerText(), /Żółć-Müller/)
  await look(walk, 'check')
}

async function submit(walk: Walk): Promise<string> {
  const { page } = walk
  await press(page, 'Absenden')
  await look(walk, 'done')
  const number = /[A-Z]{2,4}-2026-[0-9A-Z]{4}-[0-9A-Z]{4,5}/.exec(await page.locator('main').innerText())?.[0]
  assert.ok(number !== undefined, await page.locator('main').innerText())
  await untilText(page, /Quittung/)
  return number
}

async function receive(walk: Walk, number: string): Promise<void> {
  const { page } = walk
  await page.goto('/postfach')
  await untilText(page, /Bescheid/)
  await look(walk, 'mailbox')
  await followLink(page, /Hund anmelden/)
  await look(walk, 'thread')
  await readNotice(await downloadLink(page, /Bescheid/), { number, applicant: 'Żółć-Müller' })
  await page.goto('/mein')
  await untilText(page, /Bürgerservice/)
  await look(walk, 'my-area')
}
