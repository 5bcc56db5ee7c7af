// Entries of lists: how they are offered, and that nobody changes the wrong one.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { formsTexts } from './texts/index.ts'

test('another entry is offered in words that fit every noun', () => {
  assert.equal(formsTexts('de').addNext('Kind'), 'Kind hinzufügen')
  assert.equal(formsTexts('de').addNext('Person'), 'Person hinzufügen')
  assert.equal(formsTexts('en').addNext('child'), 'Add another child')
})
