// Tests of the workplace's domain: addresses of lists, changes between versions, what may be shown.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { newId } from '#kernel/ids.ts'
import { deadlineWord } from '../texts.ts'
import { type AnsweredGroup, compareAnswers } from './changes.ts'
import { isPreviewable, sizeInWords } from './shown.ts'
import { listQuery, listTabs, readListView } from './work-list.ts'

test('what a list shows survives the way through its address', () => {
  const view = fc.record({
    tab: fc.constantFrom(...listTabs),
    order: fc.constantFrom('due' as const, 'received' as const),
    service: fc.constantFrom('', 'hundesteuer-anmeldung', 'blaue-karte-eu'),
    words: fc.string({ maxLength: 60 }).map((text) => text.replaceAll('\u0000', '').trim()),
  })
  fc.assert(
    fc.property(view, (given) => {
      const after = { key: given.order === 'due' ? '2026-12-01' : '2026-12-01T10:00:00.000Z', caseId: newId<'case'>() }
      for (const shown of [
        { ...given, after },
        { ...given, after: undefined },
      ]) {
        assert.deepEqual(readListView(new URLSearchParams(listQuery(shown)), 'mine'), shown)
      }
    }),
  )
})

test('an address that says nonsense shows the preset list from its beginning', () => {
  fc.assert(
    fc.property(fc.string(), fc.string(), (tab, after) => {
      const view = readListView(new URLSearchParams({ ansicht: `x${tab}`, nach: after }), 'all')
      assert.deepEqual([view.tab, view.after], ['all', undefined])
    }),
  )
})

const group = (rows: readonly (readonly [path: string, text: string, files?: readonly string[]])[]): readonly AnsweredGroup[] => [
  { path: 'page', title: 'Seite', depth: 0, rows: rows.map(([path, text, files = []]) => ({ path, label: path, text, files })) },
]

test('a correction marks what changed, what is new and what is gone, files by what they are', () => {
  const before = group([
    ['name', 'Bello'],
    ['breed', 'Dackel'],
    ['old', 'weg'],
    ['empty', ''],
    ['proof', '', ['1']],
  ])
  const after = group([
    ['name', 'Bello'],
    ['breed', 'Pudel'],
    ['chip', '9'],
    ['proof', '', ['2']],
  ])
  const { changes, gone } = compareAnswers(after, before, (id) => `datei-${id}.pdf`)
  assert.deepEqual(
    [...changes],
    [
      ['breed', { kind: 'changed', before: 'Dackel' }],
      ['chip', { kind: 'new' }],
      ['proof', { kind: 'changed', before: 'datei-1.pdf' }],
    ],
  )
  assert.deepEqual(
    gone.map((row) => row.text),
    ['weg'],
  )
  assert.equal(compareAnswers(after, after, String).changes.size, 0)
})

test('nothing that a browser would run is shown', () => {
  for (const type of ['text/html', 'image/svg+xml', 'application/xhtml+xml', 'text/xml', '']) assert.equal(isPreviewable(type), false, type)
  assert.equal(isPreviewable('application/pdf'), true)
})

test('deadlines and sizes are words that people use', () => {
  assert.deepEqual([-5, -1, 0, 1, 9].map(deadlineWord), [
    'seit 5 Tagen überfällig',
    'seit gestern überfällig',
    'heute',
    'morgen',
    'noch 9 Tage',
  ])
  assert.deepEqual([12, 53_400, 1_240_000].map(sizeInWords), ['12 Byte', '53 kB', '1,2 MB'])
})
