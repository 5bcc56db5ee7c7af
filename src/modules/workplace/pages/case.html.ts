// The view of a case: head, actions, answers beside documents, timeline below.
import { formatDay, formatInstant } from '#kernel/dates.ts'
import { alert, badge, details, summaryList, timeline } from '#web/controls/index.ts'
import type { Frame } from '#web/frame.ts'
import { type Html, html } from '#web/html.ts'
import type { ShownCasePage } from '../domain/shown.ts'
import type { UndoOffer } from '../domain/undo-offer.ts'
import { caseTexts, refusalTexts } from '../texts.ts'
import { actionPanel } from './case-actions.html.ts'
import { answersSection } from './case-answers.html.ts'
import { documentsSection } from './documents.html.ts'
import { backLinks, caseMarks, deadline, listLink, workPage } from './parts.html.ts'
import { doneNotice } from './undo.html.ts'

export interface CaseNotice {
  /** Key of what was done just now. */
  readonly done: string
  /** Key of why something was refused. */
  readonly refusal: string
  /** How what was done is taken back. */
  readonly offer: UndoOffer | undefined
}

export function caseView(frame: Frame, page: ShownCasePage, notice: CaseNotice): Html {
  const { shown } = page
  const main = html`${backLinks(frame, [listLink])}
<div class="work-head"><h1>${shown.title}<span class="work-subtitle">${shown.applicant} · ${shown.number}</span></h1><p class="work-marks">${badge(shown.deadline.urgency === undefined ? 'neutral' : 'info', shown.state)}${caseMarks(shown)}${
    page.fourEyes && badge('neutral', caseTexts.fourEyes)
  }</p></div>
${notices(frame, page, notice)}
<div class="case-top">${facts(frame, page)}${actionPanel(frame, page)}</div>
<div class="case-columns">${answersSection(frame, page.answers)}${documentsSection(frame, page)}</div>
${timelineSection(page)}`
  return workPage(frame, { title: `${shown.title}, ${shown.applicant}`, main })
}

function notices(frame: Frame, page: ShownCasePage, notice: CaseNotice): Html {
  const done = caseTexts.done[notice.done]
  const refusal = refusalTexts[notice.refusal]
  const path = `/arbeit/vorgang/${page.shown.caseId}/rueckgaengig`
  return html`${done !== undefined && doneNotice(frame, { title: done, offer: notice.offer, path })}${
    refusal !== undefined && alert({ kind: 'warning', title: refusal, announce: true })
  }${page.present.length > 0 && alert({ kind: 'info', title: caseTexts.present(page.present) })}${
    page.openRequest !== undefined &&
    alert({
      kind: 'info',
      title: `${page.openRequest.kind}. ${caseTexts.waitingFor(page.openRequest.answerBy)}`,
      content: html`<p class="written">${page.openRequest.reason}</p>`,
    })
  }${page.returned !== undefined && alert({ kind: 'warning', title: caseTexts.returned, content: html`<p class="written">${page.returned.reason}</p>` })}`
}

function facts(frame: Frame, page: ShownCasePage): Html {
  const { shown } = page
  const rule =
    shown.deadline.urgency === undefined
      ? false
      : html`<span class="fact-rule">${caseTexts.deadlineRule(page.processingDays, page.receivedOn)}</span>`
  const rows = [
    { term: caseTexts.deadline, description: html`${deadline(shown.deadline)}${rule}` },
    { term: caseTexts.applicant, description: html`${shown.applicant}<span class="fact-rule">${page.assurance}</span>` },
    { term: caseTexts.assignee, description: shown.assignee ?? '–' },
    { term: caseTexts.received, description: formatDay(page.receivedOn) },
    {
      term: caseTexts.referenceNumber,
      description: html`<a class="kern-link" href="${frame.href(`/arbeit/akte/${page.dossierId}`)}">${shown.referenceNumber}</a>`,
    },
    ...(page.payment === undefined ? [] : [{ term: caseTexts.fee, description: page.payment.text }]),
  ]
  return html`<section class="case-facts" aria-label="${caseTexts.facts}">${summaryList(rows)}</section>`
}

function timelineSection(page: ShownCasePage): Html {
  const rows = page.events.map((event) => ({
    when: event.who === '' ? formatInstant(event.at) : `${formatInstant(event.at)}, ${event.who}`,
    title: event.what,
    content: event.text === undefined ? undefined : html`<p class="written">${event.text}</p>`,
    state: 'done' as const,
  }))
  const [recent, older] = [rows.slice(0, 12), rows.slice(12)]
  return html`<section class="case-timeline" aria-labelledby="timeline"><h2 id="timeline">${caseTexts.timeline}</h2>${timeline(recent)}${
    older.length > 0 && details(caseTexts.older(older.length), timeline(older))
  }</section>`
}
