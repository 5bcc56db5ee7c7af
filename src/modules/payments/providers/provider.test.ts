// The contract that every provider behind the port keeps: the demo one, and the simulator in each version of the standard.
import assert from 'node:assert/strict'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { createServer } from 'node:http'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, test } from 'node:test'
import { newId } from '#kernel/ids.ts'
import { versions } from '#standards/xbezahldienste'
import { freePort, mortalProcess } from '#test/faults/processes.ts'
import { createDemoProvider } from './demo.ts'
import type { PaymentOrder, PaymentProvider } from './provider.ts'
import { createXbezahldienste } from './xbezahldienste.ts'

const folder = await mkdtemp(join(tmpdir(), 'rennsteig-provider-'))
const port = await freePort()
const url = `http://localhost:${port}`
const simulator = mortalProcess({
  program: 'demo/payment-provider/main.ts',
  parameters: ['--port', String(port), '--folder', folder],
  readyUrl: url,
})
await simulator.start()
after(async () => {
  await simulator.kill()
  await rm(folder, { recursive: true })
})

const providers: [string, PaymentProvider][] = [
  ['the demo provider', createDemoProvider()],
  ...versions.map((version): [string, PaymentProvider] => [
    `XBezahldienste ${version}`,
    createXbezahldienste({ url, originatorId: 'stadt-ilmenau', endPointId: 'portal', version }),
  ]),
]

function order(): PaymentOrder {
  const positions = [{ id: 'fee', reference: 'fee', quantity: 1, singleAmount: 1000n }]
  return {
    requestId: newId<'attempt'>(),
    requestedAt: new Date(),
    amount: 1000n,
    purpose: 'Gebühr',
    redirectUrl: 'http://localhost:1/zurueck',
    positions,
  }
}

for (const [name, provider] of providers) {
  test(`${name} opens a transaction with a pay page and tells its state`, async () => {
    const request = order()
    const opened = await provider.open(request, 5_000)
    assert.ok(opened.ok)
    assert.equal(opened.value.status, 'INITIAL')
    assert.ok(opened.value.redirectUrl?.startsWith('http'))
    assert.equal(opened.value.amount, 1000n)
    assert.equal(opened.value.requestId, request.requestId)
    const found = await provider.find(opened.value.transactionId, 5_000)
    assert.ok(found.ok)
    assert.equal(found.value.status, 'INITIAL')
  })

  test(`${name} opens one transaction for a request that is repeated`, async () => {
    const request = order()
    assert.ok((await provider.open(request, 5_000)).ok)
    assert.deepEqual(await provider.open(request, 5_000), { ok: false, reason: 'exists' })
  })

  test(`${name} knows no transaction that was never opened`, async () => {
    assert.deepEqual(await provider.find('never-opened', 5_000), { ok: false, reason: 'not-found' })
  })
}

test('the pay page names the payee and the whole purpose, and what of it stands on the bank statement', async () => {
  await writeFile(join(folder, 'originators.json'), JSON.stringify({ 'stadt-ilmenau': 'Stadt Ilmenau' }))
  const purpose = 'Einfache Meldebescheinigung für Erika Mustermann'
  const payPage = async (originatorId: string) => {
    const provider = createXbezahldienste({ url, originatorId, endPointId: 'portal' })
    const opened = await provider.open({ ...order(), purpose, description: purpose }, 5_000)
    assert.ok(opened.ok)
    return (await fetch(opened.value.redirectUrl ?? '')).text()
  }
  const page = await payPage('stadt-ilmenau')
  assert.ok(page.includes(`<dd>${purpose}</dd>`))
  assert.ok(page.includes('<dd>Einfache Meldebescheinigung</dd>'))
  assert.ok(page.includes('<dt>Empfänger</dt><dd>Stadt Ilmenau</dd>'))
  assert.ok((await payPage('stadt-suhl')).includes('<dd>stadt-suhl</dd>'))
})

test('an order for an unknown originator is rejected for good', async () => {
  const provider = createXbezahldienste({ url, originatorId: 'unbekannt', endPointId: 'portal' })
  assert.deepEqual(await provider.open(order(), 5_000), { ok: false, reason: 'rejected' })
})

test('no answer, a late answer, a page instead of JSON and 503 all leave it open whether the provider acted', async () => {
  const unreachable = createXbezahldienste({ url: `http://localhost:${await freePort()}`, originatorId: 'a', endPointId: 'b' })
  assert.deepEqual(await unreachable.open(order(), 300), { ok: false, reason: 'unclear' })
  const answers: [number, string][] = [
    [200, '<html>'],
    [200, '{}'],
    [503, '{"functionalCode":"UNSPECIFIED"}'],
    [502, '<html>'],
    [302, ''],
  ]
  for (const [status, body] of answers) {
    const server = createServer((_request, response) => response.writeHead(status, { location: '/' }).end(body)).listen(0)
    await new Promise((resolve) => server.once('listening', resolve))
    const address = server.address()
    assert.ok(address !== null && typeof address === 'object')
    const provider = createXbezahldienste({ url: `http://localhost:${address.port}`, originatorId: 'a', endPointId: 'b' })
    assert.deepEqual(await provider.open(order(), 2_000), { ok: false, reason: 'unclear' }, `${status} ${body}`)
    assert.deepEqual(await provider.find('x', 2_000), { ok: false, reason: 'unclear' }, `${status} ${body}`)
    server.closeAllConnections()
    server.close()
  }
})

test('what the simulator said survives SIGKILL', async () => {
  const provider = createXbezahldienste({ url, originatorId: 'stadt-ilmenau', endPointId: 'portal' })
  const opened = await provider.open(order(), 5_000)
  assert.ok(opened.ok)
  await fetch(opened.value.redirectUrl ?? '', { method: 'POST', body: new URLSearchParams({ handlung: 'zahlen' }), redirect: 'manual' })
  await simulator.kill()
  await simulator.start()
  const found = await provider.find(opened.value.transactionId, 5_000)
  assert.ok(found.ok)
  assert.equal(found.value.status, 'PAYED')
})
