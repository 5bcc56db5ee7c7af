// A file that a supplier has had checked and not sent yet.
import type { Id } from '#kernel/ids.ts'
import type { StoredFile } from '#kernel/stored-file.ts'
import type { ReceiptJudgement } from './receipt.ts'

export type CheckedId = Id<'checked'>

export interface CheckedFile {
  readonly checkedId: CheckedId
  readonly file: StoredFile
  readonly judgement: ReceiptJudgement
  readonly checkedAt: Date
}

/** For so long it waits to be sent. */
export const checkedMinutes = 60
/** So many wait at once for one person. */
export const mostChecked = 40
