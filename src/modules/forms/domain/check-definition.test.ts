// Faults that keep a form from being published.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { checkDefinition } from './check-definition.ts'
import type { Condition, Field, FormDefinition, Member } from './definition.ts'

const once = { min: 1, max: 1 }
const field = (key: string, changes: Partial<Field> = {}): Field => ({
  kind: 'field',
  key,
  type: 'text',
  label: { de: key },
  occurs: once,
  ...changes,
})
const form = (members: readonly Member[], changes: Partial<FormDefinition> = {}): FormDefinition => ({
  key: 'f',
  version: '1',
  title: { de: 'F' },
  pages: [{ kind: 'group', key: 'p', title: { de: 'P' }, occurs: once, members }],
  ...changes,
})
const problems = (definition: FormDefinition): string[] =>
  checkDefinition(definition, new Set(['country'])).map(({ path, problem }) => `${path} ${problem}`)
const when = (path: string, equals = 'yes'): { when: Condition } => ({ when: { path, equals } })

test('a sound form has no faults', () => {
  const sound = form([
    field('a', { type: 'yes-no' }),
    field('b', { ...when('p.a'), type: 'choice', codeList: 'country' }),
    field('c', { type: 'file', occurs: { min: 0, max: 5 } }),
  ])
  assert.deepEqual(problems(sound), [])
})

const wrong: readonly [string, FormDefinition, string][] = [
  ['two members of one key', form([field('a'), field('a')]), 'p.a key-twice'],
  ['a key with a dot', form([field('a.b')]), 'p.a.b key-shape'],
  ['an unknown code list', form([field('a', { type: 'choice', codeList: 'dogs' })]), 'p.a unknown-code-list'],
  ['a choice of nothing', form([field('a', { type: 'choice' })]), 'p.a no-choices'],
  ['a text with choices', form([field('a', { choices: [] })]), 'p.a no-choices'],
  [
    'the same value twice',
    form([
      field('a', {
        type: 'choice',
        choices: [
          { value: '1', label: { de: 'A' } },
          { value: '1', label: { de: 'B' } },
        ],
      }),
    ]),
    'p.a choice-twice',
  ],
  ['a condition on nothing', form([field('a', when('p.b'))]), 'p.a condition-path'],
  ['a condition that never holds', form([field('a', { type: 'yes-no' }), field('b', when('p.a', 'ja'))]), 'p.b condition-value'],
  ['a member that depends on itself', form([field('a', when('p.a'))]), 'p.a condition-cycle'],
  ['two that wait for each other', form([field('a', when('p.b')), field('b', when('p.a'))]), 'p.a condition-cycle'],
  [
    'a group that waits for its own member',
    form([{ kind: 'group', key: 'g', title: { de: 'G' }, occurs: once, ...when('p.g.a'), members: [field('a')] }]),
    'p.g condition-cycle',
  ],
  ['a text answered five times', form([field('a', { occurs: { min: 0, max: 5 } })]), 'p.a occurs'],
  ['more at least than at most', form([field('a', { type: 'file', occurs: { min: 3, max: 2 } })]), 'p.a occurs'],
  ['an empty group', form([]), 'p empty-group'],
  ['lengths the wrong way round', form([field('a', { minLength: 5, maxLength: 2 })]), 'p.a bounds'],
  ['a broken pattern', form([field('a', { pattern: { expression: '(', message: { de: 'x' } } })]), 'p.a pattern'],
  ['a field without a label', form([field('a', { label: { de: '' } })]), 'p.a no-label'],
  [
    'a check at nothing',
    form([field('a')], { checks: [{ path: 'p.z', valid: { path: 'p.a', isAnswered: true }, message: { de: 'x' } }] }),
    'p.z condition-path',
  ],
]
for (const [what, definition, fault] of wrong) {
  test(`${what} is a fault`, () => assert(problems(definition).includes(fault), JSON.stringify(problems(definition))))
}
