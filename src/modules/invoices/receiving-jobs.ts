// Jobs of receiving: what a crash left unjudged, and what was checked but never sent.
import { handleJob, type JobHandler } from '#jobs'
import { dropChecked } from './actions/check-files.ts'
import { settleReceipt } from './actions/settle-receipt.ts'
import type { ReceivingDependencies } from './dependencies.ts'
import { checkedExpired, receiptSettled } from './receiving-events.ts'

export function receivingJobs(dependencies: ReceivingDependencies): readonly JobHandler[] {
  return [
    handleJob(receiptSettled, async (place, { now }) => void (await settleReceipt(dependencies, place, now))),
    handleJob(checkedExpired, (expired) => dropChecked(dependencies, expired)),
  ]
}
