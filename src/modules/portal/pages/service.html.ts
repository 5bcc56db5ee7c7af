// The page of a service as one sees it: can I do it here and now, cost, time, papers, who, law.
import type { AssuranceLevel } from '#kernel/actors.ts'
import { alert, button, csrfField, details, linkButton, summaryList, textField } from '#web/controls/index.ts'
import type { Frame } from '#web/frame.ts'
import { type Html, html } from '#web/html.ts'
import { portalLayout } from '#web/layout/index.ts'
import type { ShownPlace } from '../domain/shown-place.ts'
import { textsIn } from '../texts.ts'
import { placed, suggestScript } from './parts.html.ts'
import { placePicker } from './search.html.ts'

export interface ServiceContent {
  readonly key: string
  readonly leikaKey: string | undefined
  readonly title: string
  readonly summary: string
  readonly description: string | undefined
  readonly audience: string
  readonly papers: readonly string[]
  readonly procedure: string
  readonly fee: string
  readonly time: string
  readonly deadline: string | undefined
  readonly legalBasis: readonly string[]
  readonly remedy: string | undefined
  readonly checkedOn: string
  readonly isOnline: boolean
  readonly assurance: AssuranceLevel
  readonly competence:
    | { readonly name: string; readonly slug: string; readonly unit: string | undefined; readonly rule: string; readonly source: string }
    | undefined
  readonly place: ShownPlace | undefined
  readonly placeText: string
  readonly several: readonly ShownPlace[]
  readonly unknownPlace: boolean
  readonly related: readonly { readonly key: string; readonly title: string }[]
}

export function servicePage(frame: Frame, content: ServiceContent): Html {
  const texts = textsIn(frame.language)
  const main = html`<h1 class="kern-heading-large">${content.title}</h1><p class="lead">${content.summary}</p>
${actionBox(frame, content)}
${facts(frame, content)}
<section><h2 class="kern-heading-medium">${texts.papers}</h2>${papers(content, texts.noPapers)}</section>
<section><h2 class="kern-heading-medium">${texts.audience}</h2><p class="kern-body">${content.audience}</p>${content.description !== undefined && html`<p class="kern-body">${content.description}</p>`}</section>
${responsible(frame, content)}
<section><h2 class="kern-heading-medium">${texts.law}</h2><ul class="plain-list">${content.legalBasis.map((law) => html`<li>${law}</li>`)}</ul>${
    content.remedy !== undefined && html`<h3 class="kern-heading-small">${texts.remedy}</h3><p class="kern-body">${content.remedy}</p>`
  }</section>
${related(frame, content)}
<p class="muted">${texts.checkedOn(content.checkedOn)}${content.leikaKey !== undefined && html` ${texts.leika(content.leikaKey)}.`}</p>`
  return portalLayout(frame, { title: content.title, main, breadcrumb: [], scripts: [suggestScript], styles: ['find.css'] })
}

/** The one thing to do now: start, say where, or how it goes otherwise. */
function actionBox(frame: Frame, content: ServiceContent): Html {
  const texts = textsIn(frame.language)
  const { place } = content
  if (place === undefined)
    return html`<section class="action-box" aria-labelledby="hier"><h2 class="kern-heading-medium" id="hier">${texts.canIDoItHere}</h2>
${content.unknownPlace && alert({ kind: 'warning', title: texts.placeUnknownTitle, level: 3, content: html`<p class="kern-body">${texts.placeUnknown(content.placeText)}</p>` })}
${content.several.length > 0 ? placePicker(frame, content.several, content.placeText, (one) => placed(frame, `/leistung/${content.key}`, one.ars)) : content.isOnline && html`<p class="kern-body">${texts.onlineYes('')}</p>`}${placeForm(frame, content)}</section>
`
  const head = html`<h2 class="kern-heading-medium" id="hier">${texts.canIDoItHere}</h2>`
  if (content.competence === undefined)
    return html`<section class="action-box" aria-labelledby="hier">${head}<p class="kern-body">${texts.noAuthority(place.name)}</p><p class="kern-body">${content.procedure}</p>${changePlace(frame, content)}</section>
`
  if (!content.isOnline)
    return html`<section class="action-box" aria-labelledby="hier">${head}<p class="kern-body"><strong>${texts.onlineNo}</strong> ${content.procedure}</p>
${linkButton(texts.chooseAuthorityAction, frame.href(`/stelle/${content.competence.slug}`))}${changePlace(frame, content)}</section>
`
  return html`<section class="action-box" aria-labelledby="hier">${head}<p class="kern-body"><strong>${texts.onlineYes(place.name)}</strong> ${content.procedure}</p>
<form method="post" action="${frame.href('/antrag/neu')}">${csrfField(frame)}<input type="hidden" name="service" value="${content.key}"><input type="hidden" name="ars" value="${place.ars}">
${button(texts.start)}</form><p class="muted">${texts.saferStart}</p>${changePlace(frame, content)}</section>
`
}

function changePlace(frame: Frame, content: ServiceContent): Html {
  const texts = textsIn(frame.language)
  return details(texts.changePlace, placeForm(frame, { ...content, placeText: '' }))
}

function placeForm(frame: Frame, content: ServiceContent): Html {
  const texts = textsIn(frame.language)
  return html`<form class="place-form" method="get" action="${frame.href(`/leistung/${content.key}`)}" data-suggest="${frame.href('/suche/vorschlaege')}">
${textField({ name: 'wo', label: texts.tellPlace, hint: texts.whereHint, value: content.placeText, autocomplete: 'off', maxLength: 100, list: 'wo-list', width: 'm' })}
${button(texts.showForPlace, { kind: content.place === undefined ? 'primary' : 'secondary' })}<datalist id="wo-list"></datalist></form>
`
}

function facts(frame: Frame, content: ServiceContent): Html {
  const texts = textsIn(frame.language)
  return summaryList(
    [
      { term: texts.fee, description: content.fee },
      { term: texts.time, description: content.time },
      ...(content.deadline === undefined ? [] : [{ term: texts.deadline, description: content.deadline }]),
      ...(content.isOnline ? [{ term: texts.signIn, description: texts.signInNeeded[content.assurance] }] : []),
    ],
    frame.language,
  )
}

function papers(content: ServiceContent, none: string): Html {
  if (content.papers.length === 0) return html`<p class="kern-body">${none}</p>`
  return html`<ul class="check-list">${content.papers.map((paper) => html`<li>${paper}</li>`)}</ul>`
}

function responsible(frame: Frame, content: ServiceContent): Html {
  const { competence } = content
  if (competence === undefined) return html``
  const texts = textsIn(frame.language)
  return html`<section><h2 class="kern-heading-medium">${texts.who}</h2><p class="kern-body"><a class="kern-link" href="${frame.href(`/stelle/${competence.slug}`)}">${competence.name}</a>${
    competence.unit !== undefined && html`, ${competence.unit}`
  }</p>
${details(texts.whyThis, html`<p class="kern-body">${competence.rule}</p><p class="muted">${texts.source}: ${competence.source}</p>`)}</section>
`
}

function related(frame: Frame, content: ServiceContent): Html {
  if (content.related.length === 0) return html``
  const links = content.related.map(
    (other) => html`<li><a class="kern-link" href="${placed(frame, `/leistung/${other.key}`, content.place?.ars)}">${other.title}</a></li>`,
  )
  return html`<section><h2 class="kern-heading-medium">${textsIn(frame.language).related}</h2><ul class="link-list">${links}</ul></section>
`
}
