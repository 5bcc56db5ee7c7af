// The legal pages: accessibility, privacy, legal notice.
import { page, type Reply, type Visit } from '#web'
import { type Html, html } from '#web/html.ts'
import { portalLayout } from '#web/layout/index.ts'
import type { Operator, PortalDependencies } from '../dependencies.ts'
import { type LegalKey, legalTexts } from '../texts/legal.ts'

export async function showLegal(key: LegalKey, { operator }: PortalDependencies, { frame, language }: Visit): Promise<Reply> {
  const legal = legalTexts[language][key]
  const sections = legal.sections.map((section) => {
    const paragraphs = [...section.paragraphs, ...(frame.demo ? (section.inDemo ?? []) : [])]
    return html`<section><h2 class="kern-heading-medium">${section.title}</h2>${section.names === 'operator' && who(operator)}${paragraphs.map(
      (paragraph) => html`<p class="kern-body">${paragraph}</p>`,
    )}${section.names === 'data-protection' && html`${who(operator)}<p class="kern-body">${legalTexts[language].officer}: ${mail(operator.dataProtectionEmail)}</p>`}</section>
`
  })
  const lead = frame.demo ? (legal.leadInDemo ?? legal.lead) : legal.lead
  const main = html`<h1 class="kern-heading-large">${legal.title}</h1><p class="lead">${lead}</p>${sections}`
  return page(portalLayout(frame, { title: legal.title, main, breadcrumb: [] }))
}

function who({ name, address, phone, email }: Operator): Html {
  const lines = [...address, ...(phone === undefined ? [] : [phone])]
  return html`<p class="kern-body">${name}${lines.map((line) => html`<br>${line}`)}<br>${mail(email)}</p>`
}

function mail(address: string): Html {
  return html`<a class="kern-link" href="mailto:${address}">${address}</a>`
}
