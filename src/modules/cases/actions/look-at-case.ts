// Looking at a case: the read is logged for the person, colleagues see who is there, and news is no longer new.
import type { Transaction } from '#database'
import { recordAccess } from '#journal'
import type { Staff } from '#kernel/actors.ts'
import type { Case } from '../domain/case.ts'
import { markPresent, setNews } from '../writes.ts'

/** Call it in the transaction that reads the case. News stays news until somebody who works on it has looked. */
export async function lookAtCase(transaction: Transaction, found: Case, staff: Staff, now: Date): Promise<void> {
  const { authority, owner, caseId } = found
  const object = { kind: 'case', id: caseId, title: found.title.de }
  await recordAccess(transaction, { authority, owner, actor: staff, purpose: 'case-work', object, now })
  if (!staff.roles.some((role) => role === 'clerk' || role === 'lead')) return
  await markPresent(transaction, authority, caseId, staff, now)
  if (found.hasNews && (found.assignee === undefined || found.assignee.staff === staff.staff)) {
    await setNews(transaction, authority, caseId, false)
  }
}
