// GET /postfach: all threads of the person.
import { inTransaction } from '#database'
import { dayInGermany } from '#kernel/dates.ts'
import { type Handler, page, refuse } from '#web'
import type { MailboxDependencies } from '../dependencies.ts'
import { listThreads } from '../reads.ts'
import { mailboxPage } from './mailbox.html.ts'
import { signInAddress, signInFirst } from './sign-in-first.ts'

const threadsPerPage = 25

export function showMailbox({ database, authorityTheme }: MailboxDependencies): Handler {
  return async (visit) => {
    const { actor, frame, query, now, session } = visit
    if (actor.kind === 'staff') return refuse('forbidden')
    if (session === undefined) return signInFirst(visit)
    const before = new Date(query.get('vor') ?? '')
    const paged = Number.isNaN(before.getTime()) ? {} : { before }
    const found = await inTransaction(database, { owner: actor.owner }, (transaction) =>
      listThreads(transaction, actor.owner, { ...paged, limit: threadsPerPage + 1 }),
    )
    const shown = found.slice(0, threadsPerPage)
    const last = shown.at(-1)
    const threads = await Promise.all(shown.map(async (thread) => ({ thread, authority: await authorityTheme(thread.authority) })))
    const older =
      found.length > threadsPerPage && last !== undefined ? frame.href(`/postfach?vor=${last.changedAt.toISOString()}`) : undefined
    return page(
      mailboxPage(frame, { threads, today: dayInGermany(now), older, signIn: actor.kind === 'visitor' ? signInAddress(frame) : undefined }),
    )
  }
}
