// The readable view: nothing lost, findings beside their field, nothing of a stranger's hand but text.
import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { test } from 'node:test'
import { judge } from '#standards/einvoice'
import { prepareInvoice } from '../domain/prepare-invoice.ts'
import { renderInvoicePage } from '../render-invoice-page.ts'
import { invoiceView } from './invoice-view.html.ts'

const sample = readFileSync(new URL('../../../../demo/invoices/heating-town-hall.ubl.xml', import.meta.url), 'utf8')

function viewOf(text: string, language: 'de' | 'en' = 'de') {
  const { document, verdict, findings } = judge(Buffer.from(text))
  assert.ok(document)
  const view = prepareInvoice({ document, verdict, findings }, language)
  assert.ok(view)
  return view
}

const markupOf = (text: string, language: 'de' | 'en' = 'de'): string => invoiceView(viewOf(text, language)).markup

test('the amount due, the discount and all lines with their sub lines are shown', () => {
  const view = viewOf(sample)
  assert.equal(view.due, '3.302,00 EUR')
  assert.deepEqual(view.discounts, [
    { percentage: '3,00', days: 7, until: '01.12.2026', saves: '99,06 EUR' },
    { percentage: '2,00', days: 14, until: '08.12.2026', saves: '40,00 EUR' },
  ])
  assert.equal(view.lines[0]?.lines[0]?.lines[1]?.calculation, '4 Stunden × 50,00 EUR')
  assert.ok(view.findings.length === 0 && view.noted.length > 0)
})

test('every value of the invoice is on the page, in both languages', () => {
  for (const language of ['de', 'en'] as const) {
    const markup = markupOf(sample, language)
    for (const value of [
      'Größler &amp; Töchter Heizungsbau GmbH',
      'Yılmaz-Özdemir',
      'laengen.csv',
      'DE02120300000000202051',
      'BT-160',
      'Vergabe 07/2026, Los 2',
    ])
      assert.ok(markup.includes(value), `${value} in ${language}`)
  }
  assert.match(markupOf(sample, 'en'), /3,302\.00 EUR/)
})

test('a finding stands beside the field it speaks of and is led to from the top', () => {
  const markup = markupOf(sample.replace('>3777.00<', '>3777.10<'))
  const field = markup.slice(markup.indexOf('Gesamt brutto'))
  assert.match(field.slice(0, 900), /id="finding-1".*Gesamtbetrag brutto stimmt nicht/s)
  assert.match(markup, /<a href="#finding-1">/)
  const view = viewOf(sample.replace('unitCode="HUR">24', 'unitCode="STD">24'))
  assert.deepEqual(
    view.lines.map((line) => line.hasFindings),
    [false, true, false, false],
  )
})

test('a missing field of the whole invoice is told on top', () => {
  const view = viewOf(sample.replace('<cbc:BuyerReference>16070029-0001-12</cbc:BuyerReference>', ''))
  assert.deepEqual(
    view.general.map((finding) => finding.rule),
    ['BR-DE-15'],
  )
})

test('script, links and style from an invoice stay text', () => {
  const script = '&lt;script&gt;alert(1)&lt;/script&gt;&lt;img src=x onerror=alert(1)&gt;'
  const markup = markupOf(
    sample
      .replace('Vielen Dank für Ihren Auftrag.', script)
      .replace('laengen.csv', '../../etc/passwd&quot; onclick=&quot;x')
      .replace('https://heizungsbau-beispiel.example/datenblatt/waermepumpe-8kw.pdf', 'javascript:alert(1)')
      .replace('<cbc:ID>2026-0815', `<cbc:ID>${script}`),
  )
  assert.doesNotMatch(markup, /<script|<img|<style|onclick="|href="javascript/)
  assert.doesNotMatch(markup, /<a href="(?!#finding-)/)
  assert.match(markup, /&lt;script&gt;alert\(1\)/)
})

test('an attachment is linked only where the caller says where it is', () => {
  const markup = invoiceView(viewOf(sample), (index) => (index === 1 ? '/attachments/1' : undefined)).markup
  assert.equal(markup.match(/<a href="\/attachments/g)?.length, 1)
})

test('a file of its own loads nothing and says in both languages what cannot be shown', async () => {
  const page = await renderInvoicePage(judge(Buffer.from(sample)), 'en')
  assert.match(page, /^<!DOCTYPE html>\n<html lang="en">/)
  assert.doesNotMatch(page, /<script|<link|@import|url\(|src=/)
  assert.match(page, /default-src 'none'/)
  assert.match(await renderInvoicePage(judge(Buffer.from('<a>&</a>'))), /lässt sich nicht als Rechnung anzeigen.*Die Datei ist beschädigt/s)
  assert.match(await renderInvoicePage(judge(Buffer.from('<a/>')), 'en'), /cannot be shown.*Neither XRechnung/s)
})

test('ten thousand lines are prepared in good time', () => {
  const [line = ''] = /<cac:InvoiceLine>\s*<cbc:ID>3<[\s\S]*?<\/cac:InvoiceLine>/.exec(sample) ?? []
  const many = sample.replace('</ubl:Invoice>', `${line.repeat(10_000)}</ubl:Invoice>`)
  const { document } = judge(Buffer.from(many))
  assert.ok(document)
  const start = performance.now()
  assert.equal(prepareInvoice({ document }, 'de')?.lines.length, 10_004)
  assert.ok(performance.now() - start < 10_000)
})
