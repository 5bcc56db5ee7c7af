// Keys: a scope key from the master key, and the data keys it wraps.
import { createCipheriv, createDecipheriv, hkdfSync, randomBytes } from 'node:crypto'
import type { FileScope } from './types.ts'

const nonceBytes = 12
const tagBytes = 16

/** The key of one authority or owner: HKDF-SHA-256 (RFC 5869) of the master key. */
export function scopeKey(masterKey: Uint8Array, scope: FileScope): Buffer {
  if (masterKey.length !== 32) throw new Error(`the master key has ${masterKey.length} bytes instead of 32`)
  const name = 'authority' in scope ? `authority/${scope.authority}` : `owner/${scope.owner}`
  return Buffer.from(hkdfSync('sha256', masterKey, 'rennsteig', `files/${name}`, 32))
}

/** A data key sealed for a scope and for one place: moved to another place it does not open. */
export function wrapKey(key: Buffer, dataKey: Buffer, place: string): string {
  return seal(key, dataKey, place).toString('base64url')
}

export function unwrapKey(key: Buffer, wrapped: string, place: string): Buffer {
  return unseal(key, Buffer.from(wrapped, 'base64url'), place)
}

/** AES-256-GCM with a random nonce in front; `bound` is authenticated, not stored. */
export function seal(key: Buffer, plain: Uint8Array, bound: string): Buffer {
  const nonce = randomBytes(nonceBytes)
  const cipher = createCipheriv('aes-256-gcm', key, nonce).setAAD(Buffer.from(bound))
  return Buffer.concat([nonce, cipher.update(plain), cipher.final(), cipher.getAuthTag()])
}

/** Throws where key, bytes or what they are bound to differ. */
export function unseal(key: Buffer, sealed: Buffer, bound: string): Buffer {
  if (sealed.length < nonceBytes + tagBytes) throw new Error(`sealed bytes are too short: ${sealed.length}`)
  const decipher = createDecipheriv('aes-256-gcm', key, sealed.subarray(0, nonceBytes))
  decipher.setAAD(Buffer.from(bound)).setAuthTag(sealed.subarray(-tagBytes))
  return Buffer.concat([decipher.update(sealed.subarray(nonceBytes, -tagBytes)), decipher.final()])
}

export const sealedExtraBytes = nonceBytes + tagBytes
