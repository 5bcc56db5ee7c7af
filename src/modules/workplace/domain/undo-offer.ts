// The offer to take a step back: its id tells when the step was done, so that a page needs no query to know if it is still open.
import { type Id, parseId } from '#kernel/ids.ts'

export interface UndoOffer {
  readonly undo: Id<'undo'>
  readonly leftMs: number
}

/** @returns undefined where the id is none or its time is over; the server asks again when the offer is taken */
export function readUndoOffer(text: string | null, now: Date, seconds: number): UndoOffer | undefined {
  const undo = parseId<'undo'>(text)
  if (undo === undefined) return undefined
  // The first 48 bits of a UUIDv7 are its instant (RFC 9562 § 5.7).
  const madeAt = Number.parseInt(undo.slice(0, 8) + undo.slice(9, 13), 16)
  const leftMs = madeAt + seconds * 1000 - now.getTime()
  return leftMs > 0 && leftMs <= seconds * 1000 ? { undo, leftMs } : undefined
}
