// The layout of the workplace: for clerks, denser, made for the keyboard.
import type { StaffRole } from '#kernel/actors.ts'
import { csrfField, icon, visuallyHidden } from '../controls/index.ts'
import type { Frame, FrameStaff } from '../frame.ts'
import { attributes, type Html, html } from '../html.ts'
import { brand, demoMark, type PageContent, pageDocument } from './document.ts'
import { type LayoutTexts, layoutTexts } from './texts.ts'

export interface WorkplaceLink {
  readonly label: string
  readonly href: string
  readonly count?: number | undefined
  readonly current?: boolean | undefined
}

export interface WorkplacePage extends PageContent {
  /** Navigation at the side; without it a page has the whole width. */
  readonly nav?: readonly WorkplaceLink[] | undefined
  /** What stands in the search box. */
  readonly searched?: string | undefined
}

export function workplaceLayout(frame: Frame, content: WorkplacePage): Html {
  const texts = layoutTexts(frame.language)
  const page = { ...content, authority: content.authority ?? frame.staff?.authority }
  const siteName = `${page.authority === undefined ? '' : `${page.authority.name}, `}${texts.workplace} – ${texts.portalName}`
  const side = page.nav !== undefined && page.nav.length > 0 && sideNavigation(page.nav, texts)
  const body = html`<header class="site-header">${demoMark(frame)}<div class="header-bar">${brand(frame, page.authority, frame.href('/arbeit'))}${
    frame.staff !== undefined && html`${mayFind(frame.staff) && searchBox(frame, page.searched, texts)}${who(frame.staff, frame, texts)}`
  }</div></header>
${frame.staff !== undefined && roleLinks(frame, frame.staff, texts)}<div class="${side === false ? 'workplace-body' : 'workplace-body with-side'}">${side}<main id="main" tabindex="-1">
${page.main}
</main></div>
${shortcutHelp(texts)}`
  return pageDocument(frame, page, { kind: 'workplace', siteName, body })
}

function searchBox(frame: Frame, searched: string | undefined, texts: LayoutTexts): Html {
  const field = attributes({
    id: 'search',
    type: 'search',
    name: 'q',
    value: searched,
    placeholder: texts.searchLabel,
    autocomplete: 'off',
    'aria-keyshortcuts': '/',
  })
  return html`<search class="search-box"><form method="get" action="${frame.href('/arbeit/suche')}"><label class="kern-sr-only" for="search">${texts.searchLabel}</label><input${field}><button
type="submit">${icon('search')}${visuallyHidden(texts.search)}</button><kbd aria-hidden="true">/</kbd></form></search>`
}

const finding: readonly StaffRole[] = ['clerk', 'lead', 'registry', 'auditor']

function mayFind({ roles }: FrameStaff): boolean {
  return roles.some((role) => finding.includes(role))
}

/** The ways that the roles open; not in the head that stays, so that it leaves room for the page. */
function roleLinks(frame: Frame, staff: FrameStaff, texts: LayoutTexts): Html {
  const has = (...roles: readonly StaffRole[]): boolean => staff.roles.some((role) => roles.includes(role))
  const link = (path: string, label: string): Html =>
    html`<li><a${attributes({ href: frame.href(path), 'aria-current': frame.path === path ? 'page' : undefined })}>${label}</a></li>`
  return html`<nav class="role-links" aria-label="${texts.workplace}"><ul>${has('clerk', 'lead', 'auditor') && link('/arbeit', texts.workList)}${
    mayFind(staff) && link('/arbeit/suche', texts.workSearch)
  }${has('clerk', 'lead', 'cashier', 'auditor') && link('/arbeit/rechnungen', texts.invoices)}${has('cashier') && link('/arbeit/kasse', texts.cashOffice)}${link('/arbeit/anmeldungen', texts.signIns)}</ul></nav>
`
}

function who(staff: FrameStaff, frame: Frame, texts: LayoutTexts): Html {
  return html`<div class="sign-in-state"><p>${icon('account')}<span><span class="kern-sr-only">${texts.signedInAs} </span>${staff.name}<span class="who-authority">${staff.unit}</span></span></p><form
method="post" action="${frame.href('/arbeit/abmelden')}">${csrfField(frame)}<button type="submit">${texts.signOut}</button></form></div>`
}

function sideNavigation(links: readonly WorkplaceLink[], texts: LayoutTexts): Html {
  return html`<nav class="side-navigation" aria-label="${texts.mainNavigation}"><ul>${links.map(
    (link) =>
      html`<li><a${attributes({ href: link.href, 'aria-current': link.current === true ? 'page' : undefined })}><span>${link.label}</span>${
        link.count !== undefined && html`<span class="side-count">${link.count}</span>`
      }</a></li>`,
  )}</ul></nav>`
}

/** Opened by "?"; lists what the keyboard does here. */
function shortcutHelp(texts: LayoutTexts): Html {
  const keys = [
    ['/', texts.shortcuts.search],
    ['j', texts.shortcuts.next],
    ['k', texts.shortcuts.previous],
    ['Enter', texts.shortcuts.open],
    ['a', texts.shortcuts.take],
    ['n', texts.shortcuts.nextCase],
    ['u', texts.shortcuts.undo],
    ['?', texts.shortcuts.help],
  ] as const
  return html`<dialog class="shortcut-help" data-shortcut-help aria-labelledby="shortcut-title"><h2 class="kern-heading-small" id="shortcut-title">${texts.shortcutsTitle}</h2><dl>${keys.map(
    ([key, meaning]) => html`<div><dt><kbd>${key}</kbd></dt><dd>${meaning}</dd></div>`,
  )}</dl><form method="dialog"><button class="kern-btn kern-btn--secondary" type="submit"><span class="kern-label">${texts.close}</span></button></form></dialog>`
}
