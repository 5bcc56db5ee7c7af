// Jobs of the cases.
import { handleJob, type JobHandler } from '#jobs'
import { issueDecision } from './actions/issue-decision.ts'
import type { CasesDependencies } from './dependencies.ts'
import { decisionSigned } from './events.ts'

export function casesJobs(dependencies: CasesDependencies): readonly JobHandler[] {
  return [handleJob(decisionSigned, (order, { now }) => issueDecision(dependencies, order, now))]
}
