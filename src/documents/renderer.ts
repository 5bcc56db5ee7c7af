// The renderer: documents are made in a worker thread, so that a long letter never stops requests.
import { Worker } from 'node:worker_threads'
import { RenderError } from './render-error.ts'
import type { RenderAnswer, RenderOrder } from './render-worker.ts'

/** Makes PDF/A-2a + PDF/UA-1 files out of Typst templates. */
export interface DocumentRenderer {
  /**
   * @param template Typst source; `given` holds the content, `letter(given)` and `sheet(given)` are there
   * @param content JSON-safe; every string is printed as it is, never read as markup
   * @param made creation date inside the file: equal input gives equal bytes
   * @throws RenderError if the template does not compile or the result would not be accessible
   */
  render(template: string, content: Readonly<Record<string, unknown>>, made: Date): Promise<Uint8Array>
  /** Ends the worker thread; orders under way fail. */
  close(): Promise<void>
}

interface Waiting {
  readonly resolve: (pdf: Uint8Array) => void
  readonly reject: (cause: Error) => void
}

/** The worker starts with the first order and does not keep the process alive. */
export function createRenderer(): DocumentRenderer {
  const waiting = new Map<number, Waiting>()
  let worker: Worker | undefined
  let last = 0

  const fail = (cause: Error): void => {
    worker = undefined
    for (const order of waiting.values()) order.reject(cause)
    waiting.clear()
  }
  const start = (): Worker => {
    const started = new Worker(new URL('./render-worker.ts', import.meta.url))
    started.on('message', (answer: RenderAnswer) => {
      const order = waiting.get(answer.number)
      waiting.delete(answer.number)
      if (waiting.size === 0) started.unref()
      if ('pdf' in answer) order?.resolve(answer.pdf)
      else order?.reject(new RenderError(answer.failure))
    })
    started.on('error', (cause) => fail(new RenderError('the render worker failed', { cause })))
    started.on('exit', () => worker === started && fail(new RenderError('the render worker ended')))
    return started
  }

  return {
    render: (template, content, made) =>
      new Promise((resolve, reject) => {
        worker ??= start()
        worker.ref()
        last += 1
        waiting.set(last, { resolve, reject })
        worker.postMessage({ number: last, template, content, made } satisfies RenderOrder)
      }),
    close: async () => {
      await worker?.terminate()
    },
  }
}
