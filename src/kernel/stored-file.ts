// A file at rest, as other modules keep and pass it; its bytes are the file store's business.

/** A file at rest; JSON-safe, so that callers keep it in a jsonb column. */
export interface StoredFile {
  readonly storageKey: string
  readonly name: string
  /** Told by the content, not by the name. */
  readonly mediaType: string
  readonly sizeBytes: number
  /** Of the plain content, in hexadecimal. */
  readonly sha256: string
  readonly wrappedKey: string
  /** Missing means the same as `not-scanned`. */
  readonly scan?: 'clean' | 'not-scanned'
}
