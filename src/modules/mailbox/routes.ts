// Routes of the mailbox.
import type { Route } from '#web'
import type { MailboxDependencies } from './dependencies.ts'
import { sendAttachment } from './pages/attachment.ts'
import { showMailbox } from './pages/mailbox.ts'
import { takeReply } from './pages/reply.ts'
import { showThread } from './pages/thread.ts'

/** Pages are public routes: who has no session is led to the sign-in and back; rows are found in the own scope only. */
export function mailboxRoutes(dependencies: MailboxDependencies): readonly Route[] {
  return [
    { method: 'GET', path: '/postfach', permission: 'public', handler: showMailbox(dependencies) },
    { method: 'GET', path: '/postfach/:thread', permission: 'public', handler: showThread(dependencies) },
    { method: 'GET', path: '/postfach/:thread/anlage/:message/:number', permission: 'public', handler: sendAttachment(dependencies) },
    { method: 'POST', path: '/postfach/:thread/antwort', permission: 'owner', body: 'multipart', handler: takeReply(dependencies) },
  ]
}
