// The legal pages: accessibility, privacy, legal notice.
import { page, type Reply, type Visit } from '#web'
import { html } from '#web/html.ts'
import { portalLayout } from '#web/layout/index.ts'
import type { PortalDependencies } from '../dependencies.ts'
import { type LegalKey, legalTexts } from '../texts/legal.ts'

export async function showLegal(key: LegalKey, { operator }: PortalDependencies, { frame, language }: Visit): Promise<Reply> {
  const legal = legalTexts[language][key]
  const who = html`<p class="kern-body">${operator.name}${operator.lines.map((line) => html`<br>${line}`)}<br><a class="kern-link" href="mailto:${operator.email}">${operator.email}</a></p>`
  const sections = legal.sections.map(
    (
      section,
      index,
    ) => html`<section><h2 class="kern-heading-medium">${section.title}</h2>${key === 'imprint' && index === 0 && who}${section.paragraphs.map(
      (paragraph) => html`<p class="kern-body">${paragraph}</p>`,
    )}</section>
`,
  )
  const main = html`<h1 class="kern-heading-large">${legal.title}</h1><p class="lead">${legal.lead}</p>${sections}`
  return page(portalLayout(frame, { title: legal.title, main, breadcrumb: [] }))
}
