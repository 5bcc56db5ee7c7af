// Tests of the drawn shield.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { drawShield } from './shield.ts'

test('the shield bears the initial of the proper name and the accent', () => {
  const svg = drawShield('Stadt Ilmenau', '#aa0000')
  assert.match(svg, />I<\/text>/)
  assert.match(svg, /#aa0000/)
})

test('an accent that is no colour cannot bring markup into the picture', () => {
  assert.doesNotMatch(drawShield('X', '"/><script>'), /script/)
})
