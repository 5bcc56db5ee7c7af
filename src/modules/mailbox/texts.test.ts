// The state of a case in one sentence.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { type Day, parseDay } from '#kernel/dates.ts'
import { threadStatuses } from './domain/thread.ts'
import { noticeMail, statusSentence } from './texts.ts'

function day(text: string): Day {
  const parsed = parseDay(text)
  assert(parsed !== undefined)
  return parsed
}
const today = day('2026-11-23')

test('a child understands how the case stands', () => {
  const state = { status: 'in-review', expectedBy: day('2026-12-14') } as const
  assert.equal(statusSentence(state, today, 'de'), 'Wird geprüft. Antwort voraussichtlich bis 14. Dezember.')
  assert.equal(statusSentence(state, today, 'en'), 'Is being reviewed. Answer expected by 14 December.')
  assert.equal(
    statusSentence({ ...state, expectedBy: day('2027-01-04') }, today, 'de'),
    'Wird geprüft. Antwort voraussichtlich bis 4. Januar 2027.',
  )
  assert.equal(
    statusSentence({ status: 'needs-reply', expectedBy: day('2026-12-01') }, today, 'de'),
    'Wir brauchen etwas von Ihnen, bitte bis 1. Dezember.',
  )
})

test('a day that has passed is not promised any more', () => {
  assert.equal(statusSentence({ status: 'in-review', expectedBy: day('2026-11-22') }, today, 'de'), 'Wird geprüft.')
})

test('every status has a sentence in every language', () => {
  for (const status of threadStatuses) {
    for (const language of ['de', 'en', 'plain'] as const) assert.match(statusSentence({ status }, today, language), /^[A-ZÄÖÜ].*\.$/)
  }
})

test('the notice says that something waits, and nothing else', () => {
  const { subject, text } = noticeMail('https://portal.example')
  assert(!/Bescheid|Antrag|Blaue|Behörde|authority|decision/i.test(subject + text))
  assert(text.includes('https://portal.example/postfach'))
})
