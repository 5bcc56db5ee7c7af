// Chaos: seeded misbehaviour, so that a failing run can be played again.
import { createHash } from 'node:crypto'

export interface ChaosProfile {
  readonly lostAnswer: number
  readonly lostGetAnswer: number
  readonly unavailable: number
  readonly outageEveryMs: number
  readonly outageMs: number
  readonly slow: number
  readonly slowMs: number
  /** Chances of 0, 1, 2 … callbacks. */
  readonly callbacks: readonly number[]
  readonly callbackDelayMs: number
  readonly wrongAmount: number
  readonly statusRegression: number
  readonly findsByRequestId: boolean
}

export const calm: ChaosProfile = {
  lostAnswer: 0,
  lostGetAnswer: 0,
  unavailable: 0,
  outageEveryMs: 0,
  outageMs: 0,
  slow: 0,
  slowMs: 900,
  callbacks: [1],
  callbackDelayMs: 1_000,
  wrongAmount: 0,
  statusRegression: 0,
  findsByRequestId: false,
}

/** One kind of chance; each kind counts for itself. */
type Chance = 'lostAnswer' | 'lostGetAnswer' | 'unavailable' | 'slow' | 'wrongAmount' | 'statusRegression'

export interface Chaos {
  profile(): ChaosProfile
  change(text: string): boolean
  /** Whether it happens this time. */
  strikes(chance: Chance): boolean
  /** Whether an outage window is open. */
  isOut(now: number): boolean
  /** When each callback of a change comes, in milliseconds from now. */
  callbackDelays(): number[]
}

export function createChaos(seed: number, starts: number, started: number, first: ChaosProfile): Chaos {
  const counts = new Map<string, number>()
  let profile = first
  const draw = (kind: string): number => {
    const count = counts.get(kind) ?? 0
    counts.set(kind, count + 1)
    return createHash('sha256').update(`${seed}/${starts}/${kind}/${count}`).digest().readUInt32BE(0) / 2 ** 32
  }
  return {
    profile: () => profile,
    change: (text) => {
      const read = parseProfile(text)
      if (read !== undefined) profile = read
      return read !== undefined
    },
    strikes: (chance) => profile[chance] > 0 && draw(chance) < profile[chance],
    isOut: (now) => profile.outageEveryMs > 0 && (now - started) % profile.outageEveryMs >= profile.outageEveryMs - profile.outageMs,
    callbackDelays: () => {
      let rest = draw('callbacks')
      const count = profile.callbacks.findIndex((chance) => (rest -= chance) < 0)
      return Array.from({ length: Math.max(count, 0) }, () => Math.round(draw('callback delay') * profile.callbackDelayMs))
    },
  }
}

/** The profile written as JSON, what it leaves out being calm; undefined if it is none. */
export function parseProfile(text: string): ChaosProfile | undefined {
  let value: unknown
  try {
    value = JSON.parse(text)
  } catch {
    return undefined
  }
  if (typeof value !== 'object' || value === null) return undefined
  for (const [key, part] of Object.entries(value)) {
    const model: unknown = Object.entries(calm).find(([name]) => name === key)?.[1]
    const fits = Array.isArray(model)
      ? Array.isArray(part) && part.every((chance) => typeof chance === 'number')
      : typeof part === typeof model
    if (!fits) return undefined
  }
  return { ...calm, ...value }
}
