// The payment's pages in Chromium, with and without JavaScript, against the simulator as a process of its own.
import assert from 'node:assert/strict'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, test } from 'node:test'
import type { Page } from 'playwright-core'
import { createRenderer } from '#documents'
import { startWorker } from '#jobs'
import type { AuthorityId, OwnerId } from '#kernel/actors.ts'
import { newId } from '#kernel/ids.ts'
import { freePort, mortalProcess } from '#test/faults/processes.ts'
import { findBarriers, launchBrowser, openContext, scrollsSideways, takePicture, widths } from '#test/harness/browser.ts'
import { openTestDatabase } from '#test/harness/database.ts'
import { loadAssets } from '#web/assets.ts'
import { createXbezahldienste, type PaymentsDependencies, paymentsJobs, paymentsKinds } from '../index.ts'
import { servePayments } from '../testing/payments-server.ts'

const { database, url, admin } = await openTestDatabase(paymentsKinds)
const folder = await mkdtemp(join(tmpdir(), 'rennsteig-payment-pages-'))
const [port, providerPort] = [await freePort(), await freePort()]
const [server, provider] = [`http://localhost:${port}`, `http://localhost:${providerPort}`]
const simulator = mortalProcess({
  program: 'demo/payment-provider/main.ts',
  parameters: ['--port', String(providerPort), '--folder', folder, '--pay-later', '2'],
  readyUrl: provider,
})
await simulator.start()
const documents = createRenderer()
const xbezahldienste = createXbezahldienste({ url: provider, originatorId: 'stadt-ilmenau', endPointId: 'portal' })
const dependencies: PaymentsDependencies = {
  database,
  documents,
  baseUrl: server,
  providerOf: () => xbezahldienste,
  payeeOf: async () => ({
    theme: { name: 'Stadt Ilmenau' },
    letterhead: { name: 'Stadt Ilmenau', returnLine: 'Stadt Ilmenau · Am Markt 7 · 98693 Ilmenau' },
  }),
}
const stop = await servePayments({ port, dependencies, assets: await loadAssets(), formTargets: [provider] })
const worker = await startWorker(url, paymentsJobs(dependencies), { failed: () => undefined, trouble: () => undefined })
const browser = await launchBrowser()
after(async () => {
  await browser.close()
  await worker.stop()
  await stop()
  await documents.close()
  await simulator.kill()
  await rm(folder, { recursive: true })
})

const authority: AuthorityId = newId()

interface Opened {
  readonly page: Page
  readonly path: string
  readonly owner: OwnerId
}

async function open(javaScript: boolean, width = 1280): Promise<Opened> {
  const owner: OwnerId = newId()
  const context = await openContext(browser, { baseURL: server, javaScript, width })
  await context.addCookies([{ name: 'rennsteig-portal', value: owner, url: server }])
  const answer = await fetch(`${server}/oeffnen/${authority}/${owner}/${newId<'draft'>()}`, { method: 'POST', redirect: 'manual' })
  return { page: await context.newPage(), path: answer.headers.get('location') ?? '', owner }
}

/** axe itself is a script, so it runs only where scripts do. */
async function look(page: Page, name: string, javaScript = true): Promise<void> {
  for (const width of widths) {
    await page.setViewportSize({ width, height: 900 })
    assert.equal(await scrollsSideways(page), false, `${name} scrolls sideways at ${width}`)
    await takePicture(page, `payment-${name}-${width}`)
  }
  if (javaScript) assert.deepEqual(await findBarriers(page), [], name)
}

async function press(page: Page, label: string): Promise<void> {
  await page.getByRole('button', { name: label, exact: true }).click()
}

for (const javaScript of [true, false]) {
  const how = javaScript ? 'with' : 'without'
  test(`a person pays, comes back, and gets a receipt, ${how} JavaScript`, async () => {
    const { page, path } = await open(javaScript)
    await page.goto(path)
    await look(page, `open-${how}`, javaScript)
    await press(page, 'Weiter zur Bezahlung')
    await page.waitForURL(`${provider}/**`)
    await look(page, `provider-${how}`, javaScript)
    await press(page, 'Jetzt bezahlen')
    await page.waitForURL('**/fertig')
    await page.goto(path)
    await look(page, `paid-${how}`, javaScript)
    const receipt = await page.request.get(`${path}/quittung.pdf`)
    assert.equal(receipt.headers()['content-type'], 'application/pdf')
    assert.equal((await receipt.body()).subarray(0, 5).toString(), '%PDF-')
    await page.context().close()
  })

  test(`after cancelling a person may try again and pay, ${how} JavaScript`, async () => {
    const { page, path } = await open(javaScript)
    await page.goto(path)
    await press(page, 'Weiter zur Bezahlung')
    await press(page, 'Abbrechen')
    await page.waitForURL(`${server}/**`)
    await page.getByRole('heading', { level: 2, name: 'Das Bezahlen wurde abgebrochen' }).waitFor()
    await look(page, `cancelled-${how}`, javaScript)
    await press(page, 'Noch einmal versuchen')
    await page.waitForURL(`${provider}/**`)
    await press(page, 'Jetzt bezahlen')
    await page.waitForURL('**/fertig')
    await page.context().close()
  })
}

test('who pays late waits on an honest page and is taken on by itself', async () => {
  const { page, path } = await open(false)
  await page.goto(path)
  await press(page, 'Weiter zur Bezahlung')
  await press(page, 'Erst zurück, später bezahlen')
  await page.getByRole('heading', { level: 2, name: 'Ihre Zahlung wird geprüft' }).waitFor()
  await page.route('**/*', (route) => (route.request().isNavigationRequest() ? route.abort() : route.continue()))
  await look(page, 'checking', false)
  await page.unrouteAll()
  await page.goto(`${path}?stand=pruefung`)
  await page.waitForURL('**/fertig', { timeout: 20_000 })
  await page.context().close()
})

test('whoever closes the tab after paying finds the fee paid, without any callback', async () => {
  const { page, path } = await open(true)
  await page.goto(path)
  await press(page, 'Weiter zur Bezahlung')
  await press(page, 'Bezahlen und Fenster schließen')
  await page.getByRole('heading', { level: 1, name: 'Bezahlt' }).waitFor()
  for (let turn = 0; turn < 40 && !(await page.content()).includes('Die Gebühr ist bezahlt'); turn += 1) {
    await new Promise((resolve) => setTimeout(resolve, 500))
    await page.goto(`${server}${path}`)
  }
  assert.match(await page.content(), /Die Gebühr ist bezahlt/)
  await page.context().close()
})

test('a wrong amount is told honestly, and nothing more can be paid', async () => {
  const { page, path } = await open(true)
  await page.goto(path)
  await press(page, 'Weiter zur Bezahlung')
  await press(page, 'Falschen Betrag bezahlen')
  await page.getByRole('heading', { level: 2, name: 'Wir müssen Ihre Zahlung klären' }).waitFor()
  await look(page, 'mismatch')
  assert.equal(await page.getByRole('button', { name: /bezahl/i }).count(), 0)
  await page.context().close()
})

test('paying in two tabs at once pays once', async () => {
  const { page, path } = await open(true)
  const second = await page.context().newPage()
  for (const [tab, label] of [
    [page, 'Weiter zur Bezahlung'],
    [second, 'Zurück zur Bezahlseite'],
  ] as const) {
    await tab.goto(path)
    await press(tab, label)
    await tab.waitForURL(`${provider}/**`)
  }
  assert.equal(page.url(), second.url())
  await Promise.all([press(page, 'Jetzt bezahlen'), press(second, 'Jetzt bezahlen')])
  await Promise.all([page.waitForURL('**/fertig'), second.waitForURL('**/fertig')])
  const id = path.split('/').at(-1)
  const rows = await admin.sql`select code from payments.transfer where payment_id = ${id}`
  assert.equal(rows.length, 1)
  await page.context().close()
})

test('nobody sees, continues, cancels or prints a payment of another person', async () => {
  const { path } = await open(true)
  const stranger = { cookie: `rennsteig-portal=${newId<'owner'>()}`, 'sec-fetch-site': 'same-origin' }
  for (const end of ['', '/quittung.pdf']) assert.equal((await fetch(`${server}${path}${end}`, { headers: stranger })).status, 404, end)
  for (const end of ['/weiter', '/abbrechen']) {
    const answer = await fetch(`${server}${path}${end}`, {
      method: 'POST',
      headers: stranger,
      body: new URLSearchParams({ versuch: '1' }),
      redirect: 'manual',
    })
    assert.equal(answer.status, 404, end)
  }
  assert.equal((await fetch(`${server}/zahlung/${authority}/${newId<'payment'>()}`, { headers: stranger })).status, 404)
  assert.equal((await fetch(`${server}/zahlung/x/y`, { headers: stranger })).status, 404)
  const unpaid = await open(true)
  assert.equal((await unpaid.page.request.get(`${server}${unpaid.path}/quittung.pdf`)).status(), 404, 'no receipt before the payment')
  const withoutForm = await unpaid.page.request.post(`${server}${unpaid.path}/weiter`, { maxRedirects: 0 })
  assert.equal(withoutForm.status(), 403)
})

test('the pages speak English and plain German', async () => {
  const { page, path } = await open(true)
  await page.goto(`/en${path}`)
  await page.getByRole('button', { name: 'Continue to payment' }).waitFor()
  await look(page, 'open-english')
  await page.goto(`/einfach${path}`)
  await page.getByText('Sie gehen auf eine andere Internet-Seite.').waitFor()
  await page.context().close()
})
