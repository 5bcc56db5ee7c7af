// The document around every page: head, skip link, scripts.
import { htmlLanguage } from '#kernel/language.ts'
import { visuallyHidden } from '../controls/index.ts'
import type { AuthorityTheme, Frame } from '../frame.ts'
import { type Html, html } from '../html.ts'
import { layoutTexts } from './texts.ts'

export interface PageContent {
  /** Of the page alone; the name of the portal or authority is added. */
  readonly title: string
  readonly main: Html
  readonly authority?: AuthorityTheme | undefined
  /** How many errors the form has; the title then says so first. */
  readonly errors?: number | undefined
  /** Further scripts and sheets by asset name, such as "scripts/upload.js". */
  readonly scripts?: readonly string[] | undefined
  readonly styles?: readonly string[] | undefined
}

export interface DocumentParts {
  readonly kind: 'portal' | 'workplace'
  readonly siteName: string
  readonly body: Html
}

const sheets = { portal: 'portal.css', workplace: 'workplace.css' } as const
const scripts = { portal: 'portal.js', workplace: 'workplace.js' } as const

export function pageDocument(frame: Frame, content: PageContent, parts: DocumentParts): Html {
  const texts = layoutTexts(frame.language)
  const title = `${(content.errors ?? 0) > 0 ? `${texts.errorTitle} ` : ''}${content.title} – ${parts.siteName}`
  const accent = content.authority?.accent
  const hasAccent = accent !== undefined && /^#?[0-9a-fA-F]{6}$/.test(accent)
  const font = (weight: string): Html =>
    html`<link rel="preload" href="${frame.asset(`fonts/fira-sans-${weight}-latin.woff2`)}" as="font" type="font/woff2" crossorigin>`
  return html`<!DOCTYPE html>
<html lang="${htmlLanguage[frame.language]}">
<head>
<meta charset="utf-8">
<title>${title}</title>
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
${font('400')}${font('600')}
<link rel="stylesheet" href="${frame.asset(sheets[parts.kind])}">
${
  hasAccent &&
  html`<link rel="stylesheet" href="${frame.asset(`theme-${accent.replace('#', '')}.css`)}">
`
}${(content.styles ?? []).map(
  (name) => html`<link rel="stylesheet" href="${frame.asset(name)}">
`,
)}<link rel="icon" href="${frame.asset('rennsteig.svg')}" type="image/svg+xml">
<script type="module" src="${frame.asset(scripts[parts.kind])}"></script>
${(content.scripts ?? []).map(
  (name) => html`<script type="module" src="${frame.asset(name)}"></script>
`,
)}</head>
<body class="${parts.kind}">
<a class="skip-link" href="#main">${texts.skip}</a>
${parts.body}
</body>
</html>
`
}

/** Arms and name: of the authority whose page it is, else of the portal. */
export function brand(frame: Frame, authority: AuthorityTheme | undefined, href: string): Html {
  const texts = layoutTexts(frame.language)
  const arms = authority?.arms ?? (authority === undefined ? 'rennsteig.svg' : undefined)
  const name = authority?.name ?? texts.portalName
  const claim = authority === undefined ? texts.portalClaim : `${texts.portalName} ${texts.portalClaim}`
  return html`<a class="brand" href="${href}">${arms !== undefined && html`<img class="brand-arms" src="${arms.startsWith('/') ? arms : frame.asset(arms)}" alt="" width="44" height="44">`}<span
class="brand-words"><span class="brand-name">${name}</span><span class="brand-claim">${claim}</span></span>${visuallyHidden(` – ${texts.home}`)}</a>`
}

/** The line that says that all this is a demonstration. */
export function demoMark(frame: Frame): Html {
  const texts = layoutTexts(frame.language)
  return html`${
    frame.demo &&
    html`<div class="demo-mark"><p class="page-width"><strong>${texts.demo}</strong> ${texts.demoNote}</p></div>
`
  }`
}
