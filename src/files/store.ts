// Store: content in, sealed and described; content out, verified.
import { createHash, randomBytes } from 'node:crypto'
import { Readable } from 'node:stream'
import { done, type Outcome, refused } from '#kernel/outcome.ts'
import type { Blobs } from './blobs.ts'
import { scopeKey, unwrapKey, wrapKey } from './keys.ts'
import { isAllowed, mediaTypeOf, safeName, sampleBytes } from './media-type.ts'
import { noScanner, type Scan, type Scanner } from './scanner.ts'
import { decryptSegments, encryptSegments } from './segments.ts'
import type { FileLimits, FileRefusal, FileScope, FileStore, StoredFile } from './types.ts'
import { removeUnnamed } from './unnamed.ts'
import { folderUploads } from './uploads.ts'

/** What a store is made of; `uploadFolder` holds uploads under way. */
export interface FileStoreParts {
  readonly blobs: Blobs
  readonly uploadFolder: string
  /** 32 bytes; whoever has them and the folder can read everything. */
  readonly masterKey: Uint8Array
  readonly scanner?: Scanner
}

/** Thrown inside the stream to stop it with an ordinary no. */
class StopWriting extends Error {
  readonly reason: FileRefusal
  constructor(reason: FileRefusal) {
    super(`writing stopped: ${reason}`)
    this.reason = reason
  }
}

export function createFileStore(parts: FileStoreParts): FileStore {
  const { blobs, masterKey } = parts
  const store: Pick<FileStore, 'write' | 'read' | 'copy' | 'remove'> = {
    write: (scope, name, content, limits = {}) => writeFile(parts, scope, safeName(name), content, limits),
    read: (scope, file) => Readable.from(verified(parts, scope, file), { objectMode: false, highWaterMark: 65_536 }),
    async copy(from, file, to) {
      const dataKey = unwrapKey(scopeKey(masterKey, from), file.wrappedKey, file.storageKey)
      const storageKey = await blobs.copy(file.storageKey)
      return { ...file, storageKey, wrappedKey: wrapKey(scopeKey(masterKey, to), dataKey, storageKey) }
    },
    remove: (file) => blobs.remove(file.storageKey),
  }
  const uploads = folderUploads(parts.uploadFolder, masterKey, store.write)
  return {
    ...store,
    ...uploads,
    removeUnnamed: (untouchedSince, named) => removeUnnamed(blobs, untouchedSince, named),
    sweep: async (before) => (await blobs.sweep(before)) + (await uploads.sweep(before)),
  }
}

async function writeFile(
  parts: FileStoreParts,
  scope: FileScope,
  name: string,
  content: AsyncIterable<Uint8Array>,
  limits: FileLimits,
): Promise<Outcome<StoredFile, FileRefusal>> {
  const dataKey = randomBytes(32)
  const writer = await parts.blobs.create()
  const scan = await (parts.scanner ?? noScanner).begin()
  const measured = { sizeBytes: 0, mediaType: '', hash: createHash('sha256') }
  try {
    for await (const sealed of encryptSegments(dataKey, measure(content, name, limits, scan, measured))) await writer.write(sealed)
    const result = await scan.finish()
    if (result === 'infected') throw new StopWriting('infected')
    await writer.commit()
    return done({
      storageKey: writer.key,
      name,
      mediaType: measured.mediaType,
      sizeBytes: measured.sizeBytes,
      sha256: measured.hash.digest('hex'),
      wrappedKey: wrapKey(scopeKey(parts.masterKey, scope), dataKey, writer.key),
      scan: result,
    })
  } catch (cause) {
    scan.abort()
    await writer.discard()
    if (cause instanceof StopWriting) return refused(cause.reason)
    throw cause
  }
}

/** Hands content on while it is counted, hashed, typed and scanned. */
async function* measure(
  content: AsyncIterable<Uint8Array>,
  name: string,
  limits: FileLimits,
  scan: Scan,
  measured: { sizeBytes: number; mediaType: string; hash: ReturnType<typeof createHash> },
): AsyncGenerator<Uint8Array> {
  let head: Uint8Array[] | undefined = []
  const openHead = async function* (): AsyncGenerator<Uint8Array> {
    if (head === undefined) return
    const sample = Buffer.concat(head)
    head = undefined
    measured.mediaType = await mediaTypeOf(sample.subarray(0, sampleBytes), name)
    if (limits.mediaTypes !== undefined && !isAllowed(measured.mediaType, limits.mediaTypes)) throw new StopWriting('wrong-type')
    yield sample
  }
  for await (const chunk of content) {
    measured.sizeBytes += chunk.length
    if (limits.maxBytes !== undefined && measured.sizeBytes > limits.maxBytes) throw new StopWriting('too-large')
    measured.hash.update(chunk)
    await scan.add(chunk)
    if (head === undefined) yield chunk
    else if (head.push(chunk) > 0 && measured.sizeBytes >= sampleBytes) yield* openHead()
  }
  if (measured.sizeBytes === 0) throw new StopWriting('empty')
  yield* openHead()
}

async function* verified(parts: FileStoreParts, scope: FileScope, file: StoredFile): AsyncGenerator<Buffer> {
  const dataKey = unwrapKey(scopeKey(parts.masterKey, scope), file.wrappedKey, file.storageKey)
  let sizeBytes = 0
  for await (const plain of decryptSegments(dataKey, parts.blobs.read(file.storageKey))) {
    sizeBytes += plain.length
    yield plain
  }
  if (sizeBytes !== file.sizeBytes) throw new Error(`the file has ${sizeBytes} bytes instead of ${file.sizeBytes}`)
}
