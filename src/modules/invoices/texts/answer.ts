// What a supplier reads where the authority asks something about an invoice.
import type { ViewLanguage } from '../domain/invoice-view.ts'

const german = {
  title: 'Die Behörde fragt nach',
  label: 'Ihre Antwort',
  hint: 'Die Antwort geht sofort an die Behörde. Eine neue Rechnung senden Sie nur, wenn die Behörde diese hier zurückgibt.',
  send: 'Antwort senden',
  missing: 'Schreiben Sie eine Antwort.',
  sent: 'Ihre Antwort ist bei der Behörde.',
}

type AnswerTexts = typeof german

const english: AnswerTexts = {
  title: 'The authority has a question',
  label: 'Your answer',
  hint: 'The answer goes to the authority at once. Send a new invoice only if the authority returns this one.',
  send: 'Send answer',
  missing: 'Write an answer.',
  sent: 'The authority has your answer.',
}

export function answerTexts(language: ViewLanguage): AnswerTexts {
  return language === 'en' ? english : german
}
