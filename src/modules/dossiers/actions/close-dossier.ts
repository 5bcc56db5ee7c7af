// Closes a dossier (z. d. A.) with its retention computed, and reopens it with a reason.
import type { Transaction } from '#database'
import { appendHistory } from '#journal'
import type { Actor, AuthorityId } from '#kernel/actors.ts'
import { dayInGermany } from '#kernel/dates.ts'
import type { Id } from '#kernel/ids.ts'
import { done, type Outcome, refused } from '#kernel/outcome.ts'
import { isDraft, mayBecome } from '../domain/dossier.ts'
import { type Retention, type RetentionFacts, retentionOf } from '../domain/retention.ts'
import { findClassOf, listDocuments, listDossierCases, lockDossier } from '../reads.ts'
import { setClosed, setOpen } from '../writes.ts'

export interface DossierStep {
  readonly authority: AuthorityId
  readonly dossier: Id<'dossier'>
  readonly actor: Actor
  readonly now: Date
}

export type ClosingRefusal = 'unknown' | 'already-closed' | 'open-cases' | 'draft-documents' | 'missing-fact'

/**
 * Closes the dossier if every case in it is closed and no document's newest version is a draft.
 *
 * @returns the retention with rule and facts; `missing-fact` if the class counts from a day that was not given
 */
export async function closeDossier(
  transaction: Transaction,
  step: DossierStep & { readonly facts?: RetentionFacts },
): Promise<Outcome<Retention, ClosingRefusal>> {
  const { authority, actor, now } = step
  const dossier = await lockDossier(transaction, authority, step.dossier)
  if (dossier === undefined) return refused('unknown')
  if (!mayBecome(dossier.state, 'closed')) return refused('already-closed')
  const cases = await listDossierCases(transaction, authority, step.dossier)
  if (cases.some((entry) => entry.closedOn === undefined)) return refused('open-cases')
  if ((await listDocuments(transaction, authority, step.dossier)).some(isDraft)) return refused('draft-documents')
  const unit = await findClassOf(transaction, dossier)
  const retention = unit === undefined ? undefined : retentionOf(unit, dayInGermany(now), step.facts ?? {})
  if (retention === undefined) return refused('missing-fact')
  await setClosed(transaction, dossier, retention)
  const object = { kind: 'dossier', id: step.dossier }
  await appendHistory(transaction, {
    authority,
    dossier: step.dossier,
    actor,
    action: 'dossier.closed',
    object,
    detail: { retention },
    now,
  })
  return done(retention)
}

/** Opens a closed dossier again; its retention is computed anew at the next closing. */
export async function reopenDossier(
  transaction: Transaction,
  step: DossierStep & { readonly reason: string },
): Promise<Outcome<Id<'dossier'>, 'unknown' | 'not-closed' | 'reason-missing'>> {
  const { authority, actor, now } = step
  if (step.reason.trim() === '') return refused('reason-missing')
  const dossier = await lockDossier(transaction, authority, step.dossier)
  if (dossier === undefined) return refused('unknown')
  if (!mayBecome(dossier.state, 'open')) return refused('not-closed')
  await setOpen(transaction, dossier)
  const detail = { reason: step.reason, retentionBefore: dossier.retention }
  const object = { kind: 'dossier', id: step.dossier }
  await appendHistory(transaction, { authority, dossier: step.dossier, actor, action: 'dossier.reopened', object, detail, now })
  return done(step.dossier)
}
