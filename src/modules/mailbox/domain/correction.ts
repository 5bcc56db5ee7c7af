// The way to answers that shall be corrected, as the cases write it into their request.
import { type Id, parseId } from '#kernel/ids.ts'
import type { Message } from './thread.ts'

/** Whether the person still has to hand in, or has done so. */
export type CorrectionState = 'open' | 'handed-in'

const toDraft = / *\/antrag\/([0-9a-f-]{36})/

/** The draft that a request leads to. */
export function draftToCorrect({ kind, text }: Pick<Message, 'kind' | 'text'>): Id<'draft'> | undefined {
  return kind === 'request' ? parseId<'draft'>(toDraft.exec(text)?.[1]) : undefined
}

/** The text without the address, which the page shows as a button. */
export function textWithoutAddress({ text }: Pick<Message, 'text'>): string {
  return text.replace(toDraft, '')
}
