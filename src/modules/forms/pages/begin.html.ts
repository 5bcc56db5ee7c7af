// Pages around beginning and leaving a draft.

import { button, buttonRow, csrfField, linkButton } from '#web/controls/index.ts'
import type { AuthorityTheme, Frame } from '#web/frame.ts'
import { type Html, html } from '#web/html.ts'
import { portalLayout } from '#web/layout/index.ts'
import { formsTexts } from '../texts/index.ts'

export interface BegunView {
  readonly authority: AuthorityTheme | undefined
  readonly introduction: string
  readonly onward: string
  readonly serviceKey: string
  readonly ars: string
}

export function begunPage(frame: Frame, view: BegunView): Html {
  const texts = formsTexts(frame.language)
  const main = html`<h1 class="kern-heading-large">${texts.startTitle}</h1><p class="kern-body">${view.introduction}</p>
<form method="post" action="${frame.href('/antrag/neu')}">${csrfField(frame)}<input type="hidden" name="service" value="${view.serviceKey}"><input type="hidden" name="ars" value="${view.ars}"><input type="hidden" name="neu" value="ja">
${buttonRow(linkButton(texts.goOn, view.onward), button(texts.startAnew, { kind: 'tertiary' }))}<p class="kern-body">${texts.startAnewHint}</p></form>`
  return portalLayout(frame, { title: texts.startTitle, main, authority: view.authority, styles: ['forms.css'] })
}

export function notOnlinePage(frame: Frame, reason: string, href: string): Html {
  const texts = formsTexts(frame.language)
  const main = html`<h1 class="kern-heading-large">${texts.notOnlineTitle}</h1><p class="kern-body">${reason}</p>${buttonRow(linkButton(texts.toService, href))}`
  return portalLayout(frame, { title: texts.notOnlineTitle, main, styles: ['forms.css'] })
}

export interface SavedView {
  readonly authority: AuthorityTheme | undefined
  readonly until: string
  readonly isPerson: boolean
  readonly onward: string
}

export function savedPage(frame: Frame, view: SavedView): Html {
  const texts = formsTexts(frame.language)
  const main = html`<h1 class="kern-heading-large">${texts.savedTitle}</h1><p class="kern-body">${texts.savedLater(view.until)}</p><p class="kern-body">${
    view.isPerson ? texts.savedPerson : texts.savedVisitor
  }</p>${buttonRow(linkButton(texts.goOn, view.onward), linkButton(texts.toArea, frame.href('/mein'), { kind: 'secondary' }))}`
  return portalLayout(frame, { title: texts.savedTitle, main, authority: view.authority, styles: ['forms.css'] })
}
