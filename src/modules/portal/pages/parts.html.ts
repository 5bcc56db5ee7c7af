// Parts of several pages: the search form, the facts of a service, addresses with the place in them.
import { inLanguage, type Language } from '#kernel/language.ts'
import { type Cents, formatEuro } from '#kernel/money.ts'
import { button, icon, textField } from '#web/controls/index.ts'
import type { Frame } from '#web/frame.ts'
import { type Html, html } from '#web/html.ts'
import { textsIn } from '../texts.ts'

/** A service as the views get it. */
export interface ShownService {
  readonly key: string
  readonly title: string
  readonly summary: string
  readonly fee: string
  readonly time: string
  readonly isOnline: boolean
  readonly authority?: { readonly name: string; readonly slug: string } | undefined
}

/** An address of ours that remembers the place. */
export function placed(frame: Frame, path: string, ars: string | undefined): string {
  const address = frame.href(path)
  return ars === undefined ? address : `${address}${address.includes('?') ? '&' : '?'}ort=${ars}`
}

/** "10,00 Euro", or the fee in words. */
export function feeText(language: Language, cents: Cents | undefined, words: { de: string; en?: string; plain?: string }): string {
  if (cents === undefined || cents === 0n) return inLanguage(words, language)
  return language === 'en' ? `${formatEuro(cents).replaceAll('.', ' ').replace(',', '.')} euros` : `${formatEuro(cents)} Euro`
}

export interface SearchForm {
  readonly words: string
  readonly place: string
  readonly ars?: string | undefined
  readonly large?: boolean
}

/** What and where: one form, by GET, so that a result can be sent to a friend. */
export function searchForm(frame: Frame, given: SearchForm): Html {
  const texts = textsIn(frame.language)
  return html`<form class="search-form" role="search" method="get" action="${frame.href('/suche')}" data-suggest="${frame.href('/suche/vorschlaege')}">
${textField({ name: 'was', label: texts.what, hint: given.large === true ? texts.whatHint : undefined, value: given.words, type: 'search', autocomplete: 'off', maxLength: 100, list: 'was-list', spellcheck: true })}
${textField({ name: 'wo', label: texts.where, hint: given.large === true ? texts.whereHint : undefined, value: given.place, autocomplete: 'off', maxLength: 100, list: 'wo-list' })}
${given.ars !== undefined && html`<input type="hidden" name="ort" value="${given.ars}">`}
${button(texts.search, { icon: 'search' })}<datalist id="was-list"></datalist><datalist id="wo-list"></datalist>
</form>
`
}

export const suggestScript = 'scripts/suggest.js'

/** Who, fee, time, online: below each result. */
export function factsOf(frame: Frame, shown: ShownService): (string | Html)[] {
  const texts = textsIn(frame.language)
  return [
    ...(shown.authority === undefined ? [] : [html`<strong>${texts.responsible}:</strong> ${shown.authority.name}`]),
    html`<strong>${texts.fee}:</strong> ${shown.fee}`,
    html`<strong>${texts.time}:</strong> ${shown.time}`,
    shown.isOnline ? html`${icon('check')} ${texts.online}` : texts.onSite,
  ]
}
