// The view of a dossier.
import { type Day, dayInGermany, formatDay, formatDayShort, formatInstant } from '#kernel/dates.ts'
import type { Id } from '#kernel/ids.ts'
import { alert, badge, button, csrfField, dataTable, details, linkButton, summaryList, timeline } from '#web/controls/index.ts'
import type { Frame } from '#web/frame.ts'
import { type Html, type HtmlValue, html } from '#web/html.ts'
import { type ShownDocument, type ShownEvent, type ShownVersion, sizeInWords } from '../domain/shown.ts'
import { dossierTexts, refusalTexts } from '../texts.ts'
import { backLinks, listLink, workPage } from './parts.html.ts'

export interface DossierView {
  readonly dossierId: Id<'dossier'>
  readonly referenceNumber: string
  readonly subject: string
  readonly state: 'open' | 'closed'
  readonly openedAt: Date
  readonly closedOn: Day | undefined
  readonly mark: string
  readonly retention: { readonly until: string | undefined; readonly rule: string; readonly law: string } | undefined
  readonly cases: readonly { readonly id: string; readonly title: string; readonly isOpen: boolean }[]
  readonly mayOpenCases: boolean
  readonly documents: readonly ShownDocument[]
  readonly events: readonly ShownEvent[]
  /** How many events hang together; undefined if the chain is broken. */
  readonly chain: number | undefined
  /** Result of reading all files, when it was asked for. */
  readonly checked: { readonly files: number; readonly damages: readonly unknown[] } | undefined
  readonly mayExport: boolean
  readonly refusal: string
}

export function dossierPage(frame: Frame, view: DossierView): Html {
  const refusal = refusalTexts[view.refusal]
  const main = html`${backLinks(frame, [listLink])}
<div class="work-head"><h1>${dossierTexts.heading(view.referenceNumber)}<span class="work-subtitle">${view.subject}</span></h1><p class="work-marks">${badge(view.state === 'open' ? 'info' : 'neutral', dossierTexts.states[view.state])}</p></div>
${refusal !== undefined && alert({ kind: 'warning', title: refusal, announce: true })}
${proof(frame, view)}
<div class="case-top">${summaryList(facts(frame, view))}${view.mayExport && exporting(frame, view)}</div>
<section><h2>${dossierTexts.documents}</h2>${documentTable(frame, view.documents)}</section>
<section class="case-timeline" aria-labelledby="history"><h2 id="history">${dossierTexts.history}</h2>${timeline(
    view.events.map((event) => ({
      when: event.who === '' ? formatInstant(event.at) : `${formatInstant(event.at)}, ${event.who}`,
      title: event.what,
      content: event.text === undefined ? undefined : html`<p class="written">${event.text}</p>`,
      state: 'done' as const,
    })),
  )}</section>`
  return workPage(frame, { title: `${dossierTexts.heading(view.referenceNumber)}, ${view.subject}`, main })
}

function facts(frame: Frame, view: DossierView): { term: string; description: Html | string }[] {
  const { retention } = view
  const cases = html`<ul class="plain-list">${view.cases.map((entry) => {
    const link = html`<a class="kern-link" href="${frame.href(`/arbeit/vorgang/${entry.id}`)}">${entry.title}</a>`
    return html`<li>${view.mayOpenCases ? link : entry.title}</li>`
  })}</ul>`
  return [
    { term: dossierTexts.unit, description: view.mark },
    { term: dossierTexts.opened, description: formatInstant(view.openedAt) },
    ...(view.closedOn === undefined ? [] : [{ term: dossierTexts.closedOn, description: formatDay(view.closedOn) }]),
    ...(retention === undefined
      ? []
      : [
          {
            term: dossierTexts.retention,
            description: html`${retention.until !== undefined && dossierTexts.retainUntil(retention.until)}<span class="fact-rule">${retention.rule} ${retention.law}</span>`,
          },
        ]),
    { term: dossierTexts.cases, description: cases },
  ]
}

function proof(frame: Frame, view: DossierView): Html {
  const chain =
    view.chain === undefined
      ? alert({ kind: 'danger', title: dossierTexts.chainBroken })
      : alert({ kind: 'success', title: dossierTexts.chainWhole(view.chain), content: files(frame, view) })
  return html`${chain}${
    view.checked !== undefined &&
    view.checked.damages.length > 0 &&
    alert({ kind: 'danger', title: dossierTexts.filesDamaged(view.checked.damages.length) })
  }`
}

function files(frame: Frame, view: DossierView): HtmlValue {
  if (view.checked === undefined) {
    return html`<p>${linkButton(dossierTexts.verify, frame.href(`/arbeit/akte/${view.dossierId}?pruefen=1`), { kind: 'tertiary' })}</p>`
  }
  return view.checked.damages.length === 0 && html`<p>${dossierTexts.filesWhole(view.checked.files)}</p>`
}

function exporting(frame: Frame, view: DossierView): Html {
  const action = frame.href(`/arbeit/akte/${view.dossierId}/export`)
  return html`<section class="case-actions"><form method="post" action="${action}">${csrfField(frame)}<p>${dossierTexts.exportHint}</p>${button(dossierTexts.export, { kind: 'secondary', icon: 'download' })}</form></section>`
}

function documentTable(frame: Frame, documents: readonly ShownDocument[]): Html {
  const { columns } = dossierTexts
  const rows = documents.flatMap((document) => document.versions.toReversed().map((version) => versionRow(frame, document, version)))
  return dataTable({
    caption: dossierTexts.documents,
    hideCaption: true,
    small: true,
    columns: [
      { label: columns.document },
      { label: columns.kind },
      { label: columns.version, numeric: true },
      { label: columns.filed },
      { label: columns.size, numeric: true },
      { label: columns.hash },
    ],
    rows,
  })
}

function versionRow(frame: Frame, document: ShownDocument, version: ShownVersion): HtmlValue[] {
  const href = frame.href(`/arbeit/dokument/${document.id}?fassung=${version.version}`)
  return [
    html`<a class="kern-link" href="${href}">${document.title}</a>${version.isSealed && html` ${badge('success', dossierTexts.sealed)}`}`,
    `${document.kind}, ${document.direction}`,
    version.version,
    formatDayShort(dayInGermany(version.filedAt)),
    sizeInWords(version.sizeBytes),
    details(html`<code>${version.sha256.slice(0, 12)}…</code>`, html`<code class="hash">${version.sha256}</code>`),
  ]
}
