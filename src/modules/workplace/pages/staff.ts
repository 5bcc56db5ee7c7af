// What all pages of the workplace begin with: who asks, for which case.
import type { Transaction } from '#database'
import type { Staff } from '#kernel/actors.ts'
import { dayInGermany, daysBetween } from '#kernel/dates.ts'
import { type Id, parseId } from '#kernel/ids.ts'
import { type Case, caseStateTexts, deadlineColour, findCase, openStates } from '#modules/cases'
import { listGrants, mayReadDossier } from '#modules/dossiers'
import { notFound, type Reply, type Visit } from '#web'
import type { ShownCase } from '../domain/shown.ts'

/** The route table lets staff in only; anybody else here is a fault of ours. */
export function staffOf(visit: Visit): Staff {
  if (visit.actor.kind !== 'staff') throw new Error('a page of the workplace without staff')
  return visit.actor
}

/** May change cases; auditors and the registry only look. */
export function mayWork(staff: Staff): boolean {
  return staff.roles.includes('clerk') || staff.roles.includes('lead')
}

export function caseIdOf(visit: Visit): Id<'case'> | undefined {
  return parseId<'case'>(visit.params['case'])
}

/** The case of the address, if this member of staff may read its dossier; another authority's is as if it were not there. */
export async function findReadableCase(transaction: Transaction, staff: Staff, caseId: Id<'case'>): Promise<Case | undefined> {
  const found = await findCase(transaction, staff.authority, caseId)
  if (found === undefined) return undefined
  const grants = await listGrants(transaction, staff.authority, found.dossier)
  return mayReadDossier(staff, staff.authority, grants) ? found : undefined
}

export async function withCase(visit: Visit, work: (staff: Staff, caseId: Id<'case'>) => Promise<Reply>): Promise<Reply> {
  const caseId = caseIdOf(visit)
  return caseId === undefined ? notFound() : work(staffOf(visit), caseId)
}

export function casePath(caseId: string, rest = ''): string {
  return `/arbeit/vorgang/${caseId}${rest}`
}

export function shownCase(found: Case, staff: Staff, now: Date): ShownCase {
  const daysLeft = daysBetween(dayInGermany(now), found.dueOn)
  return {
    caseId: found.caseId,
    title: found.title.de,
    applicant: found.applicant,
    number: found.submissionNumber,
    referenceNumber: found.referenceNumber,
    state: caseStateTexts[found.state],
    deadline: { on: found.dueOn, daysLeft, urgency: openStates.includes(found.state) ? deadlineColour(daysLeft) : undefined },
    assignee: found.assignee?.name,
    isMine: found.assignee?.staff === staff.staff,
    hasNews: found.hasNews,
    receivedAt: found.receivedAt,
  }
}
