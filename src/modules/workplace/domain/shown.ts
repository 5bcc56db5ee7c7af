// What the views of the workplace show, in plain values; the page handlers fill it from the modules.
import type { Day } from '#kernel/dates.ts'
import type { AnsweredGroup, Comparison } from './changes.ts'

/** How urgent: by colour and by word. */
export interface ShownDeadline {
  readonly on: Day
  /** Negative when it has passed. */
  readonly daysLeft: number
  /** Undefined where nothing is to be done any more. */
  readonly urgency: 'late' | 'soon' | 'calm' | undefined
}

export interface ShownCase {
  readonly caseId: string
  readonly title: string
  readonly applicant: string
  readonly number: string
  readonly referenceNumber: string
  readonly state: string
  readonly deadline: ShownDeadline
  readonly assignee: string | undefined
  readonly isMine: boolean
  readonly hasNews: boolean
  readonly receivedAt: Date
}

export interface ShownDocument {
  readonly id: string
  readonly title: string
  readonly kind: string
  readonly direction: string
  /** Came with the submission. */
  readonly isAttachment: boolean
  readonly filedAt: Date
  readonly versions: readonly ShownVersion[]
}

export interface ShownVersion {
  readonly version: number
  readonly fileName: string
  readonly mediaType: string
  readonly sizeBytes: number
  readonly sha256: string
  readonly filedAt: Date
  readonly filedBy: string
  readonly isSealed: boolean
  readonly archivalLevel: string | undefined
}

export interface ShownEvent {
  readonly at: Date
  readonly who: string
  readonly what: string
  /** What was written: a note, a reason, a message. */
  readonly text: string | undefined
}

export interface ShownAnswers {
  readonly groups: readonly AnsweredGroup[]
  readonly comparison: Comparison | undefined
  readonly version: number
  /** Name and document of an uploaded file by its id. */
  readonly files: ReadonlyMap<string, { readonly name: string; readonly document: string | undefined }>
}

/** What this member of staff may do with this case now. */
export interface Possible {
  readonly take: boolean
  /** Mine, and I may put it back where all see it. */
  readonly handBack: boolean
  readonly assign: boolean
  readonly note: boolean
  readonly ask: boolean
  readonly decide: boolean
  readonly sign: 'yes' | 'own-draft' | 'not-lead' | undefined
  readonly close: boolean
  readonly reopen: boolean
}

export interface ShownCasePage {
  readonly shown: ShownCase
  readonly revision: number
  readonly receivedOn: Day
  readonly processingDays: number
  readonly assurance: string
  readonly payment: { readonly text: string; readonly isPaid: boolean } | undefined
  readonly fourEyes: boolean
  readonly dossierId: string
  readonly unit: string
  readonly present: readonly string[]
  readonly answers: ShownAnswers
  readonly documents: readonly ShownDocument[]
  /** The document in the preview. */
  readonly chosen: ShownDocument | undefined
  readonly events: readonly ShownEvent[]
  readonly openRequest: { readonly reason: string; readonly answerBy: Day; readonly kind: string } | undefined
  readonly returned: { readonly reason: string } | undefined
  readonly draft: { readonly outcome: string; readonly drafter: string } | undefined
  readonly staff: readonly { readonly id: string; readonly label: string }[]
  readonly may: Possible
}

const previewable = new Set(['application/pdf', 'image/png', 'image/jpeg', 'image/gif', 'image/webp'])

/** What a browser shows without running anything of it; everything else is sent as an attachment. */
export function isPreviewable(mediaType: string): boolean {
  return previewable.has(mediaType)
}

/** "1,2 MB", "340 kB". */
export function sizeInWords(bytes: number): string {
  if (bytes < 1000) return `${bytes} Byte`
  if (bytes < 1_000_000) return `${Math.round(bytes / 1000)} kB`
  return `${(bytes / 1_000_000).toFixed(1).replace('.', ',')} MB`
}
