// Events and jobs of the accounts; payloads carry ids only.

import { jobKind } from '#jobs'
import type { OwnerId } from '#kernel/actors.ts'

/** A visitor has signed in: what belonged to the visitor belongs to the account now. */
export const ownerTakenOver = jobKind<{ visitor: OwnerId; account: OwnerId }>('accounts.owner-taken-over')

/** An account and all of its sessions are gone; whoever keeps something for the owner removes it. */
export const accountDeleted = jobKind<{ owner: OwnerId }>('accounts.account-deleted')

/** Signed in from a device not seen before; the person is told by mail. */
export const newDeviceSeen = jobKind<{ owner: OwnerId; session: string }>('accounts.new-device-seen')

/** A code is to be mailed to the address of a registration, named by the digest of its sign-in. */
export const registrationCodeWanted = jobKind<{ signIn: string }>('accounts.registration-code-wanted', { retries: 5, expireSeconds: 60 })

/** A code is to be mailed to the new address of an account. */
export const emailCodeWanted = jobKind<{ owner: OwnerId }>('accounts.email-code-wanted', { retries: 5, expireSeconds: 60 })

/** Another service is to end its session of this person (back-channel logout). */
export const logoutTold = jobKind<{ owner: OwnerId; client: string; sid: string }>('accounts.logout-told', {
  retries: 10,
  retryDelaySeconds: 5,
})

/** Removes what has expired; asks for its next run itself. */
export const expiredSwept = jobKind<{ round: string }>('accounts.expired-swept', { retries: 3 })
