// Gives or withdraws access to a dossier; the search follows in the same transaction.
import type { Transaction } from '#database'
import { appendHistory } from '#journal'
import { done, type Outcome, refused } from '#kernel/outcome.ts'
import type { Grant } from '../domain/permissions.ts'
import { listGrants, lockDossier } from '../reads.ts'
import { putGrant, rewritePermissions } from '../writes.ts'
import type { DossierStep } from './close-dossier.ts'

/** `none` withdraws. Every change says why. */
export async function changeGrant(
  transaction: Transaction,
  step: DossierStep & { readonly grant: Grant; readonly reason: string },
): Promise<Outcome<readonly Grant[], 'unknown' | 'reason-missing'>> {
  const { authority, dossier, actor, now, grant, reason } = step
  if (reason.trim() === '') return refused('reason-missing')
  if ((await lockDossier(transaction, authority, dossier)) === undefined) return refused('unknown')
  await putGrant(transaction, authority, dossier, { ...grant, reason, now })
  const grants = await listGrants(transaction, authority, dossier)
  await rewritePermissions(transaction, authority, dossier, grants)
  const action = grant.access === 'none' ? 'grant.withdrawn' : 'grant.given'
  await appendHistory(transaction, {
    authority,
    dossier,
    actor,
    action,
    object: { kind: 'dossier', id: dossier },
    detail: { grant, reason },
    now,
  })
  return done(grants)
}
