// Explanations: a text for every rule and fault in both languages, filled with what the invoice says.
import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { test } from 'node:test'
import { en16931Patterns } from '../rules/en16931/index.ts'
import { states } from '../rules/en16931/states.ts'
import { xrechnungPatterns } from '../rules/xrechnung/index.ts'
import { judge } from '../scenarios/judge.ts'
import { terms } from '../semantic-model/terms.ts'
import { scaled, toCents, toDecimal } from './arithmetic.ts'
import { explain, textOfRule } from './explain.ts'
import { faultTexts, structureTexts } from './fault-texts.ts'
import { figures } from './figures.ts'
import { fullLabel, label } from './labels.ts'
import type { TextLanguage } from './rule-text.ts'

const languages: readonly TextLanguage[] = ['de', 'en']
const sample = readFileSync(new URL('../../../../demo/invoices/heating-town-hall.ubl.xml', import.meta.url), 'utf8')

function everyRule(): readonly string[] {
  const patterns = (['ubl', 'cii'] as const).flatMap((syntax) => [
    ...states.flatMap((state) => en16931Patterns(syntax, state)),
    ...xrechnungPatterns(syntax),
  ])
  const rules = patterns.flatMap(({ contexts }) => contexts.flatMap(({ rules: own, group }) => [...own, ...(group?.rules ?? [])]))
  return [...new Set(rules.map(({ id }) => id))]
}

/** The first finding of a rule in a changed sample, explained. */
function explained(rule: string, language: TextLanguage, ...changes: readonly (readonly [string, string])[]) {
  let text = sample
  for (const [from, to] of changes) {
    assert.ok(text.includes(from), `the sample has no "${from}"`)
    text = text.replace(from, to)
  }
  const { findings, document } = judge(Buffer.from(text))
  const finding = findings.find((one) => one.rule === rule)
  assert.ok(finding, `${rule} is not found, but ${findings.map((one) => one.rule).join(' ')}`)
  return explain(finding, document, language)
}

test('every rule of both families and every fault has a text in both languages', () => {
  const rules = everyRule()
  assert.ok(rules.length > 1500, `only ${rules.length} rules`)
  const without = [...rules, 'no-scenario', 'undecided'].filter((rule) => textOfRule(rule) === undefined)
  assert.deepEqual(without, [])
  for (const rule of [...rules, ...Object.keys(faultTexts), ...Object.keys(structureTexts)]) {
    for (const language of languages) {
      const parts = textOfRule(rule)?.[language] ?? []
      assert.equal(parts.filter((part) => part.trim().length > 5).length, 3, `${rule} in ${language}`)
    }
  }
  assert.equal(textOfRule('BR-NO-SUCH-RULE'), undefined)
})

test('every mark in a text is a known term, figure or word', () => {
  const words = new Set([...Object.keys(figures), '.', 'path', 'name', 'value', 'type'])
  for (const rule of [...everyRule(), ...Object.keys(faultTexts), ...Object.keys(structureTexts)]) {
    for (const language of languages) {
      const text = (textOfRule(rule)?.[language] ?? []).join(' ')
      for (const [, id = ''] of text.matchAll(/\[([^\]]+)\]/g)) assert.ok(id in terms, `${rule}: [${id}]`)
      for (const [, mark = ''] of text.matchAll(/\{([^}]+)\}/g)) {
        const isKnown = mark in terms || words.has(mark) || mark.startsWith('@') || mark.startsWith('at ') || mark.startsWith('= ')
        assert.ok(isKnown, `${rule}: {${mark}}`)
        for (const [id] of mark.matchAll(/BT-[A-Z0-9-]+/g)) assert.ok(id in terms, `${rule}: {${mark}}`)
      }
    }
  }
})

test('every term and group has a name of its own in both languages', () => {
  for (const id of Object.keys(terms)) {
    for (const language of languages) {
      assert.notEqual(label(id, language), id)
      assert.notEqual(fullLabel(id, language), id)
    }
  }
})

test('a wrong total is told with what it should be, as people of the language write numbers', () => {
  const german = explained('BR-CO-15', 'de', ['>3777.00<', '>3777.10<'])
  assert.equal(
    german.wrong,
    'Netto (3.180,00) plus Umsatzsteuer (597,00) ergibt 3.777,00. In „Gesamtbetrag brutto“ (BT-112) stehen 3.777,10.',
  )
  assert.equal(german.consequence, 'Fehler: Die Rechnung wird so nicht angenommen.')
  const english = explained('BR-CO-15', 'en', ['>3777.00<', '>3777.10<'])
  assert.match(english.wrong, /^Net \(3,180\.00\) plus VAT \(597\.00\) comes to 3,777\.00\./)
})

test('the net amount of a VAT rate is summed from lines, allowances and charges', () => {
  const { wrong } = explained('BR-S-08', 'de', ['>3120.00<', '>3121.00<'])
  assert.match(wrong, /und dem Satz 19 % ergeben 3\.120,00\. In .* stehen 3\.121,00\./)
})

test('a finding in a line names the line and speaks of its values alone', () => {
  const { title, wrong } = explained('BR-CO-04', 'de', [
    '<cac:ClassifiedTaxCategory><cbc:ID>S</cbc:ID><cbc:Percent>7<',
    '<cac:ClassifiedTaxCategory><cbc:Percent>7<',
  ])
  assert.match(title, /^Position 3: /)
  assert.match(wrong, /Steuerkategorie der Position/)
  const unit = explained('BR-CL-23', 'en', ['unitCode="HUR">24', 'unitCode="STD">24'])
  assert.match(unit.title, /^Line 2: /)
  assert.match(unit.wrong, /"STD"/)
  assert.match(unit.consequence, /^Warning/)
})

test('a rule that the scenario lowers to a note asks for nothing', () => {
  assert.equal(explained('UBL-CR-646', 'de').todo, 'In dieser Art von Rechnung ist das zulässig. Es ist nichts zu tun.')
})

test('a structure fault names the element and its place', () => {
  const unexpected = explained('element-unexpected', 'de', ['<cbc:ID>2026-0815</cbc:ID>', '<cbc:Colour/><cbc:ID>2026-0815</cbc:ID>'])
  assert.match(unexpected.title, /Colour/)
  const date = explained('value-wrong', 'en', ['<cbc:DueDate>2026-12-24', '<cbc:DueDate>24.12.2026'])
  assert.match(date.wrong, /"24\.12\.2026".*a date.*DueDate/)
})

test('what is no XML is explained without a document', () => {
  const { findings, document } = judge(Buffer.from('<a>&</a>'))
  assert.ok(findings[0])
  const { title, todo } = explain(findings[0], document, 'de')
  assert.equal(title, 'Die Datei ist beschädigt')
  assert.doesNotMatch(todo, /[[{]/)
})

test('an unknown rule is named with its place and value', () => {
  const { document } = judge(Buffer.from(sample))
  const location = '/ubl:Invoice[1]/cac:InvoiceLine[2]/cac:Item[1]/cbc:Name[1]'
  const { title, wrong } = explain(
    { step: 'xrechnung', rule: 'BR-NEW-1', level: 'error', effectiveLevel: 'error', location },
    document,
    'en',
  )
  assert.equal(title, 'Line 2: Rule BR-NEW-1 is broken')
  assert.match(wrong, /InvoiceLine\[2\]\/Item\/Name.*"Wartung und Einweisung"/)
})

test('sums show all their digits, so that less than a cent is seen; negative halves are rounded up', () => {
  assert.equal(toDecimal((scaled('2.75') ?? 0n) - (scaled('0.275') ?? 0n)), '2.475')
  assert.deepEqual(
    ['1.005', '-1.005', '-0.001', '7'].map((text) => toCents(scaled(text) ?? 0n)),
    ['1.01', '-1.00', '0.00', '7.00'],
  )
  assert.equal(scaled('1,5'), undefined)
})
