// The workplace in a real browser: a clerk works a case from the list to the signature, with and without script.
import assert from 'node:assert/strict'
import { after, test } from 'node:test'
import type { Page } from 'playwright-core'
import { newId } from '#kernel/ids.ts'
import { findBarriers, launchBrowser, openContext, scrollsSideways, takePicture, widths } from '#test/harness/browser.ts'
import { district, openCaseFixture, staffMember, testNow, town } from '#test/harness/case-fixture.ts'
import { workplaceRoutes } from './index.ts'

const fixture = await openCaseFixture()
const server = await fixture.open(
  workplaceRoutes({ database: fixture.database, files: fixture.files, cases: fixture.cases, journalKey: new Uint8Array(32) }),
)
const baseURL = await server.listen({ host: '127.0.0.1', port: 0 })
const browser = await launchBrowser()
after(async () => {
  await browser.close()
  await server.close()
})

const clerk = staffMember(town, 'Katrin Brandt', 'clerk', 'lead')
const officer = staffMember(district, 'Murat Hoffmann', 'clerk')
const lead = staffMember(district, 'Doris Krause', 'clerk', 'lead', 'registry')

/** What the browser complained about; refused forms (409, 422) are answers, not faults. */
const faults: string[] = []

async function openDesk(staff: typeof clerk, javaScript: boolean): Promise<Page> {
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

async function press(page: Page, name: string): Promise<void> {
  await page.locator('main').getByRole('button', { name, exact: true }).first().click()
  await page.waitForLoadState('load')
}

const typed = { yearlyTax: '60,00', firstYearTax: '5,00', tagNumber: '4711' }

async function decide(page: Page): Promise<void> {
  await page.getByLabel('Hundesteuer festsetzen').check()
  await press(page, 'Weiter')
  for (const [name, value] of Object.entries(typed)) await page.locator(`[name="${name}"]`).fill(value)
  for (const name of ['taxableFrom', 'dueOn']) {
    for (const [part, value] of [
      ['day', '1'],
      ['month', '12'],
      ['year', '2026'],
    ] as const)
      await page.locator(`[name="${name}.${part}"]`).fill(value)
  }
  await press(page, 'Entwurf speichern und ansehen')
}

test('a clerk works from the list to the signature', async () => {
  for (let count = 0; count < 4; count++) await fixture.openDogCase()
  const days = [-3, 0, 2]
  for (const [index, offset] of days.entries()) {
    await fixture.admin
      .sql`update cases.case set due_on = ${testNow}::date + ${offset}::int where case_id = (select case_id from cases.case order by case_id offset ${index} limit 1)`
  }
  const page = await openDesk(clerk, true)
  await page.goto('/arbeit')
  await look(page, 'liste-leer')
  await page.getByRole('link', { name: /^Nicht zugewiesen/ }).click()
  await look(page, 'liste')
  await page.keyboard.press('j')
  await page.keyboard.press('Enter')
  await page.getByRole('heading', { level: 1 }).waitFor()
  await page.waitForTimeout(700)
  await look(page, 'vorgang')
  await page.keyboard.press('a')
  await page.getByText('Der Vorgang ist jetzt bei Ihnen.').waitFor()
  await page.getByText('Vermerk schreiben').click()
  await page.getByLabel('Vermerk', { exact: true }).fill('Rückfrage beim Tierarzt: Chip ist gemeldet.')
  await press(page, 'Vermerk speichern')
  await look(page, 'vorgang-vermerk')
  await page.getByRole('link', { name: 'Bescheid schreiben' }).click()
  await look(page, 'bescheid-ergebnis')
  await decide(page)
  await page.waitForTimeout(1200)
  await look(page, 'bescheid')
  await press(page, 'Unterschreiben und zustellen')
  await page.getByText('Unterschrieben.').waitFor()
  await fixture.issueSigned(town)
  await page.reload()
  await page.getByText('Zu den Akten', { exact: true }).click()
  await press(page, 'Jetzt schließen')
  await look(page, 'vorgang-geschlossen')
  await page.locator('main dl a').first().click()
  await look(page, 'akte')
  await page.getByRole('link', { name: 'Auch alle Dateien prüfen' }).click()
  await page.getByText(/Dateien sind unverändert/).waitFor()
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('button', { name: 'Als xdomea-Paket ausgeben' }).click(),
  ])
  assert.match(download.suggestedFilename(), /_Aussonderung\.Aussonderung\.0503\.zip$/)
  await page.keyboard.press('/')
  await page.keyboard.type('Mustermann')
  await page.keyboard.press('Enter')
  await page.getByRole('heading', { name: /Treffer/ }).waitFor()
  await look(page, 'suche')
  await page.context().close()
})

test('a correction is asked for and comes back marked; four eyes sign', async () => {
  const { owner, caseId } = await fixture.openBlueCardCase(newId())
  const page = await openDesk(officer, true)
  await page.goto(`/arbeit/vorgang/${caseId}`)
  await page.waitForTimeout(700)
  await look(page, 'blaue-karte')
  await page.getByRole('link', { name: 'Nachfragen' }).click()
  await press(page, 'Nachfrage senden')
  await look(page, 'nachfrage-fehler')
  await page.getByLabel('Berichtigte Angaben').check()
  await page.getByLabel('Ihre Nachricht').fill('Bitte geben Sie den Beruf so an, wie er im Vertrag steht.')
  await page.locator('input[value="job.occupation"]').check()
  await press(page, 'Nachfrage senden')
  await look(page, 'vorgang-wartet')
  await fixture.answerCorrection(owner, district, caseId, (answers) => ({
    ...answers,
    job: { ...Object(answers['job']), occupation: 'Softwarearchitektin' },
  }))
  await page.goto(`/arbeit/vorgang/${caseId}`)
  await page.getByText('vorher: Softwareentwicklerin').waitFor()
  await look(page, 'vorgang-berichtigt')
  await page.goto(`/arbeit/vorgang/${caseId}/bescheid?ergebnis=granted`)
  for (const [part, value] of [
    ['day', '22'],
    ['month', '11'],
    ['year', '2030'],
  ] as const)
    await page.locator(`[name="validUntil.${part}"]`).fill(value)
  await press(page, 'Entwurf speichern und ansehen')
  await press(page, 'Zur Unterschrift geben')
  await look(page, 'bescheid-fehler')
  await page.locator('[name="qualification"]').fill('Der Abschluss ist anerkannt, die Stelle entspricht ihm.')
  await page.locator('[name="fee"]').fill('100')
  await press(page, 'Entwurf speichern und ansehen')
  await press(page, 'Zur Unterschrift geben')
  await page.getByText('Der Entwurf liegt zur Unterschrift bereit.').waitFor()
  const second = await openDesk(lead, true)
  await second.goto('/arbeit?ansicht=unterschrift')
  await second.locator('main tbody a').first().click()
  await second.getByRole('link', { name: 'Entwurf prüfen und unterschreiben' }).click()
  await look(second, 'unterschrift')
  await press(second, 'Unterschreiben')
  await second.getByText('Unterschrieben.').waitFor()
  await page.context().close()
  await second.context().close()
})

test('without JavaScript the same buttons lead the same way', async () => {
  const { caseId } = await fixture.openDogCase()
  const page = await openDesk(clerk, false)
  await page.goto('/arbeit?ansicht=frei')
  await page.locator(`input[value="${caseId}"]`).check()
  await press(page, 'Ausgewählte übernehmen')
  await page.getByText('Ein Vorgang ist jetzt bei Ihnen.').waitFor()
  await page.goto(`/arbeit/vorgang/${caseId}`)
  await page.getByRole('link', { name: 'Bescheid schreiben' }).click()
  await decide(page)
  await press(page, 'Unterschreiben und zustellen')
  await page.getByText('Unterschrieben.').waitFor()
  await page.context().close()
})

test('a colleague who was slower sees who changed what', async () => {
  const { caseId } = await fixture.openDogCase()
  const [first, second] = [await openDesk(clerk, true), await openDesk(staffMember(town, 'Stefan Vogel', 'clerk'), true)]
  await first.goto(`/arbeit/vorgang/${caseId}`)
  await second.goto(`/arbeit/vorgang/${caseId}/nachfrage`)
  await press(first, 'Übernehmen')
  await second.getByLabel('Weitere Unterlagen').check()
  await second.getByLabel('Ihre Nachricht').fill('Bitte senden Sie die Chipnummer.')
  await press(second, 'Nachfrage senden')
  await second.getByRole('heading', { name: 'inzwischen geändert' }).waitFor()
  await look(second, 'zugleich')
  await first.context().close()
  await second.context().close()
})

test('the browser had nothing to complain about', () => assert.deepEqual(faults, []))
