// Reads the state of a sign-in under the digest of its interaction.
import type { Transaction } from '#database'
import type { SignInState } from '../domain/sign-in-state.ts'

export async function readSignIn(transaction: Transaction, digest: string, now: Date): Promise<SignInState> {
  const [row] = await transaction.sql<{
    state: SignInState
  }>`select state from accounts.sign_in where digest = ${digest} and expires_at > ${now}`
  return row?.state ?? {}
}
