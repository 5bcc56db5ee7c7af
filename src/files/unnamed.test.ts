// Removing files that no row names: never one that is named, young, or when the rows themselves are missing.
import assert from 'node:assert/strict'
import { randomBytes } from 'node:crypto'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, test } from 'node:test'
import { setTimeout as wait } from 'node:timers/promises'
import { newId } from '#kernel/ids.ts'
import { createFileStore, type FileStore, folderBlobs, type StoredFile, UnnamedFilesError } from './index.ts'

const owner = { owner: newId<'owner'>() }
let folder = ''
let store: FileStore

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'rennsteig-unnamed-'))
  store = createFileStore({ blobs: folderBlobs(folder), uploadFolder: join(folder, 'uploads'), masterKey: randomBytes(32) })
})
afterEach(() => rm(folder, { recursive: true, force: true }))

async function* one(): AsyncGenerator<Uint8Array> {
  yield Buffer.from('%PDF-1.7\n')
}

async function write(): Promise<StoredFile> {
  const written = await store.write(owner, 'brief.pdf', one())
  assert.ok(written.ok)
  return written.value
}

const later = () => new Date(Date.now() + 60_000)
const namedBy = (files: readonly StoredFile[]) =>
  async function* (digit: string): AsyncGenerator<readonly string[]> {
    yield files.map((file) => file.storageKey).filter((key) => key.startsWith(digit))
  }
const isThere = async (file: StoredFile) =>
  store
    .read(owner, file)
    .toArray()
    .then(
      () => true,
      () => false,
    )

test('an unnamed file goes, a named one stays', async () => {
  const [named, unnamed] = [await write(), await write()]
  assert.equal(await store.removeUnnamed(later(), namedBy([named])), 1)
  assert.deepEqual([await isThere(named), await isThere(unnamed)], [true, false])
})

test('a young file stays, also one that is a copy of an old one', async () => {
  const old = await write()
  await wait(30)
  const then = new Date()
  await wait(30)
  const young = await write()
  const copy = await store.copy(owner, old, owner)
  const other = await write()
  assert.equal(await store.removeUnnamed(then, namedBy([other, old])), 0)
  assert.deepEqual([await isThere(young), await isThere(copy)], [true, true])
})

test('where no row names anything, or more is unnamed than crashes explain, nothing is removed', async () => {
  const files = await Promise.all(Array.from({ length: 1_100 }, write))
  const named = files.slice(0, 100)
  for (const names of [[], named]) await assert.rejects(store.removeUnnamed(later(), namedBy(names)), UnnamedFilesError)
  assert.equal(await store.removeUnnamed(later(), namedBy(files.slice(8))), 8)
  const few = files.slice(8, 12)
  for (const file of files.slice(12)) await store.remove(file)
  await assert.rejects(store.removeUnnamed(later(), namedBy([])), UnnamedFilesError)
  assert.deepEqual(await Promise.all(few.map(isThere)), [true, true, true, true])
})
