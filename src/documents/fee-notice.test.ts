// Tests of the fee notice: one file that people read, machines book and archives keep; foreign programs take it apart.
import assert from 'node:assert/strict'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, describe, it } from 'node:test'
import { createPdfReader, judge, type OutgoingInvoice, writeInvoice } from '#standards/einvoice'
import { leftOutWithout, run } from '#test/harness/foreign.ts'
import { sampleLetter } from '#test/harness/letter-sample.ts'
import { feeInvoice, taxedInvoice } from '../standards/einvoice/testing/outgoing-invoices.ts'
import { createRenderer, type FeeNotice, makeFeeNotice } from './index.ts'

const made = new Date('2026-11-23T10:00:00Z')
const folder = mkdtempSync(join(tmpdir(), 'rennsteig-notices-'))
const renderer = createRenderer()
const reader = createPdfReader()
after(async () => {
  await renderer.close()
  reader.close()
  rmSync(folder, { recursive: true })
})

function noticeOf(invoice: OutgoingInvoice, language: 'de' | 'en' = 'de'): FeeNotice {
  const { authority, remedy, signature } = sampleLetter()
  return {
    invoice,
    language,
    authority,
    passages: [{ kind: 'paragraph', text: 'Wir setzen fest:' }],
    ...(remedy && { remedy }),
    ...(signature && { signature }),
  }
}

async function pdfOf(invoice: OutgoingInvoice, language: 'de' | 'en' = 'de'): Promise<Uint8Array> {
  const outcome = await makeFeeNotice(renderer, noticeOf(invoice, language), made)
  assert.ok(outcome.ok)
  return outcome.pdf
}

async function fileOf(invoice: OutgoingInvoice, language: 'de' | 'en' = 'de'): Promise<string> {
  const path = join(folder, `${invoice.number}-${language}.pdf`)
  writeFileSync(path, await pdfOf(invoice, language))
  return path
}

describe('a fee notice', () => {
  it('carries its XRechnung byte for byte, found and accepted by our own reader', async () => {
    for (const invoice of [feeInvoice, taxedInvoice]) {
      const reading = await reader.read(await pdfOf(invoice))
      assert.ok(reading.ok)
      const { hybrid } = reading.value
      assert.ok(hybrid.kind === 'invoice')
      assert.equal(hybrid.profile?.name, 'XRechnung')
      assert.equal(judge(hybrid.invoice.bytes).verdict, 'accept')
      const written = writeInvoice(invoice, 'cii')
      assert.ok(written.ok)
      assert.deepEqual(Buffer.from(hybrid.invoice.bytes), Buffer.from(written.bytes))
    }
  })

  it('gives up its one file to pdfdetach, and qpdf finds nothing wrong', { skip: leftOutWithout('pdfdetach', 'qpdf') }, async () => {
    const path = await fileOf(taxedInvoice)
    assert.match(run('pdfdetach', '-list', path), /^1 embedded files\n1: xrechnung\.xml\n$/)
    run('pdfdetach', '-save', '1', '-o', join(folder, 'detached.xml'), path)
    assert.equal(judge(readFileSync(join(folder, 'detached.xml'))).verdict, 'accept')
    assert.match(run('qpdf', '--check', path), /No syntax or stream encoding errors/)
  })

  it('names the invoice in the catalogue as an alternative form of the page', { skip: leftOutWithout('qpdf') }, async () => {
    const objects: { readonly qpdf: readonly [object, Readonly<Record<string, { readonly value?: Readonly<Record<string, unknown>> }>>] } =
      JSON.parse(run('qpdf', '--json=2', '--json-key=qpdf', await fileOf(feeInvoice)))
    const values = Object.values(objects.qpdf[1]).flatMap(({ value }) => (value === undefined ? [] : [value]))
    const named = values.find((value) => value['/Type'] === '/Filespec')
    assert.equal(named?.['/AFRelationship'], '/Alternative')
    assert.equal(named?.['/UF'], 'u:xrechnung.xml')
    const catalogue = values.find((value) => value['/Type'] === '/Catalog')
    assert.equal(Array.isArray(catalogue?.['/AF']) && catalogue['/AF'].length, 1)
  })

  it('claims PDF/A-3a, PDF/UA-1 and the profile in metadata that are XML', { skip: leftOutWithout('xmllint', 'pdfinfo') }, async () => {
    const path = await fileOf(feeInvoice)
    const metadata = run('pdfinfo', '-meta', path)
    for (const claim of [
      '<pdfaid:part>3</pdfaid:part><pdfaid:conformance>A</pdfaid:conformance>',
      '<pdfuaid:part>1</pdfuaid:part>',
      '<fx:DocumentType>INVOICE</fx:DocumentType><fx:DocumentFileName>xrechnung.xml</fx:DocumentFileName>',
      '<fx:Version>3.0</fx:Version><fx:ConformanceLevel>XRECHNUNG</fx:ConformanceLevel>',
      '<pdfaSchema:namespaceURI>urn:factur-x:pdfa:CrossIndustryDocument:invoice:1p0#</pdfaSchema:namespaceURI>',
    ])
      assert.equal(metadata.includes(claim), true, claim)
    writeFileSync(join(folder, 'metadata.xml'), metadata)
    run('xmllint', '--noout', join(folder, 'metadata.xml'))
    assert.match(run('pdfinfo', path), /Tagged:\s+yes/)
  })

  it('shows people the amounts and the payment that machines find', { skip: leftOutWithout('pdftotext') }, async () => {
    const german = run('pdftotext', '-layout', await fileOf(taxedInvoice), '-')
    for (const words of [
      'SW-2026-8811',
      'Wasserzähler',
      '2,5 Stück',
      '49,98',
      'Mengenrabatt',
      'DE123456789',
      ' 19 %',
      '−5,00',
      'Umsatzsteuer 7 % auf 28,82 €',
      '124,37 €',
      '114,37 €',
      'DE02 1203 0000 0000 2020 51',
      '5.0417.000012-3',
      'Steuerfrei nach § 4 Nr. 20 UStG',
      'Gärtnerei Grün & Söhne',
    ])
      assert.equal(german.includes(words), true, words)
    const english = run(
      'pdftotext',
      '-layout',
      await fileOf({ ...feeInvoice, lines: feeInvoice.lines.map((line) => ({ ...line, unitPrice: 123_456n })) }, 'en'),
      '-',
    )
    for (const words of ['Fee notice and invoice', '1,234.56', '4,938.24 €', '2 December 2026'])
      assert.equal(english.includes(words), true, words)
  })

  it('names no account of ours where the authority pays back', { skip: leftOutWithout('pdftotext') }, async () => {
    const text = run(
      'pdftotext',
      '-layout',
      await fileOf({ ...feeInvoice, number: 'G-1', type: '381', preceding: { number: feeInvoice.number } }),
      '-',
    )
    assert.equal(text.includes('Gutschrift G-1'), true)
    assert.match(text, /Wir erstatten\s+108,50 €/)
    assert.equal(text.includes('DE02'), false)
  })

  it('is the same file for the same facts, and none for wrong ones', async () => {
    assert.deepEqual(await pdfOf(feeInvoice), await pdfOf(structuredClone(feeInvoice)))
    const refused = await makeFeeNotice(renderer, noticeOf({ ...feeInvoice, lines: [] }), made)
    assert.equal(refused.ok, false)
  })

  it('carries whatever letters the facts have', async () => {
    const hostile = ']]> #pdf.attach("x") <!-- & "Łódź" 😀 漢'
    const reading = await reader.read(await pdfOf({ ...feeInvoice, notes: [hostile.replaceAll('#', '')], buyerReference: hostile }))
    assert.ok(reading.ok)
    const { hybrid } = reading.value
    assert.equal(hybrid.kind === 'invoice' && judge(hybrid.invoice.bytes).verdict, 'accept')
  })
})
