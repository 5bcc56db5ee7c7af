// The form on a supplier's status page by which the question of the authority is answered.
import { alert, button, csrfField, textArea } from '#web/controls/index.ts'
import type { Frame } from '#web/frame.ts'
import { type Html, html } from '#web/html.ts'
import { answerTexts } from '../texts/answer.ts'

/** Words of the address after an answer. */
export const answerSent = 'gesendet'
export const answerMissing = 'fehlt'

export interface Answering {
  /** Address of the status page. */
  readonly href: string
  /** A question is open. */
  readonly isAsked: boolean
  /** Word of the address: what became of an answer just now. */
  readonly became: string | undefined
}

export function answerForm(frame: Frame, { href, isAsked, became }: Answering): Html {
  const texts = answerTexts(frame.language === 'en' ? 'en' : 'de')
  if (!isAsked) return html`${became === answerSent && alert({ kind: 'success', title: texts.sent, announce: true })}`
  const area = textArea({
    ...{ frame, name: 'antwort', label: texts.label, hint: texts.hint, rows: 4, maxLength: 4000 },
    error: became === answerMissing ? texts.missing : undefined,
  })
  return html`<section aria-labelledby="question"><h2 class="kern-heading-medium" id="question">${texts.title}</h2><form method="post" action="${href}/antwort" novalidate>${csrfField(frame)}${area}${button(texts.send)}</form></section>`
}
