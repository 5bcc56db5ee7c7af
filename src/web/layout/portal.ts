// The layout of the portal's pages: for people.
import { breadcrumb, csrfField, icon, type Link, languageSwitch } from '../controls/index.ts'
import type { Frame } from '../frame.ts'
import { attributes, type Html, html } from '../html.ts'
import { brand, demoMark, type PageContent, pageDocument } from './document.ts'
import { type LayoutTexts, layoutTexts } from './texts.ts'

export interface PortalPage extends PageContent {
  /** The pages above this one; the start comes by itself. An empty list shows the start alone; without it there is no breadcrumb. */
  readonly breadcrumb?: readonly Link[] | undefined
  /** Wide pages have room for two columns and tables; others are as wide as a text. */
  readonly wide?: boolean | undefined
}

export function portalLayout(frame: Frame, page: PortalPage): Html {
  const texts = layoutTexts(frame.language)
  const siteName = page.authority === undefined ? texts.portalName : `${page.authority.name} – ${texts.portalName}`
  const path = page.breadcrumb !== undefined && html`<div class="page-width">${breadcrumb(frame, page.breadcrumb)}</div>`
  const body = html`<header class="site-header">${demoMark(frame)}<div class="page-width utility-bar">${languageSwitch(frame)}${signInState(frame, texts)}</div>
<div class="page-width header-bar">${brand(frame, page.authority, frame.href('/'))}${navigation(frame, texts)}</div></header>
${path}<main class="page-width ${page.wide === true ? 'main-wide' : 'main-text'}" id="main" tabindex="-1">
${page.main}
</main>
${footer(frame, texts)}`
  return pageDocument(frame, page, { kind: 'portal', siteName, body })
}

function navigation(frame: Frame, texts: LayoutTexts): Html {
  const links = [
    { label: texts.find, path: '/' },
    { label: texts.lifeSituations, path: '/lebenslagen' },
    { label: texts.authorities, path: '/stellen' },
    { label: texts.myArea, path: '/mein' },
  ]
  return html`<nav class="main-navigation" aria-label="${texts.mainNavigation}"><ul>${links.map((link) => {
    const isHere = frame.path === link.path || (link.path !== '/' && frame.path.startsWith(`${link.path}/`))
    return html`<li><a${attributes({ href: frame.href(link.path), 'aria-current': isHere ? 'page' : undefined })}>${link.label}</a></li>`
  })}</ul></nav>`
}

function signInState(frame: Frame, texts: LayoutTexts): Html {
  if (frame.personName === undefined) {
    const onward = frame.path.startsWith('/anmelden') ? '' : `?weiter=${encodeURIComponent(frame.address)}`
    return html`<p class="sign-in-state"><a href="${frame.href('/anmelden')}${onward}">${icon('account')}${texts.signIn}</a></p>`
  }
  return html`<div class="sign-in-state"><p>${icon('account')}<span class="kern-sr-only">${texts.signedInAs} </span>${frame.personName}</p><a
href="${frame.href('/postfach')}">${texts.mailbox}</a><form method="post" action="${frame.href('/abmelden')}">${csrfField(frame)}<button type="submit">${texts.signOut}</button></form></div>`
}

function footer(frame: Frame, texts: LayoutTexts): Html {
  const links = [
    { label: texts.imprint, path: '/impressum' },
    { label: texts.privacy, path: '/datenschutz' },
    { label: texts.accessibility, path: '/barrierefreiheit' },
    { label: texts.receiptCheck, path: '/quittung' },
    { label: texts.sendInvoice, path: '/rechnung' },
  ]
  return html`<footer class="site-footer"><div class="page-width"><nav aria-label="${texts.footer}"><ul>${links.map(
    (link) => html`<li><a href="${frame.href(link.path)}">${link.label}</a></li>`,
  )}</ul></nav><p>${texts.footerNote}</p></div></footer>`
}
