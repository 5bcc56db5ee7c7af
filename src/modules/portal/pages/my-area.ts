// The person's own area: drafts, cases, who has seen the data.
import { inTransaction } from '#database'
import { dayInGermany, formatDayShort, formatInstant } from '#kernel/dates.ts'
import { inLanguage } from '#kernel/language.ts'
import { listPublicServices } from '#modules/catalogue'
import { page, type Reply, type Visit } from '#web'
import type { PortalDependencies } from '../dependencies.ts'
import { myAreaPage } from './my-area.html.ts'

export async function showMyArea({ database, myArea }: PortalDependencies, visit: Visit): Promise<Reply> {
  const { actor, frame, language, session } = visit
  if (session === undefined || (actor.kind !== 'visitor' && actor.kind !== 'person'))
    return page(myAreaPage(frame, { isSignedIn: false, drafts: [], threads: [], accesses: [] }))
  const { owner } = actor
  const [drafts, threads, accesses, services] = await inTransaction(database, { owner }, async (transaction) => {
    const begun = await myArea.listDrafts(transaction, owner)
    const running = await myArea.listThreads(transaction, owner, language)
    const seen = await myArea.listAccess(transaction, owner, language)
    const named = await listPublicServices(transaction, [...new Set(begun.map((draft) => draft.serviceKey))])
    return [begun, running, seen, new Map(named.map((one) => [one.key, inLanguage(one.title, language)]))] as const
  })
  return page(
    myAreaPage(frame, {
      isSignedIn: actor.kind === 'person',
      drafts: drafts.map((draft) => ({
        title: services.get(draft.serviceKey) ?? draft.serviceKey,
        path: draft.path,
        saved: formatInstant(draft.savedAt, language),
      })),
      threads,
      accesses: accesses.map((access) => ({ ...access, day: formatDayShort(dayInGermany(access.at), language) })),
    }),
  )
}
