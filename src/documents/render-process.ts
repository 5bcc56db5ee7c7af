// The renderer's own process: takes one order at a time and answers with the PDF's bytes; ends with its parent.
import { compileDocument, type Order } from './compile.ts'

export interface RenderOrder extends Order {
  readonly number: number
}
export type RenderAnswer = { readonly number: number; readonly pdf: Uint8Array } | { readonly number: number; readonly failure: string }

process.on('message', (order: RenderOrder) => process.send?.(answerTo(order)))
process.on('disconnect', () => process.exit(0))
// Ctrl+C reaches the whole group; the parent finishes its work first and then lets go.
process.on('SIGINT', () => undefined)

function answerTo(order: RenderOrder): RenderAnswer {
  try {
    return { number: order.number, pdf: compileDocument(order) }
  } catch (cause) {
    return { number: order.number, failure: cause instanceof Error ? cause.message : String(cause) }
  }
}
