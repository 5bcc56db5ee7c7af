// Files: the words of the store that its callers see.
import type { Readable } from 'node:stream'
import type { AuthorityId, OwnerId } from '#kernel/actors.ts'
import type { Outcome } from '#kernel/outcome.ts'
import type { StoredFile } from '#kernel/stored-file.ts'

export type { StoredFile }

/** Whose key protects a file: an authority's or a person's. */
export type FileScope = { readonly authority: AuthorityId } | { readonly owner: OwnerId }

export type ScanResult = 'clean' | 'infected' | 'not-scanned'

export type FileRefusal = 'too-large' | 'wrong-type' | 'empty' | 'infected'

export interface FileLimits {
  readonly maxBytes?: number
  /** Media types allowed by content; "image/*" allows a family. */
  readonly mediaTypes?: readonly string[]
}

/** What a resumable upload announces when it begins. */
export interface UploadStart extends FileLimits {
  readonly name: string
  readonly sizeBytes: number
}

export interface FileStore {
  /** Streams content to rest; a refusal leaves nothing behind. A source that throws leaves nothing behind and throws on. */
  write(scope: FileScope, name: string, content: AsyncIterable<Uint8Array>, limits?: FileLimits): Promise<Outcome<StoredFile, FileRefusal>>
  /** The content; the stream fails where a byte was changed, moved or cut off. */
  read(scope: FileScope, file: StoredFile): Readable
  /** The same content as a file of its own under another key; costs no second writing of the bytes. */
  copy(from: FileScope, file: StoredFile, to: FileScope): Promise<StoredFile>
  /** Removes the bytes; a file already removed is no error. */
  remove(file: StoredFile): Promise<void>

  /** Opens a resumable upload and returns its id. */
  beginUpload(scope: FileScope, start: UploadStart): Promise<Outcome<string, 'too-large' | 'empty'>>
  /** How many bytes are safely here; undefined for an unknown upload or one of another scope. */
  uploadOffset(
    scope: FileScope,
    upload: string,
  ): Promise<{ readonly offset: number; readonly sizeBytes: number; readonly name: string } | undefined>
  /** Adds bytes at `offset` and returns the new one; what came before the source broke off is kept. A refused upload is removed. */
  appendUpload(
    scope: FileScope,
    upload: string,
    offset: number,
    content: AsyncIterable<Uint8Array>,
  ): Promise<Outcome<number, 'unknown' | 'wrong-offset' | 'busy' | 'too-large' | 'wrong-type'>>
  /** Turns a complete upload into a file; the upload is gone afterwards. */
  finishUpload(scope: FileScope, upload: string): Promise<Outcome<StoredFile, FileRefusal | 'unknown' | 'incomplete'>>
  cancelUpload(scope: FileScope, upload: string): Promise<void>
  /**
   * Removes files that no row names: a crash between writing a file and the row that names it leaves such a one behind.
   *
   * @param untouchedSince younger files stay, because their row may still be on its way
   * @param named the storage keys that rows name, by their first digit, in parts; asked for after the files were listed
   * @returns how many were removed
   * @throws UnnamedFilesError before anything of a digit is removed, where so much is unnamed that the rows must be missing
   */
  removeUnnamed(untouchedSince: Date, named: (digit: string) => AsyncIterable<readonly string[]>): Promise<number>
  /** Removes what was begun before that instant and never finished. */
  sweep(begunBefore: Date): Promise<number>
}
