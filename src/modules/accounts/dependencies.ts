// What the accounts need from the house.
import type { Database } from '#database'
import { defaultLevels, type LevelSettings } from './domain/levels.ts'
import { defaultCost, type PasswordCost } from './domain/password.ts'
import type { AccountKeys } from './openid/keys.ts'
import type { IdentityCardProvider } from './providers/identity-card.ts'

export interface SessionSettings {
  /** A person's session ends after this long without a request. */
  readonly idleMinutes: number
  /** And after this long in any case. */
  readonly totalHours: number
  /** A visitor's session holds a draft and no account, so it may rest longer. */
  readonly visitorHours: number
}

export interface AccountSettings {
  /** The public address without a slash at its end, "https://portal.example". */
  readonly baseUrl: string
  /** Where this process listens, "http://127.0.0.1:8080"; asked when needed. */
  readonly internalAddress: () => string
  readonly levels: LevelSettings
  readonly sessions: SessionSettings
  readonly passwordCost: PasswordCost
}

/** Sends one mail; called by jobs only, and throws when the mail could not be handed over. */
export interface MailSender {
  send(message: { readonly to: string; readonly subject: string; readonly text: string }): Promise<void>
}

export interface AccountsDependencies {
  readonly database: Database
  readonly keys: AccountKeys
  readonly settings: AccountSettings
  /** Undefined where no service reads cards: the way is then not offered. */
  readonly identityCard: IdentityCardProvider | undefined
  readonly mail: MailSender
  readonly now: () => Date
}

export const defaultSessions: SessionSettings = { idleMinutes: 30, totalHours: 12, visitorHours: 24 }

/** Settings of an installation that changes nothing. */
export function accountSettings(baseUrl: string, internalAddress: () => string): AccountSettings {
  return { baseUrl, internalAddress, levels: defaultLevels, sessions: defaultSessions, passwordCost: defaultCost }
}
