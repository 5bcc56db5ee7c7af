// What the supplier's pages share: result of a check, its findings, facts of an invoice.
import { type Day, formatDayShort } from '#kernel/dates.ts'
import type { Language } from '#kernel/language.ts'
import { type BadgeKind, badge, details, type SummaryRow } from '#web/controls/index.ts'
import { type Html, html } from '#web/html.ts'
import type { StoredFacts } from '../domain/invoice-facts.ts'
import type { ReceiptJudgement } from '../domain/receipt.ts'
import { supplierTexts, viewLanguage } from '../texts/supplier.ts'

const tones: Readonly<Record<ReceiptJudgement['verdict'], BadgeKind>> = { accept: 'success', reject: 'danger', undefined: 'warning' }

export function verdictBadge({ verdict, trouble }: ReceiptJudgement, language: Language): Html {
  const shown = verdict === 'accept' && trouble !== undefined ? 'undefined' : verdict
  return badge(tones[shown], supplierTexts(language).verdicts[shown])
}

/** Errors and warnings to read; nothing where there are none. */
export function findingList(judgement: ReceiptJudgement, language: Language, options: { readonly open: boolean }): Html {
  const texts = supplierTexts(language)
  const shown = judgement.findings.filter((finding) => finding.level !== 'information')
  const trouble = judgement.trouble === undefined ? undefined : texts.troubles[judgement.trouble]
  if (shown.length === 0 && trouble === undefined) return html``
  const errors = shown.filter((finding) => finding.level === 'error').length
  const count = texts.findings(errors, shown.length - errors)
  const list = html`<ul class="finding-list">${
    trouble !== undefined && html`<li><p><strong>${trouble.title}.</strong> ${trouble.wrong}</p><p>${texts.toDo} ${trouble.todo}</p></li>`
  }${shown.map((finding) => {
    const { title, wrong, todo } = finding.told[viewLanguage(language)]
    const place = finding.line === undefined ? '' : `, ${texts.line(finding.line)}`
    return html`<li><p><strong>${title}.</strong> ${wrong}</p><p>${texts.toDo} ${todo}</p><p class="finding-rule">${texts.rule} ${finding.rule}${place}</p></li>
`
  })}</ul>${judgement.count > 200 && html`<p>${texts.moreFindings(judgement.count)}</p>`}`
  return details(count === '' ? (trouble?.title ?? texts.result) : count, list, options)
}

export function factRows(facts: StoredFacts, language: Language): readonly SummaryRow[] {
  const texts = supplierTexts(language)
  return [
    { term: texts.invoice, description: `${facts.number} · ${formatDayShort(facts.issuedOn, language)}` },
    { term: texts.seller, description: facts.sellerName },
    { term: texts.amount, description: amountText(BigInt(facts.payable), facts.currency, language) },
    ...dueRow(facts.dueOn, language),
  ]
}

function dueRow(dueOn: Day | undefined, language: Language): readonly SummaryRow[] {
  return dueOn === undefined ? [] : [{ term: supplierTexts(language).dueOn, description: formatDayShort(dueOn, language) }]
}

/** "1.234,50 EUR", "1,234.50 EUR". */
export function amountText(cents: bigint, currency: string, language: Language): string {
  const positive = cents < 0n ? -cents : cents
  const [group, point] = language === 'en' ? [',', '.'] : ['.', ',']
  const whole = (positive / 100n).toString().replaceAll(/\B(?=(\d{3})+$)/g, group)
  return `${cents < 0n ? '−' : ''}${whole}${point}${(positive % 100n).toString().padStart(2, '0')} ${currency}`
}
