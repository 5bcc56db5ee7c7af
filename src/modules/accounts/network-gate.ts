// A limit per network for what strangers may try: counted as sign-ins are, before anything is looked at.
import type { Database } from '#database'
import { countedNetwork } from './domain/device.ts'
import type { Limit } from './domain/limits.ts'
import type { AccountKeys } from './openid/keys.ts'
import { bucketOf, forgiveAttempts, takeAttempt } from './writes/attempts.ts'

export interface NetworkGate {
  /** Counts one attempt of the network that an address belongs to; false when it has had too many. */
  take(address: string, now: Date): Promise<boolean>
  /** Takes one back that turned out right. */
  forgive(address: string): Promise<void>
}

export function networkGate({ database, keys }: { readonly database: Database; readonly keys: AccountKeys }, limit: Limit): NetworkGate {
  const bucket = (address: string) => bucketOf(keys, limit, countedNetwork(address))
  return {
    take: (address, now) => takeAttempt(database, [bucket(address)], now),
    forgive: (address) => forgiveAttempts(database, [bucket(address)]),
  }
}
