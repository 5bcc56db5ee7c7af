// The start page as one sees it.
import { card, cardGrid } from '#web/controls/index.ts'
import type { Frame } from '#web/frame.ts'
import { type Html, html } from '#web/html.ts'
import { portalLayout } from '#web/layout/index.ts'
import { textsIn } from '../texts.ts'
import { searchForm, suggestScript } from './parts.html.ts'

export interface ShownSituation {
  readonly key: string
  readonly title: string
  readonly summary: string
}

export interface StartContent {
  readonly situations: readonly ShownSituation[]
  readonly online: readonly { readonly key: string; readonly title: string; readonly time: string }[]
}

export function startPage(frame: Frame, content: StartContent): Html {
  const texts = textsIn(frame.language)
  const main = html`<section class="start-search"><h1 class="kern-heading-x-large">${texts.startTitle}</h1><p class="lead">${texts.startLead}</p>
${searchForm(frame, { words: '', place: '', large: true })}</section>
<section aria-labelledby="online"><h2 class="kern-heading-medium" id="online">${texts.onlineNow}</h2>
${cardGrid(content.online.map((one) => card({ title: one.title, href: frame.href(`/leistung/${one.key}`), content: html`<p class="kern-body">${one.time}</p>` })))}</section>
<section class="situations" aria-labelledby="lagen"><h2 class="kern-heading-medium" id="lagen">${texts.lifeSituations}</h2>
${situationCards(frame, content.situations, undefined)}</section>`
  return portalLayout(frame, { title: texts.startTitle, main, wide: true, scripts: [suggestScript], styles: ['find.css'] })
}

export function situationCards(frame: Frame, situations: readonly ShownSituation[], ars: string | undefined): Html {
  const place = ars === undefined ? '' : `?ort=${ars}`
  return cardGrid(
    situations.map((one) =>
      card({
        title: one.title,
        href: `${frame.href(`/lebenslage/${one.key}`)}${place}`,
        content: html`<p class="kern-body">${one.summary}</p>`,
      }),
    ),
  )
}
