// Schedule: when the provider is asked again. Nothing but its answer decides, and it never calls by itself.
import type { Attempt } from './payment.ts'
import { isClosed } from './states.ts'

/** A pause that holds while the last nudge (opening, hand-over, return, call) is younger than `untilMs`. */
export interface Pause {
  readonly untilMs: number
  readonly pauseMs: number
}

const second = 1_000
const minute = 60 * second
const day = 24 * 60 * minute

/**
 * 0.5 s while a returning person waits, 15 min for a day because a closed tab must be noticed within 15 minutes,
 * then daily: the standard has no end, and a bank may say the truth weeks later.
 */
export const pauses: readonly Pause[] = [
  { untilMs: 2 * second, pauseMs: second / 2 },
  { untilMs: 20 * second, pauseMs: 2 * second },
  { untilMs: 2 * minute, pauseMs: 10 * second },
  { untilMs: 15 * minute, pauseMs: minute },
  { untilMs: day, pauseMs: 15 * minute },
  { untilMs: 30 * day, pauseMs: day },
]

/** While nobody has got the pay page nobody can pay, so the provider is asked rarely. */
const unseenPauseMs = 15 * minute
/** A paid one is looked at once more, a day later, because providers have taken words back. */
const controlMs = day

/** When to ask again, or undefined if it is done. */
export function nextAsking(attempt: Attempt, now: Date, schedule: readonly Pause[] = pauses): Date | undefined {
  if (attempt.state === 'abandoned' || (isClosed(attempt.state) && attempt.transactionId === undefined)) return undefined
  if (attempt.state === 'cancelled' && attempt.handedOutAt === undefined) return undefined
  if (attempt.state === 'paid')
    return now.getTime() - attempt.changedAt.getTime() < controlMs / 2 ? new Date(now.getTime() + controlMs) : undefined
  const age = now.getTime() - attempt.nudgedAt.getTime()
  const pause = schedule.find((step) => age < step.untilMs)
  if (pause === undefined) return undefined
  const isUnseen = attempt.transactionId !== undefined && attempt.handedOutAt === undefined
  return new Date(now.getTime() + (isUnseen ? Math.max(pause.pauseMs, unseenPauseMs) : pause.pauseMs))
}
