// Receiving: what is acknowledged is there once, judged, and where it belongs; everything else is refused without a trace.
import assert from 'node:assert/strict'
import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { test } from 'node:test'
import { inReading } from '#database'
import { clerkOf } from '#test/harness/dossier-fixture.ts'
import { writeHybridPdf } from '../../standards/einvoice/pdf/testing/hybrid-pdf.ts'
import { moveReceipt, returnReceipt, takeReceipt } from './actions/decide-receipt.ts'
import { readOriginal } from './actions/read-original.ts'
import { settleReceipt } from './actions/settle-receipt.ts'
import { opensReceipt } from './domain/receipt.ts'
import { findProgress, findReceiptPlace } from './reads.ts'
import { chunksOf, city, cityId, district, districtId, numbered, openReceivingHouse, receivedAt, sample } from './testing/receiving.ts'

const house = await openReceivingHouse()
const { database, admin, dependencies } = house

async function taken(text: string | Uint8Array, more: Parameters<typeof house.receive>[1] = {}) {
  const outcome = await house.receive(text, more)
  assert.ok(outcome.ok, outcome.ok ? '' : outcome.reason)
  return outcome.value
}

const countBlobs = async () =>
  (await readdir(join(house.folder, 'blobs'), { recursive: true, withFileTypes: true })).filter((one) => one.isFile()).length
const countReceipts = async () => (await admin.sql`select 1 from invoices.receipt`).length

test('a good invoice is accepted: its original unchanged, an invoice with its facts, a dossier with both files', async () => {
  const { receipt, number, token } = await taken(sample)
  assert.equal(receipt.state, 'accepted')
  assert.equal(receipt.authority, city)
  assert.match(number, /^RE-2026-[0-9A-Z]{4}-[0-9A-Z]{4}$/)
  assert.ok(opensReceipt(receipt, token) && !opensReceipt(receipt, `${token}x`))
  assert.equal((await readOriginal(dependencies, receipt)).toString(), sample)
  const [invoice] =
    await admin.sql`select state, number, issued_on, due_on, seller_key, seller_iban, gross, payable, leitweg_id, order_reference,
    discount_until, retain_until from invoices.invoice where receipt_id = ${receipt.receiptId}`
  assert.deepEqual(invoice, {
    ...{ state: 'new', number: '2026-0815', issued_on: '2026-11-24', due_on: '2026-12-24', seller_key: 'vat:DE123456789' },
    ...{ seller_iban: 'DE02120300000000202051', gross: 377700n, payable: 330200n, leitweg_id: cityId, order_reference: 'B-2026-117' },
    ...{ discount_until: '2026-12-01', retain_until: '2036-12-31' },
  })
  const documents = await admin.sql<{ title: string; type: string }>`
    select d.title, v.file ->> 'mediaType' as type from dossiers.document d join dossiers.document_version v using (authority_id, document_id)
    join invoices.invoice i on i.dossier_id = d.dossier_id where i.receipt_id = ${receipt.receiptId} order by d.filed_at, d.title`
  assert.deepEqual(documents.map((one) => one.type).sort(), ['application/xml', 'text/html'])
})

test('the same file, and the same invoice in another file, is shown as a duplicate of the first', async () => {
  const first = await taken(numbered('D-1'))
  const again = await taken(numbered('D-1'))
  const rewritten = await taken(numbered('D-1').replace('Vielen Dank', 'Besten Dank'))
  assert.deepEqual(
    [again, rewritten].map(({ receipt }) => [receipt.state, receipt.duplicateOf]),
    [
      ['duplicate', first.receipt.receiptId],
      ['duplicate', first.receipt.receiptId],
    ],
  )
  const other = await taken(numbered('D-1').replaceAll('DE123456789', 'DE987654321'))
  assert.equal(other.receipt.state, 'accepted')
})

test('of the same file sent ten times at once one is an invoice', async () => {
  const all = await Promise.all(Array.from({ length: 10 }, () => taken(numbered('T-1'))))
  const states = all.map(({ receipt }) => receipt.state).sort()
  assert.deepEqual(states, ['accepted', ...Array.from({ length: 9 }, () => 'duplicate')])
})

test('an invoice that was returned to the supplier may come again', async () => {
  const first = await taken(numbered('R-1'))
  await admin.sql`update invoices.invoice set state = 'returned' where receipt_id = ${first.receipt.receiptId}`
  assert.equal((await taken(numbered('R-1'))).receipt.state, 'accepted')
})

test('an invoice for another authority is moved there under its number, and the original stays at both', async () => {
  const { receipt, number } = await taken(numbered('M-1').replace(cityId, districtId))
  assert.deepEqual([receipt.authority, receipt.state, receipt.number], [district, 'accepted', number])
  const rows = await admin.sql<{ authority_id: string; state: string; moved_to: string | null }>`
    select authority_id, state, moved_to from invoices.receipt where number = ${number} order by state`
  assert.deepEqual(
    rows.map((row) => [row.authority_id, row.state, row.moved_to]),
    [
      [district, 'accepted', null],
      [city, 'moved', receipt.receiptId],
    ],
  )
  assert.deepEqual(await findReceiptPlace(database, number), { authority: district, receipt: receipt.receiptId })
  const foreign = await inReading(database, { authority: city }, (reading) =>
    findProgress(reading, { authority: district, receipt: receipt.receiptId }),
  )
  assert.equal(foreign, undefined)
})

test('what nobody can route goes to the clearing desk, never back; the desk passes it on, takes it, or returns it', async () => {
  const wrong = (number: string) => numbered(number).replace(cityId, '16070029-0001-13')
  const passed = await taken(wrong('C-1'))
  const own = await taken(wrong('C-2'))
  const back = await taken(wrong('C-3').replace('16070029-0001-13', 'Bauamt'))
  assert.deepEqual(
    [passed, own, back].map(({ receipt }) => receipt.state),
    ['clearing', 'clearing', 'clearing'],
  )
  const desk = clerkOf(city, 'Poststelle', 'clerk')
  const stranger = clerkOf(district, 'Poststelle', 'clerk')
  const step = (one: typeof passed) => ({ receipt: one.receipt.receiptId, now: receivedAt })
  assert.deepEqual(await moveReceipt(dependencies, stranger, { ...step(passed), to: district }), { ok: false, reason: 'unknown' })
  const moved = await moveReceipt(dependencies, desk, { ...step(passed), to: district })
  assert.ok(moved.ok)
  assert.deepEqual([moved.value.authority, moved.value.state], [district, 'accepted'])
  assert.deepEqual(await moveReceipt(dependencies, desk, { ...step(passed), to: district }), { ok: false, reason: 'wrong-state' })
  assert.ok((await takeReceipt(dependencies, desk, step(own))).ok)
  assert.ok((await returnReceipt(dependencies, desk, step(back))).ok)
  assert.deepEqual(await takeReceipt(dependencies, desk, step(back)), { ok: false, reason: 'wrong-state' })
})

test('a wrong invoice is returned with findings in both languages, and its original is kept', async () => {
  const text = numbered('W-1').replace('>3777.00<', '>3777.10<')
  const { receipt } = await taken(text)
  assert.equal(receipt.state, 'returned')
  const [finding] = receipt.judgement?.findings ?? []
  assert.equal(finding?.level, 'error')
  assert.match(finding?.told.de.wrong ?? '', /3\.?777,10/)
  assert.match(finding?.told.en.wrong ?? '', /3,?777\.10/)
  assert.equal((await readOriginal(dependencies, receipt)).toString(), text)
  assert.equal((await admin.sql`select 1 from invoices.invoice where receipt_id = ${receipt.receiptId}`).length, 0)
})

test('a receipt that a crash left unjudged is settled by its job, once', async () => {
  const broken = { ...dependencies, judging: { ...dependencies.judging, judge: () => Promise.reject(new Error('killed')) } }
  const { receiveInvoice } = await import('./actions/receive-invoice.ts')
  const outcome = await receiveInvoice(broken, {
    ...{ channel: 'upload', fileName: 'a.xml', content: chunksOf(numbered('K-1')), now: receivedAt },
  })
  assert.ok(outcome.ok)
  const { receipt } = outcome.value
  assert.equal(receipt.state, 'received')
  const place = { authority: receipt.authority, receipt: receipt.receiptId }
  const jobs = await admin.sql<{
    data: object
  }>`select data from pgboss.job where name = 'invoices.receipt-settled' and data ->> 'receipt' = ${receipt.receiptId}`
  assert.deepEqual(
    jobs.map((job) => job.data),
    [place],
  )
  await Promise.all([settleReceipt(dependencies, place, receivedAt), settleReceipt(dependencies, place, receivedAt)])
  assert.equal((await settleReceipt(dependencies, place, receivedAt)).state, 'accepted')
  assert.equal((await admin.sql`select 1 from invoices.invoice where receipt_id = ${receipt.receiptId}`).length, 1)
  const filed =
    await admin.sql`select 1 from dossiers.document d join invoices.invoice i on i.dossier_id = d.dossier_id where i.receipt_id = ${receipt.receiptId}`
  assert.equal(filed.length, 2)
})

test('a crash while an invoice is passed on leaves it once at the other authority', async () => {
  const { receipt, number } = await taken(numbered('P-1').replace(cityId, districtId))
  const [home] = await admin.sql<{
    receipt_id: typeof receipt.receiptId
  }>`select receipt_id from invoices.receipt where number = ${number} and authority_id = ${city}`
  assert.ok(home)
  // As if the process had died after the other authority had it and before this one knew.
  await admin.sql`update invoices.receipt set state = 'judged', moved_to = null where receipt_id = ${home.receipt_id}`
  const blobs = await countBlobs()
  const settled = await settleReceipt(dependencies, { authority: city, receipt: home.receipt_id }, receivedAt)
  assert.deepEqual([settled.receiptId, settled.state], [receipt.receiptId, 'accepted'])
  assert.equal((await admin.sql`select 1 from invoices.receipt where number = ${number}`).length, 2)
  assert.equal(await countBlobs(), blobs)
})

test('a check that takes too long or too much memory is left to a person and never accepted', async () => {
  const { createInvoiceJudge } = await import('./judging/judge-invoices.ts')
  const impatient = createInvoiceJudge({ timeoutMs: 5 })
  const { receiveInvoice } = await import('./actions/receive-invoice.ts')
  const outcome = await receiveInvoice(
    { ...dependencies, judging: impatient },
    { channel: 'upload', fileName: 'a.xml', content: chunksOf(numbered('L-1')), now: receivedAt },
  )
  impatient.close()
  assert.ok(outcome.ok)
  const { receipt } = outcome.value
  assert.deepEqual([receipt.state, receipt.judgement?.trouble], ['undecidable', 'timeout'])
  const desk = clerkOf(city, 'Kämmerei', 'clerk')
  assert.ok((await takeReceipt(dependencies, desk, { receipt: receipt.receiptId, now: receivedAt })).ok)
})

test('hostile files are refused before anything is kept, or returned with a reason; nothing is half-written', async () => {
  const before = { blobs: await countBlobs(), receipts: await countReceipts() }
  const bomb = Buffer.concat([Buffer.from('PK\u0003\u0004'), Buffer.alloc(2_000)])
  async function* endless() {
    for (;;) yield Buffer.alloc(1024 * 1024, '<?xml version="1.0"?><a>')
  }
  async function* broken() {
    yield Buffer.from('<?xml version="1.0"?><a>')
    throw new Error('the line broke')
  }
  const refusals = [
    await house.receive(bomb),
    await house.receive(''),
    await house.receive(Buffer.from([0x7f, 0x45, 0x4c, 0x46, 0, 0, 0, 0])),
    await house.receive('<html><script>alert(1)</script></html>', { fileName: 'rechnung.xml' }),
    await house.receive('', { content: endless() }),
  ]
  assert.deepEqual(
    refusals.map((one) => (one.ok ? 'kept' : one.reason)),
    ['wrong-type', 'empty', 'wrong-type', 'wrong-type', 'too-large'],
  )
  await assert.rejects(house.receive('', { content: broken() }), /line broke/)
  assert.deepEqual({ blobs: await countBlobs(), receipts: await countReceipts() }, before)
  const entities = `<?xml version="1.0"?><!DOCTYPE a [<!ENTITY b "bbbbbbbbbb">${'<!ENTITY c "&b;&b;&b;&b;">'.repeat(50)}]><a>&b;</a>`
  const deep = `<?xml version="1.0"?>${'<a>'.repeat(100_000)}${'</a>'.repeat(100_000)}`
  const encoding = Buffer.from(numbered('E-1').replace('UTF-8', 'UTF-8'), 'latin1')
  const escaping = await taken(entities, { fileName: '../../etc/passwd\u0000.xml' })
  assert.equal(escaping.receipt.fileName, 'passwd.xml')
  for (const content of [deep, encoding, '<?xml version="1.0"?><a/>', sample.slice(0, 3000)]) {
    const { receipt } = await taken(content)
    assert.equal(receipt.state, 'returned')
    assert.ok((receipt.judgement?.findings.length ?? 0) > 0)
  }
  assert.equal(escaping.receipt.state, 'returned')
  const pdf = await taken('%PDF-1.7\n1 0 obj << /Length 99999999 >> stream', { fileName: 'a.pdf' })
  assert.deepEqual([pdf.receipt.state, pdf.receipt.judgement?.trouble], ['returned', 'pdf-broken'])
})

test('the samples of the demonstration: the hybrid PDF is accepted with what it embeds, the wrong one comes back with each mistake named', async () => {
  const folder = new URL('../../../demo/invoices/', import.meta.url)
  const pdf = await readFile(new URL('polling-cards.zugferd.pdf', folder))
  const hybrid = await taken(pdf, { fileName: 'polling-cards.zugferd.pdf' })
  assert.deepEqual(
    [hybrid.receipt.state, hybrid.receipt.judgement?.embedded, hybrid.receipt.judgement?.profile, hybrid.receipt.judgement?.facts?.payable],
    ['accepted', 'factur-x.xml', 'XRechnung', '166184'],
  )
  assert.ok(pdf.equals(await readOriginal(dependencies, hybrid.receipt)))
  const wrong = await taken(await readFile(new URL('official-gazette-wrong.ubl.xml', folder)))
  assert.equal(wrong.receipt.state, 'returned')
  assert.deepEqual(
    wrong.receipt.judgement?.findings.map((finding) => finding.rule),
    ['BR-CO-15', 'BR-CO-16', 'BR-DE-15', 'BR-DE-6', 'BR-CL-23', 'BR-DE-27'],
  )
})

test('a PDF without an invoice is returned in plain words; one with several is left to a person', async () => {
  const none = await taken(writeHybridPdf([]), { fileName: 'bild.pdf' })
  const several = await taken(
    writeHybridPdf([
      { name: 'factur-x.xml', content: numbered('H-1') },
      { name: 'xrechnung.xml', content: numbered('H-2') },
    ]),
    { fileName: 'zwei.pdf' },
  )
  const locked = await taken(
    writeHybridPdf([{ name: 'factur-x.xml', content: sample }], { encrypt: '<< /Filter /Standard /V 1 /R 2 /O <00> /U <00> /P -4 >>' }),
  )
  assert.deepEqual(
    [none, several].map(({ receipt }) => [receipt.state, receipt.judgement?.trouble]),
    [
      ['returned', 'pdf-without-invoice'],
      ['undecidable', 'pdf-several-invoices'],
    ],
  )
  assert.equal(locked.receipt.state, 'returned')
})
