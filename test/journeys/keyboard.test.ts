// Journey (a) and the sign-in with nothing but a keyboard: focus is always seen, never trapped, and goes where help is.
import assert from 'node:assert/strict'
import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { after, test } from 'node:test'
import type { Page } from 'playwright-core'
import { demoPersons } from '#modules/accounts'
import { launchBrowser, openContext } from '#test/harness/browser.ts'
import { type Focus, focused, pressToGo, tabTo, typeInto } from '#test/harness/keyboard.ts'
import { startProgram } from '#test/harness/program.ts'
import { onePixel } from './papers.ts'
import { appCode } from './people.ts'

const program = await startProgram()
const browser = await launchBrowser()
after(() => browser.close())
const proof = join(program.dataFolder, 'nachweis.png')
await writeFile(proof, onePixel)

test('a dog is registered without touching a mouse', async () => {
  const page = await openPage()
  await page.goto('/')
  await skipToContent(page)
  await typeInto(page, { was: 'Hundesteur', wo: '98693 Ilmenau' })
  await pressToGo(page, 'Enter')
  await tabTo(page, 'main a[href*="hundesteuer-anmeldung"]')
  await pressToGo(page, 'Enter')
  await tabTo(page, 'main form[action$="/antrag/neu"] button')
  await pressToGo(page, 'Enter')
  await meetErrors(page)
  await typeInto(page, { givenNames: 'Erika', familyName: 'Żółć', 'birthDay.day': '29', 'birthDay.month': '2', 'birthDay.year': '1980' })
  await pressToGo(page, 'Enter')
  await typeInto(page, { street: 'Lindenstraße', houseNumber: '12 a', postalCode: '98693', town: 'Ilmenau' })
  await pressToGo(page, 'Enter')
  await addDog(page)
  await goOn(page)
  await chooseReason(page)
  await goOn(page)
  await typeInto(page, { debit: 'no' })
  await goOn(page)
  assert.match(await page.locator('h1').innerText(), /Angaben prüfen/)
  await tabTo(page, 'main form[action$="/absenden"] button')
  await pressToGo(page, 'Enter')
  assert.match(await page.locator('h1').innerText(), /Angekommen/)
  await page.context().close()
})

test('a person signs in and out without touching a mouse', async () => {
  const person = demoPersons.find(({ email }) => email.startsWith('erika'))
  assert.ok(person !== undefined)
  const page = await openPage()
  await page.goto('/mein')
  await tabTo(page, '.sign-in-state a')
  await pressToGo(page, 'Enter')
  await tabTo(page, 'button[value="passwort"]')
  await pressToGo(page, 'Enter')
  await typeInto(page, { name: person.email, password: 'falsch' })
  await pressToGo(page, 'Enter')
  assert.equal((await focused(page)).inErrorSummary, true, 'after a wrong password the focus is in the summary')
  await typeInto(page, { password: person.password })
  await pressToGo(page, 'Enter')
  await typeInto(page, { code: appCode(person.totpSecret) })
  await pressToGo(page, 'Enter')
  assert.equal(new URL(page.url()).pathname, '/mein')
  await goThroughAll(page)
  await tabTo(page, '.sign-in-state button')
  await pressToGo(page, 'Enter')
  assert.match(await page.locator('h1').innerText(), /abgemeldet/)
  await page.context().close()
})

async function openPage(): Promise<Page> {
  const context = await openContext(browser, { baseURL: program.baseUrl, javaScript: true })
  return context.newPage()
}

async function skipToContent(page: Page): Promise<void> {
  await page.keyboard.press('Tab')
  const first = await focused(page)
  assert.equal(first.className, 'skip-link')
  assert.ok(first.isInView && first.isVisible, 'the skip link is seen when it has the focus')
  await page.keyboard.press('Enter')
  await page.keyboard.press('Tab')
  assert.equal((await focused(page)).inMain, true, 'the skip link leads into the content')
}

/** An empty page is refused: the summary has the focus, its first link leads to the field. */
async function meetErrors(page: Page): Promise<void> {
  await goOn(page)
  assert.match(await page.title(), /^Fehler:/)
  assert.equal((await focused(page)).inErrorSummary, true, 'the focus is in the summary')
  await tabTo(page, '.error-summary a')
  await page.keyboard.press('Enter')
  assert.equal((await focused(page)).name, 'givenNames')
}

async function addDog(page: Page): Promise<void> {
  await tabTo(page, 'main button[name="open"]')
  await pressToGo(page, 'Enter')
  await typeInto(page, {
    name: 'Bello',
    breed: 'Beagle',
    colour: 'braun',
    'birthDay.year': '2024',
    sex: 'male',
    chipNumber: '276098106123456',
  })
  await typeInto(page, { 'keptSince.day': '1', 'keptSince.month': '10', 'keptSince.year': '2026' })
  await goOn(page)
  assert.match(await page.locator('main').innerText(), /Bello/)
}

async function chooseReason(page: Page): Promise<void> {
  await typeInto(page, { reason: 'assistance' })
  await page.locator('[name="proof"]').waitFor()
  await page.waitForLoadState('networkidle')
  await tabTo(page, '[name="proof"]')
  const [chooser] = await Promise.all([page.waitForEvent('filechooser'), page.keyboard.press('Space')])
  await chooser.setFiles(proof)
  await page.locator('main .file-list .file-name').waitFor()
  await page.waitForLoadState('networkidle')
}

async function goOn(page: Page): Promise<void> {
  await tabTo(page, 'main .question-form .button-row button[name="go"][value="next"]')
  await pressToGo(page, 'Enter')
}

/** Once around the page and back to its beginning: forwards and backwards the stops are the same. */
async function goThroughAll(page: Page): Promise<void> {
  const there: Focus[] = []
  await page.evaluate('document.activeElement?.blur(), window.getSelection()?.removeAllRanges()')
  await page.reload()
  for (;;) {
    await page.keyboard.press('Tab')
    const stop = await focused(page)
    if (stop.key === '' || there.some(({ key }) => key === stop.key)) break
    assert.ok(stop.isVisible, `the focus is not seen on ${stop.key}`)
    there.push(stop)
    assert.ok(there.length < 200, 'the focus does not come to an end')
  }
  assert.ok(there.length > 10)
  const last = there.at(-2)
  await page.keyboard.press('Shift+Tab')
  await page.keyboard.press('Shift+Tab')
  assert.equal((await focused(page)).key, last?.key, 'Shift and Tab go the same way back')
}
