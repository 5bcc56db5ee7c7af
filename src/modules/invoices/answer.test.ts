// A question of the authority on the supplier's status page: asked, answered once, by whoever has the address.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { staffMember } from '#test/harness/case-fixture.ts'
import { query } from './actions/ask-supplier.ts'
import { takeOn } from './actions/check-invoice.ts'
import { city, receivedAt, sample } from './testing/receiving.ts'
import { openSupplierHouse } from './testing/supplier-house.ts'

const house = await openSupplierHouse()
const { admin, address, database } = house
const staff = staffMember(city, 'Katrin Brandt', 'clerk')

/** Posts as a browser that has never been here: it takes the session it is given. */
async function answer(path: string, text: string): Promise<Response> {
  const seen = await fetch(address + path, { headers: { 'sec-fetch-site': 'same-origin' } })
  const csrf = /name="csrf" value="([^"]*)"/.exec(await seen.text())?.[1] ?? ''
  return fetch(`${address}${path.split('?')[0]}/antwort`, {
    method: 'POST',
    headers: { 'sec-fetch-site': 'same-origin' },
    body: new URLSearchParams({ csrf, antwort: text }),
    redirect: 'manual',
  })
}

const textOf = async (path: string) => (await fetch(address + path)).text()

test('the question stands on the status page with a form; an empty answer is refused, a second one changes nothing', async () => {
  const outcome = await house.receive(sample)
  assert.ok(outcome.ok)
  const { number, token } = outcome.value
  const path = `/rechnung/${number}/${token}`
  assert.doesNotMatch(await textOf(path), /name="antwort"/)
  const [row] = await admin.sql<{ invoice_id: Parameters<typeof takeOn>[1]['invoice'] }>`select invoice_id from invoices.invoice`
  assert.ok(row)
  const work = { staff, invoice: row.invoice_id, now: receivedAt }
  assert.ok((await takeOn(database, { ...work, version: 1 })).ok)
  assert.ok((await query(database, { ...work, version: 2 }, 'Welche <b>Bestellung</b> war das?')).ok)
  assert.match(await textOf(path), /Welche &lt;b&gt;Bestellung&lt;\/b&gt; war das\?[\s\S]*name="antwort"/)
  assert.match(await textOf(`/en${path}`), /The authority has a question[\s\S]*Your answer/)
  const missing = await answer(path, '  ')
  assert.equal(missing.headers.get('location'), `${path}?antwort=fehlt#f-antwort`)
  assert.match(await textOf(`${path}?antwort=fehlt`), /aria-invalid="true"/)
  assert.equal((await answer(`/rechnung/${number}/falsch`, 'Ich rate')).status >= 400, true)
  assert.equal((await answer(path, 'Es war B-2026-117.')).headers.get('location'), `${path}?antwort=gesendet`)
  const after = await textOf(`${path}?antwort=gesendet`)
  assert.match(after, /Ihre Antwort ist bei der Behörde/)
  assert.doesNotMatch(after, /name="antwort"/)
  assert.equal((await answer('/rechnung', 'x')).status, 404)
  const steps = await admin.sql<{ kind: string; text: string | null }>`select kind, text from invoices.step order by position`
  assert.deepEqual(steps, [
    { kind: 'assigned', text: null },
    { kind: 'queried', text: 'Welche <b>Bestellung</b> war das?' },
    { kind: 'answered', text: 'Es war B-2026-117.' },
  ])
})
