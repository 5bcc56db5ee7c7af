// Tests of the domain of cases: state table, signing rule, places in templates, judgement.
import assert from 'node:assert/strict'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { test } from 'node:test'
import fc from 'fast-check'
import { newId } from '#kernel/ids.ts'
import { deadlineColour } from './case-list.ts'
import { decisionStates, decisionSteps, fillText, type JudgementField, placesIn, refusesSignature } from './decision.ts'
import { faultsOf, judgementAsTyped, judgementInWords, readJudgement } from './judgement.ts'
import { type CaseState, caseStates, caseSteps, mayBecome, openStates, toldAs } from './states.ts'

test('the database knows the same words of states as the tables', async () => {
  const migration = await readFile(join(import.meta.dirname, '..', '..', '..', '..', 'migrations', '0080-cases-create.sql'), 'utf8')
  const lists = [...migration.matchAll(/check \(state in \(([^)]*)\)\)/g)].map((match) => (match[1] ?? '').replaceAll("'", '').split(', '))
  assert.deepEqual(lists, [[...caseStates], [...decisionStates]])
})

test('whatever steps are tried, a case is delivered only after it was decided, and decided only from an open state', () => {
  fc.assert(
    fc.property(fc.array(fc.constantFrom(...caseStates), { maxLength: 40 }), (wishes) => {
      let state: CaseState = 'received'
      for (const wish of wishes) {
        if (!mayBecome(state, wish)) continue
        if (wish === 'delivered') assert.equal(state, 'decided')
        if (wish === 'decided') assert.ok(openStates.includes(state))
        if (wish === 'closed') assert.equal(state, 'delivered')
        assert.notEqual(wish, 'received')
        state = wish
      }
    }),
  )
})

test('from every state a case can be brought to its end, and each state is told to the person', () => {
  for (const start of caseStates) {
    const seen = new Set<CaseState>([start])
    for (const state of seen) for (const next of caseSteps[state]) seen.add(next)
    assert.ok(seen.has('closed'), start)
    assert.ok(toldAs[start])
  }
  assert.deepEqual(decisionSteps.issued, [])
  assert.ok(!decisionSteps.signed.includes('draft'), 'what is signed is never a draft again')
})

test('where four eyes are due, only a lead who did not draft it signs', () => {
  const [drafter, other] = [newId<'staff'>(), newId<'staff'>()]
  assert.equal(refusesSignature({ fourEyes: true, drafter, signer: drafter, isLead: true }), 'own-draft')
  assert.equal(refusesSignature({ fourEyes: true, drafter, signer: drafter, isLead: false }), 'not-lead')
  assert.equal(refusesSignature({ fourEyes: true, drafter, signer: other, isLead: false }), 'not-lead')
  assert.equal(refusesSignature({ fourEyes: true, drafter, signer: other, isLead: true }), undefined)
  assert.equal(refusesSignature({ fourEyes: false, drafter, signer: drafter, isLead: false }), undefined)
})

test('a value that looks like a place is not filled again', () => {
  const filled = fillText('{{ a }} und {{b}}', { a: '{{b}}', b: '' })
  assert.deepEqual(filled, { text: '{{b}} und …', missing: ['b'] })
  assert.deepEqual(placesIn('{{dogs.dog.name}} {{ today }} {x}'), ['dogs.dog.name', 'today'])
  assert.deepEqual(fillText('{{constructor}}', {}).missing, ['constructor'])
})

const fields: readonly JudgementField[] = [
  { key: 'on', label: 'Tag', type: 'day' },
  { key: 'fee', label: 'Gebühr', type: 'money' },
  { key: 'kind', label: 'Art', type: 'choice', choices: [{ value: 'only', label: 'alleinige Wohnung' }] },
  { key: 'remark', label: 'Bemerkung', type: 'long-text', isOptional: true },
]
const read = (values: Readonly<Record<string, string>>) => readJudgement(fields, (key) => values[key] ?? '')

test('judgement is stored exactly, printed in words and shown again as it was typed', () => {
  const { judgement, faults } = read({ on: '1.12.2026', fee: '1.234,50 €', kind: 'only', remark: '  ' })
  const stored: Readonly<Record<string, string>> = judgement
  assert.deepEqual(faults, {})
  assert.deepEqual(judgement, { on: '2026-12-01', fee: '123450', kind: 'only' })
  assert.deepEqual(faultsOf(fields, stored), [])
  const inWords = fields.map((field) => judgementInWords(field, stored[field.key] ?? ''))
  assert.deepEqual(inWords, ['1. Dezember 2026', '1.234,50 Euro', 'alleinige Wohnung', ''])
  assert.deepEqual(
    fields.slice(0, 2).map((field) => judgementAsTyped(field, stored[field.key] ?? '')),
    ['01.12.2026', '1.234,50'],
  )
})

test('what cannot be read stays as it was typed and can never stand in a notice', () => {
  const { judgement, faults } = read({ on: '31.2.2026', fee: '-5', kind: 'other' })
  assert.deepEqual(faults, { on: 'no-day', fee: 'no-money', kind: 'no-choice' })
  assert.equal(judgement['on'], '31.2.2026')
  assert.deepEqual(faultsOf(fields, judgement), ['on', 'fee', 'kind'])
  assert.deepEqual(read({}).faults, { on: 'missing', fee: 'missing', kind: 'missing' })
  fc.assert(
    fc.property(fc.string(), (text) => {
      const once = read({ on: text, fee: text, kind: text })
      for (const field of fields) {
        const stored = once.judgement[field.key] ?? ''
        const isPrinted = judgementInWords(field, stored) !== ''
        assert.equal(isPrinted && field.isOptional !== true, once.faults[field.key] === undefined && field.isOptional !== true)
      }
    }),
  )
})

test('a deadline is late from the next day on and soon in its last three days', () => {
  assert.deepEqual([-1, 0, 3, 4].map(deadlineColour), ['late', 'soon', 'soon', 'calm'])
})
