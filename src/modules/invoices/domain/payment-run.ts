// A payment run: what stands in it, what was held out and why, and the file that goes to the bank.
import type { StaffId } from '#kernel/actors.ts'
import type { Day } from '#kernel/dates.ts'
import type { Id } from '#kernel/ids.ts'
import type { Cents } from '#kernel/money.ts'
import type { StoredFile } from '#kernel/stored-file.ts'
import { encodeCreditTransfer, readIban } from '#standards/pain001'
import { discountEndsBy, payableOn } from './payable.ts'
import type { RunState } from './states.ts'
import type { InvoiceId, StepActor, WorkInvoice } from './work-invoice.ts'

export type RunId = Id<'payment-run'>

export interface RunEntry {
  readonly number: number
  readonly invoice: InvoiceId
  readonly endToEndId: string
  readonly amount: Cents
  readonly creditorName: string
  readonly creditorIban: string
  readonly remittance: string
  readonly paidOn: Day | undefined
}

export interface PaymentRun {
  readonly runId: RunId
  readonly number: string
  readonly state: RunState
  readonly executeOn: Day
  readonly debtorName: string
  readonly debtorIban: string
  readonly madeBy: StepActor
  readonly madeAt: Date
  readonly releasedBy: StepActor | undefined
  readonly releasedAt: Date | undefined
  readonly file: StoredFile | undefined
  readonly sha256: string | undefined
}

/** An approved invoice with what paying it needs. */
export interface PayableInvoice extends WorkInvoice {
  readonly sellerIban: string | undefined
}

/** An account of a supplier that was looked at: by whom, and whether money went there since. */
export interface KnownAccount {
  readonly sellerKey: string
  readonly iban: string
  readonly confirmedBy: string
  readonly wasPaid: boolean
}

export type HoldReason = 'other-currency' | 'wrong-iban' | 'iban-changed' | 'confirmed-by-you' | 'too-large'

export interface Planned {
  readonly invoice: PayableInvoice
  readonly iban: string
  readonly amount: Cents
  readonly saved: Cents
  readonly remittance: string
  /** The first payment to this supplier. */
  readonly isNewSupplier: boolean
}

export interface RunPlan {
  readonly entries: readonly Planned[]
  readonly held: readonly { readonly invoice: PayableInvoice; readonly reason: HoldReason }[]
  readonly total: Cents
}

/** SEPA: 999.999.999,99 €. */
const mostOfOne = 99_999_999_999n

/**
 * What would be paid: due by the day, or with a discount that ends by then. Whose account is not known though the supplier is,
 * waits for a second person; so does what this very person confirmed and nobody has paid to since.
 */
export function planRun(
  invoices: readonly PayableInvoice[],
  accounts: readonly KnownAccount[],
  { dueUntil, executeOn, staff }: { readonly dueUntil: Day; readonly executeOn: Day; readonly staff: StaffId },
): RunPlan {
  const entries: Planned[] = []
  const held: { invoice: PayableInvoice; reason: HoldReason }[] = []
  const known = [...accounts]
  for (const invoice of invoices) {
    const isDue = invoice.dueOn === undefined || invoice.dueOn <= dueUntil
    if (!isDue && !discountEndsBy(invoice, executeOn, dueUntil)) continue
    const planned = planOf(invoice, known, executeOn, staff)
    if (typeof planned === 'string') held.push({ invoice, reason: planned })
    else {
      entries.push(planned)
      // Of two first invoices with different accounts only one is believed.
      if (planned.isNewSupplier) known.push({ sellerKey: invoice.sellerKey, iban: planned.iban, confirmedBy: '', wasPaid: false })
    }
  }
  return { entries, held, total: entries.reduce((sum, { amount }) => sum + amount, 0n) }
}

function planOf(invoice: PayableInvoice, known: readonly KnownAccount[], executeOn: Day, staff: StaffId): Planned | HoldReason {
  const { amount, saved } = payableOn(invoice, executeOn)
  if (invoice.currency !== 'EUR') return 'other-currency'
  const iban = readIban(invoice.sellerIban ?? '')
  if (iban === undefined) return 'wrong-iban'
  if (amount > mostOfOne) return 'too-large'
  const ofSeller = known.filter((account) => account.sellerKey === invoice.sellerKey)
  const account = ofSeller.find((one) => one.iban === iban)
  if (account === undefined && ofSeller.length > 0) return 'iban-changed'
  if (account !== undefined && !account.wasPaid && account.confirmedBy === staff) return 'confirmed-by-you'
  return { invoice, iban, amount, saved, remittance: remittanceOf(invoice, saved), isNewSupplier: account === undefined }
}

/** What the supplier reads on the statement. */
function remittanceOf({ number, issuedOn }: WorkInvoice, saved: Cents): string {
  const [year, month, day] = issuedOn.split('-')
  const discount = saved > 0n ? ' abzgl. Skonto' : ''
  return `Rechnung ${number.slice(0, 80)} vom ${day}.${month}.${year}${discount}`
}

/**
 * The file for the bank; the same run gives the same bytes.
 *
 * @throws CreditTransferError where the run holds what no bank takes, which its proposal rules out
 */
export function fileOfRun(
  run: Pick<PaymentRun, 'number' | 'executeOn' | 'debtorName' | 'debtorIban'>,
  entries: readonly RunEntry[],
  releasedAt: Date,
): string {
  return encodeCreditTransfer({
    messageId: run.number,
    paymentId: run.number,
    createdAt: releasedAt,
    executeOn: run.executeOn,
    debtor: { name: run.debtorName, iban: run.debtorIban },
    transfers: entries
      .toSorted((one, other) => one.number - other.number)
      .map(({ endToEndId, amount, creditorName, creditorIban, remittance }) => ({
        ...{ endToEndId, amount, remittance },
        creditor: { name: creditorName, iban: creditorIban },
      })),
  })
}
