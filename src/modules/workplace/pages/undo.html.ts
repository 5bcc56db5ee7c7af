// What was done, and the button that takes it back.
import { alert, csrfField } from '#web/controls/index.ts'
import type { Frame } from '#web/frame.ts'
import { attributes, type Html, html } from '#web/html.ts'
import type { UndoOffer } from '../domain/undo-offer.ts'
import { undoTexts } from '../texts.ts'

export interface DoneNotice {
  readonly title: string
  readonly offer: UndoOffer | undefined
  /** Where the button posts to, and where the page goes on from there. */
  readonly path: string
  readonly back?: string
}

export function doneNotice(frame: Frame, notice: DoneNotice): Html {
  const { title, offer, back } = notice
  if (offer === undefined) return alert({ kind: 'success', title, announce: true })
  const own = attributes({ class: 'undo-form', method: 'post', action: frame.href(notice.path), 'data-undo': String(offer.leftMs) })
  const content = html`<form${own}>${csrfField(frame)}<input type="hidden" name="undo" value="${offer.undo}">${
    back !== undefined && html`<input type="hidden" name="zurueck" value="${back}">`
  }<button class="kern-btn kern-btn--secondary" type="submit" data-key="u" aria-keyshortcuts="u"><span class="kern-label">${undoTexts.undo}</span> <kbd aria-hidden="true">u</kbd></button><span class="small">${undoTexts.hint}</span></form>`
  return alert({ kind: 'success', title, content, announce: true })
}
