// Judges what came in, in processes of their own with limits of time and memory: a file that breaks them is left to a person.
import { type ChildProcess, fork } from 'node:child_process'
import type { Day } from '#kernel/dates.ts'
import { done, type Outcome, refused } from '#kernel/outcome.ts'
import { createPdfReader } from '#standards/einvoice'
import type { InvoiceView, ViewLanguage } from '../domain/invoice-view.ts'
import type { ReceiptJudgement, Trouble } from '../domain/receipt.ts'
import type { JudgeAnswer, JudgeOrder } from './judge-process.ts'

export interface JudgeLimits {
  /** For one file, waiting for others not counted. */
  readonly timeoutMs: number
  /** Of the JavaScript heap. */
  readonly heapMb: number
}

const usual: JudgeLimits = { timeoutMs: 20_000, heapMb: 512 }
const idleMs = 60_000
const program = new URL('./judge-process.ts', import.meta.url)
/** A header may stand behind other bytes. */
const headerWithin = 1024

export interface InvoiceJudge {
  /** Never throws for what a file holds; a limit that stops it makes the verdict 'undefined', never 'accept'. */
  judge(bytes: Uint8Array, received: Day): Promise<ReceiptJudgement>
  /** The invoice made ready to be shown; undefined where there is none to show. */
  view(bytes: Uint8Array, received: Day, language: ViewLanguage): Promise<InvoiceView | undefined>
  /** The same as one HTML file, for the dossier. */
  page(bytes: Uint8Array, received: Day, language: ViewLanguage): Promise<string | undefined>
  close(): void
}

type Answered = Outcome<JudgeAnswer, 'timeout' | 'memory'>

export function createInvoiceJudge(limits: Partial<JudgeLimits> = {}): InvoiceJudge {
  const pdfs = createPdfReader()
  const worker = createWorker({ ...usual, ...limits })
  const xmlOf = async (bytes: Uint8Array): Promise<Extracted> => (isPdf(bytes) ? extract(await pdfs.read(bytes)) : { xml: bytes })
  return {
    async judge(bytes, received) {
      const { xml, trouble, embedded, profile } = await xmlOf(bytes)
      if (xml === undefined) return without(trouble ?? 'pdf-broken')
      const answer = await worker.ask({ want: 'judgement', bytes: xml, received, language: 'de' })
      if (!answer.ok) return without(answer.reason)
      if (answer.value.want !== 'judgement') throw new Error('the judge answered something else')
      return {
        ...answer.value.judgement,
        ...(trouble === undefined ? {} : { trouble }),
        ...(embedded === undefined ? {} : { embedded }),
        ...(profile === undefined ? {} : { profile }),
      }
    },
    async view(bytes, received, language) {
      const { xml } = await xmlOf(bytes)
      const answer = xml === undefined ? undefined : await worker.ask({ want: 'view', bytes: xml, received, language })
      return answer?.ok === true && answer.value.want === 'view' ? answer.value.view : undefined
    },
    async page(bytes, received, language) {
      const { xml } = await xmlOf(bytes)
      const answer = xml === undefined ? undefined : await worker.ask({ want: 'page', bytes: xml, received, language })
      return answer?.ok === true && answer.value.want === 'page' ? answer.value.page : undefined
    },
    close() {
      pdfs.close()
      worker.close()
    },
  }
}

interface Extracted {
  readonly xml?: Uint8Array
  readonly trouble?: Trouble
  readonly embedded?: string
  readonly profile?: string
}

export function isPdf(bytes: Uint8Array): boolean {
  return Buffer.from(bytes.buffer, bytes.byteOffset, Math.min(bytes.length, headerWithin)).includes('%PDF-')
}

function extract(reading: Awaited<ReturnType<ReturnType<typeof createPdfReader>['read']>>): Extracted {
  if (!reading.ok) return { trouble: reading.reason === 'not-a-pdf' ? 'pdf-broken' : `pdf-${reading.reason}` }
  const { hybrid } = reading.value
  switch (hybrid.kind) {
    case 'none':
      return { trouble: 'pdf-without-invoice' }
    case 'unclear':
      return { trouble: hybrid.because === 'unknown-name' ? 'pdf-unknown-name' : 'pdf-several-invoices' }
    case 'invoice': {
      const { invoice, profile } = hybrid
      return {
        ...{ xml: invoice.bytes, embedded: plainName(invoice.name) },
        ...(profile === undefined ? {} : { profile: profile.name }),
        ...(profile?.isBelowEn16931 === true ? { trouble: 'pdf-profile' } : {}),
      }
    }
  }
}

function plainName(name: string): string {
  return name
    .toWellFormed()
    .replaceAll(/\p{Cc}/gu, '')
    .slice(0, 150)
}

/** What is proven unusable is refused; what a limit or an unclear content stopped is left to a person. */
const refusing: ReadonlySet<Trouble> = new Set(['pdf-broken', 'pdf-encrypted', 'pdf-without-invoice'])

function without(trouble: Trouble): ReceiptJudgement {
  return { verdict: refusing.has(trouble) ? 'reject' : 'undefined', trouble, findings: [], count: 0 }
}

/** One process, one file after the other; it starts with the first, ends when idle, and does not keep this one alive. */
function createWorker({ timeoutMs, heapMb }: JudgeLimits) {
  let child: ChildProcess | undefined
  let idle: NodeJS.Timeout | undefined
  let last: Promise<unknown> = Promise.resolve()
  const close = (): void => {
    clearTimeout(idle)
    child?.kill('SIGKILL')
    child = undefined
  }
  const askNext = async (order: JudgeOrder): Promise<Answered> => {
    clearTimeout(idle)
    if (child?.connected !== true) child = start(heapMb)
    const answer = await answerOf(child, order, timeoutMs)
    // Such a process may still be busy, or keep what it allocated.
    if (!answer.ok) close()
    else idle = setTimeout(close, idleMs).unref()
    return answer
  }
  return {
    ask: (order: JudgeOrder): Promise<Answered> => {
      const answer = last.then(() => askNext(order))
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

/** Never rejects: a process that dies has met a file that was too much for it. */
function answerOf(child: ChildProcess, order: JudgeOrder, timeoutMs: number): Promise<Answered> {
  return new Promise((resolve) => {
    const settle = (answer: Answered): void => {
      clearTimeout(timer)
      child.off('message', onMessage).off('exit', onEnd).off('error', onEnd)
      child.unref()
      child.channel?.unref()
      resolve(answer)
    }
    const onMessage = (value: JudgeAnswer): void => settle(done(value))
    const onEnd = (): void => settle(refused('memory'))
    const timer = setTimeout(() => settle(refused('timeout')), timeoutMs)
    child.ref()
    child.channel?.ref()
    child.on('message', onMessage).on('exit', onEnd).on('error', onEnd)
    child.send(order)
  })
}
