// Digests and sealing: keyed names for look-ups, pairwise subjects, and encryption of the secrets of authenticator apps.
import { createCipheriv, createDecipheriv, createHash, createHmac, randomBytes } from 'node:crypto'
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

/** Encrypts with AES-256-GCM; `context` is authenticated, so a sealed text cannot be moved to another owner. */
export function seal(key: Uint8Array, context: string, text: string): string {
  const nonce = randomBytes(12)
  const cipher = createCipheriv('aes-256-gcm', key, nonce).setAAD(Buffer.from(context))
  const sealed = Buffer.concat([cipher.update(text, 'utf8'), cipher.final()])
  return Buffer.concat([nonce, cipher.getAuthTag(), sealed]).toString('base64url')
}

/** The sealed text; throws when key, context or text were changed. */
export function unseal(key: Uint8Array, context: string, sealed: string): string {
  const bytes = Buffer.from(sealed, 'base64url')
  const decipher = createDecipheriv('aes-256-gcm', key, bytes.subarray(0, 12)).setAAD(Buffer.from(context))
  decipher.setAuthTag(bytes.subarray(12, 28))
  return Buffer.concat([decipher.update(bytes.subarray(28)), decipher.final()]).toString('utf8')
}
