// Receipts: what was received when by whom, provable later and without personal data.
import type { AuthorityId } from '#kernel/actors.ts'

/** What is signed, as canonical JSON. */
export interface ReceiptContent {
  readonly number: string
  readonly version: number
  readonly service: string
  readonly authority: string
  /** ISO 8601 in UTC. */
  readonly submittedAt: string
  /** SHA-256 of the answers' canonical JSON. */
  readonly sha256: string
  /** SHA-256 of each file, sorted. */
  readonly files: readonly string[]
}

export interface Receipt {
  readonly number: string
  readonly version: number
  readonly authority: AuthorityId
  readonly checkCode: string
  readonly content: ReceiptContent
  /** Missing until the job has signed it. */
  readonly signed?: { readonly signature: string; readonly certificate: string }
}
