// Parks answers: what was posted after the session had ended waits, sealed, until the person has signed in again.
import { createCipheriv, createDecipheriv, createHash, hkdfSync, randomBytes } from 'node:crypto'
import type { Database } from '#database'
import type { DraftId } from '../domain/draft.ts'
import { findParked } from '../reads.ts'
import { insertParked } from '../writes.ts'

const minutesParked = 60
/** More than any page of ours holds. */
const largestForm = 300_000

/** Returns the token for the way back; it is the key, and the database keeps only its hash. Undefined for a form too large to be ours. */
export async function parkAnswers(database: Database, draft: DraftId, form: URLSearchParams, now: Date): Promise<string | undefined> {
  const kept = new URLSearchParams(form)
  kept.delete('csrf')
  const text = kept.toString()
  if (text.length > largestForm) return undefined
  const token = randomBytes(24).toString('base64url')
  const nonce = randomBytes(12)
  const cipher = createCipheriv('aes-256-gcm', keyOf(token), nonce).setAAD(Buffer.from(draft))
  const sealed = Buffer.concat([nonce, cipher.update(text), cipher.final(), cipher.getAuthTag()]).toString('base64url')
  await insertParked(database, hashOf(token), sealed, new Date(now.getTime() + minutesParked * 60_000))
  return token
}

/** The parked form of this draft, or undefined if the token is not its own or its time is over. */
export async function findParkedAnswers(
  database: Database,
  draft: DraftId,
  token: string,
  now: Date,
): Promise<URLSearchParams | undefined> {
  const sealed = await findParked(database, hashOf(token), now)
  if (sealed === undefined) return undefined
  try {
    const bytes = Buffer.from(sealed, 'base64url')
    const decipher = createDecipheriv('aes-256-gcm', keyOf(token), bytes.subarray(0, 12))
    decipher.setAAD(Buffer.from(draft)).setAuthTag(bytes.subarray(-16))
    return new URLSearchParams(Buffer.concat([decipher.update(bytes.subarray(12, -16)), decipher.final()]).toString())
  } catch {
    return undefined // Parked for another draft.
  }
}

function keyOf(token: string): Buffer {
  return Buffer.from(hkdfSync('sha256', token, 'rennsteig', 'forms/parked', 32))
}

function hashOf(token: string): string {
  return createHash('sha256').update(`parked ${token}`).digest('base64url')
}
