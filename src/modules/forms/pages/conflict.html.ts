// Two versions of the same answers: the person chooses for each.

import { alert, button, buttonRow, csrfField, radioGroup } from '#web/controls/index.ts'
import type { AuthorityTheme, Frame } from '#web/frame.ts'
import { type Html, html } from '#web/html.ts'
import { portalLayout } from '#web/layout/index.ts'
import { formsTexts } from '../texts/index.ts'

export interface ConflictView {
  readonly title: string
  readonly authority: AuthorityTheme | undefined
  readonly action: string
  readonly marks: string
  readonly goal: string
  /** Keys of the entry, for finding it again. */
  readonly entry: string
  readonly go: string
  readonly rows: readonly { readonly name: string; readonly label: string; readonly mine: string; readonly theirs: string }[]
  /** What was posted for these questions, to be posted again. */
  readonly posted: readonly (readonly [string, string])[]
}

export function conflictPage(frame: Frame, view: ConflictView): Html {
  const texts = formsTexts(frame.language)
  const main = html`<h1 class="kern-heading-large">${texts.conflictTitle}</h1>${alert({ kind: 'warning', title: view.title, content: texts.conflictIntroduction })}
<form method="post" action="${view.action}">${csrfField(frame)}<input type="hidden" name="marks" value="${view.marks}"><input type="hidden" name="entry" value="${view.entry}"><input type="hidden" name="then" value="${view.goal}">
<input type="hidden" name="go" value="${view.go}">${view.posted.map(([name, value]) => html`<input type="hidden" name="${name}" value="${value}">`)}
<div class="questions">${view.rows.map((row) =>
    radioGroup({
      name: `choose.${row.name}`,
      label: row.label,
      value: 'mine',
      language: frame.language,
      options: [
        { value: 'mine', label: html`${texts.mine} <strong>${row.mine || texts.nothing}</strong>` },
        { value: 'theirs', label: html`${texts.theirs} <strong>${row.theirs || texts.nothing}</strong>` },
      ],
    }),
  )}</div>${buttonRow(button(texts.keepChosen))}</form>`
  return portalLayout(frame, { title: texts.conflictTitle, main, authority: view.authority, styles: ['forms.css'] })
}
