// GET /postfach/:thread: one case with its messages.
import { randomUUID } from 'node:crypto'
import { dayInGermany } from '#kernel/dates.ts'
import { type Id, parseId } from '#kernel/ids.ts'
import { type Handler, notFound, page, type Reply, type Visit } from '#web'
import { openThread } from '../actions/open-thread.ts'
import type { MailboxDependencies } from '../dependencies.ts'
import { signInFirst } from './sign-in-first.ts'
import { type ThreadView, threadPage } from './thread.html.ts'

export function showThread(dependencies: MailboxDependencies): Handler {
  return async (visit) => {
    const thread = parseId<'thread'>(visit.params['thread'])
    return thread === undefined ? notFound() : replyWithThread(dependencies, visit, { thread })
  }
}

/** The page of a thread, also with what is wrong with a reply. */
export async function replyWithThread(
  { database, authorityTheme, correctionState }: MailboxDependencies,
  visit: Visit,
  { thread, draft }: { readonly thread: Id<'thread'>; readonly draft?: ThreadView['draft'] },
): Promise<Reply> {
  const { actor, frame, now, query } = visit
  if (actor.kind === 'staff') return notFound()
  const opened = await openThread({ database, correctionState }, actor.owner, { thread, now })
  if (opened === undefined) return actor.kind === 'visitor' ? signInFirst(visit) : notFound()
  const authority = await authorityTheme(opened.thread.authority)
  const isSent = draft === undefined && query.get('gesendet') === '1'
  const view = threadPage(frame, { ...opened, authority, today: dayInGermany(now), formKey: randomUUID(), isSent, draft })
  return page(view, draft === undefined ? {} : { status: 422 })
}
