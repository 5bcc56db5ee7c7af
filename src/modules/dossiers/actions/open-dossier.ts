// Opens a dossier under a class of the file plan, and adds cases to it.
import type { Transaction } from '#database'
import { appendHistory } from '#journal'
import type { Actor, AuthorityId, OwnerId } from '#kernel/actors.ts'
import { dayInGermany } from '#kernel/dates.ts'
import { type Id, newId } from '#kernel/ids.ts'
import { type Dossier, lineOf, referenceNumberOf } from '../domain/dossier.ts'
import { DossierError } from '../domain/dossier-error.ts'
import { firstGrants } from '../domain/permissions.ts'
import { findDossierOfCase, findFilePlanUnit, lockDossier } from '../reads.ts'
import { insertCase, insertDossier, nextNumber, putGrant, putSearchEntry, setCaseClosed } from '../writes.ts'

export interface DossierOpening {
  readonly authority: AuthorityId
  /** Mark in the authority's file plan, "22.3". */
  readonly filePlanUnit: string
  readonly subject: string
  readonly owner?: OwnerId
  /** Unit of the authority that works on it; without one all its clerks do. */
  readonly unit?: string
  readonly actor?: Actor
  readonly now: Date
}

/**
 * Opens a dossier; needs the authority's scope.
 *
 * @throws DossierError if the authority's file plan has no such unit
 */
export async function openDossier(
  transaction: Transaction,
  opening: DossierOpening,
): Promise<{ readonly dossier: Id<'dossier'>; readonly referenceNumber: string }> {
  const { authority, now } = opening
  const today = dayInGermany(now)
  const found = await findFilePlanUnit(transaction, authority, opening.filePlanUnit, today)
  if (found === undefined) throw new DossierError('unknown-unit', `the file plan has no unit ${opening.filePlanUnit}`)
  const year = Number(today.slice(0, 4))
  const dossier: Dossier = {
    authority,
    dossier: newId(now.getTime()),
    referenceNumber: referenceNumberOf(found.unit.mark, await nextNumber(transaction, authority, found.unit.mark, year), year),
    plan: found.plan,
    mark: found.unit.mark,
    subject: lineOf(opening.subject),
    ...(opening.unit === undefined ? {} : { unit: opening.unit }),
    ...(opening.owner === undefined ? {} : { owner: opening.owner }),
    state: 'open',
    openedAt: now,
  }
  await insertDossier(transaction, dossier)
  const grants = firstGrants(opening.unit)
  for (const grant of grants) await putGrant(transaction, authority, dossier.dossier, { ...grant, reason: 'opened', now })
  const text = `${dossier.referenceNumber} ${dossier.subject} ${found.unit.title}`
  await putSearchEntry(transaction, authority, { kind: 'dossier', object: dossier.dossier, dossier: dossier.dossier, text }, grants)
  await appendHistory(transaction, {
    authority,
    dossier: dossier.dossier,
    actor: opening.actor ?? { kind: 'system', name: 'dossiers' },
    action: 'dossier.opened',
    object: { kind: 'dossier', id: dossier.dossier },
    detail: { referenceNumber: dossier.referenceNumber, mark: dossier.mark, plan: dossier.plan, grants },
    now,
  })
  return { dossier: dossier.dossier, referenceNumber: dossier.referenceNumber }
}

export interface CaseStep {
  readonly authority: AuthorityId
  readonly case: Id<'case'>
  readonly actor: Actor
  readonly now: Date
}

/** Adds a case; adding it twice changes nothing. */
export async function addDossierCase(
  transaction: Transaction,
  added: CaseStep & { readonly dossier: Id<'dossier'>; readonly title: string },
): Promise<void> {
  const { authority, now } = added
  const dossier = await lockDossier(transaction, authority, added.dossier)
  if (dossier === undefined) throw new DossierError('unknown', `no dossier ${added.dossier}`)
  if (dossier.state === 'closed') throw new DossierError('closed', `dossier ${dossier.referenceNumber} is closed`)
  const title = lineOf(added.title)
  const isNew = await insertCase(transaction, authority, added.dossier, { case: added.case, title, openedAt: now })
  if (isNew) await record(transaction, added, added.dossier, 'case.added', { title })
}

/** Notes that the case is done; a dossier closes only when all its cases are. */
export async function closeDossierCase(transaction: Transaction, step: CaseStep): Promise<void> {
  const dossier = await dossierOf(transaction, step)
  if (await setCaseClosed(transaction, step.authority, step.case, dayInGermany(step.now)))
    await record(transaction, step, dossier, 'case.closed', {})
}

/** Notes that the case goes on, after an objection for instance. The dossier must be open. */
export async function reopenDossierCase(transaction: Transaction, step: CaseStep): Promise<void> {
  const dossier = await dossierOf(transaction, step)
  if (await setCaseClosed(transaction, step.authority, step.case, undefined)) await record(transaction, step, dossier, 'case.reopened', {})
}

async function dossierOf(transaction: Transaction, step: CaseStep): Promise<Id<'dossier'>> {
  const id = await findDossierOfCase(transaction, step.authority, step.case)
  const dossier = id === undefined ? undefined : await lockDossier(transaction, step.authority, id)
  if (dossier === undefined) throw new DossierError('unknown', `case ${step.case} is in no dossier`)
  if (dossier.state === 'closed') throw new DossierError('closed', `dossier ${dossier.referenceNumber} is closed`)
  return dossier.dossier
}

async function record(
  transaction: Transaction,
  step: CaseStep,
  dossier: Id<'dossier'>,
  action: string,
  detail: Record<string, unknown>,
): Promise<void> {
  const { authority, actor, now } = step
  await appendHistory(transaction, { authority, dossier, actor, action, object: { kind: 'case', id: step.case }, detail, now })
}
