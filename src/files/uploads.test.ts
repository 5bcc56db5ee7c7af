// Tests of resumable uploads: resuming, crashes, foreign uploads and refusals.
import assert from 'node:assert/strict'
import { spawn } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import { appendFile, mkdtemp, readdir, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, before, test } from 'node:test'
import { newId } from '#kernel/ids.ts'
import { createFileStore, type FileScope, type FileStore, folderBlobs } from './index.ts'

const owner: FileScope = { owner: newId<'owner'>() }
const masterKey = randomBytes(32)
let folder = ''
let store: FileStore

before(async () => {
  folder = await mkdtemp(join(tmpdir(), 'rennsteig-uploads-'))
  store = createFileStore({ blobs: folderBlobs(folder), uploadFolder: join(folder, 'uploads'), masterKey })
})
after(() => rm(folder, { recursive: true, force: true }))

async function* chunks(bytes: Uint8Array, breakAfter = Number.POSITIVE_INFINITY): AsyncGenerator<Uint8Array> {
  for (let start = 0; start < bytes.length; start += 5_000) {
    if (start >= breakAfter) throw new Error('line cut')
    yield bytes.subarray(start, start + 5_000)
  }
}

async function begun(sizeBytes: number, mediaTypes?: readonly string[]): Promise<string> {
  const upload = await store.beginUpload(owner, { name: 'a/b/plan.pdf', sizeBytes, ...(mediaTypes === undefined ? {} : { mediaTypes }) })
  assert.ok(upload.ok)
  return upload.value
}

test('an upload goes on where the line was cut and becomes the same file', async () => {
  const content = Buffer.concat([Buffer.from('%PDF-1.7\n'), randomBytes(400_000)])
  const upload = await begun(content.length, ['application/pdf'])
  const first = await store.appendUpload(owner, upload, 0, chunks(content, 150_000))
  assert.deepEqual(first, { ok: true, value: 150_000 })
  assert.deepEqual(await store.finishUpload(owner, upload), { ok: false, reason: 'incomplete' })
  assert.deepEqual(await store.appendUpload(owner, upload, 140_000, chunks(content)), { ok: false, reason: 'wrong-offset' })
  const second = await store.appendUpload(owner, upload, 150_000, chunks(content.subarray(150_000)))
  assert.deepEqual(second, { ok: true, value: content.length })
  const finished = await store.finishUpload(owner, upload)
  assert.ok(finished.ok)
  assert.equal(finished.value.name, 'plan.pdf')
  const read: Buffer[] = []
  for await (const bytes of store.read(owner, finished.value)) read.push(bytes)
  assert.ok(Buffer.concat(read).equals(content))
  assert.deepEqual(await readdir(join(folder, 'uploads')), [])
})

test('a frame cut off by a crash does not count and is written anew', async () => {
  const content = randomBytes(100_000)
  const upload = await begun(content.length)
  await store.appendUpload(owner, upload, 0, chunks(content.subarray(0, 70_000)))
  await appendFile(join(folder, 'uploads', `${upload}.frames`), randomBytes(33))
  assert.equal((await store.uploadOffset(owner, upload))?.offset, 70_000)
  await store.appendUpload(owner, upload, 70_000, chunks(content.subarray(70_000)))
  const finished = await store.finishUpload(owner, upload)
  assert.ok(finished.ok)
})

test('what was acknowledged survives SIGKILL of the process', async () => {
  const upload = await begun(10_000_000)
  const script = `
    import { createFileStore, folderBlobs } from '#files'
    const store = createFileStore({ blobs: folderBlobs(${JSON.stringify(folder)}), uploadFolder: ${JSON.stringify(join(folder, 'uploads'))}, masterKey: Buffer.from('${masterKey.toString('hex')}', 'hex') })
    let offset = 0
    for (;;) {
      const appended = await store.appendUpload(${JSON.stringify(owner)}, '${upload}', offset, (async function* () { yield Buffer.alloc(30_000, 7) })())
      offset = appended.value
      process.stdout.write(offset + '\\n')
    }`
  const child = spawn(process.execPath, ['--input-type=module', '--eval', script], {
    cwd: new URL('../..', import.meta.url),
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  let acknowledged = 0
  for await (const line of child.stdout) {
    const last = String(line).trim().split('\n').at(-1)
    acknowledged = Number(last)
    if (acknowledged >= 300_000) child.kill('SIGKILL')
  }
  const offset = (await store.uploadOffset(owner, upload))?.offset ?? 0
  assert.ok(offset >= acknowledged && acknowledged >= 300_000, `${offset} ≥ ${acknowledged}`)
  await store.cancelUpload(owner, upload)
})

test('another owner sees no upload, adds nothing and cancels nothing', async () => {
  const upload = await begun(1_000)
  const stranger: FileScope = { owner: newId<'owner'>() }
  assert.equal(await store.uploadOffset(stranger, upload), undefined)
  assert.deepEqual(await store.appendUpload(stranger, upload, 0, chunks(randomBytes(10))), { ok: false, reason: 'unknown' })
  await store.cancelUpload(stranger, upload)
  assert.equal((await store.uploadOffset(owner, upload))?.offset, 0)
  assert.equal(await store.uploadOffset(owner, '../../etc/passwd'), undefined)
})

test('more bytes than announced, a wrong type and a too large plan are refused at once', async () => {
  const small = await begun(1_000)
  assert.deepEqual(await store.appendUpload(owner, small, 0, chunks(randomBytes(1_001))), { ok: false, reason: 'too-large' })
  assert.equal(await store.uploadOffset(owner, small), undefined)
  const wrong = await begun(900_000, ['application/pdf'])
  assert.deepEqual(await store.appendUpload(owner, wrong, 0, chunks(randomBytes(70_000))), { ok: false, reason: 'wrong-type' })
  assert.deepEqual(await store.beginUpload(owner, { name: 'x', sizeBytes: 2, maxBytes: 1 }), { ok: false, reason: 'too-large' })
})

test('two requests at once do not mix: the second is told to wait', async () => {
  const upload = await begun(500_000)
  const both = await Promise.all([
    store.appendUpload(owner, upload, 0, chunks(randomBytes(200_000))),
    store.appendUpload(owner, upload, 0, chunks(randomBytes(200_000))),
  ])
  assert.equal(both.filter((one) => one.ok).length, 1)
  assert.equal((await store.uploadOffset(owner, upload))?.offset, 200_000)
})

test('sweeping removes only what was begun before', async () => {
  const upload = await begun(1_000)
  assert.equal(await store.sweep(new Date(Date.now() - 60_000)), 0)
  assert.ok((await store.sweep(new Date(Date.now() + 60_000))) >= 1)
  assert.equal(await store.uploadOffset(owner, upload), undefined)
})
