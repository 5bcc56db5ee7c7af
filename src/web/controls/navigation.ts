// Ways through pages: breadcrumb, pagination, stepper, tabs, languages.
import type { Language } from '#kernel/language.ts'
import { htmlLanguage, languages, pathPrefix } from '#kernel/language.ts'
import type { Frame } from '../frame.ts'
import { attributes, type Html, html } from '../html.ts'
import { icon } from './icon.ts'
import { controlTexts } from './texts.ts'

export interface Link {
  readonly label: string
  readonly href: string
}

/** Where the page stands; the start comes by itself, the page itself is not in it. */
export function breadcrumb(frame: Frame, links: readonly Link[]): Html {
  const texts = controlTexts(frame.language)
  const all = [{ label: texts.home, href: frame.href('/') }, ...links]
  return html`<nav class="breadcrumb" aria-label="${texts.breadcrumb}"><ol>${all.map(
    (link) => html`<li><a class="kern-link kern-link--small kern-link--no-visited-state" href="${link.href}">${link.label}</a></li>`,
  )}</ol></nav>
`
}

export interface Pagination {
  readonly page: number
  readonly pages: number
  href(page: number): string
  readonly language?: Language | undefined
}

export function pagination(options: Pagination): Html {
  if (options.pages <= 1) return html``
  const texts = controlTexts(options.language ?? 'de')
  const { page, pages } = options
  const shown = [...new Set([1, page - 1, page, page + 1, pages])].filter((number) => number >= 1 && number <= pages)
  const numbers = shown.map((number, index) => {
    const gap = number - (shown[index - 1] ?? number - 1) > 1
    const current = attributes({ href: options.href(number), 'aria-current': number === page ? 'page' : undefined })
    return html`${gap && html`<li class="pagination-gap" aria-hidden="true">…</li>`}<li><a${current}><span class="kern-sr-only">${texts.page} </span>${number}</a></li>`
  })
  return html`<nav class="pagination" aria-label="${texts.pages}"><ul>${
    page > 1 && html`<li><a href="${options.href(page - 1)}" rel="prev">${icon('previous')}${texts.previousPage}</a></li>`
  }${numbers}${page < pages && html`<li><a href="${options.href(page + 1)}" rel="next">${texts.nextPage}${icon('next')}</a></li>`}</ul></nav>
`
}

export interface Step {
  readonly label: string
  readonly state: 'done' | 'current' | 'future'
  readonly href?: string | undefined
}

/** More do not stand beside each other without breaking their words; they are a list to open. */
const mostStepsBeside = 7

/** Where one stands in a longer form: a line of words where it is narrow, the steps where there is room. */
export function stepper(options: { readonly steps: readonly Step[]; readonly language?: Language | undefined }): Html {
  const texts = controlTexts(options.language ?? 'de')
  const at = options.steps.findIndex((step) => step.state === 'current')
  const current = options.steps[at]
  const steps = options.steps.map((step, index) => {
    const number = html`<span class="step-number" aria-hidden="true">${step.state === 'done' ? icon('check') : index + 1}</span>`
    const state = step.state !== 'current' && html`<span class="kern-sr-only"> (${texts.stepState[step.state]})</span>`
    const words = html`<span class="step-label">${step.label}</span>${state}`
    const content =
      step.href === undefined || step.state === 'current'
        ? html`<span class="step">${number}${words}</span>`
        : html`<a class="step" href="${step.href}">${number}${words}</a>`
    return html`<li${attributes({ class: `step-${step.state}`, 'aria-current': step.state === 'current' ? 'step' : undefined })}>${content}</li>`
  })
  const isLong = options.steps.length > mostStepsBeside
  const list = html`<ol>${steps}</ol>`
  return html`<nav${attributes({ class: isLong ? 'stepper stepper-long' : 'stepper', 'aria-label': texts.steps })}>${
    current !== undefined &&
    html`<p class="stepper-now"><strong>${texts.stepOf(at + 1, options.steps.length)}</strong> ${current.label}</p>`
  }${isLong ? html`<details><summary>${texts.allSteps}</summary>${list}</details>` : list}</nav>
`
}

export interface Tab {
  readonly label: string
  readonly href: string
  readonly current?: boolean | undefined
  /** A text where the number is a bound ("1.000+"). */
  readonly count?: number | string | undefined
}

/** Tabs that are links: each is a page of its own. */
export function tabs(options: { readonly label: string; readonly tabs: readonly Tab[] }): Html {
  return html`<nav class="tabs" aria-label="${options.label}"><ul>${options.tabs.map(
    (tab) =>
      html`<li><a${attributes({ href: tab.href, 'aria-current': tab.current === true ? 'page' : undefined })}>${tab.label}${
        tab.count !== undefined && html` <span class="tab-count">${tab.count}</span>`
      }</a></li>`,
  )}</ul></nav>
`
}

/** Full names, and short ones where there is little room; assistive technology always gets the full name. */
const languageNames: Record<Language, readonly [name: string, short: string]> = {
  de: ['Deutsch', 'DE'],
  en: ['English', 'EN'],
  plain: ['Einfache Sprache', 'Einfach'],
}

/** This page in the other languages. */
export function languageSwitch(frame: Frame, offered: readonly Language[] = languages): Html {
  return html`<nav class="language-switch" aria-label="${controlTexts(frame.language).language}"><ul>${offered.map((language) => {
    const link = attributes({
      href: `${pathPrefix[language]}${frame.address}`,
      lang: htmlLanguage[language],
      hreflang: htmlLanguage[language],
      'aria-current': language === frame.language ? 'true' : undefined,
    })
    return html`<li><a${link}><span class="language-name">${languageNames[language][0]}</span><span class="language-short" aria-hidden="true">${languageNames[language][1]}</span></a></li>`
  })}</ul></nav>
`
}
