// The way from start to authority in a real browser: no barriers, no scrolling sideways, with and without JavaScript.
import assert from 'node:assert/strict'
import { after, test } from 'node:test'
import type { Page } from 'playwright-core'
import { findBarriers, launchBrowser, openContext, scrollsSideways, takePicture, widths } from '#test/harness/browser.ts'
import { openTestPortal } from './testing/portal.ts'

const { server } = await openTestPortal()
const baseURL = await server.listen({ host: '127.0.0.1', port: 0 })
const browser = await launchBrowser()
after(async () => {
  await browser.close()
  await server.close()
})

async function look(page: Page, name: string, width: number): Promise<void> {
  assert.deepEqual(await findBarriers(page), [], `${name} at ${width}`)
  assert.equal(await scrollsSideways(page), false, `${name} scrolls sideways at ${width}`)
  await takePicture(page, `portal-${name}-${width}`)
}

for (const width of widths) {
  test(`a person finds the dog tax from the start page to the authority at ${width} px`, async () => {
    const context = await openContext(browser, { baseURL, javaScript: true, width })
    const page = await context.newPage()
    const errors: string[] = []
    page.on('console', (message) => void (message.type() === 'error' && errors.push(message.text())))
    await page.goto('/')
    await look(page, 'start', width)
    await page.getByLabel('Was suchen Sie?').fill('Hundesteur')
    await page.getByLabel('Wo?').fill('98693 Ilmenau')
    await page.getByRole('button', { name: 'Suchen' }).click()
    await look(page, 'suche', width)
    await page.getByRole('link', { name: 'Hund anmelden (Hundesteuer)' }).click()
    await page.getByRole('heading', { level: 1, name: 'Hund anmelden' }).waitFor()
    await page.getByText('Warum diese Stelle?').click()
    await look(page, 'leistung', width)
    assert.equal(await page.getByRole('button', { name: 'Jetzt online beantragen' }).count(), 1)
    await page.getByRole('link', { name: 'English' }).click()
    await page.getByRole('heading', { level: 1, name: 'Register a dog' }).waitFor()
    assert.match(page.url(), /ort=160700029029/)
    await page.getByRole('link', { name: 'Deutsch' }).click()
    await page.getByRole('link', { name: 'Stadt Ilmenau' }).click()
    await look(page, 'stelle', width)
    await page.getByRole('link', { name: 'An diese Stelle schreiben' }).click()
    await look(page, 'schreiben', width)
    assert.deepEqual(errors, [])
    await context.close()
  })

  test(`the other pages have no barriers at ${width} px`, async () => {
    const context = await openContext(browser, { baseURL, javaScript: true, width })
    const page = await context.newPage()
    const others = {
      'suche-orte': '/suche?was=Perso&wo=98693',
      'suche-leer': '/suche?was=xqzwv&wo=Nirgendwo',
      'leistung-ohne-ort': '/leistung/blaue-karte-eu',
      'leistung-vor-ort': '/leistung/baugenehmigung?ort=160700029029',
      stellen: '/stellen?suche=Ilm',
      lebenslagen: '/lebenslagen',
      lebenslage: '/einfach/lebenslage/umzug?ort=160700029029',
      barrierefreiheit: '/barrierefreiheit',
      datenschutz: '/en/datenschutz',
      impressum: '/impressum',
      mein: '/mein',
    }
    for (const [name, path] of Object.entries(others)) {
      await page.goto(path)
      await look(page, name, width)
    }
    await context.addCookies([{ name: 'rennsteig-portal', value: 'erika', url: baseURL }])
    await page.goto('/mein')
    await look(page, 'mein-angemeldet', width)
    await context.close()
  })
}

test('without JavaScript the same way leads there', async () => {
  const context = await openContext(browser, { baseURL, javaScript: false, width: 320 })
  const page = await context.newPage()
  await page.goto('/')
  await page.getByLabel('Was suchen Sie?').fill('Blue Card')
  await page.getByLabel('Wo?').fill('98693')
  await page.getByRole('button', { name: 'Suchen' }).click()
  await page.getByRole('link', { name: 'Ilmenau' }).first().click()
  await page.getByRole('link', { name: 'Blaue Karte EU beantragen' }).click()
  await page.getByRole('link', { name: 'Landratsamt Ilm-Kreis' }).waitFor()
  assert.equal(await page.getByRole('button', { name: 'Jetzt online beantragen' }).count(), 1)
  await context.close()
})

test('suggestions appear while one types', async () => {
  const context = await openContext(browser, { baseURL, javaScript: true })
  const page = await context.newPage()
  await page.goto('/')
  await page.getByLabel('Was suchen Sie?').pressSequentially('hunde')
  await page.locator('#was-list option').first().waitFor({ state: 'attached' })
  assert.equal(await page.locator('#was-list option').first().getAttribute('value'), 'Hund anmelden (Hundesteuer)')
  await context.close()
})
