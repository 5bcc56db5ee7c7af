// GET /postfach: all threads of the person.
import { inTransaction } from '#database'
import { dayInGermany } from '#kernel/dates.ts'
import { type Handler, page, refuse } from '#web'
import type { MailboxDependencies } from '../dependencies.ts'
import { listThreads } from '../reads.ts'
import { mailboxPage } from './mailbox.html.ts'

const threadsPerPage = 25

export function showMailbox({ database, authorityTheme }: MailboxDependencies): Handler {
  return async ({ actor, frame, query, now }) => {
    if (actor.kind === 'staff') return refuse('forbidden')
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
    return page(mailboxPage(frame, { threads, today: dayInGermany(now), older }))
  }
}
