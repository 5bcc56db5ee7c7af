// What the clerks' pages show, in plain values; the page handlers fill it.
import { type Day, daysBetween } from '#kernel/dates.ts'
import type { InvoiceView } from './invoice-view.ts'
import { urgencyOf } from './work-filter.ts'
import type { WorkInvoice, WorkStepDone } from './work-invoice.ts'
import type { WorkStep } from './work-rules.ts'

/** A day that matters: in colour and in a word; without urgency nothing is to be done any more. */
export interface ShownDay {
  readonly on: Day
  readonly daysLeft: number
  readonly urgency: 'late' | 'soon' | 'calm' | undefined
}

const openStates: ReadonlySet<string> = new Set(['new', 'in-check', 'queried', 'checked', 'approved'])

export function shownDay(on: Day | undefined, invoice: Pick<WorkInvoice, 'state'>, today: Day): ShownDay | undefined {
  if (on === undefined) return undefined
  const daysLeft = daysBetween(today, on)
  return { on, daysLeft, urgency: openStates.has(invoice.state) ? urgencyOf(daysLeft) : undefined }
}

export interface ShownRow {
  readonly invoice: WorkInvoice
  readonly due: ShownDay | undefined
  readonly discount: ShownDay | undefined
  /** Name; undefined where nobody has it. */
  readonly assignee: string | undefined
  readonly isMine: boolean
}

export interface ShownChoice {
  readonly value: string
  readonly label: string
}

export interface ShownOriginal {
  readonly number: string
  readonly channel: string
  readonly sender: string | undefined
  readonly fileName: string
  readonly sizeBytes: number
  readonly sha256: string
  readonly receivedAt: Date
}

export interface ShownWork extends ShownRow {
  readonly original: ShownOriginal
  readonly steps: readonly WorkStepDone[]
  readonly may: ReadonlySet<WorkStep>
  /** Why the step that comes next is not this person's. */
  readonly hints: readonly string[]
  readonly view: InvoiceView | undefined
  readonly corrected: WorkInvoice | undefined
  readonly correctedBy: readonly WorkInvoice[]
  /** Of the same seller: what it can be linked to. */
  readonly others: readonly WorkInvoice[]
}

/** A step that was refused, with what was typed. */
export interface WorkProblem {
  readonly step: string
  readonly message: string
  readonly field: string | undefined
  readonly typed: URLSearchParams
}
