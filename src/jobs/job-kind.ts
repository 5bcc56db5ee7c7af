// Job kinds: the name, payload type and patience of one kind of background work.

declare const payloadOf: unique symbol

export interface JobOptions {
  /** How often a failed job is tried again before it waits for an operator; 30 unless said. */
  readonly retries?: number
  /** Seconds before the first retry, doubled each time up to an hour. */
  readonly retryDelaySeconds?: number
  readonly retryBackoff?: boolean
  /** After this long a job counts as stuck and is tried again. */
  readonly expireSeconds?: number
  /** How many of the kind run at once in one worker. */
  readonly parallel?: number
}

export interface JobKind<Payload extends object> {
  readonly name: string
  readonly options: Required<JobOptions>
  readonly [payloadOf]?: Payload
}

/** A handler bound to its kind; the worker sees the payload as the kind promises it. */
export interface JobHandler {
  readonly kind: JobKind<object>
  readonly run: (payload: object, job: JobRun) => Promise<void>
}

export interface JobRun {
  /** 1 at the first try. */
  readonly attempt: number
  readonly now: Date
}

const patience: Required<JobOptions> = { retries: 30, retryDelaySeconds: 2, retryBackoff: true, expireSeconds: 120, parallel: 4 }

/** A kind of job; its name is also the name of its queue. Events are kinds that `main.ts` handles. */
export function jobKind<Payload extends object>(name: string, options: JobOptions = {}): JobKind<Payload> {
  return { name, options: { ...patience, ...options } }
}

/** Handlers run at least once: their effects must be idempotent by keys in the database. */
export function handleJob<Payload extends object>(
  kind: JobKind<Payload>,
  handle: (payload: Payload, job: JobRun) => Promise<void>,
): JobHandler {
  // The queue carries what `enqueue` of the same kind put there.
  return { kind: kind as JobKind<object>, run: (payload, job) => handle(payload as Payload, job) }
}
