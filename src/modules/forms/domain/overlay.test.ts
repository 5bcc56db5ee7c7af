// Overlays: every imported question is placed once or left out with a reason.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Field, FormDefinition } from './definition.ts'
import type { Overlay } from './overlay.ts'
import { applyOverlay } from './overlay.ts'

const field = (key: string): Field => ({
  kind: 'field',
  key,
  type: 'text',
  label: { de: key },
  occurs: { min: 1, max: 1 },
  source: `${key}V1`,
})
const imported: FormDefinition = {
  key: 's1',
  version: '1',
  title: { de: 'S' },
  pages: [
    { kind: 'group', key: 'G1', title: { de: 'G' }, occurs: { min: 1, max: 1 }, members: [field('F1'), field('F2')], source: 'G1V1' },
  ],
  proseRules: [{ id: 'R1', text: 'Regel', path: 'G1' }],
}
const overlay = (changes: Partial<Overlay>): Overlay => ({ key: 's', version: '2', title: { de: 'Neu' }, pages: [], ...changes })
const page = (members: Overlay['pages'][number]['members']): Overlay['pages'] => [{ key: 'person', title: { de: 'Person' }, members }]

test('an overlay renames, reorders, adds and keeps the source', () => {
  const result = applyOverlay(
    imported,
    overlay({
      pages: page([
        { from: 'G1.F2', key: 'name', type: 'name', prefill: 'familyName' },
        { group: { key: 'more', title: { de: 'Mehr' } }, members: [{ from: 'G1.F1' }] },
        { add: field('new1') },
      ]),
    }),
  )
  assert(result.ok)
  const [first] = result.definition.pages
  assert.deepEqual(
    first?.members.map((member) => [member.key, member.source]),
    [
      ['name', 'F2V1'],
      ['more', undefined],
      ['new1', 'new1V1'],
    ],
  )
  assert.deepEqual(result.definition.proseRules, [{ id: 'R1', text: 'Regel', path: 'person.more.F1' }])
})

test('a whole group can be taken as it is, or with its members in another order', () => {
  const whole = applyOverlay(imported, overlay({ pages: page([{ from: 'G1', key: 'group1', when: { path: 'x', isAnswered: true } }]) }))
  assert(whole.ok)
  const turned = applyOverlay(imported, overlay({ pages: page([{ from: 'G1', members: [{ from: 'G1.F2' }, { from: 'G1.F1' }] }]) }))
  assert(turned.ok)
})

const wrong: readonly [string, Partial<Overlay>, readonly string[]][] = [
  ['a path that does not exist', { pages: page([{ from: 'G1' }, { from: 'G1.F9' }]) }, ['G1.F9 unknown-path']],
  ['a question placed twice', { pages: page([{ from: 'G1' }, { from: 'G1.F1' }]) }, ['G1.F1 placed-twice']],
  ['a question forgotten', { pages: page([{ from: 'G1.F1' }]) }, ['G1.F2 not-placed']],
  ['a reason for what does not exist', { pages: page([{ from: 'G1' }]), leaveOut: [{ from: 'G2', why: 'x' }] }, ['G2 unknown-path']],
  ['members of a field', { pages: page([{ from: 'G1.F1', members: [] }, { from: 'G1.F2' }]) }, ['G1.F1 not-a-group']],
]
for (const [what, changes, expected] of wrong) {
  test(`${what} is an error`, () => {
    const result = applyOverlay(imported, overlay(changes))
    assert(!result.ok)
    assert.deepEqual(
      result.errors.map(({ path, problem }) => `${path} ${problem}`),
      expected,
    )
  })
}

test('a question left out with a reason is no error', () => {
  assert(applyOverlay(imported, overlay({ pages: page([{ from: 'G1.F1' }]), leaveOut: [{ from: 'G1.F2', why: 'Nicht nötig.' }] })).ok)
})
