// Reading outlines.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { readOutline } from './outline.ts'

test('an outline gives contexts with their rows, levels, numbers and states', () => {
  const [first, second] = readOutline(
    'X-',
    'context cac:Party where known\n  cac:A | cac:B  SR-1!≤2 CR-2\n    @name  DT-3(…1.3.15)\ncontext /ubl:Invoice\n  //cac:Y/@name  DT-4!≥1(1.3.16…)',
  )
  assert.equal(first?.pattern, 'cac:Party')
  assert.equal(first?.condition, 'known')
  assert.deepEqual(first?.branches[0]?.names, ['cac:A', 'cac:B'])
  assert.deepEqual(first?.branches[0]?.rows, [
    { id: 'X-SR-1', level: 'error', least: 0, most: 2 },
    { id: 'X-CR-2', level: 'warning', least: 0, most: 0 },
  ])
  assert.deepEqual(first?.branches[0]?.branches[0]?.rows, [{ id: 'X-DT-3', level: 'warning', least: 0, most: 0, until: '1.3.15' }])
  assert.equal(second?.condition, undefined)
  assert.deepEqual(second?.anywhere, [
    { steps: ['cac:Y', '@name'], rows: [{ id: 'X-DT-4', level: 'error', least: 1, most: Number.POSITIVE_INFINITY, since: '1.3.16' }] },
  ])
})

test('an outline that is not of the form does not load', () => {
  assert.throws(() => readOutline('X-', 'cac:A  CR-1'), /starts with a context/)
  assert.throws(() => readOutline('X-', 'context cac:A\n  cac:B  CR1'), /cannot be read/)
  assert.throws(() => readOutline('X-', 'context cac:A\n    cac:B  CR-1'), /too deep/)
  assert.throws(() => readOutline('X-', 'context cac:A\n  cac:B  CR-1(…1.2.3)'), /no state/)
})
