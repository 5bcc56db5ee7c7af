// Files: the encrypted store for everything people and authorities hand over.
export { folderBlobs } from './blobs.ts'
export { safeName } from './media-type.ts'
export { type ClamdAddress, clamdScanner, noScanner, type Scanner } from './scanner.ts'
export { createFileStore, type FileStoreParts } from './store.ts'
export type { FileLimits, FileRefusal, FileScope, FileStore, ScanResult, StoredFile, UploadStart } from './types.ts'
export { UnnamedFilesError } from './unnamed.ts'
