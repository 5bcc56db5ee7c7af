// Jobs of the mailbox.
import { handleJob, type JobHandler } from '#jobs'
import { closeUnfetched } from './actions/end-provision.ts'
import { sendNotice } from './actions/send-notice.ts'
import type { NoticeDependencies } from './dependencies.ts'
import { noticeWanted, provisionEnds } from './events.ts'

export function mailboxJobs(dependencies: NoticeDependencies): readonly JobHandler[] {
  return [
    handleJob(noticeWanted, (payload, job) => sendNotice(dependencies, payload, job.now)),
    handleJob(provisionEnds, (due, job) => closeUnfetched(dependencies.database, due, job.now)),
  ]
}
