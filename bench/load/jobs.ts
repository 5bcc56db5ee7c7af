// What the load driver can be asked to do, and what it answers; both cross a process boundary.
import type { Asking } from './connection.ts'

/** As fast as the connections allow: each sends its next request when the last was answered. */
export interface ClosedLoop {
  readonly kind: 'closed'
  readonly port: number
  readonly seconds: number
  /** One list of requests for each connection, gone through again and again. */
  readonly streams: readonly (readonly Asking[])[]
}

/** At fixed times, whether the server keeps up or not; delay counts from the time a request was due. */
export interface OpenLoop {
  readonly kind: 'open'
  readonly port: number
  readonly seconds: number
  /** Asked in the same way before, and not counted: driver, connections and server are warm then. */
  readonly warmSeconds: number
  readonly perSecond: number
  readonly requests: readonly Asking[]
}

/** People who register a dog, from the first click to the number. */
export interface Submissions {
  readonly kind: 'submissions'
  readonly port: number
  readonly seconds: number
  readonly people: number
  readonly ars: string
}

export type LoadJob = ClosedLoop | OpenLoop | Submissions

export interface LoadResult {
  readonly answered: number
  readonly perSecond: number
  /** By status; anything unexpected shows here. */
  readonly statuses: Readonly<Record<string, number>>
  readonly milliseconds: { readonly p50: number; readonly p95: number; readonly p99: number; readonly most: number }
}
