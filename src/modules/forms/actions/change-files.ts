// Changes files: adds what was uploaded to a question, and takes it away again.
import { inTransaction, type Transaction } from '#database'
import type { FileLimits, FileRefusal, StoredFile } from '#files'
import { newId } from '#kernel/ids.ts'
import { done, type Outcome, refused } from '#kernel/outcome.ts'
import type { FormsDependencies } from '../dependencies.ts'
import { type Path, pathText, textsAt, withAnswer } from '../domain/answers.ts'
import type { Answers, Field } from '../domain/definition.ts'
import type { Draft, DraftFile } from '../domain/draft.ts'
import { listDraftFiles, lockDraft } from '../reads.ts'
import { deleteDraftFile, insertDraftFile, saveAnswers } from '../writes.ts'
import type { DraftAt, SaveRefusal } from './save-draft.ts'
import { laterExpiry } from './start-draft.ts'

/** No question says more: what an authority's mail and browsers can show. */
export const usualMediaTypes = ['application/pdf', 'image/jpeg', 'image/png'] as const
export const usualMaxBytes = 500_000_000

export function limitsOf(field: Field): Required<FileLimits> {
  return { maxBytes: field.maxBytes ?? usualMaxBytes, mediaTypes: field.mediaTypes ?? usualMediaTypes }
}

export interface FileQuestion {
  readonly field: Field
  readonly path: Path
}

type Files = Pick<FormsDependencies, 'database' | 'files'>

/** Streams a file to the question; refused files leave nothing behind. */
export async function addFile(
  { database, files }: Files,
  at: DraftAt,
  question: FileQuestion,
  given: { readonly name: string; readonly content: AsyncIterable<Uint8Array> },
): Promise<Outcome<DraftFile, FileRefusal | SaveRefusal | 'too-many'>> {
  const written = await files.write({ owner: at.owner }, given.name, given.content, limitsOf(question.field))
  return written.ok ? keepFile({ database, files }, at, question, written.value) : written
}

/** Adds a file that is in the owner's scope already; it is removed where the question takes no more. */
export async function keepFile(
  { database, files }: Files,
  at: DraftAt,
  { field, path }: FileQuestion,
  file: StoredFile,
): Promise<Outcome<DraftFile, SaveRefusal | 'too-many'>> {
  const kept = await inTransaction(
    database,
    { owner: at.owner },
    async (transaction): Promise<Outcome<DraftFile, SaveRefusal | 'too-many'>> => {
      const draft = await lockDraft(transaction, at.owner, at.draftId)
      if (draft === undefined) return refused('unknown')
      if (draft.state !== 'open') return refused('not-open')
      const ids = textsAt(draft.answers, path)
      if (field.occurs.max !== null && ids.length >= field.occurs.max) return refused('too-many')
      const added: DraftFile = { fileId: newId(at.now.getTime()), draftId: at.draftId, path: pathText(path), file }
      await insertDraftFile(transaction, at.owner, added, at.now)
      await save(transaction, at, draft, withAnswer(draft.answers, path, [...ids, added.fileId]))
      return done(added)
    },
  )
  if (!kept.ok) await files.remove(file)
  return kept
}

/** Takes a file away from its question; the bytes go after the commit. */
export async function removeFile(
  { database, files }: Files,
  at: DraftAt,
  path: Path,
  fileId: string,
): Promise<Outcome<undefined, SaveRefusal>> {
  const removed = await inTransaction(
    database,
    { owner: at.owner },
    async (transaction): Promise<Outcome<DraftFile | undefined, SaveRefusal>> => {
      const draft = await lockDraft(transaction, at.owner, at.draftId)
      if (draft === undefined) return refused('unknown')
      if (draft.state !== 'open') return refused('not-open')
      const ids = textsAt(draft.answers, path)
      const file = (await listDraftFiles(transaction, at.owner, at.draftId)).find((each) => each.fileId === fileId)
      if (file === undefined || !ids.includes(fileId)) return done(undefined)
      await deleteDraftFile(transaction, at.owner, at.draftId, file.fileId)
      await save(
        transaction,
        at,
        draft,
        withAnswer(
          draft.answers,
          path,
          ids.filter((id) => id !== fileId),
        ),
      )
      return done(file)
    },
  )
  if (!removed.ok) return removed
  if (removed.value !== undefined && removed.value.heldBy === undefined) await files.remove(removed.value.file)
  return done(undefined)
}

function save(transaction: Transaction, at: DraftAt, draft: Draft, answers: Answers): Promise<number> {
  const { removed } = draft
  return saveAnswers(transaction, at.owner, at.draftId, { answers, removed, expiresAt: laterExpiry(draft, at.now), now: at.now })
}
