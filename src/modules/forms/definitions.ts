// Form definitions by the hash of their content: read once, then remembered, for a draft is saved far more often than a form changes.
import type { FormDefinition } from './domain/definition.ts'

/** A form of a hundred fields takes some 100 kB. */
const mostKept = 100
const kept = new Map<string, FormDefinition>()

/** The definitions of these hashes; `read` is asked for those not remembered. */
export async function definitionsOf(
  hashes: readonly string[],
  read: (hashes: readonly string[]) => Promise<ReadonlyMap<string, FormDefinition>>,
): Promise<ReadonlyMap<string, FormDefinition>> {
  const found = new Map<string, FormDefinition>()
  const unknown = new Set<string>()
  for (const hash of hashes) {
    const known = kept.get(hash)
    if (known === undefined) unknown.add(hash)
    else found.set(hash, known)
  }
  if (unknown.size === 0) return found
  for (const [hash, definition] of await read([...unknown])) {
    found.set(hash, definition)
    const oldest = kept.keys().next()
    if (kept.size >= mostKept && oldest.done !== true) kept.delete(oldest.value)
    kept.set(hash, definition)
  }
  return found
}
