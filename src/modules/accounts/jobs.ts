// Jobs of the accounts: mails with codes, notice of a new device, logout messages, sweeping.
import { inTransaction } from '#database'
import { enqueue, handleJob, type JobHandler, type JobKind } from '#jobs'
import type { AccountsDependencies } from './dependencies.ts'
import { newMailCode } from './domain/codes.ts'
import { keyedDigest } from './domain/digests.ts'
import { emailCodeWanted, expiredSwept, logoutTold, newDeviceSeen, registrationCodeWanted } from './events.ts'
import { inLookup } from './lookup.ts'
import type { ProviderSource } from './openid/provider.ts'
import { findEmailChange, notificationAddress } from './reads/account.ts'
import { findOwner, locatorOf } from './reads/locators.ts'
import { listSessions } from './reads/sessions.ts'
import { mails } from './texts/mails.ts'
import { setEmailCode } from './writes/account.ts'
import { keepSignIn, lockSignIn } from './writes/sign-in-state.ts'
import { sweepExpired } from './writes/sweep.ts'

const sweepEverySeconds = 600

/** Every kind that this module enqueues: its queues must exist before its pages are used. */
export const accountsJobKinds: readonly JobKind<object>[] = [
  emailCodeWanted,
  expiredSwept,
  logoutTold,
  newDeviceSeen,
  registrationCodeWanted,
]

export function accountsJobs(dependencies: AccountsDependencies, provider: ProviderSource): readonly JobHandler[] {
  const { database, keys, mail, settings, now } = dependencies
  return [
    handleJob(registrationCodeWanted, async ({ signIn }) => {
      const code = newMailCode()
      const registration = await inLookup(database, [signIn], async (transaction) => {
        const state = await lockSignIn(transaction, signIn, now())
        if (state.registration === undefined || state.registration.isConfirmed) return undefined
        const codeDigest = keyedDigest(keys.lookup, 'mail-code', `${signIn} ${code}`)
        await keepSignIn(transaction, signIn, { ...state, registration: { ...state.registration, codeDigest } })
        return state.registration
      })
      if (registration === undefined) return
      const owner = await findOwner(database, locatorOf(keys, 'sign-in-name', registration.email), now())
      await mail.send({
        to: registration.email,
        ...(owner === undefined ? mails.registration(code) : mails.known(`${settings.baseUrl}/anmelden`)),
      })
    }),
    handleJob(emailCodeWanted, async ({ owner }) => {
      const code = newMailCode()
      const change = await inTransaction(database, { owner }, async (transaction) => {
        await setEmailCode(transaction, owner, keyedDigest(keys.lookup, 'mail-code', `${owner} ${code}`))
        return findEmailChange(transaction, owner, now())
      })
      if (change !== undefined) await mail.send({ to: change.address, ...mails.emailChange(code) })
    }),
    handleJob(newDeviceSeen, async ({ owner, session }) => {
      const [address, sessions] = await inTransaction(
        database,
        { owner },
        async (transaction) => [await notificationAddress(transaction, owner), await listSessions(transaction, owner, now())] as const,
      )
      const seen = sessions.find(({ sessionId }) => sessionId === session)
      if (address !== undefined && seen !== undefined)
        await mail.send({ to: address, ...mails.newDevice(seen.device, seen.openedAt, `${settings.baseUrl}/konto/sitzungen`) })
    }),
    handleJob(logoutTold, async ({ owner, client, sid }) => {
      const known = await (await provider()).Client.find(client)
      if (known?.backchannelLogoutUri !== undefined && isLogoutCall(known.backchannelLogout))
        await known.backchannelLogout.call(known, owner, sid)
    }),
    handleJob(expiredSwept, async (_payload, job) => {
      await sweepExpired(database)
      await startSweeping(dependencies, new Date(job.now.getTime() + sweepEverySeconds * 1000))
    }),
  ]
}

/** Asks for the next sweep; called once at each start, doubled asking does nothing. */
export async function startSweeping({ database }: Pick<AccountsDependencies, 'database'>, at: Date): Promise<void> {
  await inTransaction(database, {}, (transaction) =>
    enqueue(transaction, expiredSwept, { round: at.toISOString() }, { startAfter: at, singletonKey: 'accounts' }),
  )
}

/** The library's types leave this method out. */
function isLogoutCall(value: unknown): value is (this: object, account: string, sid: string) => Promise<void> {
  return typeof value === 'function'
}
