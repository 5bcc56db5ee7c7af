// What an account is made of: itself, its means of signing in, its sessions.
import type { AssuranceLevel, OwnerId } from '#kernel/actors.ts'
import type { Id } from '#kernel/ids.ts'

export interface Account {
  readonly owner: OwnerId
  readonly signInName: string | undefined
  readonly noticeEmail: string | undefined
  readonly createdAt: Date
  readonly lastUsedAt: Date
}

export interface PasskeyCredential {
  readonly kind: 'passkey'
  readonly credentialId: string
  readonly publicKey: string
  readonly counter: number
  readonly transports: readonly string[]
}
export type Credential =
  | { readonly kind: 'password'; readonly hash: string }
  | { readonly kind: 'totp'; readonly secret: string; readonly lastStep?: number }
  | PasskeyCredential
  | { readonly kind: 'identity-card'; readonly locator: string }

export interface Means {
  readonly meansId: Id<'means'>
  readonly label: string
  readonly credential: Credential
  readonly createdAt: Date
  readonly lastUsedAt: Date | undefined
}

export interface PersonSession {
  readonly sessionId: Id<'session'>
  readonly owner: OwnerId
  readonly kind: 'visitor' | 'person'
  /** The level reached when signing in; what it is worth now is `levelNow`. */
  readonly level: AssuranceLevel
  readonly methods: readonly string[]
  readonly displayName: string
  readonly authenticatedAt: Date | undefined
  readonly providerSession: string | undefined
  readonly device: string
  readonly network: string
  readonly openedAt: Date
  readonly lastUsedAt: Date
  readonly expiresAt: Date
}
