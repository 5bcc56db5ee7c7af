// Writing version 3 and reading it again gives the same message.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import {
  dataTypesOfVersion3,
  documentKinds,
  elementKinds,
  fieldKindsOfVersion3,
  prefillings,
  ruleKinds,
  statusesOfVersion3,
} from './codes.ts'
import type { Described, Field, Group, Message, Rule, Structure } from './index.ts'
import { decodeXdatenfelder, encodeXdatenfelder } from './index.ts'

const characters = fc.constantFrom(...Array.from('abzÄß€𝔸<>&"\'\n\r\t ]]>=%-ı\u00a0'))
const raw = fc.array(characters, { maxLength: 12 }).map((parts) => parts.join(''))
const text = raw.map((value) => value.trim())
const filled = text.map((value) => value || 'x')
const day = fc
  .date({ min: new Date('2000-01-01'), max: new Date('2090-01-01'), noInvalidDate: true })
  .map((date) => date.toISOString().slice(0, 10))
const maybeDay = fc.oneof(fc.constant(''), day)
const instant = fc.date({ min: new Date('2000-01-01'), max: new Date('2090-01-01'), noInvalidDate: true }).map((date) => date.toISOString())
const identification = fc.record({ id: filled, version: fc.constantFrom('', '1.0.0', '12.3.4') })
const references = fc.array(fc.record({ text: filled, link: text }), { maxLength: 2 })
const keywords = fc.array(fc.record({ text: filled, uri: text }), { maxLength: 2 })
const count = fc.option(fc.nat({ max: 999 }), { nil: undefined })

const described: fc.Arbitrary<Described> = fc.record({
  identification,
  name: filled,
  description: text,
  definition: text,
  references,
  status: fc.constantFrom(...statusesOfVersion3),
  statusSetOn: maybeDay,
  statusSetBy: text,
  creator: fc.constant(''),
  versionNote: text,
  validFrom: maybeDay,
  validUntil: maybeDay,
  releasedOn: fc.constant(''),
  publishedOn: maybeDay,
  changedAt: instant,
  labelInput: text,
  labelOutput: text,
  helpInput: text,
  helpOutput: text,
  keywords,
  relations: fc.array(fc.record({ predicate: fc.constantFrom('ABL' as const, 'ERS' as const, 'EQU' as const), target: identification }), {
    maxLength: 2,
  }),
})

const rule: fc.Arbitrary<Rule> = fc.record({
  identification,
  name: filled,
  description: text,
  definition: fc.constant(''),
  freeText: text,
  references,
  creator: text,
  changedAt: instant,
  ruleKind: fc.option(fc.constantFrom(...ruleKinds), { nil: undefined }),
  script: text,
  keywords,
  status: fc.constant(undefined),
  labelInput: fc.constant(''),
  versionNote: fc.constant(''),
  validFrom: fc.constant(''),
  validUntil: fc.constant(''),
  releasedOn: fc.constant(''),
  publishedOn: fc.constant(''),
})
const rules = fc.array(rule, { maxLength: 2 })

const ownOfField = fc.record({
  kind: fc.constant('field' as const),
  elementKind: fc.constantFrom(...elementKinds),
  fieldKind: fc.constantFrom(...fieldKindsOfVersion3),
  dataType: fc.constantFrom(...dataTypesOfVersion3),
  constraints: fc.record({ minLength: count, maxLength: count, minValue: text, maxValue: text, pattern: raw, note: text }),
  content: text,
  prefilling: fc.constantFrom(...prefillings),
  values: fc.uniqueArray(fc.record({ code: filled, name: filled, help: text }), { maxLength: 3, selector: (value) => value.code }),
  codeList: fc.option(fc.record({ id: fc.constant(''), canonicalUri: filled, version: text, canonicalVersionUri: text }), {
    nil: undefined,
  }),
  codeKey: text,
  nameKey: text,
  helpKey: text,
  maxSize: count,
  mediaTypes: fc.array(filled, { maxLength: 2 }),
  rules,
})
const field: fc.Arbitrary<Field> = fc.tuple(described, ownOfField).map(([common, own]) => ({ ...common, ...own }))

function structureOf(contains: fc.Arbitrary<Group | Field>): fc.Arbitrary<Structure> {
  const occurs = fc.tuple(fc.nat({ max: 5 }), fc.option(fc.integer({ min: 5, max: 99 })))
  return fc.tuple(occurs, references, contains).map(([[min, max], sources, part]) => ({ min, max, references: sources, contains: part }))
}
function groupOf(contains: fc.Arbitrary<Group | Field>): fc.Arbitrary<Group> {
  const own = fc.record({
    kind: fc.constant('group' as const),
    elementKind: fc.constantFrom(...elementKinds),
    isChoice: fc.boolean(),
    rules,
    members: fc.array(structureOf(contains), { maxLength: 3 }),
  })
  return fc.tuple(described, own).map(([common, rest]) => ({ ...common, ...rest }))
}
const group = groupOf(fc.oneof(field, groupOf(field)))
const schema = fc
  .tuple(
    described,
    fc.record({
      kind: fc.constant('schema' as const),
      structureChanges: fc.constantFrom('', '0', '3'),
      appearanceChanges: fc.constantFrom('', '0', '1'),
      documentProfile: fc.option(identification, { nil: undefined }),
      rules,
      members: fc.array(structureOf(fc.oneof(field, group)), { maxLength: 3 }),
    }),
  )
  .map(([common, own]) => ({ ...common, ...own, labelOutput: '', helpOutput: '' }))
const profile = fc
  .tuple(
    described,
    fc.record({
      kind: fc.constant('document-profile' as const),
      isAbstract: fc.boolean(),
      documentKind: fc.constantFrom(...documentKinds),
    }),
  )
  .map(([common, own]) => ({ ...common, ...own, labelOutput: '', helpOutput: '' }))
const message: fc.Arbitrary<Message> = fc.record({
  standard: fc.constant('3.0.0' as const),
  header: fc.record({ messageId: filled, createdAt: instant, referenceId: text }),
  root: fc.oneof(schema, group, field, profile),
})

test('a message of version 3, written and read again, is the same and valid', () => {
  fc.assert(
    fc.property(message, (original) => {
      const decoded = decodeXdatenfelder(encodeXdatenfelder(original))
      assert.deepEqual(decoded.message, structuredClone(original))
      assert.deepEqual(
        decoded.issues.filter((issue) => issue.severity === 'error'),
        [],
      )
    }),
    { numRuns: 200 },
  )
})

test('any single broken byte is either refused or still a message, never a crash', () => {
  const [sample] = fc.sample(message, { numRuns: 1, seed: 7 })
  assert(sample !== undefined)
  const bytes = encodeXdatenfelder(sample)
  fc.assert(
    fc.property(fc.nat({ max: bytes.length - 1 }), fc.nat({ max: 255 }), (place, value) => {
      const broken = bytes.slice()
      broken[place] = value
      assert.equal(typeof decodeXdatenfelder(broken).isValid, 'boolean')
    }),
  )
})
