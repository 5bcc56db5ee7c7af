// What the tests of export and verification share: closed dossiers with hostile files, and a way to damage one.
import assert from 'node:assert/strict'
import { open, readdir } from 'node:fs/promises'
import { join } from 'node:path'
import type { System } from '#kernel/actors.ts'
import { type Id, newId } from '#kernel/ids.ts'
import { addDossierCase, closeDossier, closeDossierCase, fileDocument, openDossier } from '#modules/dossiers'
import { type Fixture, now, valueOf } from './dossier-fixture.ts'

export const system: System = { kind: 'system', name: 'Rennsteig' }

export interface Filing {
  readonly name: string
  readonly content: string | AsyncIterable<Uint8Array>
  readonly title?: string
}

export async function closedDossier(fixture: Fixture, subject: string, filings: readonly Filing[]): Promise<Id<'dossier'>> {
  const { authority, owner } = fixture
  const { dossier } = await fixture.within((transaction) =>
    openDossier(transaction, { authority, filePlanUnit: '22.3', subject, owner, unit: 'steueramt', now }),
  )
  const caseId = newId<'case'>()
  const step = { authority, dossier, actor: system, now }
  await fixture.within((transaction) => addDossierCase(transaction, { ...step, case: caseId, title: `${subject} – Vorgang` }))
  for (const [place, filing] of filings.entries()) {
    const file = await fixture.stored(filing.name, filing.content)
    const facts = {
      kind: 'attachment' as const,
      title: filing.title ?? filing.name,
      direction: 'incoming' as const,
      file,
      isSealed: place === 0,
    }
    await fixture.within((transaction) => fileDocument(transaction, { ...step, ...facts, ...(place % 2 === 0 ? { case: caseId } : {}) }))
  }
  await fixture.within((transaction) => closeDossierCase(transaction, { authority, case: caseId, actor: system, now }))
  valueOf(await fixture.within((transaction) => closeDossier(transaction, step)))
  return dossier
}

export const hostile: readonly Filing[] = [
  { name: '../../etc/passwd', content: 'a', title: '<script>alert(1)</script>' },
  { name: 'Größe ẞ Yılmaz 😀.txt', content: 'ä' },
  { name: 'C:\\temp\\x?.txt', content: 'gleich' },
  { name: 'C:\\temp\\x?.txt', content: 'gleich' },
  { name: `${'lang'.repeat(60)}.txt`, content: 'b', title: 'x'.repeat(10_000) },
]

/** Flips one byte in the middle of the blob written last. */
export async function damageNewestBlob(fixture: Fixture): Promise<void> {
  const root = join(fixture.folder, 'blobs')
  const entries = await readdir(root, { recursive: true, withFileTypes: true })
  const paths = entries.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name))
  const stats = await Promise.all(paths.map(async (path) => ({ path, ...(await statOf(path)) })))
  const newest = stats.sort((first, second) => second.at - first.at)[0] ?? assert.fail('no blob')
  const handle = await open(newest.path, 'r+')
  const byte = Buffer.alloc(1)
  await handle.read(byte, 0, 1, newest.size - 1)
  byte[0] = (byte[0] ?? 0) ^ 1
  await handle.write(byte, 0, 1, newest.size - 1)
  await handle.close()
}

async function statOf(path: string): Promise<{ at: number; size: number }> {
  const handle = await open(path)
  const { mtimeMs, size } = await handle.stat()
  await handle.close()
  return { at: mtimeMs, size }
}
