// A receipt: what came in, what the check said of it, and where it went.
import { createHash, randomBytes, randomInt, timingSafeEqual } from 'node:crypto'
import type { AuthorityId, OwnerId } from '#kernel/actors.ts'
import type { StoredFile } from '#kernel/stored-file.ts'
import type { StoredFacts } from './invoice-facts.ts'
import type { FindingLevel, ViewLanguage } from './invoice-view.ts'
import type { ReceiptState } from './states.ts'
import type { ReceiptId } from './work-invoice.ts'

export type { ReceiptId }

export type Channel = 'upload' | 'account' | 'mail' | 'api' | 'peppol'

/** Why nothing could be judged, or a person has to look: told in words of our own, not by a rule. */
export const troubles = [
  'timeout',
  'memory',
  'pdf-broken',
  'pdf-encrypted',
  'pdf-too-large',
  'pdf-too-slow',
  'pdf-without-invoice',
  'pdf-several-invoices',
  'pdf-unknown-name',
  'pdf-profile',
  'no-facts',
] as const
export type Trouble = (typeof troubles)[number]

export interface ToldFinding {
  readonly rule: string
  readonly level: FindingLevel
  readonly bt?: string
  readonly line?: number
  /** As it was explained when it was found. */
  readonly told: Readonly<Record<ViewLanguage, { readonly title: string; readonly wrong: string; readonly todo: string }>>
}

/** What the check said, kept as it was said. */
export interface ReceiptJudgement {
  readonly verdict: 'accept' | 'reject' | 'undefined'
  readonly ruleSet?: string
  readonly scenario?: string
  readonly trouble?: Trouble
  /** Of a hybrid PDF: name and profile of the invoice inside. */
  readonly embedded?: string
  readonly profile?: string
  /** Errors first, at most 200; `count` says how many there were. */
  readonly findings: readonly ToldFinding[]
  readonly count: number
  readonly facts?: StoredFacts
  /** BT-10 as written, even of an invoice that is refused: it says whom it was meant for. */
  readonly buyerReference?: string
  /** Another authority has found that it is for the one that has it now. */
  readonly isPassedOn?: boolean
}

export interface Receipt {
  readonly authority: AuthorityId
  readonly receiptId: ReceiptId
  readonly number: string
  readonly channel: Channel
  readonly owner: OwnerId | undefined
  readonly tokenDigest: string
  readonly sender: string | undefined
  readonly fileName: string
  readonly original: StoredFile
  readonly sha256: string
  readonly receivedAt: Date
  readonly state: ReceiptState
  readonly duplicateOf: ReceiptId | undefined
  readonly movedTo: ReceiptId | undefined
  readonly judgement: ReceiptJudgement | undefined
  readonly judgedAt: Date | undefined
}

/** Crockford's Base 32: no I, L, O and U, so that a number can be read out. */
const alphabet = '0123456789ABCDEFGHJKMNPQRSTVWXYZ'

/** "RE-2026-7K4M-2Q9X": 40 random bits, not to be guessed in order. */
export function newReceiptNumber(year: number, draw: () => number = () => randomInt(alphabet.length)): string {
  const random = Array.from({ length: 8 }, () => alphabet.charAt(draw())).join('')
  return `RE-${year}-${random.slice(0, 4)}-${random.slice(4)}`
}

/** 128 random bits that open the page of one receipt. */
export function newToken(): string {
  return randomBytes(16).toString('base64url')
}

export function digestOfToken(token: string): string {
  return createHash('sha256').update(token).digest('hex')
}

export function opensReceipt(receipt: Pick<Receipt, 'tokenDigest'>, token: string): boolean {
  const given = Buffer.from(digestOfToken(token))
  const kept = Buffer.from(receipt.tokenDigest)
  return given.length === kept.length && timingSafeEqual(given, kept)
}
