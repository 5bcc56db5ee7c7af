// Moves a dossier to the account of the person who began it as a visitor.
import type { Transaction } from '#database'
import { appendHistory } from '#journal'
import type { OwnerId } from '#kernel/actors.ts'
import { lockDossier } from '../reads.ts'
import { setOwner } from '../writes.ts'
import type { DossierStep } from './close-dossier.ts'

/** From then on reads are shown to that account. An unknown dossier changes nothing. */
export async function changeOwner(transaction: Transaction, step: DossierStep & { readonly owner: OwnerId }): Promise<void> {
  const { authority, dossier, actor, now, owner } = step
  const known = await lockDossier(transaction, authority, dossier)
  if (known === undefined || known.owner === owner) return
  await setOwner(transaction, known, owner)
  await appendHistory(transaction, {
    authority,
    dossier,
    actor,
    action: 'dossier.owner-changed',
    object: { kind: 'dossier', id: dossier },
    now,
  })
}
