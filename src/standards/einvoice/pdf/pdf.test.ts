// Embedded files of PDFs: what is found, which one is the invoice, and what a hostile file gets.
import assert from 'node:assert/strict'
import { after, describe, test } from 'node:test'
import { chooseInvoice } from './choose.ts'
import { profileOf } from './profiles.ts'
import { createPdfReader, type PdfReader } from './reader.ts'
import { type EmbeddedFile, type HybridPdfOptions, writeHybridPdf } from './testing/hybrid-pdf.ts'

const cii = (guideline: string): string =>
  `<?xml version="1.0"?><!-- <Invoice> --><rsm:CrossIndustryInvoice xmlns:rsm="r" xmlns:ram="a"><rsm:ExchangedDocumentContext>
  <ram:GuidelineSpecifiedDocumentContextParameter><ram:ID>${guideline}</ram:ID></ram:GuidelineSpecifiedDocumentContextParameter>
  </rsm:ExchangedDocumentContext></rsm:CrossIndustryInvoice>`
const invoice = cii('urn:cen.eu:en16931:2017')
const reader = createPdfReader()
after(() => reader.close())

const read = (files: readonly EmbeddedFile[], options: HybridPdfOptions = {}, by: PdfReader = reader): ReturnType<PdfReader['read']> =>
  by.read(writeHybridPdf(files, options))

describe('what a PDF holds', () => {
  test('every embedded file comes out as it went in, with name and description, from the document and from its pages', async () => {
    const files = [
      { name: 'Übersicht №1.pdf', content: Uint8Array.from([0, 255, 10, 13]), description: 'Stunden' },
      { name: 'factur-x.xml', content: invoice },
      { name: 'page.txt', content: 'pinned', onPage: true },
    ]
    for (const compress of [false, true]) {
      const result = await read(files, { compress })
      assert.ok(result.ok)
      const found = result.value.attachments.map(({ name, bytes, description }) => [name, Buffer.from(bytes), description])
      assert.deepEqual(
        found,
        files.map(({ name, content, description }) => [name, Buffer.from(content), description]),
      )
      assert.equal(result.value.hybrid.kind, 'invoice')
    }
  })

  test('the same file embedded twice counts once', async () => {
    const result = await read([
      { name: 'factur-x.xml', content: invoice },
      { name: 'factur-x.xml', content: invoice, onPage: true },
    ])
    assert.ok(result.ok)
    assert.equal(result.value.attachments.length, 1)
  })

  test('a PDF without files holds no invoice', async () => {
    const result = await read([])
    assert.ok(result.ok)
    assert.deepEqual(result.value, { attachments: [], hybrid: { kind: 'none' } })
  })
})

describe('which file is the invoice', () => {
  const choose = (...files: readonly (readonly [string, string])[]) =>
    chooseInvoice(files.map(([name, content]) => ({ name, bytes: Buffer.from(content) })))

  test('an agreed name is taken in any case, other documents beside it do not matter', () => {
    for (const name of ['factur-x.xml', 'Factur-X.xml', 'ZUGFeRD-invoice.xml', 'zugferd-invoice.xml', 'xrechnung.xml']) {
      const choice = choose(['stunden.pdf', '%PDF'], [name, invoice], ['zeiten.xml', '<zeiten/>'], ['order-x.xml', '<order/>'])
      assert.equal(choice.kind === 'invoice' ? choice.invoice.name : choice.kind, name)
    }
  })

  test('two invoices are for a person to decide, whatever the second one is called', () => {
    for (const second of ['xrechnung.xml', 'rechnung.xml', 'rechnung.dat']) {
      const choice = choose(['factur-x.xml', invoice], [second, '<u:CreditNote xmlns:u="x"/>'])
      assert.equal(choice.kind === 'unclear' ? choice.because : choice.kind, 'several-invoices')
    }
  })

  test('an XML of unknown name is for a person to decide', () => {
    const choice = choose(['rechnung.xml', invoice])
    assert.equal(choice.kind === 'unclear' ? choice.because : choice.kind, 'unknown-name')
    assert.equal(choose(['daten.xml', '<daten/>']).kind, 'unclear')
  })

  test('an order is no invoice', () => {
    assert.equal(choose(['order-x.xml', '<rsm:SCRDMCCBDACIOMessageStructure/>']).kind, 'none')
  })

  test('the guideline is read in UTF-16 too', () => {
    const bytes = Buffer.from(`\uFEFF${cii('urn:factur-x.eu:1p0:minimum')}`, 'utf16le')
    const choice = chooseInvoice([{ name: 'factur-x.xml', bytes }])
    assert.deepEqual(choice.kind === 'invoice' && choice.profile, { name: 'MINIMUM', isBelowEn16931: true })
  })
})

describe('profiles', () => {
  const cases: readonly (readonly [string, string, boolean])[] = [
    ['urn:factur-x.eu:1p0:minimum', 'MINIMUM', true],
    ['urn:zugferd.de:2p0:basicwl', 'BASIC WL', true],
    ['urn:cen.eu:en16931:2017#compliant#urn:factur-x.eu:1p0:basic', 'BASIC', false],
    ['urn:factur-x.eu:1p0:basic', 'BASIC', true],
    [' urn:cen.eu:en16931:2017 ', 'EN 16931', false],
    ['urn:cen.eu:en16931:2017#conformant#urn:factur-x.eu:1p0:extended', 'EXTENDED', false],
    ['urn:cen.eu:en16931:2017#compliant#urn:xeinkauf.de:kosit:xrechnung_3.0', 'XRechnung', false],
    ['urn:ferd:CrossIndustryDocument:invoice:1p0:comfort', 'ZUGFeRD 1', true],
  ]
  test('each guideline id says whether the XML is an invoice of EN 16931', () => {
    for (const [id, name, isBelowEn16931] of cases) assert.deepEqual(profileOf(id), { name, isBelowEn16931 }, id)
  })

  test('an unknown guideline has no profile', () => {
    for (const id of ['', 'urn:cen.eu:en16931:2017:compliant:factur-x.eu:1p0:basic', 'urn:factur-x.eu:1p0:unheard-of']) {
      assert.equal(profileOf(id), undefined)
    }
  })
})

describe('hostile PDFs', () => {
  const reasonOf = async (answer: ReturnType<PdfReader['read']>): Promise<string> => {
    const result = await answer
    return result.ok ? 'read' : result.reason
  }

  test('what is no PDF, is cut off or is empty is refused by name', async () => {
    const whole = writeHybridPdf([{ name: 'factur-x.xml', content: invoice }])
    assert.equal(await reasonOf(reader.read(new Uint8Array())), 'not-a-pdf')
    assert.equal(await reasonOf(reader.read(Buffer.from(invoice))), 'not-a-pdf')
    assert.equal(await reasonOf(reader.read(whole.slice(0, 60))), 'broken')
    assert.equal(await reasonOf(reader.read(Buffer.from('%PDF-1.7\n%%EOF'))), 'broken')
  })

  test('a PDF with an unknown password is refused as encrypted', async () => {
    const key = 'ab'.repeat(32)
    const encrypt = `<< /Filter /Standard /V 1 /R 2 /P -4 /O <${key}> /U <${key}> >>`
    assert.equal(await reasonOf(read([{ name: 'factur-x.xml', content: invoice }], { encrypt })), 'encrypted')
  })

  test('pages that are missing or contain themselves neither hang the reader nor hide the invoice', async () => {
    for (const pages of ['<< /Type /Pages /Kids [99 0 R] /Count 1 >>', '<< /Type /Pages /Kids [2 0 R 2 0 R] /Count 2000000000 >>']) {
      const result = await read([{ name: 'factur-x.xml', content: invoice }], { pages })
      assert.ok(result.ok)
      assert.equal(result.value.hybrid.kind, 'invoice')
    }
  })

  test('a file that unpacks beyond the budget is refused, and the next one is read', async () => {
    const tight = createPdfReader({ budgetBytes: 16 * 1024 * 1024 })
    const bomb = [{ name: 'factur-x.xml', content: new Uint8Array(64 * 1024 * 1024) }]
    assert.equal(await reasonOf(read(bomb, { compress: true }, tight)), 'too-large')
    assert.equal(await reasonOf(read([{ name: 'factur-x.xml', content: invoice }], {}, tight)), 'read')
    tight.close()
  })

  test('a file that fills the heap or takes too long is refused, and this process goes on', async () => {
    const poor = createPdfReader({ heapMb: 32 })
    const pages = `<< /Type /Pages /Kids [${'1 '.repeat(6_000_000)}] /Count 1 >>`
    assert.equal(await reasonOf(read([], { pages }, poor)), 'too-large')
    const hurried = createPdfReader({ timeoutMs: 1 })
    assert.equal(await reasonOf(read([], {}, hurried)), 'too-slow')
    poor.close()
    hurried.close()
  })

  test('a file over the limit is refused before a process sees it', async () => {
    const small = createPdfReader({ maxBytes: 10 })
    assert.equal(await reasonOf(read([], {}, small)), 'too-large')
    small.close()
  })

  test('files handed in together are answered each with its own', async () => {
    const answers = await Promise.all(['a', 'b', 'c'].map((name) => read([{ name, content: name }])))
    assert.deepEqual(
      answers.map((answer) => answer.ok && answer.value.attachments.map((file) => file.name)),
      [['a'], ['b'], ['c']],
    )
  })
})
