// Unnamed files: those that no row names any more, found and removed with care.
import type { Blobs } from './blobs.ts'

const digits = '0123456789abcdef'
/** A crash leaves a file or two behind. More than these, and more than one in ten, means that rows are missing, not files too many. */
const mostUnnamed = 50
const leastShare = 10

/** So much is unnamed that this database cannot be the one of these files; nothing was removed. */
export class UnnamedFilesError extends Error {
  readonly code = 'files.too-many-unnamed'
}

/** One digit after the other, so that a sixteenth of the keys is held in memory. */
export async function removeUnnamed(
  blobs: Blobs,
  untouchedSince: Date,
  named: (digit: string) => AsyncIterable<readonly string[]>,
): Promise<number> {
  let removed = 0
  let known = 0
  const rest: string[] = []
  for (const digit of digits) {
    // Listed first: what is named from now on is among the names, or younger than the listing allows.
    const keys = await blobs.list(digit, untouchedSince)
    const unnamed = new Set(keys)
    for await (const part of named(digit)) {
      known += part.length
      for (const key of part) unnamed.delete(key)
    }
    if (unnamed.size > mostUnnamed && unnamed.size * leastShare > keys.length)
      throw new UnnamedFilesError(`${unnamed.size} of ${keys.length} files beginning with ${digit} are named by no row; none was removed`)
    rest.push(...unnamed)
  }
  if (known === 0 && rest.length > 0) throw new UnnamedFilesError(`no row names any of ${rest.length} files; none was removed`)
  for (const key of rest) {
    await blobs.remove(key)
    removed += 1
  }
  return removed
}
