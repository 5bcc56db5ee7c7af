// Tests of the small pure rules: search forms, edits, browser names, expiry.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { browserName } from './browser-name.ts'
import { editDistance, searchForm, slugOf } from './search-form.ts'
import { expiryOf } from './session-rules.ts'

test('names that people type differently have one search form', () => {
  assert.equal(searchForm('Mühlhausen/Thüringen, Stadt'), searchForm('muehlhausen  thueringen stadt'))
  assert.equal(searchForm('Großbreitenbach'), 'grossbreitenbach')
  assert.equal(searchForm('Łódź'), 'lodz')
  assert.equal(slugOf('Landratsamt Ilm-Kreis'), 'landratsamt-ilm-kreis')
})

test('a swap of neighbours is one edit, and counting stops at the limit', () => {
  assert.equal(editDistance('efrurt', 'erfurt', 2), 1)
  assert.equal(editDistance('abc', 'abc', 2), 0)
  assert.equal(editDistance('abc', 'xyz', 2), 3)
})

test('a browser is named by family and system', () => {
  assert.equal(
    browserName('Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/156.0.0.0 Safari/537.36'),
    'Chrome, Linux',
  )
  assert.equal(browserName(''), '')
})

test('a session ends 30 minutes after its last use, 12 hours after its beginning', () => {
  const at = (hours: number): Date => new Date(hours * 3_600_000)
  assert.deepEqual(expiryOf({ openedAt: at(0), seenAt: at(1) }), at(1.5))
  assert.deepEqual(expiryOf({ openedAt: at(0), seenAt: at(11.9) }), at(12))
})
