// Identifiers: UUIDv7 made in the application, branded by what they name.
import { createHash, randomFillSync } from 'node:crypto'

declare const kind: unique symbol

/** A UUID that names one `Kind` of thing; made only by `newId`, `derivedId` or `parseId`. */
export type Id<Kind extends string> = string & { readonly [kind]: Kind }

const uuid = /^[0-9a-f]{8}-[0-9a-f]{4}-[1-8][0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/

/** A new UUIDv7 (RFC 9562 § 5.7): sorts by time, so indexes grow at their end. */
export function newId<Kind extends string>(now: number = Date.now()): Id<Kind> {
  const bytes = randomFillSync(Buffer.allocUnsafe(16))
  bytes.writeUIntBE(now, 0, 6)
  return format<Kind>(bytes, 0x70)
}

/**
 * The same UUID for the same words, for things whose identity comes from outside
 * (an authority of a data file): UUIDv8 (RFC 9562 § 5.8) over SHA-256.
 */
export function derivedId<Kind extends string>(...words: readonly string[]): Id<Kind> {
  const bytes = createHash('sha256').update(words.join('\u0000')).digest().subarray(0, 16)
  return format<Kind>(bytes, 0x80)
}

/** The id written in `text`, or undefined if it is no lower-case UUID. */
export function parseId<Kind extends string>(text: unknown): Id<Kind> | undefined {
  return typeof text === 'string' && uuid.test(text) ? (text as Id<Kind>) : undefined
}

function format<Kind extends string>(bytes: Buffer, version: number): Id<Kind> {
  bytes[6] = ((bytes[6] ?? 0) & 0x0f) | version
  bytes[8] = ((bytes[8] ?? 0) & 0x3f) | 0x80
  const hex = bytes.toString('hex')
  return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20)].join('-') as Id<Kind>
}
