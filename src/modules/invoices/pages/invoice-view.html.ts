// An invoice for people: result of the check, what is to be paid, and everything the invoice says.
import { type Html, type HtmlValue, html } from '#web/html.ts'
import type { FindingLevel, InvoiceView, ViewAttachment, ViewFinding, ViewGroup, ViewLanguage } from '../domain/invoice-view.ts'
import { invoiceTexts } from '../texts.ts'
import { lineList } from './invoice-lines.html.ts'
import { fieldList, findingNotes, groupSection, part, termNumber } from './invoice-parts.html.ts'

/** Where an attachment can be had, by its place in the invoice; undefined lists it without a link. */
export type AttachmentHref = (index: number) => string | undefined

/** The whole view, to stand in the main part of a page; it brings the page's h1, unless the page has its own. */
export function invoiceView(view: InvoiceView, attachmentHref: AttachmentHref = () => undefined, bringsHeading = true): Html {
  const texts = invoiceTexts(view.language)
  const groups = (list: readonly ViewGroup[], title?: string): HtmlValue =>
    list.length === 0
      ? undefined
      : html`<div class="invoice-groups">${list.map((group) => groupSection(group, view.language, 3, group.label === title))}</div>`
  return html`<article class="invoice">
${bringsHeading && head(view)}
${result(view)}
<div class="invoice-numbers"><input type="checkbox" id="show-term-numbers"><label for="show-term-numbers">${texts.showNumbers}</label></div>
${due(view)}
${part('vat', texts.vat, [vatTable(view)])}
${part('lines', texts.lines, [
  html`<p class="invoice-note">${texts.lineCount(view.lines.length)}</p>`,
  view.lines.length > 0 && lineList(view.lines, view.language),
])}
${part('adjustments', texts.adjustments, [groups(view.adjustments, texts.adjustments)])}
${part('parties', texts.parties, [groups(view.parties, texts.parties)])}
${part('references', texts.references, [fieldList(view.references, view.language)])}
${part('delivery', texts.delivery, [groups(view.delivery, texts.delivery)])}
${part('payment', texts.payment, [groups(view.payment, texts.payment)])}
${part('preceding', texts.preceding, [groups(view.preceding, texts.preceding)])}
${part('notes', texts.notes, [groups(view.notes, texts.notes)])}
${part('attachments', texts.attachments, [view.attachments.length > 0 && attachments(view, attachmentHref)])}
${part('process', texts.process, [groups(view.process, texts.process)])}
</article>
`
}

function head(view: InvoiceView): Html {
  const texts = invoiceTexts(view.language)
  return html`<header class="invoice-head"><h1>${view.kind} ${view.number}</h1><p class="invoice-lead">${
    view.issuedOn !== '' && html`${texts.dated} ${view.issuedOn} `
  }${view.seller !== '' && html`${texts.from} <strong>${view.seller}</strong> `}${view.buyer !== '' && html`${texts.to} <strong>${view.buyer}</strong>`}</p></header>`
}

const tones: Readonly<Record<InvoiceView['verdict'], string>> = {
  accept: 'good',
  reject: 'error',
  undefined: 'warning',
  unchecked: 'information',
}

/** The verdict with a list that leads to each finding. */
function result(view: InvoiceView): Html {
  const texts = invoiceTexts(view.language)
  const count = (level: FindingLevel): number => view.findings.filter((finding) => finding.level === level).length
  const counts = texts.counts(count('error'), count('warning'))
  return html`<section class="invoice-result invoice-result--${tones[view.verdict]}" aria-labelledby="part-result"><h2 id="part-result" class="invoice-result-title">${texts.verdicts[view.verdict]}</h2><p>${
    counts !== '' && html`<strong>${counts}.</strong> `
  }${texts.verdictNotes[view.verdict]}${view.ruleSet !== '' && html` ${texts.checkedBy(view.ruleSet)}`}</p>${
    view.findings.length > 0 &&
    html`<ul class="invoice-result-list">${bySeverity(view.findings).map((finding) => resultLine(finding, view.language))}</ul>`
  }${view.general.length > 0 && html`<section class="invoice-group"><h3 class="invoice-heading">${texts.general}</h3>${findingNotes(view.general, view.language)}</section>`}${
    view.noted.length > 0 &&
    html`<details class="invoice-noted"><summary>${texts.noted(view.noted.length)}</summary>${findingNotes(view.noted, view.language)}</details>`
  }</section>`
}

/** Errors first, each kind in the order of the check. */
function bySeverity(findings: readonly ViewFinding[]): readonly ViewFinding[] {
  return [...findings.filter(({ level }) => level === 'error'), ...findings.filter(({ level }) => level !== 'error')]
}

function resultLine(finding: ViewFinding, language: ViewLanguage): Html {
  return html`<li><span class="invoice-mark invoice-mark--${finding.level}">${invoiceTexts(language).levels[finding.level]}</span> <a href="#${finding.anchor}">${finding.title}</a></li>`
}

/** What is to be paid until when, and how it comes about. */
function due(view: InvoiceView): Html {
  const texts = invoiceTexts(view.language)
  return html`<section class="invoice-part invoice-due" aria-labelledby="part-due"><div class="invoice-due-amount"><h2 class="invoice-part-title" id="part-due">${texts.amountDue} ${termNumber('BT-115')}</h2><p class="invoice-amount">${view.due}</p><p>${
    view.dueOn === undefined ? texts.noDueDate : html`${texts.dueOn} <strong>${view.dueOn}</strong>`
  }</p>${view.discounts.map(
    (discount) =>
      html`<p class="invoice-discount"><strong>${discount.percentage} % ${texts.discount}</strong> ${texts.discountWithin(discount.days)}${
        discount.until !== undefined && html` (${texts.discountUntil(discount.until)})`
      }${discount.saves !== undefined && html`, ${texts.discountSaves(discount.saves)}`}</p>`,
  )}${view.terms.length > 0 && html`<h3 class="invoice-heading">${texts.terms} ${termNumber('BT-20')}</h3>${view.terms.map((text) => html`<p class="invoice-value">${text}</p>`)}`}${
    view.dueField !== undefined && findingNotes(view.dueField.findings, view.language)
  }</div><div class="invoice-due-totals"><h3 class="invoice-heading">${texts.totals} ${termNumber('BG-22')}</h3>${fieldList(view.totals, view.language)}</div></section>`
}

/** One row for each category and rate; what is wrong stands below the table. */
function vatTable(view: InvoiceView): HtmlValue {
  if (view.vat.length === 0) return undefined
  const texts = invoiceTexts(view.language)
  const value = (group: ViewGroup, id: string): string => group.fields.find((field) => field.id === id)?.value ?? '–'
  const [kind = '', rate = '', net = '', tax = ''] = texts.vatHead
  const findings = view.vat.flatMap((group) => [...group.findings, ...group.fields.flatMap((field) => field.findings)])
  return html`<div class="invoice-table" role="region" aria-label="${texts.vatTable}" tabindex="0"><table><thead><tr><th scope="col">${kind} ${termNumber('BT-118')}</th><th scope="col" class="invoice-figure">${rate} ${termNumber('BT-119')}</th><th scope="col" class="invoice-figure">${net} ${termNumber('BT-116')}</th><th scope="col" class="invoice-figure">${tax} ${termNumber('BT-117')}</th></tr></thead><tbody>${view.vat.map(
    (
      group,
    ) => html`<tr><th scope="row">${value(group, 'BT-118')}${reasonOf(group, texts.vatReason)}</th><td class="invoice-figure">${value(group, 'BT-119')}</td><td class="invoice-figure">${value(group, 'BT-116')}</td><td class="invoice-figure">${value(group, 'BT-117')}</td></tr>
`,
  )}</tbody></table></div>${findingNotes(findings, view.language)}`
}

function reasonOf(group: ViewGroup, word: string): HtmlValue {
  const reasons = group.fields.filter((field) => field.id === 'BT-120' || field.id === 'BT-121')
  return reasons.length > 0 && html`<br><span class="invoice-note">${word}: ${reasons.map((field) => field.value).join(', ')}</span>`
}

function attachments(view: InvoiceView, attachmentHref: AttachmentHref): Html {
  const texts = invoiceTexts(view.language)
  return html`<p class="invoice-note">${texts.attachmentNote}</p><ul class="invoice-attachments">${view.attachments.map(
    (
      attachment,
      index,
    ) => html`<li>${attachmentEntry(attachment, attachmentHref(index), view.language)}${findingNotes(attachment.findings, view.language)}</li>
`,
  )}</ul>`
}

function attachmentEntry(attachment: ViewAttachment, href: string | undefined, language: ViewLanguage): Html {
  const texts = invoiceTexts(language)
  const name = attachment.fileName ?? attachment.title
  const facts = [attachment.mediaType, attachment.bytes === undefined ? undefined : sizeText(attachment.bytes, language)].filter(
    (fact) => fact !== undefined,
  )
  return html`<p class="invoice-attachment-name">${href === undefined ? html`<strong>${name}</strong>` : html`<a href="${href}" download>${name}</a>`} ${termNumber('BG-24')}</p>${
    name !== attachment.title && html`<p>${attachment.title}</p>`
  }${attachment.description !== undefined && html`<p>${attachment.description}</p>`}<p class="invoice-note">${
    facts.length === 0 ? texts.noContent : facts.join(', ')
  }</p>${attachment.location !== undefined && html`<p class="invoice-note">${texts.location}: <span class="invoice-value">${attachment.location}</span></p>`}`
}

/** "12,3 kB": short enough to read in passing. */
function sizeText(bytes: number, language: ViewLanguage): string {
  const [size, unit] = bytes < 1000 ? [bytes, 'B'] : bytes < 1_000_000 ? [bytes / 1000, 'kB'] : [bytes / 1_000_000, 'MB']
  const text = size.toFixed(unit === 'B' || size >= 100 ? 0 : 1)
  return `${language === 'de' ? text.replace('.', ',') : text} ${unit}`
}
