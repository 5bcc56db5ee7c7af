// Tests of export with real files: official schema, hostile names, damage, size.
import assert from 'node:assert/strict'
import { createHash } from 'node:crypto'
import { createWriteStream } from 'node:fs'
import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Readable } from 'node:stream'
import { buffer } from 'node:stream/consumers'
import { pipeline } from 'node:stream/promises'
import { describe, it } from 'node:test'
import { type Entry, fromBuffer, open as openZip, type ZipFile } from 'yauzl'
import { inTransaction } from '#database'
import { listAccess, listHistory } from '#journal'
import { type Id, newId } from '#kernel/ids.ts'
import { type DisposalMessage, readDisposal } from '#standards/xdomea'
import { now, openFixture, valueOf } from '#test/harness/dossier-fixture.ts'
import { closedDossier, damageNewestBlob, hostile, system } from '#test/harness/dossier-package.ts'
import { attempt, leftOutWithout, standardsFolder } from '#test/harness/foreign.ts'
import { addVersion, closeDossier, type DossierExport, type ExportProgress, exportDossier, fileDocument, openDossier } from './index.ts'

const fixture = await openFixture()
const { authority, owner, database, files } = fixture
const parties = {
  sender: { key: { code: '16070029' }, institution: { name: 'Stadt Ilmenau' } },
  recipient: { institution: { name: 'Landesarchiv Thüringen' } },
}

interface Packed {
  readonly names: string[]
  readonly contents: Map<string, Buffer>
  readonly flags: number[]
}

async function unpack(zip: Buffer): Promise<Packed> {
  const opened = await new Promise<ZipFile>((resolve, reject) =>
    fromBuffer(zip, { lazyEntries: true, strictFileNames: true }, (cause, file) => (cause === null ? resolve(file) : reject(cause))),
  )
  const packed: Packed = { names: [], contents: new Map(), flags: [] }
  for (let left = opened.entryCount; left > 0; left -= 1) {
    const entry = await new Promise<Entry>((resolve, reject) => {
      opened.once('entry', resolve)
      opened.once('error', reject)
      opened.readEntry()
    })
    const stream = await new Promise<Readable>((resolve, reject) =>
      opened.openReadStream(entry, (cause, content) => (cause === null ? resolve(content) : reject(cause))),
    )
    packed.names.push(entry.fileName)
    packed.flags.push(entry.generalPurposeBitFlag)
    packed.contents.set(entry.fileName, await buffer(stream))
  }
  return packed
}

async function exported(dossier: Id<'dossier'>, onProgress?: (progress: ExportProgress) => void): Promise<DossierExport> {
  const order = { authority, dossier, actor: system, now, ...parties, ...(onProgress === undefined ? {} : { onProgress }) }
  return valueOf(await exportDossier({ database, files }, order))
}

async function bytesOf(result: DossierExport): Promise<Buffer> {
  const chunks: Buffer[] = []
  for await (const chunk of result.stream) chunks.push(chunk)
  return Buffer.concat(chunks)
}

function messageOf(packed: Packed): { readonly xml: string; readonly message: DisposalMessage } {
  const xml = packed.contents.get(packed.names[0] ?? '')?.toString('utf8') ?? ''
  return { xml, message: readDisposal(xml) }
}

async function validate(xml: string): Promise<{ readonly status: number | null; readonly output: string }> {
  const path = join(fixture.folder, 'message.xml')
  await writeFile(path, xml)
  const schema = join(standardsFolder() ?? '', 'xdomea/schema/3.1.0/xdomea-Nachrichten-AussonderungDurchfuehren.xsd')
  return attempt('xmllint', '--noout', '--nonet', '--schema', schema, path)
}

const skip = standardsFolder() === undefined ? 'left out: no STANDARDS_DIR' : leftOutWithout('xmllint')

describe('an exported dossier', () => {
  it('is a flat UTF-8 zip with the message first and every file once', async () => {
    const dossier = await closedDossier(fixture, 'Hundesteuer & <Bello>', hostile)
    const progress: ExportProgress[] = []
    const result = await exported(dossier, (step) => progress.push(step))
    const packed = await unpack(await bytesOf(result))
    assert.equal(result.name, `${result.processId}_Aussonderung.Aussonderung.0503.zip`)
    assert.equal(packed.names[0], result.name.replace('.zip', '.xml'))
    assert.equal(packed.names.length, 6)
    assert.equal(new Set(packed.names).size, 6)
    assert.equal(
      packed.names.some((name) => /[/\\]/.test(name)),
      false,
    )
    assert.equal(
      packed.flags.every((flag) => (flag & 0x800) !== 0),
      true,
    )
    assert.equal(
      packed.names.some((name) => name.endsWith('Größe ẞ Yılmaz 😀.txt')),
      true,
    )
    const { message } = messageOf(packed)
    assert.equal(message.processId, result.processId)
    const referenced = filesOf(message)
    assert.deepEqual([...referenced.keys()].sort(), packed.names.slice(1).sort())
    for (const [name, sha256] of referenced)
      assert.equal(
        createHash('sha256')
          .update(packed.contents.get(name) ?? '')
          .digest('hex'),
        sha256,
        name,
      )
    assert.deepEqual(progress.at(-1), { files: 5, ofFiles: 5, bytes: progress.at(-1)?.ofBytes, ofBytes: progress.at(-1)?.ofBytes })
  })

  it('is valid by the official schema, and not with elements swapped', { skip }, async () => {
    const dossier = await closedDossier(fixture, 'x'.repeat(10_000), hostile)
    const { xml, message } = messageOf(await unpack(await bytesOf(await exported(dossier))))
    const verdict = await validate(xml)
    assert.equal(verdict.status, 0, verdict.output)
    assert.equal(message.dossiers[0]?.general?.subject?.length, 10_000)
    const swapped = xml.replace(/(<xdomea:ZdA>1<\/xdomea:ZdA>)(<xdomea:ZdADatum>[^<]*<\/xdomea:ZdADatum>)/, '$2$1')
    assert.notEqual(swapped, xml)
    assert.notEqual((await validate(swapped)).status, 0)
  })

  it('carries class, retention, cases and the whole history', async () => {
    const dossier = await closedDossier(fixture, 'Hundesteuer', hostile.slice(0, 2))
    const { message } = messageOf(await unpack(await bytesOf(await exported(dossier))))
    const [record] = message.dossiers
    assert.equal(record?.id, dossier)
    assert.deepEqual(record?.retention, { years: 6, appraisal: 'V', endsOn: '2032-12-31' })
    assert.deepEqual(record?.general?.filePlanUnit, { mark: '22.3', content: 'Hundesteuer' })
    assert.deepEqual([record?.isClosed, record?.closedOn, record?.cases.length], [true, '2026-11-23', 1])
    assert.deepEqual([record?.documents.length, record?.cases[0]?.documents.length], [1, 1])
    const history = await fixture.within((transaction) => listHistory(transaction, authority, dossier))
    assert.equal(history.at(-1)?.action, 'dossier.exported')
    assert.equal(record?.history.length, history.length)
    assert.equal(record?.history.at(-1)?.remark?.includes(history.at(-1)?.hash ?? 'none'), true)
  })

  it('stands in the access log of the person', async () => {
    const dossier = await closedDossier(fixture, 'Hundesteuer', [])
    await bytesOf(await exported(dossier))
    const log = await inTransaction(database, { owner }, (transaction) => listAccess(transaction, owner))
    assert.equal(
      log.some((entry) => entry.object.id === dossier && entry.purpose === 'export'),
      true,
    )
  })

  it('is refused while the dossier is open or unknown', async () => {
    const { dossier } = await fixture.within((transaction) =>
      openDossier(transaction, { authority, filePlanUnit: '22.3', subject: 'x', now }),
    )
    const order = { authority, actor: system, now, ...parties }
    assert.deepEqual(await exportDossier({ database, files }, { ...order, dossier }), { ok: false, reason: 'not-closed' })
    assert.deepEqual(await exportDossier({ database, files }, { ...order, dossier: newId() }), { ok: false, reason: 'unknown' })
  })

  it('fails instead of ending where a file was damaged', async () => {
    const dossier = await closedDossier(fixture, 'Hundesteuer', [{ name: 'einzig.txt', content: 'dieser Inhalt wird gleich beschädigt' }])
    await damageNewestBlob(fixture)
    const result = await exported(dossier)
    await assert.rejects(bytesOf(result))
  })

  it('with a file of 300 MB needs little memory', { timeout: 120_000 }, async () => {
    const size = 300 * 1024 * 1024
    const dossier = await closedDossier(fixture, 'Großer Bauplan', [{ name: 'plan.bin', content: zeros(size) }])
    const path = join(fixture.folder, 'large.zip')
    const before = process.memoryUsage.rss()
    let highest = before
    const result = await exported(dossier, () => {
      highest = Math.max(highest, process.memoryUsage.rss())
    })
    await pipeline(result.stream, createWriteStream(path))
    assert.equal(highest - before < 200 * 1024 * 1024, true, `${Math.round((highest - before) / 1e6)} MB more`)
    const entries = await new Promise<number>((resolve, reject) =>
      openZip(path, (cause, zip) => (cause === null ? resolve(zip.entryCount) : reject(cause))),
    )
    assert.equal(entries, 2)
  })

  it('closes its file when nobody reads on', async () => {
    const dossier = await closedDossier(fixture, 'Abbruch', [{ name: 'plan.bin', content: zeros(20 * 1024 * 1024) }])
    const { stream } = await exported(dossier)
    for await (const chunk of stream) {
      assert.equal(chunk.length > 0, true)
      break
    }
    assert.equal(stream.destroyed, true)
  })
})

describe('a new version', () => {
  it('leaves the earlier one in the package', async () => {
    const { dossier } = await fixture.within((transaction) =>
      openDossier(transaction, { authority, filePlanUnit: '22.3', subject: 'x', now }),
    )
    const step = { authority, dossier, actor: system, now }
    const [one, two] = [await fixture.stored('a.txt', 'eins'), await fixture.stored('a.txt', 'zwei')]
    const document = await fixture.within((transaction) =>
      fileDocument(transaction, { ...step, kind: 'decision', direction: 'outgoing', title: 'Bescheid', file: one, state: 'draft' }),
    )
    await fixture.within((transaction) =>
      addVersion(transaction, { authority, document, file: two, archivalLevel: '2a', isSealed: true, actor: system, now }),
    )
    valueOf(await fixture.within((transaction) => closeDossier(transaction, step)))
    const { message } = messageOf(await unpack(await bytesOf(await exported(dossier))))
    const versions = message.dossiers[0]?.documents[0]?.versions.map((version) => [
      version.number,
      version.formats[0]?.code,
      version.formats[0]?.file.isSealed,
    ])
    assert.deepEqual(versions, [
      ['1', '045', undefined],
      ['2', '044', true],
    ])
  })
})

/** Name of each primary file, and the hash the message gives for it. */
function filesOf(message: DisposalMessage): Map<string, string> {
  const documents = message.dossiers.flatMap((dossier) => [...dossier.documents, ...dossier.cases.flatMap((entry) => entry.documents)])
  const names = documents.flatMap((document) => document.versions.flatMap((version) => version.formats.map((format) => format.file.name)))
  const hashes = documents.flatMap((document) => document.extensions.flatMap((extension) => extension.fields))
  return new Map(names.map((name) => [name, hashes.find((field) => field.name === `SHA-256 ${name}`)?.value ?? '']))
}

async function* zeros(bytes: number): AsyncGenerator<Uint8Array> {
  const chunk = Buffer.alloc(1024 * 1024)
  for (let sent = 0; sent < bytes; sent += chunk.length) yield chunk.subarray(0, Math.min(chunk.length, bytes - sent))
}
