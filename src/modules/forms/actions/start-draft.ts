// Starts a draft: finds who is responsible, and offers one already begun instead of a second.
import { inTransaction } from '#database'
import type { OwnerId } from '#kernel/actors.ts'
import { dayInGermany } from '#kernel/dates.ts'
import { newId } from '#kernel/ids.ts'
import { done, type Outcome, refused } from '#kernel/outcome.ts'
import type { FormsDependencies } from '../dependencies.ts'
import type { Draft, DraftId } from '../domain/draft.ts'
import { findDefinition, findOpenDraft } from '../reads.ts'
import { insertDraft } from '../writes.ts'

/** How long a draft is kept after it was last saved. */
export const draftDays = 60

export interface DraftWish {
  readonly owner: OwnerId
  readonly serviceKey: string
  readonly ars: string
  readonly now: Date
  /** Begin anew although a draft is there; the other stays too. */
  readonly isAnother?: boolean
}

export interface StartedDraft {
  readonly draftId: DraftId
  /** It was begun before. */
  readonly isOld: boolean
}

export async function startDraft(
  { database, neighbours }: Pick<FormsDependencies, 'database' | 'neighbours'>,
  wish: DraftWish,
): Promise<Outcome<StartedDraft, 'nobody-responsible' | 'not-online'>> {
  const authority = await neighbours.findCompetent(database, wish.serviceKey, wish.ars, dayInGermany(wish.now))
  if (authority === undefined) return refused('nobody-responsible')
  const offer = await neighbours.findOffer(database, wish.serviceKey, authority)
  const definition = offer === undefined ? undefined : await findDefinition(database, offer.form)
  if (definition === undefined) return refused('not-online')
  return inTransaction(database, { owner: wish.owner }, async (transaction) => {
    const old = wish.isAnother === true ? undefined : await findOpenDraft(transaction, wish.owner, authority, wish.serviceKey)
    if (old !== undefined) return done({ draftId: old.draftId, isOld: true })
    const draftId: DraftId = newId(wish.now.getTime())
    await insertDraft(transaction, {
      owner: wish.owner,
      draftId,
      authority,
      serviceKey: wish.serviceKey,
      ars: wish.ars,
      definition,
      answers: {},
      state: 'open',
      startedAt: wish.now,
      expiresAt: expiryFrom(wish.now),
    })
    return done({ draftId, isOld: false })
  })
}

export function expiryFrom(now: Date): Date {
  return new Date(now.getTime() + draftDays * 86_400_000)
}

/** The new end of a draft that is worked on, or undefined while the old one is exact to an hour: not every save moves it. */
export function laterExpiry({ expiresAt }: Pick<Draft, 'expiresAt'>, now: Date): Date | undefined {
  const later = expiryFrom(now)
  return later.getTime() - expiresAt.getTime() >= 3_600_000 ? later : undefined
}
