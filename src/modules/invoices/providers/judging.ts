// Judges invoices in processes of their own, as many at once as allowed, with limits of time and memory; over a limit the verdict is undefined.
import { type ChildProcess, fork } from 'node:child_process'
import { availableParallelism } from 'node:os'
import type { Day } from '#kernel/dates.ts'
import { ruleSetOn } from '#standards/einvoice'
import type { JudgingOrder, TravellingJudgement } from './judging-process.ts'

export interface JudgingLimits {
  /** For one invoice, the start of a process included. */
  readonly timeoutMs: number
  /** Of the JavaScript heap of each process. */
  readonly heapMb: number
  readonly processes: number
}

const usual: JudgingLimits = { timeoutMs: 20_000, heapMb: 512, processes: Math.max(1, availableParallelism() - 1) }
/** A process keeps some 80 MB; after this long without work it gives them back. */
const idleMs = 60_000
const program = new URL('./judging-process.ts', import.meta.url)

export interface Judging {
  /**
   * @param received the day of receipt, which chooses the rule set
   * @returns always a judgement; 'undefined' with the finding 'undecided' where a limit ended it: a person must look
   */
  judge(bytes: Uint8Array, received?: Day): Promise<TravellingJudgement>
  /** Ends the processes; what is under way becomes undefined. */
  close(): void
}

/** One process and what it does last; invoices given to it wait for one another. */
interface Slot {
  child: ChildProcess | undefined
  idle: NodeJS.Timeout | undefined
  waiting: number
  last: Promise<unknown>
}

/**
 * Processes start with the first invoices, end when idle, and do not keep this one alive. They are no threads, because a thread whose
 * heap is full can take the whole program with it.
 */
export function createJudging(limits: Partial<JudgingLimits> = {}): Judging {
  const { timeoutMs, heapMb, processes } = { ...usual, ...limits }
  const slots = Array.from({ length: processes }, (): Slot => ({ child: undefined, idle: undefined, waiting: 0, last: Promise.resolve() }))

  const judgeIn = async (slot: Slot, order: JudgingOrder): Promise<TravellingJudgement> => {
    clearTimeout(slot.idle)
    if (slot.child?.connected !== true) slot.child = start(heapMb)
    const answer = await answerOf(slot.child, order, timeoutMs)
    if (answer === undefined) end(slot)
    else slot.idle = setTimeout(() => end(slot), idleMs).unref()
    return answer ?? undecided(order)
  }
  return {
    judge(bytes, received) {
      const slot = slots.reduce((best, each) => (each.waiting < best.waiting ? each : best))
      slot.waiting += 1
      const answer = slot.last.then(() => judgeIn(slot, { bytes, received })).finally(() => (slot.waiting -= 1))
      slot.last = answer
      return answer
    },
    close: () => slots.forEach(end),
  }
}

function end(slot: Slot): void {
  clearTimeout(slot.idle)
  slot.child?.kill('SIGKILL')
  slot.child = undefined
}

function undecided({ received }: JudgingOrder): TravellingJudgement {
  const finding = { step: 'scenario', rule: 'undecided', level: 'error', effectiveLevel: 'error', location: '' } as const
  return { verdict: 'undefined', findings: [finding], ruleSet: ruleSetOn(received).name }
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

/** undefined where the process ended, failed or took too long. */
function answerOf(child: ChildProcess, order: JudgingOrder, timeoutMs: number): Promise<TravellingJudgement | undefined> {
  return new Promise((resolve) => {
    const settle = (answer: TravellingJudgement | undefined): void => {
      clearTimeout(timer)
      child.off('message', settle).off('exit', onFailure).off('error', onFailure)
      child.unref()
      child.channel?.unref()
      resolve(answer)
    }
    const onFailure = (): void => settle(undefined)
    const timer = setTimeout(onFailure, timeoutMs)
    child.ref()
    child.channel?.ref()
    child.on('message', settle).on('exit', onFailure).on('error', onFailure)
    child.send(order)
  })
}
