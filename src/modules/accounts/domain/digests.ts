// Digests: keyed names for look-ups, and pairwise subjects.
import { createHash, createHmac } from 'node:crypto'
import type { OwnerId } from '#kernel/actors.ts'

/** SHA-256 in hexadecimal, for tokens that are random themselves. */
export function sha256(text: string): string {
  return createHash('sha256').update(text).digest('hex')
}

/** A digest that cannot be recomputed without the house's key, for what others could guess (an address, a card). */
export function keyedDigest(key: Uint8Array, purpose: string, text: string): string {
  return createHmac('sha256', key).update(purpose).update('\u0000').update(text).digest('hex')
}

/**
 * The name under which one sector knows a person: base64url(HMAC-SHA-256(key, owner ‖ sector)).
 * Two sectors cannot find out that they speak of the same person.
 *
 * Source: OpenID Connect Core 1.0 § 8.1.
 */
export function pairwiseSubject(key: Uint8Array, owner: OwnerId, sector: string): string {
  return createHmac('sha256', key).update(owner).update('\u0000').update(sector).digest('base64url')
}
