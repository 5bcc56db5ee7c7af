// Authorities as one sees them.
import { button, csrfField, icon, linkButton, summaryList, textField } from '#web/controls/index.ts'
import type { AuthorityTheme, Frame } from '#web/frame.ts'
import { type Html, html } from '#web/html.ts'
import { portalLayout } from '#web/layout/index.ts'
import { type PortalTexts, textsIn } from '../texts.ts'
import { placed } from './parts.html.ts'

export interface AuthoritiesContent {
  readonly words: string
  readonly authorities: readonly {
    readonly slug: string
    readonly name: string
    readonly level: keyof PortalTexts['levels']
    readonly address: string
  }[]
}

export function authoritiesPage(frame: Frame, content: AuthoritiesContent): Html {
  const texts = textsIn(frame.language)
  const rows = content.authorities.map(
    (
      one,
    ) => html`<li><a class="kern-link" href="${frame.href(`/stelle/${one.slug}`)}">${one.name}</a> <span class="muted">${texts.levels[one.level]}, ${one.address}</span></li>
`,
  )
  const count = content.authorities.length
  const main = html`<h1 class="kern-heading-large">${texts.authoritiesTitle}</h1><p class="lead">${texts.authoritiesLead}</p>
<form class="place-form" role="search" method="get" action="${frame.href('/stellen')}">${textField({ name: 'suche', label: texts.searchAuthority, value: content.words, type: 'search', maxLength: 100, width: 'm' })}
${button(texts.search, { icon: 'search' })}</form>
<p class="kern-body" role="status">${count === 0 ? texts.noAuthorityFound : texts.authoritiesFound(count)}</p><ul class="link-list">${rows}</ul>`
  return portalLayout(frame, { title: texts.authoritiesTitle, main, styles: ['find.css'], breadcrumb: [] })
}

export interface AuthorityContent {
  readonly slug: string
  readonly name: string
  readonly theme: AuthorityTheme
  readonly address: readonly string[]
  readonly hours: string
  readonly phone: string
  readonly email: string
  readonly units: readonly string[]
  /** Of a municipality: its services are shown for this place. */
  readonly ars: string | undefined
  readonly services: readonly { readonly key: string; readonly title: string; readonly isOnline: boolean }[]
}

export function authorityPage(frame: Frame, content: AuthorityContent): Html {
  const texts = textsIn(frame.language)
  const services = content.services.map(
    (
      one,
    ) => html`<li><a class="kern-link" href="${placed(frame, `/leistung/${one.key}`, content.ars)}">${one.title}</a>${one.isOnline && html` <span class="muted">${icon('check')} ${texts.online}</span>`}</li>
`,
  )
  const lines = (text: string): Html => html`${text.split('\n').map((line, index) => html`${index > 0 && html`<br>`}${line}`)}`
  const main = html`<h1 class="kern-heading-large">${content.name}</h1>
${summaryList(
  [
    { term: texts.address, description: lines(content.address.join('\n')) },
    { term: texts.hours, description: lines(content.hours) },
    {
      term: texts.phone,
      description: html`<a class="kern-link" href="tel:${content.phone.replaceAll(/[^+\d]/g, '')}">${content.phone}</a>`,
    },
    { term: texts.email, description: html`<a class="kern-link" href="mailto:${content.email}">${content.email}</a>` },
  ],
  frame.language,
)}
${linkButton(texts.writeTo, frame.href(`/schreiben/${content.slug}`), { icon: 'mail' })}
<section><h2 class="kern-heading-medium">${texts.servicesOf}</h2><ul class="link-list">${services}</ul></section>
${content.units.length > 0 && html`<section><h2 class="kern-heading-medium">${texts.units}</h2><ul class="plain-list">${content.units.map((unit) => html`<li>${unit}</li>`)}</ul></section>`}`
  return portalLayout(frame, {
    title: content.name,
    main,
    styles: ['find.css'],
    authority: content.theme,
    breadcrumb: [{ label: texts.authoritiesTitle, href: frame.href('/stellen') }],
  })
}

export interface WriteContent {
  readonly slug: string
  readonly name: string
  readonly theme: AuthorityTheme
  readonly ars: string
  readonly service: string
}

/** The way to the message form, which is a service like the others. */
export function writePage(frame: Frame, content: WriteContent): Html {
  const texts = textsIn(frame.language)
  const main = html`<h1 class="kern-heading-large">${texts.writeTitle(content.name)}</h1><p class="lead">${texts.writeLead}</p><p class="kern-body">${texts.writeNoSecrets}</p>
<form method="post" action="${frame.href('/antrag/neu')}">${csrfField(frame)}<input type="hidden" name="service" value="${content.service}"><input type="hidden" name="authority" value="${content.slug}"><input
type="hidden" name="ars" value="${content.ars}">${button(texts.writeStart, { icon: 'mail' })}</form>`
  return portalLayout(frame, {
    title: texts.writeTitle(content.name),
    main,
    styles: ['find.css'],
    authority: content.theme,
    breadcrumb: [
      { label: texts.authoritiesTitle, href: frame.href('/stellen') },
      { label: content.name, href: frame.href(`/stelle/${content.slug}`) },
    ],
  })
}
