// From FIM schemas to forms: nothing is dropped without a line in the report.
import assert from 'node:assert/strict'
import { readFile } from 'node:fs/promises'
import { test } from 'node:test'
import type { Described, Field as FimField, Group as FimGroup, Message, Schema, Structure } from '#standards/xdatenfelder'
import { decodeXdatenfelder, encodeXdatenfelder } from '#standards/xdatenfelder'
import { readCodeLists } from '../shipped-forms.ts'
import { checkDefinition } from './check-definition.ts'
import type { Field, Member } from './definition.ts'
import type { ImportedForm } from './from-fim.ts'
import { formFromFim } from './from-fim.ts'
import { placesOf } from './walk.ts'

const codeLists = await readCodeLists()
const known = new Set(codeLists.map((list) => list.name))

function described(id: string): Described {
  const empty = {
    description: '',
    definition: '',
    statusSetOn: '',
    statusSetBy: '',
    creator: '',
    versionNote: '',
    validFrom: '',
    validUntil: '',
  }
  const texts = { releasedOn: '', publishedOn: '', labelInput: `Label ${id}`, labelOutput: '', helpInput: '', helpOutput: '' }
  const rest = { references: [], keywords: [], relations: [], status: '6' as const, changedAt: '2026-01-01T00:00:00Z' }
  return { identification: { id, version: '1.0.0' }, name: `Name ${id}`, ...empty, ...texts, ...rest }
}

function field(id: string, changes: Partial<FimField> = {}): FimField {
  const constraints = { minLength: undefined, maxLength: undefined, minValue: '', maxValue: '', pattern: '', note: '' }
  const own = { kind: 'field', elementKind: 'HAR', fieldKind: 'input', dataType: 'text', prefilling: 'keine' } as const
  const lists = { values: [], codeList: undefined, codeKey: '', nameKey: '', helpKey: '', maxSize: undefined, mediaTypes: [], rules: [] }
  return { ...described(id), ...own, constraints, content: '', ...lists, ...changes }
}

function group(id: string, members: readonly Structure[]): FimGroup {
  return { ...described(id), kind: 'group', elementKind: 'HAR', isChoice: false, rules: [], members }
}

function place(contains: FimField | FimGroup, min = 1, max: number | null = 1): Structure {
  return { min, max, references: [], contains }
}

function bound(changes: Partial<FimField['constraints']>): FimField['constraints'] {
  return { minLength: undefined, maxLength: undefined, minValue: '', maxValue: '', pattern: '', note: '', ...changes }
}

function importOf(members: readonly Structure[], changes: Partial<Schema> = {}): ImportedForm {
  const own = { structureChanges: '', appearanceChanges: '', documentProfile: undefined, rules: [] }
  const root: Schema = { ...described('S17000000001'), kind: 'schema', ...own, members, ...changes }
  const message: Message = { standard: '3.0.0', header: { messageId: 'm', createdAt: '2026-01-01T00:00:00Z', referenceId: '' }, root }
  const decoded = decodeXdatenfelder(encodeXdatenfelder(message))
  assert(decoded.message !== undefined && decoded.isValid, JSON.stringify(decoded.issues))
  return formFromFim({ ...decoded, message: decoded.message }, codeLists)
}

/** The only field of a form with one field. */
function fieldOf(changes: Partial<FimField>, min = 1, max: number | null = 1): { member: Member | undefined; notes: string[] } {
  const { definition, report } = importOf([place(group('G17000000001', [place(field('F17000000001', changes), min, max)]))])
  return { member: definition.pages[0]?.members[0], notes: report.notes.map((note) => `${note.verdict}: ${note.what}`) }
}

function asField(member: Member | undefined): Field {
  assert(member?.kind === 'field')
  return member
}

test('every place of the shipped schema is in the form or in the report', async () => {
  const decoded = decodeXdatenfelder(await readFile(new URL('../../../../data/forms/blaue-karte-eu.xdf3.xml', import.meta.url)))
  assert(decoded.message?.root.kind === 'schema')
  const { definition, report } = formFromFim({ ...decoded, message: decoded.message }, codeLists)
  const count = (members: readonly Structure[]): string[] =>
    members.flatMap(({ contains }) => [
      `${contains.identification.id}V${contains.identification.version}`,
      ...(contains.kind === 'group' ? count(contains.members) : []),
    ])
  const inSource = count(decoded.message.root.members)
  const inForm = placesOf(definition).map(({ member }) => member.source)
  const inReport = report.notes.map((note) => note.element)
  assert.deepEqual(
    inSource.filter((source) => !inForm.includes(source) && !inReport.includes(source)),
    [],
  )
  assert.equal(report.placesInSource, 117)
  assert.equal(report.placesTaken, 117)
  assert.equal(definition.proseRules?.length, 3)
  assert.deepEqual(checkDefinition(definition, known), [])
  assert(report.notes.every((note) => note.line > 0))
})

test('the same schema gives the same keys again', () => {
  const members = [place(group('G17000000001', [place(field('F17000000001')), place(field('F17000000001')), place(field('F17000000002'))]))]
  const keys = () => placesOf(importOf(members).definition).map(({ path }) => path)
  assert.deepEqual(keys(), ['G17000000001', 'G17000000001.F17000000001', 'G17000000001.F17000000001x2', 'G17000000001.F17000000002'])
  assert.deepEqual(keys(), keys())
})

test('fields at the top are gathered on a page, in their order among the groups', () => {
  const { definition } = importOf([
    place(field('F17000000001')),
    place(group('G17000000001', [place(field('F17000000002'))])),
    place(field('F17000000003')),
    place(field('F17000000004')),
  ])
  assert.deepEqual(
    definition.pages.map((page) => page.members.length),
    [1, 1, 2],
  )
})

test('a large group becomes one page per inner group, and nothing gets lost', () => {
  const fields = (first: number) => Array.from({ length: 6 }, (_, index) => place(field(`F170000000${first + index}`)))
  const { definition, report } = importOf([
    place(group('G17000000001', [...fields(10), place(group('G17000000002', fields(20))), place(group('G17000000003', fields(30)))]), 0),
  ])
  assert.deepEqual(
    definition.pages.map((page) => [page.members.length, page.occurs.min]),
    [
      [6, 0],
      [6, 0],
      [6, 0],
    ],
  )
  assert.equal(report.placesTaken, report.placesInSource)
})

test('a repeatable group at the top stands on a page of its own', () => {
  const { definition } = importOf([place(group('G17000000001', [place(field('F17000000001'))]), 0, null)])
  assert.deepEqual(definition.pages[0]?.occurs, { min: 1, max: 1 })
  assert.deepEqual(definition.pages[0]?.members[0]?.occurs, { min: 0, max: null })
})

const types = [
  ['text', 'text'],
  ['text_latin', 'name'],
  ['date', 'day'],
  ['time', 'time'],
  ['datetime', 'instant'],
  ['bool', 'yes-no'],
  ['num', 'decimal'],
  ['num_int', 'integer'],
  ['num_currency', 'money'],
  ['file', 'file'],
] as const
for (const [dataType, type] of types) {
  test(`a ${dataType} is asked as ${type}`, () => assert.equal(asField(fieldOf({ dataType }).member).type, type))
}

test('lengths, ranges and patterns are taken over where the type has them', () => {
  const text = asField(fieldOf({ constraints: bound({ minLength: 1, maxLength: 80, pattern: '[A-Z]{2}\\d+' }) }).member)
  assert.deepEqual([text.minLength, text.maxLength, text.pattern?.expression], [1, 80, '[A-Z]{2}\\d+'])
  const money = asField(fieldOf({ dataType: 'num_currency', constraints: bound({ minValue: '1,5', maxValue: '200' }) }).member)
  assert.deepEqual([money.minimum, money.maximum], ['150', '20000'])
  const day = asField(fieldOf({ dataType: 'date', constraints: bound({ minValue: '2000-01-01' }) }).member)
  assert.equal(day.minimum, '2000-01-01')
})

test('what a field cannot hold is reported, not dropped', () => {
  assert(fieldOf({ constraints: bound({ pattern: '\\i\\c*' }) }).notes.includes('lost: pattern \\i\\c*'))
  assert(fieldOf({ constraints: bound({ pattern: '[a-z-[aeiou]]' }) }).notes.includes('lost: pattern [a-z-[aeiou]]'))
  assert(fieldOf({ dataType: 'date', constraints: bound({ minValue: 'gestern' }) }).notes.includes('lost: least value gestern'))
  assert(fieldOf({ dataType: 'bool', constraints: bound({ maxLength: 3 }) }).notes.includes('lost: length'))
  assert(fieldOf({ constraints: bound({ note: 'nur Großbuchstaben' }) }).notes.includes('lost: note on the input'))
  assert(fieldOf({ dataType: 'obj' }).notes.includes('lost: static object'))
  assert(fieldOf({ prefilling: 'optional' }).notes.includes('changed: prefilling optional'))
  assert(fieldOf({ fieldKind: 'locked', content: 'x' }).notes.includes('changed: locked field'))
  assert(fieldOf({ keywords: [{ text: 'Wort', uri: '' }], definition: 'D' }).notes.includes('aside: name, definition, keywords'))
})

test('choices come from values or from a known code list; an unknown list is reported', () => {
  const listed = asField(fieldOf({ fieldKind: 'select', values: [{ code: 'a', name: 'Ah', help: 'Hilfe' }] }).member)
  assert.deepEqual(listed.choices, [{ value: 'a', label: { de: 'Ah' }, hint: { de: 'Hilfe' } }])
  const reference = { id: '', version: '2024-08-01', canonicalVersionUri: '' }
  const uri = 'urn:de:bund:destatis:bevoelkerungsstatistik:schluessel:staat'
  assert.equal(asField(fieldOf({ fieldKind: 'select', codeList: { ...reference, canonicalUri: uri } }).member).codeList, 'country')
  const unknown = fieldOf({ fieldKind: 'select', codeList: { ...reference, canonicalUri: 'urn:unknown' } })
  assert.equal(asField(unknown.member).type, 'text')
  assert(unknown.notes.includes('lost: choice (urn:unknown)'))
  assert.equal(asField(fieldOf({ fieldKind: 'select', values: [{ code: 'a', name: 'A', help: '' }] }, 0, null).member).type, 'choices')
})

test('a label is a note, help is a hint, a legal source says why', () => {
  assert.deepEqual(asField(fieldOf({ fieldKind: 'label', content: 'Bitte lesen.' }).member).hint, { de: 'Bitte lesen.' })
  const asked = fieldOf({
    helpInput: 'So geht es.',
    references: [
      { text: '§ 3 BMG', link: '' },
      { text: 'XInneres', link: 'https://x' },
    ],
  })
  assert.deepEqual([asField(asked.member).hint?.de, asField(asked.member).why?.de], ['So geht es.', '§ 3 BMG'])
  assert(asked.notes.includes('aside: reference'))
})

test('a field that may stand more than once becomes numbered lines or a repeatable group', () => {
  const lines = importOf([place(group('G17000000001', [place(field('F17000000001'), 2, 5)]))]).definition.pages[0]?.members
  assert.deepEqual(
    lines?.map((line) => [line.key, line.occurs.min]),
    [
      ['F17000000001n1', 1],
      ['F17000000001n2', 1],
      ['F17000000001n3', 0],
      ['F17000000001n4', 0],
      ['F17000000001n5', 0],
    ],
  )
  const many = fieldOf({}, 0, null)
  assert(many.member?.kind === 'group')
  assert.equal(many.member.occurs.max, null)
  assert.deepEqual(asField(fieldOf({ dataType: 'file' }, 1, null).member).occurs, { min: 1, max: null })
})
