// What operators and their machines ask: is it alive, is it ready, how much does it do.
import { collectDefaultMetrics, Gauge, Histogram, Registry } from 'prom-client'
import type { Database } from '#database'
import type { Worker } from '#jobs'
import { bytes, json, problem, type Route } from '#web'

export interface Metrics {
  readonly registry: Registry
  readonly observe: (route: string, status: number, seconds: number) => void
}

/** Metrics by route pattern, never by address: no personal data, no unbounded labels. */
export function createMetrics(): Metrics {
  const registry = new Registry()
  collectDefaultMetrics({ register: registry })
  const answers = new Histogram({
    name: 'rennsteig_answer_seconds',
    help: 'Time to answer a request, by route pattern and status',
    labelNames: ['route', 'status'],
    buckets: [0.002, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 5],
    registers: [registry],
  })
  return { registry, observe: (route, status, seconds) => answers.observe({ route, status: String(status) }, seconds) }
}

export interface OperationsDependencies {
  readonly database: Database
  readonly metrics: Metrics
  /** Present where this process works on jobs. */
  readonly worker: () => Worker | undefined
  /** Whether the start is done: until then a load balancer sends nobody here. */
  readonly isStarted: () => boolean
}

export function operationsRoutes(dependencies: OperationsDependencies): readonly Route[] {
  const { database, metrics } = dependencies
  const jobs = new Gauge({
    name: 'rennsteig_jobs',
    help: 'Jobs by kind and state',
    labelNames: ['kind', 'state'],
    registers: [metrics.registry],
  })
  return [
    { method: 'GET', path: '/health/live', permission: 'machine', handler: async () => json({ status: 'alive' }) },
    {
      method: 'GET',
      path: '/health/ready',
      permission: 'machine',
      handler: async () => {
        if (!dependencies.isStarted()) return problem(503, 'the start is not done yet')
        const answered = await database.sql`select 1 as one`.then(
          () => true,
          () => false,
        )
        return answered ? json({ status: 'ready' }) : problem(503, 'the database does not answer')
      },
    },
    {
      method: 'GET',
      path: '/metrics',
      permission: 'machine',
      handler: async () => {
        for (const kind of (await dependencies.worker()?.counts()) ?? []) {
          jobs.set({ kind: kind.kind, state: 'waiting' }, kind.waiting)
          jobs.set({ kind: kind.kind, state: 'active' }, kind.active)
          jobs.set({ kind: kind.kind, state: 'failed' }, kind.failed)
        }
        return bytes(Buffer.from(await metrics.registry.metrics()), { mediaType: metrics.registry.contentType })
      },
    },
  ]
}
