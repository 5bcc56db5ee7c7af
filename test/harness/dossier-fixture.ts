// What the tests of the module share: a database with file plans, a real file store, people.
import assert from 'node:assert/strict'
import { randomBytes } from 'node:crypto'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after } from 'node:test'
import { inTransaction, type Transaction } from '#database'
import { createFileStore, type FileStore, folderBlobs, type StoredFile } from '#files'
import type { AuthorityId, OwnerId, Staff, StaffRole } from '#kernel/actors.ts'
import { newId } from '#kernel/ids.ts'
import { loadFilePlans } from '#modules/dossiers'
import { openTestDatabase, type TestDatabase } from './database.ts'

export interface Fixture extends TestDatabase {
  readonly files: FileStore
  readonly folder: string
  readonly authority: AuthorityId
  readonly owner: OwnerId
  within<Value>(work: (transaction: Transaction) => Promise<Value>, authority?: AuthorityId): Promise<Value>
  stored(name: string, content: string | AsyncIterable<Uint8Array>): Promise<StoredFile>
}

export const plans = join(import.meta.dirname, '..', '..', 'data', 'file-plan')
export const now = new Date('2026-11-23T10:00:00Z')

export async function openFixture(): Promise<Fixture> {
  const folder = await mkdtemp(join(tmpdir(), 'rennsteig-dossiers-'))
  after(() => rm(folder, { recursive: true, force: true }))
  const opened = await openTestDatabase()
  const { database } = opened
  await loadFilePlans(database, plans)
  const files = createFileStore({
    blobs: folderBlobs(join(folder, 'blobs')),
    uploadFolder: join(folder, 'uploads'),
    masterKey: randomBytes(32),
  })
  const authority: AuthorityId = newId()
  return {
    ...opened,
    files,
    folder,
    authority,
    owner: newId(),
    within: (work, scope = authority) => inTransaction(database, { authority: scope }, work),
    stored: (name, content) => storeFile(files, authority, name, content),
  }
}

async function storeFile(
  files: FileStore,
  authority: AuthorityId,
  name: string,
  content: string | AsyncIterable<Uint8Array>,
): Promise<StoredFile> {
  const written = await files.write({ authority }, name, typeof content === 'string' ? oneChunk(content) : content)
  return valueOf(written)
}

async function* oneChunk(text: string): AsyncGenerator<Uint8Array> {
  yield Buffer.from(text)
}

export function clerkOf(authority: AuthorityId, unit: string, ...roles: StaffRole[]): Staff {
  return { kind: 'staff', staff: newId(), authority, name: 'Katharina Brandt', unit, roles }
}

/** The value of an outcome that must be a yes. */
export function valueOf<Value>(
  outcome: { readonly ok: true; readonly value: Value } | { readonly ok: false; readonly reason: string },
): Value {
  return outcome.ok ? outcome.value : assert.fail(outcome.reason)
}
