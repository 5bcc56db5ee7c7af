// What tells a person how things stand: alerts, badges, status regions, "saved at".
import type { Language } from '#kernel/language.ts'
import { attributes, type Html, type HtmlValue, html } from '../html.ts'
import { icon } from './icon.ts'
import { controlTexts } from './texts.ts'

export type Tone = 'info' | 'success' | 'warning' | 'danger'

const alertClasses: Record<Tone, string> = {
  info: 'kern-alert kern-alert--info',
  success: 'kern-alert kern-alert--success',
  warning: 'kern-alert kern-alert--warning',
  danger: 'kern-alert kern-alert--danger',
}

export interface Alert {
  readonly kind: Tone
  readonly title: string | Html
  readonly content?: HtmlValue
  /** Read out at once when it appears after an action; not for what is always there. */
  readonly announce?: boolean | undefined
  readonly level?: 2 | 3 | undefined
}

export function alert(options: Alert): Html {
  const role = options.announce !== true ? undefined : options.kind === 'danger' ? 'alert' : 'status'
  const title =
    options.level === 3 ? html`<h3 class="kern-title">${options.title}</h3>` : html`<h2 class="kern-title">${options.title}</h2>`
  const body = hasContent(options.content) && html`<div class="kern-alert__body">${options.content}</div>`
  return html`<div${attributes({ class: alertClasses[options.kind], role })}><div class="kern-alert__header">${icon(options.kind)}${title}</div>${body}</div>
`
}

function hasContent(content: HtmlValue): boolean {
  return content !== undefined && content !== null && content !== false && content !== ''
}

export type BadgeKind = Tone | 'neutral'

const badgeClasses: Record<BadgeKind, string> = {
  info: 'kern-badge kern-badge--info',
  success: 'kern-badge kern-badge--success',
  warning: 'kern-badge kern-badge--warning',
  danger: 'kern-badge kern-badge--danger',
  neutral: 'kern-badge badge-neutral',
}

export function badge(kind: BadgeKind, text: string): Html {
  return html`<span class="${badgeClasses[kind]}">${kind !== 'neutral' && icon(kind)}<span class="kern-label">${text}</span></span>`
}

/** A polite live region; scripts write into it, the server may fill it. */
export function statusRegion(id: string, content: HtmlValue = ''): Html {
  return html`<div class="status-region" id="${id}" role="status" data-status>${content}</div>`
}

/** "Saved at 14:32"; the autosave script writes the new time into it by the event `rennsteig:saved` with `detail.clock`. */
export function savedAt(language: Language, clock: string | undefined): Html {
  const label = controlTexts(language).savedAt
  return html`<p class="saved-at" role="status" data-saved-at="${label}">${clock !== undefined && html`${icon('check')}${label} ${clock}`}</p>`
}
