// Jobs of the mailbox.
import { handleJob, type JobHandler } from '#jobs'
import { sendNotice } from './actions/send-notice.ts'
import type { NoticeDependencies } from './dependencies.ts'
import { noticeWanted } from './events.ts'

export function mailboxJobs(dependencies: NoticeDependencies): readonly JobHandler[] {
  return [handleJob(noticeWanted, (payload, job) => sendNotice(dependencies, payload, job.now))]
}
