// The documents of a case with a preview of one of them.
import { dayInGermany, formatDayShort } from '#kernel/dates.ts'
import { linkButton } from '#web/controls/index.ts'
import type { Frame } from '#web/frame.ts'
import { attributes, type Html, html } from '#web/html.ts'
import { isPreviewable, type ShownCasePage, type ShownDocument, sizeInWords } from '../domain/shown.ts'
import { caseTexts } from '../texts.ts'

export function documentsSection(frame: Frame, page: ShownCasePage): Html {
  return html`<section class="case-documents" aria-labelledby="documents"><h2 id="documents">${caseTexts.documents}</h2>${
    page.documents.length === 0
      ? html`<p>${caseTexts.noDocuments}</p>`
      : html`<ul class="document-list">${page.documents.map((document) => documentRow(frame, page, document))}</ul>`
  }${page.chosen !== undefined && preview(frame, page.chosen)}</section>`
}

function documentRow(frame: Frame, page: ShownCasePage, document: ShownDocument): Html {
  const newest = document.versions.at(-1)
  const link = attributes({
    class: 'kern-link',
    href: `${frame.href(`/arbeit/vorgang/${page.shown.caseId}?dokument=${document.id}`)}#preview`,
    'aria-current': document.id === page.chosen?.id ? 'true' : undefined,
  })
  return html`<li><a${link}>${document.title}</a><span class="document-facts">${document.kind}, ${document.direction} ${formatDayShort(dayInGermany(document.filedAt))}${
    newest !== undefined && html`, ${sizeInWords(newest.sizeBytes)}`
  }</span></li>`
}

function preview(frame: Frame, document: ShownDocument): Html {
  const newest = document.versions.at(-1)
  const source = frame.href(`/arbeit/dokument/${document.id}`)
  const type = newest?.mediaType ?? ''
  const shown = !isPreviewable(type)
    ? html`<p>${caseTexts.noPreview}</p>`
    : type === 'application/pdf'
      ? html`<iframe class="document-frame" src="${source}#navpanes=0&view=FitH" title="${caseTexts.previewOf(document.title)}" loading="lazy"></iframe>`
      : html`<img class="document-image" src="${source}" alt="${caseTexts.previewOf(document.title)}" loading="lazy">`
  return html`<div class="document-preview" id="preview"><h3>${document.title}</h3><p class="document-links">${
    isPreviewable(type) && linkButton(caseTexts.open, source, { kind: 'tertiary', about: document.title })
  }${linkButton(caseTexts.download, `${source}?laden=1`, { kind: 'tertiary', icon: 'download', about: document.title })}</p>${shown}</div>`
}
