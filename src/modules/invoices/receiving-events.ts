// Work that receiving leaves to jobs.
import { jobKind } from '#jobs'
import type { AuthorityId, OwnerId } from '#kernel/actors.ts'
import type { CheckedId } from './domain/checked-file.ts'
import type { ReceiptId } from './domain/work-invoice.ts'

/** Written with every receipt: after a crash the job judges what nobody has. Most find all done, so many run at once. */
export const receiptSettled = jobKind<{ authority: AuthorityId; receipt: ReceiptId }>('invoices.receipt-settled', { parallel: 16 })
/** What was checked and not sent goes after an hour. */
export const checkedExpired = jobKind<{ owner: OwnerId; checked: CheckedId }>('invoices.checked-expired')

export const receivingKinds = [receiptSettled, checkedExpired]
