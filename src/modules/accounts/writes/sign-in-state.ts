// The state of one sign-in between its pages, kept in the database under the digest of its interaction.
import type { Transaction } from '#database'
import type { SignInState } from '../domain/sign-in-state.ts'

const lifeMs = 3_600_000

/** The state, held until the transaction ends; empty for a sign-in that has not done anything yet. */
export async function lockSignIn(transaction: Transaction, digest: string, now: Date): Promise<SignInState> {
  const [row] = await transaction.sql<{ state: SignInState }>`
    insert into accounts.sign_in as known (digest, state, expires_at) values (${digest}, '{}'::jsonb, ${new Date(now.getTime() + lifeMs)})
    on conflict (digest) do update set state = known.state
    returning state`
  return row?.state ?? {}
}

export async function keepSignIn(transaction: Transaction, digest: string, state: SignInState): Promise<void> {
  await transaction.sql`update accounts.sign_in set state = ${JSON.stringify(state)}::jsonb where digest = ${digest}`
}

export async function dropSignIn(transaction: Transaction, digest: string): Promise<void> {
  await transaction.sql`delete from accounts.sign_in where digest = ${digest}`
}
