// Approved invoices for the tests of paying, and the bank's statement on a run.
import type { Database } from '#database'
import type { FileStore } from '#files'
import type { AuthorityId } from '#kernel/actors.ts'
import type { RunEntry } from '../domain/payment-run.ts'
import type { InvoiceId } from '../domain/work-invoice.ts'
import { type MadeInvoice, makeReceived } from './received.ts'

export interface MadeApproved extends MadeInvoice {
  readonly sellerKey: string
  readonly iban?: string | undefined
  readonly discounts?: readonly { readonly days: number; readonly percent: string; readonly base?: string }[]
}

/** Writes one past row-level security; issued on 20 November 2026. */
export async function makeApproved(
  parts: { readonly admin: Database; readonly database: Database; readonly files: FileStore },
  authority: AuthorityId,
  now: Date,
  made: MadeApproved,
): Promise<InvoiceId> {
  const { invoice } = await makeReceived(parts, authority, now, made)
  await parts.admin.sql`
    update invoices.invoice
    set state = 'approved', seller_key = ${made.sellerKey}, discounts = ${JSON.stringify(made.discounts ?? [])}::jsonb,
      seller_iban = ${'iban' in made ? (made.iban ?? null) : 'DE02 1203 0000 0000 2020 51'}
    where authority_id = ${authority} and invoice_id = ${invoice}`
  return invoice
}

/** camt.053.001.08 of an account: one booked debit for each payment. */
export function statementOn(
  account: string,
  entries: readonly Pick<RunEntry, 'endToEndId' | 'amount'>[],
  id = 'S-1',
  day = '2026-11-25',
): string {
  const booked = entries.map(
    ({ endToEndId, amount }) =>
      `<Ntry><Amt Ccy="EUR">${amount / 100n}.${(amount % 100n).toString().padStart(2, '0')}</Amt><CdtDbtInd>DBIT</CdtDbtInd><Sts><Cd>BOOK</Cd></Sts><BookgDt><Dt>${day}</Dt></BookgDt><NtryDtls><TxDtls><Refs><EndToEndId>${endToEndId}</EndToEndId></Refs><RltdPties><Cdtr><Pty><Nm>Größler</Nm></Pty></Cdtr></RltdPties></TxDtls></NtryDtls></Ntry>`,
  )
  return `<?xml version="1.0" encoding="UTF-8"?><Document xmlns="urn:iso:std:iso:20022:tech:xsd:camt.053.001.08"><BkToCstmrStmt><GrpHdr><MsgId>${id}</MsgId></GrpHdr><Stmt><Id>${id}</Id><Acct><Id><IBAN>${account}</IBAN></Id></Acct>${booked.join('')}</Stmt></BkToCstmrStmt></Document>`
}
