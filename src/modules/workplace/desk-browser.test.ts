// A clerk's desk and the cash office in a real browser: typing, taking back, views kept, with and without script.
import assert from 'node:assert/strict'
import { after, test } from 'node:test'
import type { Page } from 'playwright-core'
import type { Staff } from '#kernel/actors.ts'
import { newId } from '#kernel/ids.ts'
import { findBarriers, launchBrowser, openContext, scrollsSideways, takePicture, widths } from '#test/harness/browser.ts'
import { openCaseFixture, staffMember, testNow, town } from '#test/harness/case-fixture.ts'
import { workplaceRoutes } from './index.ts'
import { makeDifference } from './testing/differences.ts'

const fixture = await openCaseFixture()
const { database, files, cases } = fixture
const server = await fixture.open(workplaceRoutes({ database, files, cases, journalKey: new Uint8Array(32) }))
const baseURL = await server.listen({ host: '127.0.0.1', port: 0 })
const browser = await launchBrowser()
after(async () => {
  await browser.close()
  await server.close()
})

const names = ['Anna Ahorn', 'Berta Birke', 'Bernd Buche', 'Erika Eiche']
for (const name of names) {
  const [givenNames = '', familyName = ''] = name.split(' ')
  await fixture.openDogCase(newId(), { keeper: { givenNames, familyName, birthDay: '1970-01-01' } })
}

const clerk = staffMember(town, 'Katrin Brandt', 'clerk', 'lead')
const cashier = staffMember(town, 'Karla Kühn', 'cashier')
const faults: string[] = []

async function openDesk(staff: Staff, javaScript: boolean): Promise<Page> {
  const context = await openContext(browser, { baseURL, javaScript })
  await context.addCookies([{ name: 'rennsteig-workplace', value: fixture.signIn(staff), url: baseURL }])
  const page = await context.newPage()
  page.setDefaultTimeout(10_000)
  page.on(
    'console',
    (message) => void (message.type() === 'error' && !/status of 4(09|22)/.test(message.text()) && faults.push(message.text())),
  )
  return page
}

async function look(page: Page, name: string): Promise<void> {
  for (const width of widths) {
    await page.setViewportSize({ width, height: 900 })
    assert.deepEqual(await findBarriers(page), [], `${name} at ${width}`)
    assert.equal(await scrollsSideways(page), false, `${name} scrolls sideways at ${width}`)
    await takePicture(page, `workplace-${name}-${width}`)
  }
  await page.setViewportSize({ width: 1280, height: 900 })
}

/** The address of this page with an offer that has but so long left. */
async function nearlyOver(page: Page, leftMs: number): Promise<string> {
  const url = new URL(page.url())
  const older = newId<'undo'>(testNow.getTime() - 10_000 + leftMs)
  await fixture.admin.sql`update cases.undo set undo_id = ${older} where undo_id = ${url.searchParams.get('ruecknahme')}`
  url.searchParams.set('ruecknahme', older)
  return url.href
}

const rows = (page: Page) => page.locator('main tbody tr')

test('the list follows what is typed, says how many there are, and "back" leaves it at once', async () => {
  const page = await openDesk(clerk, true)
  await page.goto('/arbeit/suche')
  await page.goto('/arbeit?ansicht=alle')
  assert.equal(await rows(page).count(), 4)
  await rows(page).filter({ hasText: 'Bernd Buche' }).getByRole('checkbox').check()
  const field = page.getByLabel('Name, Nummer oder Leistung')
  await field.pressSequentially('Be', { delay: 30 })
  await page.locator('[data-list-status]', { hasText: '2 Vorgänge' }).waitFor({ state: 'attached' })
  assert.equal(await rows(page).count(), 2)
  assert.equal(await rows(page).filter({ hasText: 'Bernd Buche' }).getByRole('checkbox').isChecked(), true, 'what was ticked stays ticked')
  await field.pressSequentially('rta', { delay: 30 })
  await page.locator('[data-list-status]', { hasText: 'Ein Vorgang' }).waitFor({ state: 'attached' })
  assert.ok((await page.evaluate('document.activeElement.name')) === 'wort', 'the field keeps the focus')
  assert.match(page.url(), /wort=Berta/)
  await look(page, 'liste-getippt')
  await page.reload()
  assert.equal(await rows(page).count(), 1, 'the address holds what is shown')
  await page.getByLabel('Name, Nummer oder Leistung').fill('Niemand')
  await page.getByRole('heading', { name: 'Nichts gefunden zu „Niemand“.' }).waitFor()
  await page.getByLabel('Name, Nummer oder Leistung').fill('')
  await page.getByLabel('Leistung', { exact: true }).selectOption('hundesteuer-anmeldung')
  await page.locator('[data-list-status]', { hasText: '4 Vorgänge' }).waitFor({ state: 'attached' })
  await rows(page).first().getByRole('link').click()
  await page.getByRole('heading', { level: 1, name: /Hund/ }).waitFor()
  await page.goBack()
  await page.waitForURL(/dienst=hundesteuer-anmeldung/)
  assert.equal(await rows(page).count(), 4)
  await page.goBack()
  await page.waitForURL(/\/arbeit\/suche/)
  await page.context().close()
})

test('who was signed out while typing lands on the sign-in page', async () => {
  const page = await openDesk(clerk, true)
  await page.goto('/arbeit?ansicht=alle')
  await page.context().clearCookies()
  await page.getByLabel('Name, Nummer oder Leistung').fill('Anna')
  await page.waitForURL(/\/arbeit\/anmelden\?weiter=/)
  faults.length = 0
  await page.context().close()
})

test('a step is taken back by one key; the offer goes when its time is over', async () => {
  const page = await openDesk(clerk, true)
  await page.goto('/arbeit?ansicht=frei')
  await page.keyboard.press('j')
  await page.keyboard.press('Enter')
  await page.waitForURL(/\/arbeit\/vorgang\//)
  await page.keyboard.press('a')
  await page.getByRole('button', { name: 'Rückgängig' }).waitFor()
  await look(page, 'rueckgaengig')
  await page.keyboard.press('u')
  await page.getByText('Rückgängig gemacht. Der Vorgang ist wieder wie vorher.').waitFor()
  await page.keyboard.press('a')
  await page.getByRole('button', { name: 'Rückgängig' }).waitFor()
  await page.goto(await nearlyOver(page, 1_000))
  await page.getByRole('button', { name: 'Rückgängig' }).waitFor({ state: 'detached' })
  assert.ok(await page.getByText('Der Vorgang ist jetzt bei Ihnen.').isVisible(), 'what was done is still said')
  await page.keyboard.press('?')
  assert.match(await page.locator('dialog').innerText(), /a\s+Vorgang übernehmen[\s\S]*n\s+Nächster Vorgang[\s\S]*u\s+Letzten Schritt/)
  await takePicture(page, 'workplace-tasten-1280')
  await page.keyboard.press('Escape')
  await page.locator('main').getByRole('button', { name: 'Zurücklegen' }).click()
  await page.goto(await nearlyOver(page, 5_000))
  await page.getByRole('button', { name: 'Rückgängig' }).focus()
  await page.waitForTimeout(5_500)
  assert.ok(await page.getByRole('button', { name: 'Rückgängig' }).isVisible(), 'it does not go from under the focus')
  await page.context().close()
})

for (const javaScript of [true, false]) {
  const how = javaScript ? 'with script' : 'without script'
  // axe itself needs the script.
  const see = async (page: Page, name: string) => void (javaScript && (await look(page, name)))

  test(`${how}: several taken back by a form, views kept, renamed and deleted`, async () => {
    const page = await openDesk(clerk, javaScript)
    const press = async (name: string) => {
      await page.locator('main').getByRole('button', { name }).first().click()
      await page.waitForLoadState('load')
    }
    await page.goto('/arbeit?ansicht=frei')
    await rows(page).nth(0).getByRole('checkbox').check()
    await rows(page).nth(1).getByRole('checkbox').check()
    await press('Ausgewählte übernehmen')
    await page.getByText('2 Vorgänge sind jetzt bei Ihnen.').waitFor()
    await see(page, 'liste-genommen')
    await press('Rückgängig')
    await page.getByText('2 Vorgänge sind wieder wie vorher.').waitFor()
    await page.goto('/arbeit?ansicht=frei&wort=Buche')
    await page.getByText('Diese Ansicht speichern').click()
    await press('Ansicht speichern')
    await page.getByText('Geben Sie der Ansicht einen Namen.').first().waitFor()
    await see(page, 'ansicht-fehler')
    await page.getByLabel('Name der Ansicht').fill('Alles von Buche')
    await press('Ansicht speichern')
    await page.getByText('Die Ansicht ist gespeichert.').waitFor()
    await page.getByText('umbenennen oder löschen').click()
    await see(page, 'ansicht')
    await page.getByLabel('Name der Ansicht').fill('Buche')
    await press('Umbenennen')
    await page.getByText('Die Ansicht heißt jetzt anders.').waitFor()
    await page.goto('/arbeit')
    await page.getByRole('link', { name: 'Buche', exact: true }).click()
    await page.waitForURL(/wort=Buche/)
    await page.getByText('umbenennen oder löschen').click()
    await press('Löschen')
    await page.getByText('Die Ansicht ist gelöscht.').waitFor()
    await page.context().close()
  })

  test(`${how}: the cash office settles one by a click and one by a step of its own`, async () => {
    await makeDifference(fixture.admin, town, newId(), 'overpaid')
    await makeDifference(fixture.admin, town, newId(), 'amount-mismatch', '900')
    const page = await openDesk(cashier, javaScript)
    await page.goto('/arbeit')
    await page.getByRole('heading', { level: 1, name: 'Zahlungen klären' }).waitFor()
    await see(page, 'kasse')
    await page
      .getByRole('button', { name: /^Rückzahlung anordnen/ })
      .first()
      .click()
    await page.getByText('Festgehalten.').waitFor()
    await page
      .getByRole('link', { name: /^Zu wenig bezahlt/ })
      .first()
      .click()
    await page.getByLabel('So belassen').check()
    await page.getByRole('button', { name: 'Festhalten' }).click()
    await page.getByText('Schreiben Sie einen Grund.').first().waitFor()
    await see(page, 'kasse-fehler')
    await page.getByLabel('Grund').fill('Kleinbetrag unter der Grenze')
    await page.getByRole('button', { name: 'Festhalten' }).click()
    await page.getByText('Festgehalten.').waitFor()
    await page.goto('/arbeit/kasse')
    await page
      .getByRole('link', { name: /^Doppelt bezahlt/ })
      .first()
      .click()
    await see(page, 'kasse-zahlung')
    await page.goto('/arbeit/kasse?stand=erledigt')
    await page.getByText('so belassen').first().waitFor()
    await see(page, 'kasse-erledigt')
    await page.context().close()
  })
}

test('the browser had nothing to complain about', () => assert.deepEqual(faults, []))
