// Routes of the mailbox.
import type { Route } from '#web'
import type { MailboxDependencies } from './dependencies.ts'
import { sendAttachment } from './pages/attachment.ts'
import { showMailbox } from './pages/mailbox.ts'
import { takeReply } from './pages/reply.ts'
import { showThread } from './pages/thread.ts'

export function mailboxRoutes(dependencies: MailboxDependencies): readonly Route[] {
  return [
    { method: 'GET', path: '/postfach', permission: 'owner', handler: showMailbox(dependencies) },
    { method: 'GET', path: '/postfach/:thread', permission: 'owner', handler: showThread(dependencies) },
    { method: 'GET', path: '/postfach/:thread/anlage/:message/:number', permission: 'owner', handler: sendAttachment(dependencies) },
    { method: 'POST', path: '/postfach/:thread/antwort', permission: 'owner', body: 'multipart', handler: takeReply(dependencies) },
  ]
}
