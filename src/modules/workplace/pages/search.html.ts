// The view of the search.
import type { Frame } from '#web/frame.ts'
import { type Html, html } from '#web/html.ts'
import type { ShownCase } from '../domain/shown.ts'
import { searchTexts } from '../texts.ts'
import { backLinks, deadline, listLink, workPage } from './parts.html.ts'

export interface ShownHit {
  readonly dossierId: string
  readonly referenceNumber: string
  readonly subject: string
  readonly document: { readonly id: string; readonly title: string; readonly kind: string } | undefined
}

export interface SearchView {
  readonly words: string
  readonly cases: readonly ShownCase[]
  readonly hits: readonly ShownHit[]
}

export function searchPage(frame: Frame, view: SearchView): Html {
  const { words } = view
  const title = words === '' ? searchTexts.title : searchTexts.results(words)
  const main = html`${backLinks(frame, [listLink])}<h1>${title}</h1>${words === '' ? html`<p>${searchTexts.ask}</p>` : results(frame, view)}`
  return workPage(frame, { title, main, searched: words })
}

function results(frame: Frame, { words, cases, hits }: SearchView): Html {
  if (cases.length + hits.length === 0)
    return html`<div class="work-empty"><h2>${searchTexts.none(words)}</h2><p>${searchTexts.noneHint}</p></div>`
  return html`${cases.length > 0 && html`<section><h2>${searchTexts.cases}</h2>${caseHits(frame, cases)}</section>`}${
    hits.length > 0 && html`<section><h2>${searchTexts.dossiers}</h2>${dossierHits(frame, hits)}</section>`
  }`
}

function caseHits(frame: Frame, cases: readonly ShownCase[]): Html {
  return html`<ul class="hit-list">${cases.map(
    (shown) =>
      html`<li><a class="kern-link" href="${frame.href(`/arbeit/vorgang/${shown.caseId}`)}">${shown.title}: ${shown.applicant}</a><span class="hit-facts">${shown.number}, ${shown.state}, ${deadline(shown.deadline)}</span></li>`,
  )}</ul>`
}

function dossierHits(frame: Frame, hits: readonly ShownHit[]): Html {
  return html`<ul class="hit-list">${hits.map((hit) => {
    const dossier = frame.href(`/arbeit/akte/${hit.dossierId}`)
    if (hit.document === undefined) {
      return html`<li><a class="kern-link" href="${dossier}">${hit.referenceNumber} ${hit.subject}</a></li>`
    }
    return html`<li><a class="kern-link" href="${frame.href(`/arbeit/dokument/${hit.document.id}`)}">${hit.document.title}</a><span class="hit-facts">${hit.document.kind} in <a class="kern-link" href="${dossier}">${hit.referenceNumber}</a>, ${hit.subject}</span></li>`
  })}</ul>`
}
