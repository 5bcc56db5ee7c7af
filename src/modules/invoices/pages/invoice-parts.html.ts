// The parts an invoice is shown with: findings, fields, groups.
import { type Html, type HtmlValue, html } from '#web/html.ts'
import type { ViewField, ViewFinding, ViewGroup, ViewLanguage } from '../domain/invoice-view.ts'
import { invoiceTexts } from '../texts.ts'

/** The number of a term or group; a checkbox of the page shows and hides all of them. */
export function termNumber(id: string): Html {
  return html`<span class="invoice-number">${id}</span>`
}

/** What is wrong beside the field, and what to do. */
export function findingNotes(findings: readonly ViewFinding[], language: ViewLanguage): HtmlValue {
  const texts = invoiceTexts(language)
  return findings.map(
    (finding) => html`<div class="invoice-finding invoice-finding--${finding.level}" id="${finding.anchor}" tabindex="-1"><p
class="invoice-finding-title"><strong>${texts.levels[finding.level]}: ${finding.title}</strong></p><p>${unbroken(finding.wrong)}</p><p><strong>${texts.whatToDo}</strong> ${unbroken(finding.todo)}</p><p
class="invoice-rule">${texts.rule} ${finding.rule}</p></div>
`,
  )
}

/** Numbers of terms stay on one line. */
function unbroken(text: string): HtmlValue {
  return text.split(/(\bB[GT]-[A-Z0-9-]+)/).map((part, index) => (index % 2 === 0 ? part : html`<span class="invoice-term">${part}</span>`))
}

/** Terms with their values; numbers stand right. */
export function fieldList(fields: readonly ViewField[], language: ViewLanguage): HtmlValue {
  if (fields.length === 0) return undefined
  return html`<dl class="invoice-fields">${fields.map(
    (
      field,
    ) => html`<div class="invoice-field"><dt>${field.label} ${termNumber(field.id)}</dt><dd${field.isNumber && html` class="invoice-figure"`}>${fieldValue(field)}</dd>${
      field.findings.length > 0 && html`<dd class="invoice-field-findings">${findingNotes(field.findings, language)}</dd>`
    }</div>
`,
  )}</dl>
`
}

/** Line breaks of the invoice stay, long words may break. */
export function fieldValue(field: ViewField): Html {
  return html`<span class="invoice-value">${field.value}</span>${field.note !== undefined && html` <span class="invoice-note">(${field.note})</span>`}`
}

export type HeadingLevel = 3 | 4 | 5

/** A group with its heading, its fields and the groups in it; `isNamedAbove` leaves the heading out that the part already has. */
export function groupSection(group: ViewGroup, language: ViewLanguage, level: HeadingLevel, isNamedAbove = false): Html {
  const deeper: HeadingLevel = isNamedAbove ? level : level === 3 ? 4 : 5
  return html`<section class="invoice-group">${isNamedAbove ? html`<p>${termNumber(group.id)}</p>` : heading(html`${group.label} ${termNumber(group.id)}`, level)}${findingNotes(group.findings, language)}${fieldList(group.fields, language)}${group.groups.map(
    (inner) => groupSection(inner, language, deeper),
  )}</section>
`
}

export function heading(content: Html, level: HeadingLevel): Html {
  if (level === 3) return html`<h3 class="invoice-heading">${content}</h3>`
  return level === 4 ? html`<h4 class="invoice-heading">${content}</h4>` : html`<h5 class="invoice-heading">${content}</h5>`
}

/** A part of the page with its heading; nothing where there is nothing in it. */
export function part(name: string, title: string, content: readonly HtmlValue[], className = ''): HtmlValue {
  if (content.every((one) => one === undefined || one === false)) return undefined
  return html`<section class="invoice-part${className === '' ? '' : ` ${className}`}" aria-labelledby="part-${name}"><h2 class="invoice-part-title" id="part-${name}">${title}</h2>${content}</section>
`
}
