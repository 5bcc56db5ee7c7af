// GET /postfach/:thread/anlage/:message/:number: one attachment; fetching it is what the law counts from.
import { parseId } from '#kernel/ids.ts'
import { bytes, type Handler, notFound } from '#web'
import { fetchAttachment } from '../actions/fetch-attachment.ts'
import type { MailboxDependencies } from '../dependencies.ts'
import { signInFirst } from './sign-in-first.ts'

export function sendAttachment({ database, files }: MailboxDependencies): Handler {
  return async (visit) => {
    const { actor, params, now } = visit
    const thread = parseId<'thread'>(params['thread'])
    const message = parseId<'message'>(params['message'])
    const number = /^[1-9]\d?$/.test(params['number'] ?? '') ? Number(params['number']) : 0
    if (actor.kind === 'staff' || thread === undefined || message === undefined || number === 0) return notFound()
    const file = await fetchAttachment(database, actor.owner, { thread, message, index: number - 1, now })
    if (file === undefined) return actor.kind === 'visitor' ? signInFirst(visit) : notFound()
    return bytes(files.read({ owner: actor.owner }, file), { mediaType: file.mediaType, fileName: file.name })
  }
}
