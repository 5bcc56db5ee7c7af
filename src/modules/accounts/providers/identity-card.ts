// The identity card: what the accounts ask of a service that reads one. The real eID comes as another adapter.
import type { Outcome } from '#kernel/outcome.ts'
import type { AttributeName } from '../domain/profile.ts'

/** What a card released. */
export interface CardHolder {
  /** The card's name for us alone (service-specific pseudonym); it changes with a new card. */
  readonly pseudonym: string
  readonly attributes: { readonly [Name in AttributeName]?: string }
}

export type CardRefusal = 'expired' | 'replayed' | 'forged' | 'unreachable'

export interface IdentityCardProvider {
  /** Where the browser goes to read the card; it comes back to `returnTo` with `state` and `code` or `error`. */
  start(reading: { readonly state: string; readonly nonce: string; readonly returnTo: URL; readonly language: string }): URL
  /** Fetches what was released; the code counts once, and the answer must carry our nonce. */
  finish(answer: { readonly code: string; readonly nonce: string; readonly now: Date }): Promise<Outcome<CardHolder, CardRefusal>>
}
