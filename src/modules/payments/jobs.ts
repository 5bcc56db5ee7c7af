// Jobs of payments: the one that follows attempts.
import { handleJob, type JobHandler } from '#jobs'
import { followAttempt, jobTimeoutMs } from './actions/follow-payment.ts'
import type { FollowDependencies } from './dependencies.ts'
import { followPayment } from './events.ts'

export function paymentsJobs(dependencies: FollowDependencies): readonly JobHandler[] {
  return [handleJob(followPayment, (order) => followAttempt(dependencies, { ...order, timeoutMs: jobTimeoutMs, now: () => new Date() }))]
}
