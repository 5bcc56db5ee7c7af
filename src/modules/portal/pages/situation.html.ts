// Life situations as one sees them.
import { searchResults } from '#web/controls/index.ts'
import type { Frame } from '#web/frame.ts'
import { type Html, html } from '#web/html.ts'
import { portalLayout } from '#web/layout/index.ts'
import type { ShownPlace } from '../domain/shown-place.ts'
import { textsIn } from '../texts.ts'
import { factsOf, placed, type ShownService } from './parts.html.ts'
import { type ShownSituation, situationCards } from './start.html.ts'

export function situationsPage(frame: Frame, situations: readonly ShownSituation[]): Html {
  const texts = textsIn(frame.language)
  const main = html`<h1 class="kern-heading-large">${texts.lifeSituations}</h1><p class="lead">${texts.lifeSituationsLead}</p>
<h2 class="kern-sr-only">${texts.allLifeSituations}</h2>
${situationCards(frame, situations, undefined)}`
  return portalLayout(frame, { title: texts.lifeSituations, main, styles: ['find.css'], breadcrumb: [], wide: true })
}

export interface SituationContent {
  readonly title: string
  readonly summary: string
  readonly place: ShownPlace | undefined
  readonly services: readonly ShownService[]
}

export function situationPage(frame: Frame, content: SituationContent): Html {
  const texts = textsIn(frame.language)
  const results = content.services.map((shown) => ({
    title: shown.title,
    href: placed(frame, `/leistung/${shown.key}`, content.place?.ars),
    summary: shown.summary,
    facts: factsOf(frame, shown),
  }))
  const main = html`<h1 class="kern-heading-large">${content.title}</h1><p class="lead">${content.summary}</p>
${content.place !== undefined && html`<p class="kern-body">${texts.resultsIn(content.place.name)}</p>`}${searchResults(results)}`
  return portalLayout(frame, {
    title: content.title,
    main,
    styles: ['find.css'],
    breadcrumb: [{ label: texts.lifeSituations, href: frame.href('/lebenslagen') }],
  })
}
