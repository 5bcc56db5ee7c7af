// The renderer: documents are made in a process of their own, so that neither time, memory nor a crash of it reaches the requests.
import { type ChildProcess, fork } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import type { Order } from './compile.ts'
import { type Letter, letterTemplate } from './letter.ts'
import { RenderError } from './render-error.ts'
import type { RenderAnswer, RenderOrder } from './render-process.ts'

/** Makes PDF/A + PDF/UA-1 files out of Typst templates. */
export interface DocumentRenderer {
  /**
   * @param template Typst source; `given` holds the content, `letter(given)` and `sheet(given)` are there
   * @param content JSON-safe; every string is printed as it is, never read as markup
   * @param made creation date inside the file: equal input gives equal bytes
   * @throws RenderError if the template does not compile or the result would not be accessible
   */
  render(template: string, content: Readonly<Record<string, unknown>>, made: Date): Promise<Uint8Array>
  /**
   * A letter that carries its invoice (ZUGFeRD, profile XRECHNUNG): PDF/A-3a + PDF/UA-1.
   *
   * @param invoice XRechnung in CII, UTF-8; embedded byte for byte as `xrechnung.xml`
   * @throws RenderError as `render` does
   */
  renderHybrid(letter: Letter, invoice: Uint8Array, made: Date): Promise<Uint8Array>
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

  const place = (order: Order): Promise<Uint8Array> =>
    new Promise((resolve, reject) => {
      clearTimeout(idle)
      if (child?.connected !== true) child = start()
      child.ref()
      child.channel?.ref()
      last += 1
      waiting.set(last, { resolve, reject })
      child.send({ number: last, ...order } satisfies RenderOrder)
    })

  return {
    render: (template, content, made) => place({ template, content, made }),
    renderHybrid: (letter, invoice, made) =>
      place({ template: letterTemplate, content: { ...letter }, made, invoice: Buffer.from(invoice).toString('utf8') }),
    close: async () => {
      clearTimeout(idle)
      if (child?.connected === true) child.disconnect()
    },
  }
}
