// Reads PDFs in a process of its own with limits of time and memory; a file that breaks them is refused, the product goes on.
import { type ChildProcess, fork } from 'node:child_process'
import { type Outcome, refused } from '#kernel/outcome.ts'
import type { PdfFault } from './attachments.ts'
import type { PdfAnswer, PdfContent, PdfOrder } from './reader-process.ts'

export interface PdfLimits {
  /** Of the file. */
  readonly maxBytes: number
  /** For one file, the start of the process included. */
  readonly timeoutMs: number
  /** Of the JavaScript heap. */
  readonly heapMb: number
  /** Of all byte arrays made while one file is read. */
  readonly budgetBytes: number
}

const usual: PdfLimits = { maxBytes: 50 * 1024 * 1024, timeoutMs: 15_000, heapMb: 256, budgetBytes: 512 * 1024 * 1024 }
/** The process keeps some 80 MB; after this long without work it gives them back. */
const idleMs = 60_000
const program = new URL('./reader-process.ts', import.meta.url)

export interface PdfReader {
  /**
   * The embedded files of a PDF and which of them is the invoice. Files wait for one another.
   *
   * @returns refused 'too-slow' or 'too-large' where a limit stopped the reading
   */
  read(bytes: Uint8Array): Promise<Outcome<PdfContent, PdfFault>>
  /** Ends the process; a file under way is refused. */
  close(): void
}

/**
 * The process starts with the first file, ends when idle, and does not keep this one alive.
 * A process, not a thread: V8 ends the whole process when a thread's heap is full at the wrong moment (seen with
 * one array of 24 million numbers), whatever limits the thread was given.
 */
export function createPdfReader(limits: Partial<PdfLimits> = {}): PdfReader {
  const { maxBytes, timeoutMs, heapMb, budgetBytes } = { ...usual, ...limits }
  let child: ChildProcess | undefined
  let idle: NodeJS.Timeout | undefined
  let last: Promise<unknown> = Promise.resolve()

  const close = (): void => {
    clearTimeout(idle)
    child?.kill('SIGKILL')
    child = undefined
  }
  const readNext = async (bytes: Uint8Array): Promise<PdfAnswer> => {
    clearTimeout(idle)
    if (child?.connected !== true) child = start(heapMb)
    const answer = await answerOf(child, { bytes, budgetBytes }, timeoutMs)
    // Such a process may still be busy, or keep what it allocated.
    if (!answer.ok && answer.reason !== 'not-a-pdf' && answer.reason !== 'encrypted') close()
    else idle = setTimeout(close, idleMs).unref()
    return answer
  }
  return {
    read: (bytes) => {
      if (bytes.length > maxBytes) return Promise.resolve(refused('too-large'))
      const answer = last.then(() => readNext(bytes))
      last = answer
      return answer
    },
    close,
  }
}

function start(heapMb: number): ChildProcess {
  const child = fork(program, {
    serialization: 'advanced',
    stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
    execArgv: [`--max-old-space-size=${heapMb}`],
    env: {},
  })
  // Who waits for an answer hears of a failure; a process that fails while idle is replaced.
  child.on('error', () => undefined)
  return child
}

/** Never rejects: a process that dies has met a file it cannot read; out of memory it aborts. */
function answerOf(child: ChildProcess, order: PdfOrder, timeoutMs: number): Promise<PdfAnswer> {
  return new Promise((resolve) => {
    const settle = (answer: PdfAnswer): void => {
      clearTimeout(timer)
      child.off('message', settle).off('exit', onExit).off('error', onError)
      child.unref()
      child.channel?.unref()
      resolve(answer)
    }
    const onExit = (_code: number | null, signal: string | null): void => settle(refused(signal === 'SIGABRT' ? 'too-large' : 'broken'))
    const onError = (): void => settle(refused('broken'))
    const timer = setTimeout(() => settle(refused('too-slow')), timeoutMs)
    child.ref()
    child.channel?.ref()
    child.on('message', settle).on('exit', onExit).on('error', onError)
    child.send(order)
  })
}
