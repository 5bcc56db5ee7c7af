// The worker: runs the jobs of all kinds, several processes beside each other if need be.
import { PgBoss } from 'pg-boss'
import type { JobHandler } from './job-kind.ts'

export interface WorkerLog {
  failed(kind: string, attempt: number, error: unknown): void
  trouble(error: unknown): void
}

export interface Worker {
  /** Lets running jobs end (at most `patienceMs`), then stops. */
  stop(patienceMs?: number): Promise<void>
  /** Jobs of each kind that wait, run and failed for good; for the operator's page and the metrics. */
  counts(): Promise<readonly { kind: string; waiting: number; active: number; failed: number }[]>
}

/** Starts to work on the jobs of the handlers' kinds; their queues must have been prepared. */
export async function startWorker(url: string, handlers: readonly JobHandler[], log: WorkerLog): Promise<Worker> {
  const boss = new PgBoss({
    connectionString: url,
    max: 6,
    migrate: false,
    useListenNotify: true,
    schedule: false,
    registerInstance: false,
    application_name: 'rennsteig worker',
    // A killed worker's jobs are taken over when their heartbeat is missed.
    superviseIntervalSeconds: 5,
    monitorIntervalSeconds: 5,
  })
  boss.on('error', (error) => log.trouble(error))
  await boss.start()
  for (const handler of handlers) {
    const { name, options } = handler.kind
    const pace = {
      batchSize: 1,
      localConcurrency: options.parallel,
      pollingIntervalSeconds: 1,
      notifyPollingIntervalSeconds: 1,
      heartbeatRefreshSeconds: 4,
      includeMetadata: true,
    } as const
    await boss.work<object, void, typeof pace>(name, pace, async ([job]) => {
      if (job === undefined) return
      const attempt = job.retryCount + 1
      try {
        await handler.run(job.data, { attempt, now: new Date() })
      } catch (error) {
        log.failed(name, attempt, error)
        throw error
      }
    })
  }
  // Starting is recovering: what a killed worker left is taken over now, not only when this one has lived for an interval.
  boss.supervise().catch((error: unknown) => log.trouble(error))
  return {
    stop: (patienceMs = 5_000) => boss.stop({ graceful: patienceMs > 0, timeout: Math.max(patienceMs, 1_000), close: true }),
    counts: async () =>
      (await boss.getQueues()).map((queue) => ({
        kind: queue.name,
        waiting: queue.queuedCount,
        active: queue.activeCount,
        failed: queue.failedCount,
      })),
  }
}
