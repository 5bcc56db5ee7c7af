// What a member of staff may do with a case in its state; the actions ask again.
import type { Staff } from '#kernel/actors.ts'
import { type Case, type Decision, mayCaseBecome, refusesSignature } from '#modules/cases'
import type { Possible } from '../domain/shown.ts'
import { mayWork } from './staff.ts'

export function possibleFor(staff: Staff, found: Case, decision: Decision | undefined): Possible {
  const works = mayWork(staff)
  const isWritable = found.state === 'received' || found.state === 'in-progress' || found.state === 'waiting-for-person'
  return {
    take: works && found.state !== 'closed' && found.assignee?.staff !== staff.staff,
    handBack: works && found.state !== 'closed' && found.assignee?.staff === staff.staff,
    assign: works && found.state !== 'closed',
    note: works,
    ask: works && mayCaseBecome(found.state, 'waiting-for-person'),
    decide: works && isWritable,
    sign: works ? signing(staff, found, decision) : undefined,
    close: works && mayCaseBecome(found.state, 'closed'),
    reopen: works && (found.state === 'closed' || found.state === 'delivered'),
  }
}

function signing(staff: Staff, found: Case, decision: Decision | undefined): Possible['sign'] {
  if (found.state !== 'awaiting-signature' || decision?.state !== 'awaiting-signature') return undefined
  const isLead = staff.roles.includes('lead')
  return refusesSignature({ fourEyes: found.fourEyes, drafter: decision.drafter.staff, signer: staff.staff, isLead }) ?? 'yes'
}
