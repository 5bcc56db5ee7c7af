// The bytes of a receipt as they came.
import type { FileStore } from '#files'
import type { Receipt } from '../domain/receipt.ts'

export async function readOriginal(
  { files }: { readonly files: Pick<FileStore, 'read'> },
  receipt: Pick<Receipt, 'authority' | 'original'>,
): Promise<Buffer> {
  const parts: Buffer[] = []
  for await (const part of files.read({ authority: receipt.authority }, receipt.original)) parts.push(Buffer.from(part))
  return Buffer.concat(parts)
}
