// The state of one sign-in between its pages, kept in the database under the digest of its interaction.
import type { Transaction } from '#database'
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

const lifeMs = 3_600_000

/** The state, held until the transaction ends; empty for a sign-in that has not done anything yet. */
export async function lockSignIn(transaction: Transaction, digest: string, now: Date): Promise<SignInState> {
  const [row] = await transaction.sql<{ state: SignInState }>`
    insert into accounts.sign_in as known (digest, state, expires_at) values (${digest}, '{}'::jsonb, ${new Date(now.getTime() + lifeMs)})
    on conflict (digest) do update set state = known.state
    returning state`
  return row?.state ?? {}
}

export async function readSignIn(transaction: Transaction, digest: string, now: Date): Promise<SignInState> {
  const [row] = await transaction.sql<{
    state: SignInState
  }>`select state from accounts.sign_in where digest = ${digest} and expires_at > ${now}`
  return row?.state ?? {}
}

export async function keepSignIn(transaction: Transaction, digest: string, state: SignInState): Promise<void> {
  await transaction.sql`update accounts.sign_in set state = ${JSON.stringify(state)}::jsonb where digest = ${digest}`
}

export async function dropSignIn(transaction: Transaction, digest: string): Promise<void> {
  await transaction.sql`delete from accounts.sign_in where digest = ${digest}`
}
