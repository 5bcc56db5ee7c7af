// Multipart bodies: parts one after the other, files as streams, the CSRF field first.
import type { MultipartFile, MultipartValue } from '@fastify/multipart'
import type { Part } from './visit.ts'

/** The first part was not the form's CSRF field, or not the right one. */
export class ForeignFormError extends Error {
  readonly code = 'web.foreign-form'
}

/**
 * Gives out the parts of a request. A file's content must be read to its end before the next part
 * comes; what a handler leaves unread is drained here.
 */
export async function* readParts(
  parts: AsyncIterable<MultipartFile | MultipartValue>,
  isOwnForm: (token: string) => boolean,
): AsyncIterable<Part> {
  let checked = false
  for await (const part of parts) {
    if (!checked) {
      if (part.type !== 'field' || part.fieldname !== 'csrf' || !isOwnForm(String(part.value)))
        throw new ForeignFormError('the form is not ours')
      checked = true
    } else if (part.type === 'field') {
      yield { kind: 'field', name: part.fieldname, value: String(part.value) }
    } else {
      yield { kind: 'file', name: part.fieldname, fileName: part.filename, content: part.file }
      part.file.resume()
    }
  }
}
