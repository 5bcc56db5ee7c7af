// Scenario, structure, levels and verdict, and which rule set decides on which day.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { parseDay } from '#kernel/dates.ts'
import { extensionSpecification, following, sampleInvoice } from '../testing/sample-invoices.ts'
import { judge } from './judge.ts'
import { ruleSetOn } from './rule-sets.ts'
import { scenarios } from './scenarios.ts'

test('a sound invoice is accepted in its scenario', () => {
  const { findings, verdict, scenario, xsdValid, syntax } = judge(sampleInvoice('ubl'))
  assert.deepEqual(
    { findings, verdict, scenario, xsdValid, syntax },
    { findings: [], verdict: 'accept', scenario: 'EN16931 XRechnung (UBL Invoice)', xsdValid: true, syntax: 'ubl-invoice' },
  )
  assert.equal(judge(sampleInvoice('cii')).verdict, 'accept')
  assert.equal(judge(sampleInvoice('cii', following(extensionSpecification))).scenario, 'EN16931 XRechnung Extension (CII)')
})

test('without a scenario nothing else is asked', () => {
  const judgement = judge(
    sampleInvoice('ubl', following('urn:cen.eu:en16931:2017#compliant#urn:fdc:peppol.eu:2017:poacc:billing:3.0'), ['107.00', 'x']),
  )
  assert.equal(judgement.verdict, 'reject')
  assert.deepEqual(
    judgement.findings.map(({ step, rule }) => [step, rule]),
    [['scenario', 'no-scenario']],
  )
  assert.equal(judgement.xsdValid, undefined)
})

test('two specifications that each fit a scenario are none', () => {
  const parameter =
    /<ram:GuidelineSpecifiedDocumentContextParameter>.*<\/ram:GuidelineSpecifiedDocumentContextParameter>/.exec(
      sampleInvoice('cii').toString(),
    )?.[0] ?? ''
  const both = sampleInvoice('cii', [
    parameter,
    `${parameter}<ram:GuidelineSpecifiedDocumentContextParameter><ram:ID>urn:cen.eu:en16931:2017</ram:ID></ram:GuidelineSpecifiedDocumentContextParameter>`,
  ])
  assert.equal(judge(both).findings[0]?.rule, 'no-scenario')
})

test('the invoice of UBL is asked for the whole text, the others for one text node', () => {
  const cut: readonly [string, string] = ['xrechnung_3.0<', 'xrechnung_<!-- -->3.0<']
  assert.equal(judge(sampleInvoice('ubl', cut)).scenario, 'EN16931 XRechnung (UBL Invoice)')
  assert.equal(judge(sampleInvoice('cii', cut)).scenario, undefined)
})

test('a broken structure rejects before any rule', () => {
  const judgement = judge(sampleInvoice('ubl', ['<cbc:ID>R-1</cbc:ID>', ''], ['<cac:PaymentTerms>', '<cac:Nonsense/><cac:PaymentTerms>']))
  assert.equal(judgement.verdict, 'reject')
  assert.equal(judgement.xsdValid, false)
  assert.ok(judgement.findings.length > 0)
  assert.ok(judgement.findings.every(({ step }) => step === 'structure'))
})

test('the level of the scenario decides, and the own level of the rule is told too', () => {
  const judgement = judge(sampleInvoice('ubl', ['unitCode="H87"', 'unitCode="BOX"']))
  assert.deepEqual(
    judgement.findings.map(({ rule, level, effectiveLevel }) => [rule, level, effectiveLevel]),
    [['BR-CL-23', 'error', 'warning']],
  )
  assert.equal(judgement.verdict, 'accept')
})

test('a rule that breaks off makes the verdict undefined; the other step keeps its findings', () => {
  const terms = '<ram:SpecifiedTradePaymentTerms><ram:Description>30 Tage netto</ram:Description></ram:SpecifiedTradePaymentTerms>'
  const discount = terms.replace('30 Tage netto', '#SKONTO#TAGE=1#PROZENT=2.00#\n')
  const judgement = judge(sampleInvoice('cii', [terms, discount + terms]))
  assert.equal(judgement.verdict, 'undefined')
  assert.equal(judgement.xsdValid, true)
  const rules = judgement.findings.map(({ step, rule }) => `${step} ${rule}`)
  assert.ok(rules.includes('scenario undecided'))
  assert.ok(rules.includes('en16931 CII-SR-452'))
  assert.ok(!rules.some((rule) => rule.startsWith('xrechnung ')))
})

test('bytes that are no XML are rejected with the line of the fault', () => {
  const judgement = judge(Buffer.from('<a>\n<b></a>'))
  assert.equal(judgement.verdict, 'reject')
  assert.equal(judgement.findings[0]?.step, 'xml')
  assert.equal(judgement.findings[0]?.line, 2)
})

test('the official rule set in force on the day of receipt decides; earlier invoices are judged by the first', () => {
  assert.equal(ruleSetOn(parseDay('2026-02-01')).name, '2026-01-31')
  assert.equal(ruleSetOn(parseDay('2020-01-01')).name, '2026-01-31')
  assert.equal(ruleSetOn().name, '2026-01-31')
  assert.equal(judge(sampleInvoice('ubl'), { rules: 'en16931-1.3.16' }).ruleSet, 'en16931-1.3.16')
})

test('there are eleven scenarios of different names', () => {
  assert.equal(new Set(scenarios.map(({ name }) => name)).size, 11)
})
