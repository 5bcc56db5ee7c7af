// Verifies a dossier: the chain of its history, every file against its hash, every version against the history.
import { createHash } from 'node:crypto'
import { type Database, inTransaction } from '#database'
import type { FileStore } from '#files'
import { type HistoryEvent, listHistory, verifyHistory } from '#journal'
import type { AuthorityId } from '#kernel/actors.ts'
import { type Id, parseId } from '#kernel/ids.ts'
import { done, type Outcome, refused } from '#kernel/outcome.ts'
import type { DocumentVersion } from '../domain/dossier.ts'
import { findDossier, listDocuments } from '../reads.ts'

export interface Damage {
  readonly document: Id<'document'>
  readonly version: number
  /** `content`: bytes missing or changed; `record`: the row says something else than the history; `missing`: the history knows it, the table does not. */
  readonly kind: 'content' | 'record' | 'missing'
}

export interface Verification {
  readonly isChainWhole: boolean
  readonly events: number
  readonly files: number
  readonly damages: readonly Damage[]
}

/** Reads every file once, one after the other. */
export async function verifyDossier(
  parts: { readonly database: Database; readonly files: FileStore },
  asked: { readonly authority: AuthorityId; readonly dossier: Id<'dossier'> },
): Promise<Outcome<Verification, 'unknown'>> {
  const { authority, dossier } = asked
  const found = await inTransaction(parts.database, { authority }, async (transaction) => ({
    dossier: await findDossier(transaction, authority, dossier),
    chain: await verifyHistory(transaction, authority, dossier),
    history: await listHistory(transaction, authority, dossier),
    documents: await listDocuments(transaction, authority, dossier),
  }))
  if (found.dossier === undefined) return refused('unknown')
  const recorded = recordedHashes(found.history)
  const damages: Damage[] = []
  let files = 0
  for (const { document, versions } of found.documents) {
    for (const version of versions) {
      const key = `${document} ${version.version}`
      if (recorded.get(key)?.sha256 !== version.file.sha256) damages.push({ document, version: version.version, kind: 'record' })
      recorded.delete(key)
      if (!(await isWhole(parts.files, authority, version))) damages.push({ document, version: version.version, kind: 'content' })
      files += 1
    }
  }
  for (const { document, version } of recorded.values()) damages.push({ document, version, kind: 'missing' })
  return done({ isChainWhole: found.chain.ok, events: found.history.length, files, damages })
}

interface Recorded {
  readonly document: Id<'document'>
  readonly version: number
  readonly sha256: unknown
}

/** Hash of each version as the chained history has it. */
function recordedHashes(history: readonly HistoryEvent[]): Map<string, Recorded> {
  const recorded = new Map<string, Recorded>()
  for (const event of history) {
    const document = parseId<'document'>(event.object.id)
    if (document === undefined || (event.action !== 'document.filed' && event.action !== 'document.version-added')) continue
    const version = Number(event.detail['version'])
    recorded.set(`${document} ${version}`, { document, version, sha256: event.detail['sha256'] })
  }
  return recorded
}

async function isWhole(files: FileStore, authority: AuthorityId, version: DocumentVersion): Promise<boolean> {
  const hash = createHash('sha256')
  try {
    for await (const chunk of files.read({ authority }, version.file)) hash.update(chunk)
  } catch {
    return false
  }
  return hash.digest('hex') === version.file.sha256
}
