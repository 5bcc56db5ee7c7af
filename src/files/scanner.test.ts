// Tests of scanning against a stand-in that speaks clamd's protocol.
import assert from 'node:assert/strict'
import { randomBytes } from 'node:crypto'
import { mkdtemp, rm } from 'node:fs/promises'
import { createServer, type Server, type Socket } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, before, test } from 'node:test'
import { newId } from '#kernel/ids.ts'
import { clamdScanner, createFileStore, type FileStore, folderBlobs } from './index.ts'

// The harmless test string of EICAR, in two parts so that no scanner stumbles over this source.
const eicar = `X5O!P%@AP[4\\PZX54(P^)7CC)7}$EICAR-STANDARD-${'ANTIVIRUS-TEST-FILE!$H+H*'}`
const scope = { owner: newId<'owner'>() }
let folder = ''
let server: Server

/** Reads INSTREAM pieces until the zero length and answers as clamd does. */
function answer(socket: Socket): void {
  let received = Buffer.alloc(0)
  socket.on('data', (bytes) => {
    received = Buffer.concat([received, bytes])
    const command = 'zINSTREAM\0'
    if (received.length < command.length) return
    assert.equal(received.subarray(0, command.length).toString(), command)
    let at = command.length
    let content = Buffer.alloc(0)
    while (at + 4 <= received.length) {
      const length = received.readUInt32BE(at)
      if (length === 0) {
        socket.end(content.includes(eicar) ? 'stream: Eicar-Test-Signature FOUND\0' : 'stream: OK\0')
        return
      }
      if (at + 4 + length > received.length) return
      content = Buffer.concat([content, received.subarray(at + 4, at + 4 + length)])
      if (content.length > 1_000_000) {
        socket.end('INSTREAM size limit exceeded. ERROR\0')
        return
      }
      at += 4 + length
    }
  })
  socket.on('error', () => undefined)
}

before(async () => {
  folder = await mkdtemp(join(tmpdir(), 'rennsteig-scan-'))
  server = createServer(answer)
  await new Promise<void>((resolve) => server.listen(join(folder, 'clamd.sock'), resolve))
})
after(async () => {
  server.close()
  await rm(folder, { recursive: true, force: true })
})

function storeAt(path: string): FileStore {
  const scanner = clamdScanner({ path }, 2_000)
  return createFileStore({ blobs: folderBlobs(folder), uploadFolder: join(folder, 'uploads'), masterKey: randomBytes(32), scanner })
}

async function* content(...chunks: (string | Buffer)[]): AsyncGenerator<Uint8Array> {
  for (const chunk of chunks) yield Buffer.from(chunk)
}

test('the test virus is refused even when it comes in two pieces, a harmless file is clean', async () => {
  const store = storeAt(join(folder, 'clamd.sock'))
  const infected = await store.write(scope, 'a.txt', content('hello ', eicar.slice(0, 20), eicar.slice(20)))
  assert.deepEqual(infected, { ok: false, reason: 'infected' })
  const clean = await store.write(scope, 'a.txt', content('hello'))
  assert.equal(clean.ok && clean.value.scan, 'clean')
})

test('a scanner that refuses the size, is absent or is not configured is recorded as not scanned', async () => {
  const large = await storeAt(join(folder, 'clamd.sock')).write(
    scope,
    'a.bin',
    content(randomBytes(900_000), randomBytes(900_000), randomBytes(900_000)),
  )
  assert.equal(large.ok && large.value.scan, 'not-scanned')
  const absent = await storeAt(join(folder, 'nobody.sock')).write(scope, 'a.txt', content('hello'))
  assert.equal(absent.ok && absent.value.scan, 'not-scanned')
  const store = createFileStore({ blobs: folderBlobs(folder), uploadFolder: join(folder, 'uploads'), masterKey: randomBytes(32) })
  const none = await store.write(scope, 'a.txt', content(eicar))
  assert.equal(none.ok && none.value.scan, 'not-scanned')
})
