// Resumable uploads for the script: create, ask for the offset, append, cancel (the core of tus 1.0, with our own session).
import { json, notFound, problem, type Reply, type Visit } from '#web'
import { keepFile, limitsOf } from '../actions/change-files.ts'
import type { FormsDependencies } from '../dependencies.ts'
import { type Path, parsePath } from '../domain/answers.ts'
import { visibilityOf } from '../domain/conditions.ts'
import type { Field } from '../domain/definition.ts'
import { locate } from '../domain/entry-keys.ts'
import { formsTexts } from '../texts/index.ts'
import { sizeText } from './field.html.ts'
import { type OpenDraft, openDraft } from './open-draft.ts'
import { memberAt } from './place.ts'

interface Wanted {
  readonly open: OpenDraft
  readonly field: Field
  readonly path: Path
}

/** The question of `?frage=`, where it takes files and is asked now. */
async function wantedBy(dependencies: FormsDependencies, visit: Visit): Promise<Wanted | undefined> {
  const open = await openDraft(dependencies, visit)
  const text = visit.query.get('frage') ?? ''
  if (open === undefined || open.draft.state !== 'open' || !/^[a-zA-Z][a-zA-Z0-9.]{0,200}$/.test(text)) return undefined
  const path = locate(open.draft.answers, parsePath(text), visit.query.getAll('eintrag'))
  if (path === undefined) return undefined
  const field = memberAt(open.draft.definition, path)
  if (field?.kind !== 'field' || field.type !== 'file') return undefined
  return visibilityOf(open.draft.definition, open.draft.answers).isShown(path) ? { open, field, path } : undefined
}

export async function beginUpload(dependencies: FormsDependencies, visit: Visit): Promise<Reply> {
  const wanted = await wantedBy(dependencies, visit)
  if (wanted === undefined) return notFound()
  const { open, field } = wanted
  const given = visit.body
  if (typeof given !== 'object' || given === null || !('name' in given) || !('size' in given))
    return problem(400, 'name and size are needed')
  if (typeof given.name !== 'string' || typeof given.size !== 'number' || !Number.isSafeInteger(given.size))
    return problem(400, 'name and size are needed')
  const begun = await dependencies.files.beginUpload(
    { owner: open.draft.owner },
    { name: given.name, sizeBytes: given.size, ...limitsOf(field) },
  )
  if (!begun.ok) return refusedFile(visit, begun.reason)
  const href = `/antrag/${open.draft.draftId}/dateien/${begun.value}?${new URLSearchParams([...visit.query].filter(([name]) => name === 'frage' || name === 'eintrag'))}`
  return json({ offset: 0 }, { status: 201, headers: { location: visit.frame.href(href), 'upload-offset': '0', 'tus-resumable': '1.0.0' } })
}

export async function showUploadOffset(dependencies: FormsDependencies, visit: Visit): Promise<Reply> {
  const wanted = await wantedBy(dependencies, visit)
  const found =
    wanted === undefined
      ? undefined
      : await dependencies.files.uploadOffset({ owner: wanted.open.draft.owner }, visit.params['upload'] ?? '')
  if (found === undefined) return notFound()
  return json(null, {
    headers: { 'upload-offset': String(found.offset), 'upload-length': String(found.sizeBytes), 'tus-resumable': '1.0.0' },
  })
}

export async function appendUpload(dependencies: FormsDependencies, visit: Visit): Promise<Reply> {
  const wanted = await wantedBy(dependencies, visit)
  if (wanted === undefined) return notFound()
  const { open, field, path } = wanted
  const scope = { owner: open.draft.owner }
  const upload = visit.params['upload'] ?? ''
  const offset = Number(visit.raw.request.headers['upload-offset'])
  if (!Number.isSafeInteger(offset) || offset < 0) return problem(400, 'Upload-Offset is needed')
  const appended = await dependencies.files.appendUpload(scope, upload, offset, visit.raw.request)
  if (!appended.ok) {
    if (appended.reason === 'unknown') return notFound()
    if (appended.reason === 'wrong-offset' || appended.reason === 'busy') return problem(409, appended.reason)
    return refusedFile(visit, appended.reason)
  }
  const headers = { 'upload-offset': String(appended.value), 'tus-resumable': '1.0.0' }
  const finished = await dependencies.files.finishUpload(scope, upload)
  if (!finished.ok) {
    if (finished.reason === 'incomplete') return json({ offset: appended.value }, { headers })
    return finished.reason === 'unknown' ? notFound() : refusedFile(visit, finished.reason)
  }
  const limits = limitsOf(field)
  if (
    !limits.mediaTypes.includes(finished.value.mediaType) &&
    !limits.mediaTypes.some((type) => type.endsWith('/*') && finished.value.mediaType.startsWith(type.slice(0, -1)))
  ) {
    await dependencies.files.remove(finished.value)
    return refusedFile(visit, 'wrong-type')
  }
  const kept = await keepFile(
    dependencies,
    { owner: open.draft.owner, draftId: open.draft.draftId, now: visit.now },
    { field, path },
    finished.value,
  )
  if (!kept.ok) return kept.reason === 'too-many' ? refusedFile(visit, 'too-many') : notFound()
  const { name, sizeBytes } = kept.value.file
  return json({ offset: appended.value, file: { id: kept.value.fileId, name, size: sizeText(sizeBytes) } }, { headers })
}

export async function cancelUpload(dependencies: FormsDependencies, visit: Visit): Promise<Reply> {
  const wanted = await wantedBy(dependencies, visit)
  if (wanted === undefined) return notFound()
  await dependencies.files.cancelUpload({ owner: wanted.open.draft.owner }, visit.params['upload'] ?? '')
  return json({})
}

function refusedFile(visit: Visit, reason: 'too-large' | 'wrong-type' | 'empty' | 'infected' | 'too-many'): Reply {
  const status = reason === 'too-large' ? 413 : reason === 'wrong-type' ? 415 : 422
  return problem(status, reason, formsTexts(visit.language).fileProblems[reason])
}
