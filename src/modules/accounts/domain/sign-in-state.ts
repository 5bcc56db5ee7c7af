// The state of one sign-in between its pages.
import type { OwnerId } from '#kernel/actors.ts'

export interface Registration {
  /** The address as typed; the account's sign-in name once confirmed. */
  readonly email: string
  readonly codeDigest?: string
  readonly attempts: number
  readonly isConfirmed: boolean
  /** The owner that the account will have; sealed secrets are bound to it. */
  readonly owner: OwnerId
  readonly passwordHash?: string
  /** The app's secret, sealed. */
  readonly totpSecret?: string
}

export interface SignInState {
  /** The password was right; the code is still missing. */
  readonly password?: { readonly owner: OwnerId; readonly nameDigest: string; readonly attempts: number }
  readonly challenge?: string
  readonly card?: { readonly state: string; readonly nonce: string }
  /** What an unknown card released, sealed, until the person agrees to an account. */
  readonly newCard?: string
  readonly registration?: Registration
  /** Codes to show once after registering, sealed; then the sign-in is finished. */
  readonly finished?: { readonly owner: OwnerId; readonly method: 'password-and-code' | 'passkey' }
}
