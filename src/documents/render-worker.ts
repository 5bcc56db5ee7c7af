// Worker thread of the renderer: takes one order at a time and answers with the PDF's bytes.
import { parentPort } from 'node:worker_threads'
import { compileDocument } from './compile.ts'

export interface RenderOrder {
  readonly number: number
  readonly template: string
  readonly content: Readonly<Record<string, unknown>>
  readonly made: Date
}
export type RenderAnswer = { readonly number: number; readonly pdf: Uint8Array } | { readonly number: number; readonly failure: string }

parentPort?.on('message', (order: RenderOrder) => {
  try {
    const pdf = Uint8Array.from(compileDocument(order.template, order.content, order.made))
    parentPort?.postMessage({ number: order.number, pdf } satisfies RenderAnswer, [pdf.buffer])
  } catch (cause) {
    parentPort?.postMessage({
      number: order.number,
      failure: cause instanceof Error ? cause.message : String(cause),
    } satisfies RenderAnswer)
  }
})
