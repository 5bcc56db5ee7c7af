// The renderer: documents are made in a process of their own, so that neither time, memory nor a crash of it reaches the requests.
import { type ChildProcess, fork } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { RenderError } from './render-error.ts'
import type { RenderAnswer, RenderOrder } from './render-process.ts'

/** Makes PDF/A-2a + PDF/UA-1 files out of Typst templates. */
export interface DocumentRenderer {
  /**
   * @param template Typst source; `given` holds the content, `letter(given)` and `sheet(given)` are there
   * @param content JSON-safe; every string is printed as it is, never read as markup
   * @param made creation date inside the file: equal input gives equal bytes
   * @throws RenderError if the template does not compile or the result would not be accessible
   */
  render(template: string, content: Readonly<Record<string, unknown>>, made: Date): Promise<Uint8Array>
  /** Ends the process; orders under way fail. */
  close(): Promise<void>
}

interface Waiting {
  readonly resolve: (pdf: Uint8Array) => void
  readonly reject: (cause: Error) => void
}

const program = fileURLToPath(new URL('./render-process.ts', import.meta.url))
/** The process keeps some 100 MB; after this long without work it gives them back. */
const idleMs = 60_000

/** The process starts with the first order, ends when idle, and does not keep this one alive. */
export function createRenderer(): DocumentRenderer {
  const waiting = new Map<number, Waiting>()
  let child: ChildProcess | undefined
  let idle: NodeJS.Timeout | undefined
  let last = 0

  const fail = (cause: Error): void => {
    child = undefined
    for (const order of waiting.values()) order.reject(cause)
    waiting.clear()
  }
  const rest = (started: ChildProcess): void => {
    started.unref()
    started.channel?.unref()
    idle = setTimeout(() => started.disconnect(), idleMs).unref()
  }
  const start = (): ChildProcess => {
    const started = fork(program, { serialization: 'advanced', stdio: ['ignore', 'ignore', 'inherit', 'ipc'], execArgv: [] })
    started.on('message', (answer: RenderAnswer) => {
      const order = waiting.get(answer.number)
      waiting.delete(answer.number)
      if (waiting.size === 0) rest(started)
      if ('pdf' in answer) order?.resolve(answer.pdf)
      else order?.reject(new RenderError(answer.failure))
    })
    started.on('error', (cause) => fail(new RenderError('the render process failed', { cause })))
    started.on('disconnect', () => child === started && fail(new RenderError('the render process ended')))
    return started
  }

  return {
    render: (template, content, made) =>
      new Promise((resolve, reject) => {
        clearTimeout(idle)
        if (child?.connected !== true) child = start()
        child.ref()
        child.channel?.ref()
        last += 1
        waiting.set(last, { resolve, reject })
        child.send({ number: last, template, content, made } satisfies RenderOrder)
      }),
    close: async () => {
      clearTimeout(idle)
      if (child?.connected === true) child.disconnect()
    },
  }
}
