// The person's own area as they see it.
import { alert, badge, dataTable, linkButton } from '#web/controls/index.ts'
import type { Frame } from '#web/frame.ts'
import { type Html, html } from '#web/html.ts'
import { portalLayout } from '#web/layout/index.ts'
import { textsIn } from '../texts.ts'

export interface MyAreaContent {
  readonly isSignedIn: boolean
  readonly drafts: readonly { readonly title: string; readonly path: string; readonly saved: string }[]
  readonly threads: readonly {
    readonly title: string
    readonly number?: string
    readonly authorityName: string
    readonly statusLine: string
    readonly unread: number
    readonly path: string
  }[]
  readonly accesses: readonly { readonly day: string; readonly actorName: string; readonly purpose: string; readonly objectTitle: string }[]
}

export function myAreaPage(frame: Frame, content: MyAreaContent): Html {
  const texts = textsIn(frame.language)
  const main = html`<h1 class="kern-heading-large">${texts.myTitle}</h1><p class="lead">${texts.myLead}</p>
${
  !content.isSignedIn &&
  alert({
    kind: 'info',
    title: texts.notSignedInTitle,
    content: html`<p class="kern-body">${texts.notSignedIn}</p>${linkButton(texts.signInNow, `${frame.href('/anmelden')}?weiter=${encodeURIComponent(frame.href('/mein'))}`, { kind: 'secondary' })}`,
  })
}
<section><h2 class="kern-heading-medium">${texts.cases}</h2>${threads(frame, content)}</section>
<section><h2 class="kern-heading-medium">${texts.drafts}</h2>${drafts(frame, content)}</section>
${
  (content.isSignedIn || content.threads.length > 0) &&
  html`<section id="zugriffe"><h2 class="kern-heading-medium">${texts.seen}</h2><p class="kern-body">${texts.seenLead}</p>${accesses(frame, content)}</section>`
}
${
  content.isSignedIn &&
  html`<section><h2 class="kern-heading-medium">${texts.settings}</h2><ul class="link-list"><li><a class="kern-link" href="${frame.href('/konto')}">${texts.signInMeans}</a></li></ul></section>`
}`
  return portalLayout(frame, { title: texts.myTitle, main, styles: ['find.css'], breadcrumb: [], wide: true })
}

function threads(frame: Frame, content: MyAreaContent): Html {
  const texts = textsIn(frame.language)
  if (content.threads.length === 0) return html`<p class="kern-body">${texts.noCases}</p>`
  const rows = content.threads.map(
    (
      one,
    ) => html`<li><h3 class="kern-heading-small"><a class="kern-link" href="${frame.href(one.path)}">${one.title}</a></h3><p class="kern-body">${one.statusLine}</p><p class="muted">${one.authorityName}${
      one.number !== undefined && html`, ${one.number}`
    }${one.unread > 0 && html` ${badge('info', texts.unread(one.unread))}`}</p></li>
`,
  )
  return html`<ul class="case-list">${rows}</ul><p><a class="kern-link" href="${frame.href('/postfach')}">${texts.mailbox}</a></p>`
}

function drafts(frame: Frame, content: MyAreaContent): Html {
  const texts = textsIn(frame.language)
  if (content.drafts.length === 0) return html`<p class="kern-body">${texts.noDrafts}</p>`
  const rows = content.drafts.map(
    (
      one,
    ) => html`<li><h3 class="kern-heading-small">${one.title}</h3><p class="muted">${texts.savedOn(one.saved)}</p>${linkButton(texts.goOn, frame.href(one.path), { kind: 'secondary', about: one.title })}</li>
`,
  )
  return html`<ul class="case-list">${rows}</ul>`
}

function accesses(frame: Frame, content: MyAreaContent): Html {
  const texts = textsIn(frame.language)
  if (content.accesses.length === 0) return html`<p class="kern-body">${texts.nobodySaw}</p>`
  return dataTable({
    caption: texts.seen,
    hideCaption: true,
    language: frame.language,
    columns: [{ label: texts.when }, { label: texts.whoSaw }, { label: texts.whatFor }, { label: texts.whatSeen }],
    rows: content.accesses.map((one) => [one.day, one.actorName, one.purpose, one.objectTitle]),
  })
}
