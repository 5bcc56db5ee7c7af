// The actions of a case: always in the same place and order; each form works without script.
import { button, csrfField, details, linkButton, selectField, textArea } from '#web/controls/index.ts'
import type { Frame } from '#web/frame.ts'
import { attributes, type Html, type HtmlValue, html } from '#web/html.ts'
import type { ShownCasePage } from '../domain/shown.ts'
import { caseTexts } from '../texts.ts'

export function actionPanel(frame: Frame, page: ShownCasePage): Html {
  const { may } = page
  const isReadOnly = !may.note
  return html`<section class="case-actions" aria-labelledby="actions"><h2 id="actions" class="kern-heading-small">${caseTexts.actions}</h2>${
    isReadOnly
      ? html`<p>${caseTexts.readOnly}</p>`
      : html`${decisionAction(frame, page)}<div class="case-action-row">${take(frame, page)}${
          may.ask && linkButton(caseTexts.ask, path(frame, page, '/nachfrage'), { kind: 'secondary' })
        }${next(frame, page)}</div>${assign(frame, page)}${note(frame, page)}${close(frame, page)}${reopen(frame, page)}`
  }</section>`
}

function path(frame: Frame, page: ShownCasePage, rest: string): string {
  return frame.href(`/arbeit/vorgang/${page.shown.caseId}${rest}`)
}

/** A form that changes the case, with the revision that this page shows. */
function caseForm(frame: Frame, page: ShownCasePage, rest: string, content: HtmlValue): Html {
  return html`<form method="post" action="${path(frame, page, rest)}">${csrfField(frame)}<input type="hidden" name="revision" value="${page.revision}">${content}</form>`
}

function decisionAction(frame: Frame, page: ShownCasePage): Html {
  const { may, draft } = page
  const href = path(frame, page, '/bescheid')
  const about = draft !== undefined && html`<p class="small">${caseTexts.draftBy(draft.outcome, draft.drafter)}</p>`
  if (may.sign !== undefined) {
    return html`${about}${linkButton(may.sign === 'yes' ? caseTexts.review : caseTexts.seeDraft, href, { kind: may.sign === 'yes' ? 'primary' : 'secondary' })}`
  }
  if (!may.decide) return html``
  return html`${about}${linkButton(draft === undefined ? caseTexts.decide : caseTexts.continueDraft, href)}`
}

function take(frame: Frame, page: ShownCasePage): Html {
  if (page.may.handBack)
    return caseForm(
      frame,
      page,
      '/zuweisen',
      html`<input type="hidden" name="assignee" value="nobody">${button(caseTexts.handBack, { kind: 'secondary' })}`,
    )
  if (!page.may.take) return html``
  const own = attributes({ class: 'kern-btn kern-btn--secondary', type: 'submit', 'data-key': 'a', 'aria-keyshortcuts': 'a' })
  return caseForm(
    frame,
    page,
    '/zuweisen',
    html`<input type="hidden" name="assignee" value="me"><button${own}><span class="kern-label">${caseTexts.take}</span> <kbd aria-hidden="true">a</kbd></button>`,
  )
}

function next(frame: Frame, page: ShownCasePage): Html {
  const own = attributes({
    class: 'kern-btn kern-btn--tertiary',
    href: path(frame, page, '/naechster'),
    'data-key': 'n',
    'aria-keyshortcuts': 'n',
  })
  return html`<a${own}><span class="kern-label">${caseTexts.next}</span> <kbd aria-hidden="true">n</kbd></a>`
}

function assign(frame: Frame, page: ShownCasePage): Html {
  if (!page.may.assign) return html``
  const options = [
    ...page.staff.map((member) => ({ value: member.id, label: member.label })),
    { value: 'nobody', label: caseTexts.assignNobody },
  ]
  const field = selectField({ frame, name: 'assignee', label: caseTexts.assignTo, options })
  return details(caseTexts.assign, caseForm(frame, page, '/zuweisen', html`${field}${button(caseTexts.assign, { kind: 'secondary' })}`))
}

function note(frame: Frame, page: ShownCasePage): Html {
  const field = textArea({ frame, name: 'text', label: caseTexts.noteText, hint: caseTexts.noteHint, rows: 4, maxLength: 5000 })
  return details(caseTexts.addNote, caseForm(frame, page, '/vermerk', html`${field}${button(caseTexts.saveNote, { kind: 'secondary' })}`))
}

function close(frame: Frame, page: ShownCasePage): Html {
  if (!page.may.close) return html``
  const content = html`<p>${caseTexts.closeQuestion}</p>${button(caseTexts.closeNow, { kind: 'secondary' })}`
  return details(caseTexts.close, caseForm(frame, page, '/schliessen', content))
}

function reopen(frame: Frame, page: ShownCasePage): Html {
  if (!page.may.reopen) return html``
  const field = textArea({ frame, name: 'reason', label: caseTexts.reopenReason, rows: 3, maxLength: 2000 })
  return details(
    caseTexts.reopen,
    caseForm(frame, page, '/wiederaufnehmen', html`${field}${button(caseTexts.reopenNow, { kind: 'secondary' })}`),
  )
}
