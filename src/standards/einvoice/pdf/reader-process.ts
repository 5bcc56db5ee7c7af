// The process that opens PDFs: one file at a time; whatever a file does in here ends in here.
import { done, type Outcome, refused } from '#kernel/outcome.ts'
import type { Attachment, PdfFault } from './attachments.ts'
import { chooseInvoice, type HybridInvoice } from './choose.ts'
import { limitByteArrays } from './memory-budget.ts'

/** All files of a PDF and what is made of them. */
export interface PdfContent {
  readonly attachments: readonly Attachment[]
  readonly hybrid: HybridInvoice
}
export interface PdfOrder {
  readonly bytes: Uint8Array
  readonly budgetBytes: number
}
export type PdfAnswer = Outcome<PdfContent, PdfFault>

const budget = limitByteArrays()
// Loaded after the ceiling stands, so that the library allocates under it.
const { readAttachments } = await import('./attachments.ts')

process.on('message', async ({ bytes, budgetBytes }: PdfOrder) => {
  budget.reset(budgetBytes)
  const reading = await readAttachments(bytes)
  process.send?.(budget.isExceeded ? refused('too-large') : answerTo(reading))
})
process.on('disconnect', () => process.exit(0))
// Ctrl+C reaches the whole group; the parent finishes its work first and then lets go.
process.on('SIGINT', () => undefined)

function answerTo(reading: Outcome<readonly Attachment[], PdfFault>): PdfAnswer {
  return reading.ok ? done({ attachments: reading.value, hybrid: chooseInvoice(reading.value) }) : reading
}
