// Opens a draft for a visit: finds it, waits for a takeover under way, parks what an ended session posted.
import { setTimeout as wait } from 'node:timers/promises'
import { inReading } from '#database'
import type { OwnerId } from '#kernel/actors.ts'
import { parseId } from '#kernel/ids.ts'
import { notFound, type Reply, seeOther, type Visit } from '#web'
import { parkAnswers } from '../actions/park-answers.ts'
import type { FormsDependencies, OnlineOffer, ReceivingAuthority } from '../dependencies.ts'
import type { Draft, DraftFile, DraftId } from '../domain/draft.ts'
import { findDraft, isDraftKnown, listDraftFiles } from '../reads.ts'

export interface OpenDraft {
  readonly draft: Draft
  readonly files: readonly DraftFile[]
  readonly offer: OnlineOffer | undefined
  readonly authority: ReceivingAuthority | undefined
}

export function ownerOf(visit: Visit): OwnerId | undefined {
  return visit.actor.kind === 'staff' ? undefined : visit.actor.owner
}

export function draftIdOf(visit: Visit): DraftId | undefined {
  return parseId<'draft'>(visit.params['draft'])
}

/** The draft of the address with what its pages show, or undefined if it is not this owner's. */
export async function openDraft({ database, neighbours }: FormsDependencies, visit: Visit): Promise<OpenDraft | undefined> {
  const owner = ownerOf(visit)
  const draftId = draftIdOf(visit)
  if (owner === undefined || draftId === undefined) return undefined
  const find = (): Promise<Omit<OpenDraft, 'offer' | 'authority'> | undefined> =>
    inReading(database, { owner }, async (transaction) => {
      const draft = await findDraft(transaction, owner, draftId)
      return draft === undefined ? undefined : { draft, files: await listDraftFiles(transaction, owner, draftId) }
    })
  let found = await find()
  // Right after signing in the draft may still be on its way from the visitor to the account.
  const mayCome = found === undefined && visit.actor.kind === 'person' && (await isDraftKnown(database, draftId))
  for (let count = 0; found === undefined && mayCome && count < 10; count++) {
    await wait(150)
    found = await find()
  }
  if (found === undefined) return undefined
  const { authority, serviceKey } = found.draft
  const [offer, receiver] = await Promise.all([
    neighbours.findOffer(database, serviceKey, authority),
    neighbours.findAuthority(database, authority),
  ])
  return { ...found, offer, authority: receiver }
}

/** Answers a POST to a draft that this session does not have: after the end of a session nothing typed may be lost. */
export async function parkAndSignIn(
  dependencies: FormsDependencies,
  visit: Visit,
  form: URLSearchParams,
  pagePath: string,
): Promise<Reply> {
  const draftId = draftIdOf(visit)
  if (draftId === undefined || visit.actor.kind !== 'visitor') return notFound()
  const token = await parkAnswers(dependencies.database, draftId, form, visit.now)
  const back = visit.frame.href(token === undefined ? pagePath : `${pagePath}?wieder=${token}`)
  return seeOther(visit.frame.href(dependencies.neighbours.signInPath('low', back)))
}
