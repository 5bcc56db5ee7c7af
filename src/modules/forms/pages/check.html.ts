// The page that shows everything before it is submitted.
import type { AssuranceLevel } from '#kernel/actors.ts'
import { alert, badge, button, buttonRow, csrfField, linkButton, type Step, stepper, summaryList } from '#web/controls/index.ts'
import type { AuthorityTheme, Frame } from '#web/frame.ts'
import { type Html, html } from '#web/html.ts'
import { portalLayout } from '#web/layout/index.ts'
import { formsTexts } from '../texts/index.ts'

export interface CheckGroup {
  readonly title: string
  readonly depth: number
  readonly rows: readonly { readonly label: string; readonly text: string; readonly isMissing: boolean; readonly change: string }[]
  readonly open: string
}

export interface CheckView {
  readonly serviceTitle: string
  readonly authority: AuthorityTheme | undefined
  readonly receiver: string
  readonly steps: readonly Step[]
  readonly groups: readonly CheckGroup[]
  readonly hidden: number
  readonly problems: readonly { readonly text: string; readonly href: string }[]
  readonly problemCount: number
  readonly submitTo: string
  readonly backTo: string
  readonly declaration?: string
  readonly correction?: string
  readonly fee?: string
  readonly signIn?: { readonly level: AssuranceLevel; readonly href: string }
  readonly isOffered: boolean
}

export function checkPage(frame: Frame, view: CheckView): Html {
  const texts = formsTexts(frame.language)
  const main = html`${stepper({ steps: view.steps, language: frame.language })}
<p class="kern-preline">${view.serviceTitle}</p><h1 class="kern-heading-large">${texts.check}</h1><p class="kern-body">${texts.checkIntroduction}</p>
${view.correction !== undefined && alert({ kind: 'warning', title: texts.correctionTitle, content: html`<p class="kern-body preserved">${view.correction}</p>` })}
${
  view.problemCount > 0 &&
  alert({
    kind: 'warning',
    title: texts.checkMissing(view.problemCount),
    content: html`<ul class="error-list">${view.problems.map((problem) => html`<li><a class="kern-link" href="${problem.href}">${problem.text}</a></li>`)}</ul>${
      view.problemCount > view.problems.length && html`<p class="kern-body">${texts.more(view.problemCount - view.problems.length)}</p>`
    }`,
  })
}
${view.groups.map((group) => checkSection(frame, group))}
${view.hidden > 0 && html`<p class="kern-body">${texts.more(view.hidden)}</p>`}
${ending(frame, view)}`
  return portalLayout(frame, { title: `${texts.check} – ${view.serviceTitle}`, main, authority: view.authority, styles: ['forms.css'] })
}

function checkSection(frame: Frame, group: CheckGroup): Html {
  const texts = formsTexts(frame.language)
  const title =
    group.depth === 0 ? html`<h2 class="kern-heading-medium">${group.title}</h2>` : html`<h3 class="kern-heading-small">${group.title}</h3>`
  const rows = group.rows.map((row) => ({
    term: row.label,
    description: row.isMissing
      ? html`${row.text !== '' && html`${row.text} `}${badge('warning', texts.missing)}`
      : html`<span class="preserved">${row.text === '' ? texts.notAnswered : row.text}</span>`,
    change: { href: row.change },
  }))
  return html`<section class="check-group">${title}${rows.length > 0 ? summaryList(rows, frame.language) : html``}</section>`
}

function ending(frame: Frame, view: CheckView): Html {
  const texts = formsTexts(frame.language)
  if (!view.isOffered) return alert({ kind: 'warning', title: texts.notOnlineTitle, content: texts.notOnline })
  if (view.problemCount > 0) {
    return buttonRow(
      linkButton(texts.goOn, view.problems[0]?.href ?? view.backTo),
      linkButton(texts.back, view.backTo, { kind: 'tertiary' }),
    )
  }
  const fee =
    view.fee !== undefined && html`<h2 class="kern-heading-medium">${texts.feeTitle}</h2><p class="kern-body">${texts.fee(view.fee)}</p>`
  if (view.signIn !== undefined) {
    return html`${fee}${alert({
      kind: 'info',
      title: texts.signInTitle,
      content: html`<p class="kern-body">${texts.signIn[view.signIn.level]} ${texts.signInKeeps}</p>`,
    })}${buttonRow(linkButton(texts.signInNow, view.signIn.href), linkButton(texts.back, view.backTo, { kind: 'tertiary' }))}`
  }
  const declaration = view.declaration !== undefined && html`<p class="kern-body">${texts.declare} <strong>${view.declaration}</strong></p>`
  return html`${fee}<form method="post" action="${view.submitTo}">${csrfField(frame)}${declaration}<p class="kern-body">${texts.receiver(view.receiver)}</p>${buttonRow(
    button(view.fee === undefined ? texts.submit : texts.submitWithFee),
    linkButton(texts.back, view.backTo, { kind: 'tertiary' }),
  )}</form>`
}
