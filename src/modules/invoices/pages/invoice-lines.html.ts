// The lines of an invoice: each folds, sub lines stand in the line they belong to.
import { type Html, html } from '#web/html.ts'
import type { ViewLanguage, ViewLine } from '../domain/invoice-view.ts'
import { invoiceTexts } from '../texts.ts'
import { fieldList, findingNotes, groupSection } from './invoice-parts.html.ts'

export function lineList(lines: readonly ViewLine[], language: ViewLanguage, isOutermost = true): Html {
  return html`<ol class="invoice-lines${!isOutermost && ' invoice-lines--sub'}">${lines.map(
    (line) => html`<li>${foldedLine(line, language)}</li>
`,
  )}</ol>
`
}

function foldedLine(line: ViewLine, language: ViewLanguage): Html {
  const texts = invoiceTexts(language)
  return html`<details class="invoice-line"${line.hasFindings && html` open`}><summary><span class="invoice-line-number"><span
class="kern-sr-only">${texts.line} </span>${line.number}</span> <span class="invoice-line-name">${line.name === '' ? '–' : line.name}</span> <span
class="invoice-line-calculation">${line.calculation}</span> <span class="invoice-line-amount">${line.amount}</span></summary><div
class="invoice-line-body">${findingNotes(line.group.findings, language)}${fieldList(line.group.fields, language)}<div class="invoice-groups">${line.group.groups.map(
    (group) => groupSection(group, language, 3),
  )}</div>${line.lines.length > 0 && html`<section class="invoice-group"><h3 class="invoice-heading">${texts.subLines}</h3>${lineList(line.lines, language, false)}</section>`}</div></details>`
}
