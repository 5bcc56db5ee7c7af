// Uploads: bytes that arrive in several requests, kept sealed until the file is whole.
import { randomBytes } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { type FileHandle, mkdir, open, readFile, rename, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { done, refused } from '#kernel/outcome.ts'
import { sweepFolder } from './blobs.ts'
import { scopeKey, seal, sealedExtraBytes, unseal, unwrapKey, wrapKey } from './keys.ts'
import { isAllowed, mediaTypeOf, safeName } from './media-type.ts'
import { pieces, segmentBytes } from './segments.ts'
import type { FileScope, FileStore, UploadStart } from './types.ts'

type Uploads = Pick<FileStore, 'beginUpload' | 'uploadOffset' | 'appendUpload' | 'finishUpload' | 'cancelUpload' | 'sweep'>

interface Upload {
  readonly id: string
  readonly start: UploadStart
  readonly dataKey: Buffer
}

/** The place in an upload up to which frames are whole: bytes of content and bytes on disk. */
interface Position {
  readonly offset: number
  readonly diskBytes: number
}

const lengthBytes = 4
const idShape = /^[0-9a-f]{32}$/

/**
 * Uploads in a folder: `<id>.json` says what comes, `<id>.frames` grows by frames of [length][sealed bytes],
 * each bound to its offset. A frame cut off by a crash is cut away at the next append.
 */
export function folderUploads(folder: string, masterKey: Uint8Array, write: FileStore['write']): Uploads {
  const busy = new Set<string>()
  const framesOf = (id: string): string => join(folder, `${id}.frames`)
  const cancel = async (scope: FileScope, id: string): Promise<void> => {
    if ((await findUpload(folder, masterKey, scope, id)) === undefined) return
    await rm(join(folder, `${id}.json`), { force: true })
    await rm(framesOf(id), { force: true })
  }
  return {
    async beginUpload(scope, start) {
      if (start.sizeBytes <= 0) return refused('empty')
      if (start.maxBytes !== undefined && start.sizeBytes > start.maxBytes) return refused('too-large')
      return done(await createUpload(folder, masterKey, scope, start))
    },
    async uploadOffset(scope, id) {
      const upload = await findUpload(folder, masterKey, scope, id)
      if (upload === undefined) return undefined
      const { offset } = await positionOf(framesOf(id))
      return { offset, sizeBytes: upload.start.sizeBytes, name: upload.start.name }
    },
    async appendUpload(scope, id, offset, content) {
      const upload = await findUpload(folder, masterKey, scope, id)
      if (upload === undefined) return refused('unknown')
      if (busy.has(id)) return refused('busy')
      busy.add(id)
      try {
        const position = await positionOf(framesOf(id))
        if (position.offset !== offset) return refused('wrong-offset')
        const refusal = await appendFrames(framesOf(id), upload, position, content)
        if (refusal !== undefined) await cancel(scope, id)
        return refusal === undefined ? done((await positionOf(framesOf(id))).offset) : refused(refusal)
      } finally {
        busy.delete(id)
      }
    },
    async finishUpload(scope, id) {
      const upload = await findUpload(folder, masterKey, scope, id)
      if (upload === undefined) return refused('unknown')
      if ((await positionOf(framesOf(id))).offset !== upload.start.sizeBytes) return refused('incomplete')
      const written = await write(scope, upload.start.name, readFrames(framesOf(id), upload.dataKey), upload.start)
      await cancel(scope, id)
      return written
    },
    cancelUpload: cancel,
    sweep: (before) => sweepFolder(folder, before),
  }
}

async function createUpload(folder: string, masterKey: Uint8Array, scope: FileScope, start: UploadStart): Promise<string> {
  const id = randomBytes(16).toString('hex')
  const sealed = seal(scopeKey(masterKey, scope), Buffer.from(JSON.stringify({ ...start, name: safeName(start.name) })), id)
  const wrappedKey = wrapKey(scopeKey(masterKey, scope), randomBytes(32), id)
  await mkdir(folder, { recursive: true })
  const beside = join(folder, `${id}.begun`)
  await writeFile(beside, JSON.stringify({ wrappedKey, start: sealed.toString('base64url') }), { mode: 0o600, flush: true })
  await rename(beside, join(folder, `${id}.json`))
  return id
}

/** The upload, or undefined where there is none or it is sealed for another scope. */
async function findUpload(folder: string, masterKey: Uint8Array, scope: FileScope, id: string): Promise<Upload | undefined> {
  if (!idShape.test(id)) return undefined
  const text = await readFile(join(folder, `${id}.json`), 'utf8').catch(() => undefined)
  if (text === undefined) return undefined
  try {
    const kept: { wrappedKey: string; start: string } = JSON.parse(text)
    const key = scopeKey(masterKey, scope)
    const start: UploadStart = JSON.parse(unseal(key, Buffer.from(kept.start, 'base64url'), id).toString())
    return { id, start, dataKey: unwrapKey(key, kept.wrappedKey, id) }
  } catch {
    return undefined // Sealed for somebody else: for this scope it does not exist.
  }
}

async function positionOf(path: string): Promise<Position> {
  const handle = await open(path, 'r').catch(() => undefined)
  if (handle === undefined) return { offset: 0, diskBytes: 0 }
  try {
    const { size } = await handle.stat()
    let offset = 0
    let diskBytes = 0
    const head = Buffer.alloc(lengthBytes)
    while (diskBytes + lengthBytes <= size) {
      await handle.read(head, 0, lengthBytes, diskBytes)
      const end = diskBytes + lengthBytes + head.readUInt32BE()
      if (end > size) break
      offset += end - diskBytes - lengthBytes - sealedExtraBytes
      diskBytes = end
    }
    return { offset, diskBytes }
  } finally {
    await handle.close()
  }
}

/** Appends until the source ends or breaks off; what arrived is flushed either way. */
async function appendFrames(
  path: string,
  upload: Upload,
  from: Position,
  content: AsyncIterable<Uint8Array>,
): Promise<'too-large' | 'wrong-type' | undefined> {
  const handle = await open(path, from.diskBytes === 0 ? 'w' : 'r+', 0o600)
  try {
    await handle.truncate(from.diskBytes)
    let { offset, diskBytes } = from
    for await (const piece of pieces(untilBroken(content), segmentBytes)) {
      if (offset + piece.length > upload.start.sizeBytes) return 'too-large'
      if (offset === 0 && (await isWrongType(upload, piece))) return 'wrong-type'
      diskBytes += await writeFrame(handle, upload, offset, diskBytes, piece)
      offset += piece.length
    }
    await handle.datasync()
    return undefined
  } finally {
    await handle.close()
  }
}

async function isWrongType({ start }: Upload, head: Buffer): Promise<boolean> {
  const isWhole = head.length === segmentBytes || head.length === start.sizeBytes
  return isWhole && start.mediaTypes !== undefined && !isAllowed(await mediaTypeOf(head, start.name), start.mediaTypes)
}

async function writeFrame(handle: FileHandle, upload: Upload, offset: number, at: number, piece: Buffer): Promise<number> {
  const sealed = seal(upload.dataKey, piece, `${upload.id}/${offset}`)
  const head = Buffer.alloc(lengthBytes)
  head.writeUInt32BE(sealed.length)
  await handle.write(Buffer.concat([head, sealed]), 0, undefined, at)
  return lengthBytes + sealed.length
}

async function* untilBroken(content: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
  try {
    yield* content
  } catch {
    // The line broke: what came counts, the sender asks for the offset and goes on.
  }
}

async function* readFrames(path: string, dataKey: Buffer): AsyncGenerator<Buffer> {
  const id = path.slice(path.lastIndexOf('/') + 1, -'.frames'.length)
  let offset = 0
  let rest = Buffer.alloc(0)
  for await (const chunk of createReadStream(path, { highWaterMark: 262_144 })) {
    rest = Buffer.concat([rest, chunk])
    while (rest.length >= lengthBytes && rest.length >= lengthBytes + rest.readUInt32BE()) {
      const end = lengthBytes + rest.readUInt32BE()
      const plain = unseal(dataKey, rest.subarray(lengthBytes, end), `${id}/${offset}`)
      yield plain
      offset += plain.length
      rest = rest.subarray(end)
    }
  }
}
