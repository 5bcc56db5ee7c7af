// A fee notice of an authority that is an electronic invoice as well: page and XML made of the same facts.
import { formatDay, formatDayShort } from '#kernel/dates.ts'
import { type Cents, formatEuro } from '#kernel/money.ts'
import { codeName, formatNumber, type OutgoingAmounts, type OutgoingInvoice, type WriteFault, writeInvoice } from '#standards/einvoice'
import type { Letter, Passage } from './letter.ts'
import type { DocumentRenderer } from './renderer.ts'
import { feeNoticeTexts } from './texts.ts'

/** The invoice and what only the page has; `passages` stand before the calculation: what was applied for, decided, why. */
export interface FeeNotice
  extends Pick<Letter, 'authority' | 'language' | 'salutation' | 'passages' | 'remedy' | 'closing' | 'signature' | 'enclosures'> {
  readonly invoice: OutgoingInvoice
}

export type MadeFeeNotice =
  | { readonly ok: true; readonly pdf: Uint8Array; readonly amounts: OutgoingAmounts }
  | { readonly ok: false; readonly faults: readonly WriteFault[] }

/**
 * Makes the notice with its XRechnung inside (ZUGFeRD, profile XRECHNUNG; PDF/A-3a and PDF/UA-1).
 *
 * @returns the faults of `writeInvoice` where the invoice could not be written; then there is no page either
 * @throws RenderError if a picture of the letterhead has no description
 */
export async function makeFeeNotice(
  renderer: Pick<DocumentRenderer, 'renderHybrid'>,
  notice: FeeNotice,
  made: Date,
): Promise<MadeFeeNotice> {
  const written = writeInvoice(notice.invoice, 'cii')
  if (!written.ok) return written
  return { ok: true, pdf: await renderer.renderHybrid(pageOf(notice, written.amounts), written.bytes, made), amounts: written.amounts }
}

type Say = (typeof feeNoticeTexts)['de' | 'en']
type Row = { readonly term: string; readonly description: string }

function pageOf({ invoice, passages = [], ...page }: FeeNotice, amounts: OutgoingAmounts): Letter {
  const say = feeNoticeTexts[page.language]
  const { buyer } = invoice
  const subject = `${say.kinds[invoice.type]} ${invoice.number}`
  const { lines, postCode, city, country } = buyer.address
  return {
    ...page,
    title: subject,
    subject,
    mark: invoice.number,
    recipient: [buyer.name, ...lines, `${postCode} ${city}`, ...(country === 'DE' ? [] : [country])],
    reference: referenceOf(invoice, say, page.language),
    passages: [
      ...passages,
      ...(invoice.notes ?? []).map((text): Passage => ({ kind: 'paragraph', text })),
      linesTable(invoice, amounts, page.language),
      { kind: 'facts', rows: totalsOf(invoice, amounts, page.language) },
      { kind: 'heading', text: say.payment },
      { kind: 'facts', rows: paymentOf(invoice, amounts, page.language) },
    ],
    footnotes: [say.electronic],
  }
}

function referenceOf(invoice: OutgoingInvoice, say: Say, language: 'de' | 'en'): NonNullable<Letter['reference']> {
  const { seller, preceding, period, deliveredOn, purchaseOrder, contract } = invoice
  const rows: readonly (readonly [string, string | undefined])[] = [
    [say.number, invoice.number],
    [say.issued, formatDay(invoice.issuedOn, language)],
    [say.buyerReference, invoice.buyerReference],
    [say.purchaseOrder, purchaseOrder],
    [say.contract, contract],
    [say.preceding, preceding && say.corrects(preceding.number, preceding.issuedOn && formatDayShort(preceding.issuedOn, language))],
    [say.delivered, deliveredOn && formatDayShort(deliveredOn, language)],
    [say.period, periodText(period, language)],
    [say.contact, seller.contact.name],
    [say.telephone, seller.contact.telephone],
    // § 14 (4) no. 2 UStG: either of them.
    seller.vatId === undefined ? [say.taxNumber, seller.taxNumber] : [say.vatId, seller.vatId],
  ]
  return rows.flatMap(([label, value]) => (value === undefined ? [] : [{ label, value }]))
}

/** Lines, then allowances and charges on the whole. */
function linesTable({ lines, allowances = [], charges = [] }: OutgoingInvoice, amounts: OutgoingAmounts, language: 'de' | 'en'): Passage {
  const say = feeNoticeTexts[language]
  const rate = (vat: OutgoingInvoice['lines'][number]['vat']): string =>
    vat.category === 'S' ? `${formatNumber(vat.rate, language)} %` : '–'
  const adjusted = (sign: bigint) => (entry: { amount: Cents; reason: string; vat: OutgoingInvoice['lines'][number]['vat'] }) => [
    entry.reason,
    '',
    '',
    rate(entry.vat),
    euros(sign * entry.amount, language),
  ]
  return {
    kind: 'table',
    caption: say.charges,
    widths: [8, 3.2, 3, 2, 3],
    columns: say.columns.map((label, place) => ({ label, numeric: place > 0 })),
    rows: [
      ...lines.map((line, place) => [
        [
          line.name,
          line.description,
          periodText(line.period, language),
          ...(line.allowances ?? []).map(({ amount, reason }) => `${reason}: ${euros(-amount, language)}`),
        ]
          .filter((text) => text !== undefined)
          .join('\n'),
        `${formatNumber(line.quantity, language)} ${codeName('BT-130', line.unit, language) ?? line.unit}`,
        euros(line.unitPrice, language),
        rate(line.vat),
        euros(amounts.perLine[place] ?? 0n, language),
      ]),
      ...allowances.map(adjusted(-1n)),
      ...charges.map(adjusted(1n)),
    ],
  }
}

function totalsOf({ paid, exemption }: OutgoingInvoice, amounts: OutgoingAmounts, language: 'de' | 'en'): readonly Row[] {
  const say = feeNoticeTexts[language]
  const row = (term: string, amount: Cents): Row => ({ term, description: `${euros(amount, language)} €` })
  const taxed = amounts.breakdown.filter(({ category }) => category === 'S')
  return [
    ...(taxed.length === 0 ? [] : [row(say.net, amounts.net)]),
    ...taxed.map(({ rate, taxable, tax }) => row(say.vat(formatNumber(rate, language), euros(taxable, language)), tax)),
    row(say.gross, amounts.gross),
    ...(exemption === undefined ? [] : [{ term: say.noVat, description: exemption.text }]),
    ...(paid === undefined ? [] : [row(say.paid, -paid)]),
  ]
}

/** What the authority owes is paid back: no account of ours is named for it. */
function paymentOf(invoice: OutgoingInvoice, { due }: OutgoingAmounts, language: 'de' | 'en'): readonly Row[] {
  const say = feeNoticeTexts[language]
  const { transfer, dueOn, paymentTerms, seller } = invoice
  const terms = paymentTerms === undefined ? [] : [{ term: say.terms, description: paymentTerms }]
  const owed = invoice.type === '381' ? -due : due
  if (owed < 0n) return [{ term: say.credited, description: `${euros(-owed, language)} €` }, ...terms]
  return [
    { term: say.due, description: `${euros(owed, language)} €` },
    ...(dueOn === undefined ? [] : [{ term: say.payBy, description: formatDay(dueOn, language) }]),
    ...terms,
    { term: say.payee, description: transfer.holder ?? seller.name },
    { term: 'IBAN', description: transfer.account.replaceAll(/(.{4})(?=.)/g, '$1 ') },
    ...(transfer.bic === undefined ? [] : [{ term: 'BIC', description: transfer.bic }]),
    { term: say.remittance, description: transfer.remittance },
  ]
}

function periodText(period: OutgoingInvoice['period'], language: 'de' | 'en'): string | undefined {
  return period && `${formatDayShort(period.from, language)} – ${formatDayShort(period.to, language)}`
}

/** formatEuro writes as Germans do; in English point and comma change places. */
function euros(amount: Cents, language: 'de' | 'en'): string {
  const german = formatEuro(amount)
  return language === 'de' ? german : german.replaceAll(/[.,]/g, (mark) => (mark === '.' ? ',' : '.'))
}
