// A walk through the pages of a form in a real browser: with and without JavaScript, narrow and wide, without barriers.
import assert from 'node:assert/strict'
import { after, test } from 'node:test'
import type { Browser, BrowserContext, Page } from 'playwright-core'
import type { AssuranceLevel } from '#kernel/actors.ts'
import { newId } from '#kernel/ids.ts'
import { findBarriers, launchBrowser, openContext } from '#test/harness/browser.ts'
import { ars, openTestHouse } from '../testing/house.ts'

const house = await openTestHouse()
const browser: Browser = await launchBrowser()
after(() => browser.close())
const pictures = process.argv.find((word) => word.startsWith('--pictures='))?.slice('--pictures='.length)

interface Walk {
  readonly page: Page
  readonly base: string
  readonly context: BrowserContext
}

async function begin(
  service: string,
  options: { javaScript: boolean; width: number; level?: AssuranceLevel; prefix?: string },
): Promise<Walk> {
  const context = await openContext(browser, { baseURL: house.address, ...options })
  await context.addCookies([{ name: 'rennsteig-portal', value: house.signIn(newId(), options.level ?? 'none'), url: house.address }])
  const page = await context.newPage()
  page.setDefaultTimeout(20_000)
  const csrf = await (await context.request.get('/quittung/pruefen'))
    .text()
    .then((text) => /name="csrf" value="([^"]*)"/.exec(text)?.[1] ?? '')
  const prefix = options.prefix ?? ''
  const started = await context.request.post(`${prefix}/antrag/neu`, {
    form: { csrf, service, ars, neu: 'ja' },
    headers: { 'sec-fetch-site': 'same-origin' },
    maxRedirects: 0,
  })
  const base = started.headers()['location'] ?? ''
  await page.goto(base)
  return { page, base, context }
}

async function look(page: Page, name: string): Promise<void> {
  // axe itself needs scripts; the same markup is checked in the walk with them.
  if (!name.includes('-plain-')) assert.deepEqual(await findBarriers(page), [], name)
  const overflow: unknown = await page.evaluate('document.documentElement.scrollWidth - document.documentElement.clientWidth')
  assert.equal(overflow, 0, `${name} scrolls sideways`)
  if (pictures !== undefined) await page.screenshot({ path: `${pictures}/${name}.png`, fullPage: true })
}

const next = (page: Page): Promise<void> => page.locator('button[name="go"][value="next"]:visible').click()

async function registerDog(walk: Walk, name: string): Promise<void> {
  const { page } = walk
  await next(page)
  await page.waitForURL(/fehler/)
  await look(page, `${name}-1-errors`)
  await page.getByLabel('Vorname').fill('Amina')
  await page.getByLabel('Familienname').fill('Yılmaz-Özdemir')
  for (const [part, value] of [
    ['Tag', '7'],
    ['Monat', '3'],
    ['Jahr', '1990'],
  ] as const)
    await page.getByLabel(part).fill(value)
  await next(page)
  await page.waitForURL(/home/)
  for (const [label, value] of [
    ['Straße', 'Lindenstraße'],
    ['Hausnummer', '12 a'],
    ['Postleitzahl', '98693'],
    ['Ort', 'Ilmenau'],
  ] as const)
    await page.getByLabel(label, { exact: true }).fill(value)
  await look(page, `${name}-2-home`)
  await next(page)
  await page.waitForURL(/dogs/)
  await look(page, `${name}-3-dogs`)
  await page.getByRole('button', { name: /Hund hinzufügen/ }).click()
  await page.waitForURL(/dog\/neu/)
  await look(page, `${name}-4-dog`)
}

for (const javaScript of [false, true]) {
  for (const width of [320, 1280]) {
    const name = `dog-${javaScript ? 'script' : 'plain'}-${width}`
    test(`a dog is registered (${name})`, async () => {
      const walk = await begin('hundesteuer-anmeldung', { javaScript, width })
      await registerDog(walk, name)
      const { page, base } = walk
      await fillDog(page)
      await next(page)
      await page.waitForURL(new RegExp(`${base}/dogs`))
      await look(page, `${name}-5-list`)
      for (let count = 0; count < 12 && !page.url().endsWith('/pruefen'); count++) {
        await answerRest(page)
        await next(page)
        await page.waitForLoadState('load')
      }
      await look(page, `${name}-6-check`)
      await page.getByRole('button', { name: 'Absenden' }).click()
      await page.waitForURL(/fertig/)
      await look(page, `${name}-7-done`)
      assert.match((await page.textContent('main')) ?? '', /ILM-20\d\d-/)
      await walk.context.close()
    })
  }
}

async function fillDog(page: Page): Promise<void> {
  await page.getByLabel('Rufname').fill('Bello')
  await answerRest(page)
}

/** Answers what must be answered and is still empty. */
async function answerRest(page: Page): Promise<void> {
  const form = page.locator('form.question-form')
  for (const group of await form.locator('fieldset').all()) {
    const choices = group.locator('input[type="radio"], input[type="checkbox"]')
    if ((await group.locator('input:visible').count()) === 0) continue
    const isOptional = ((await group.locator('legend').first().textContent()) ?? '').includes('freiwillig')
    if (!isOptional && (await choices.count()) > 0 && (await group.locator('input:checked').count()) === 0) await choices.last().check()
  }
  for (const input of await form.locator('input[type="text"]:visible, textarea').all()) {
    const label =
      (await form
        .locator(`label[for="${await input.getAttribute('id')}"]`)
        .first()
        .textContent()) ?? ''
    const key = (await input.getAttribute('name')) ?? ''
    if ((await input.inputValue()) !== '' || label.includes('freiwillig')) continue
    await input.fill(key.endsWith('.day') ? '3' : key.endsWith('.month') ? '5' : key.endsWith('.year') ? '2024' : 'braun')
  }
}

test('a conditional question appears while one answers, and saving is told', async () => {
  const { page, context } = await begin('allgemeines-anliegen', { javaScript: true, width: 1280 })
  await page.getByLabel('Worum geht es?').fill('Baum')
  await page.getByLabel('Ihre Nachricht').fill('Der Baum ist krank.')
  await page.getByText(/Gespeichert um \d/).waitFor()
  await look(page, 'request-saved')
  await next(page)
  await page.waitForURL(/sender/)
  assert.equal(await page.getByLabel('Straße').count(), 0)
  await page.getByLabel('Ja').check()
  await page.getByLabel('Straße').waitFor()
  await look(page, 'request-sender')
  await page.goto(page.url().replace('sender', 'request'))
  assert.equal(await page.getByLabel('Worum geht es?').inputValue(), 'Baum')
  await context.close()
})

test('a file is uploaded with progress and shown; a wrong one is refused in words', async () => {
  const { page, context } = await begin('allgemeines-anliegen', { javaScript: true, width: 320 })
  const input = page.locator('input[type="file"]')
  await input.setInputFiles({ name: 'programm.pdf', mimeType: 'application/pdf', buffer: Buffer.from('MZ\x90\0') })
  await page.getByText('Diese Art von Datei').waitFor()
  await look(page, 'upload-refused')
  await input.setInputFiles([
    { name: 'eins.pdf', mimeType: 'application/pdf', buffer: Buffer.concat([Buffer.from('%PDF-1.7\n'), Buffer.alloc(6_000_000, 32)]) },
    { name: 'zwei.pdf', mimeType: 'application/pdf', buffer: Buffer.from('%PDF-1.7\n') },
  ])
  await page.getByRole('link', { name: 'zwei.pdf' }).waitFor()
  await page.getByRole('link', { name: 'eins.pdf' }).waitFor()
  await look(page, 'upload-done')
  await context.close()
})

test('the check page of a service with a fee asks to sign in; English and plain German are free of barriers', async () => {
  for (const prefix of ['', '/en', '/einfach']) {
    const { page, base, context } = await begin('meldebescheinigung', { javaScript: true, width: 1280, prefix })
    await look(page, `certificate-first${prefix.replace('/', '-')}`)
    await page.goto(`${base}/pruefen`)
    await look(page, `certificate-check${prefix.replace('/', '-')}`)
    await page.goto(`${prefix}/quittung/pruefen`)
    await look(page, `receipt-check${prefix.replace('/', '-')}`)
    await context.close()
  }
})

test('the long form shows each of its pages without barriers', async () => {
  const { page, base, context } = await begin('blaue-karte-eu', { javaScript: true, width: 1280, level: 'high' })
  await page.goto(`${base}/pruefen`)
  await look(page, 'blue-card-check')
  const links = await Promise.all((await page.locator('nav.stepper a').all()).map((link) => link.getAttribute('href')))
  assert.ok(links.length > 3)
  for (const [index, link] of links.entries()) {
    await page.goto(String(link))
    await look(page, `blue-card-${index}`)
  }
  await context.close()
})
