// Tests of themes: any accent is readable, by day and by night.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { colourOf, contrast, parseAccent, themeCss } from './theme.ts'

test('every accent gives text of contrast 4.5 on white and on night', () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 0xffffff }), (number) => {
      const css = themeCss(number.toString(16).padStart(6, '0')) ?? ''
      const [day, night] = [...css.matchAll(/--accent:#([0-9a-f]{6})/g)].map((match) => colourOf(match[1] ?? ''))
      assert.ok(day && night)
      assert.ok(contrast(day, [255, 255, 255]) >= 4.5)
      assert.ok(contrast(night, [17, 19, 30]) >= 4.5)
    }),
  )
})

test('a colour that reads well stays as it is', () => {
  assert.match(themeCss('7a1f2b') ?? '', /^:root\{--accent:#7a1f2b;/)
})

test('anything but six hexadecimal digits makes no sheet', () => {
  for (const text of ['', 'red', 'fff', '12345', '1234567', 'ffffff;}body{', '../etc', '#12345g'])
    assert.equal(themeCss(text), undefined, text)
  assert.equal(parseAccent('#7A1F2B'), '7a1f2b')
})

test('contrast is that of WCAG: 21 for black on white, 1 for the same', () => {
  assert.equal(Math.round(contrast([0, 0, 0], [255, 255, 255])), 21)
  assert.equal(contrast([9, 9, 9], [9, 9, 9]), 1)
})
