// The search page as one sees it: results, the choice of a place, and help when nothing was found.
import { alert, searchResults } from '#web/controls/index.ts'
import type { Frame } from '#web/frame.ts'
import { type Html, html } from '#web/html.ts'
import { portalLayout } from '#web/layout/index.ts'
import type { ShownPlace } from '../domain/shown-place.ts'
import { textsIn } from '../texts.ts'
import { factsOf, placed, type ShownService, searchForm, suggestScript } from './parts.html.ts'
import { type ShownSituation, situationCards } from './start.html.ts'

export interface SearchContent {
  readonly words: string
  readonly placeText: string
  readonly place: ShownPlace | undefined
  readonly several: readonly ShownPlace[]
  readonly unknownPlace: boolean
  readonly services: readonly ShownService[]
  readonly corrected: string | undefined
  readonly situations: readonly ShownSituation[]
}

export function searchPage(frame: Frame, content: SearchContent): Html {
  const texts = textsIn(frame.language)
  const { words, place } = content
  const title = words === '' ? texts.searchTitle : texts.resultsFor(words, place?.name ?? '')
  const main = html`<h1 class="kern-heading-large">${title}</h1>
${searchForm(frame, { words, place: content.placeText, ars: place?.ars })}
${placeHelp(frame, content)}${resultsOf(frame, content)}`
  return portalLayout(frame, { title, main, breadcrumb: [], scripts: [suggestScript], styles: ['find.css'] })
}

function placeHelp(frame: Frame, content: SearchContent): Html {
  const texts = textsIn(frame.language)
  if (content.unknownPlace)
    return alert({
      kind: 'warning',
      title: texts.placeUnknownTitle,
      content: html`<p class="kern-body">${texts.placeUnknown(content.placeText)}</p>`,
    })
  if (content.several.length === 0) return html``
  const address = `/suche?was=${encodeURIComponent(content.words)}`
  return placePicker(frame, content.several, content.placeText, (one) => placed(frame, address, one.ars))
}

/** Several places of that name: a list to choose from. */
export function placePicker(frame: Frame, places: readonly ShownPlace[], text: string, href: (place: ShownPlace) => string): Html {
  const texts = textsIn(frame.language)
  const links = places.map(
    (one) =>
      html`<li><a class="kern-link" href="${href(one)}">${one.name}</a> <span class="muted">${one.district}${one.postalCodes !== '' && html`, ${one.postalCodes}`}</span></li>`,
  )
  return html`<section class="place-picker" aria-labelledby="welcher-ort"><h2 class="kern-heading-medium" id="welcher-ort">${texts.whichPlaceTitle}</h2><p class="kern-body">${texts.whichPlace(text)}</p><ul class="link-list">${links}</ul></section>
`
}

function resultsOf(frame: Frame, content: SearchContent): Html {
  const texts = textsIn(frame.language)
  if (content.words === '')
    return html`<h2 class="kern-heading-medium">${texts.askFirstTitle}</h2><p class="kern-body">${texts.askFirst}</p>${situationCards(frame, content.situations, content.place?.ars)}`
  if (content.services.length === 0)
    return html`<h2 class="kern-heading-medium">${texts.nothingTitle}</h2><p class="kern-body">${texts.nothingHelp}</p>${situationCards(frame, content.situations, content.place?.ars)}`
  const results = content.services.map((shown) => ({
    title: shown.title,
    href: placed(frame, `/leistung/${shown.key}`, content.place?.ars),
    summary: shown.summary,
    facts: factsOf(frame, shown),
  }))
  return html`${content.corrected !== undefined && html`<p class="corrected">${texts.corrected(content.corrected)}</p>`}<p class="kern-body" role="status">${texts.found(results.length)}</p>
${searchResults(results)}`
}
