// A process that judges invoices, one at a time: whatever an invoice does in here ends in here.
import type { Day } from '#kernel/dates.ts'
import { type Judgement, judge } from '#standards/einvoice'

export interface JudgingOrder {
  readonly bytes: Uint8Array
  readonly received: Day | undefined
}

/** A judgement as it travels between processes: without the document, which stays where it was read. */
export type TravellingJudgement = Omit<Judgement, 'document'>

process.on('message', ({ bytes, received }: JudgingOrder) => {
  const { document: _, ...judgement } = judge(bytes, received === undefined ? {} : { received })
  process.send?.(judgement)
})
process.on('disconnect', () => process.exit(0))
// Ctrl+C reaches the whole group; the parent finishes its work first and then lets go.
process.on('SIGINT', () => undefined)
