// Filling in: shows a page or entry, saves what is posted, and leads on.
import { inTransaction } from '#database'
import { formatClock } from '#kernel/dates.ts'
import { inLanguage } from '#kernel/language.ts'
import { json, notFound, page, type Reply, seeOther, type Visit } from '#web'
import { addFile, removeFile } from '../actions/change-files.ts'
import { findParkedAnswers } from '../actions/park-answers.ts'
import { type FormPlace, questionsAt, removeEntry, type SavedPage, savePage } from '../actions/save-draft.ts'
import type { FormsDependencies } from '../dependencies.ts'
import { answerAt, entriesAt, type Path, parsePath, pathText, withAnswer } from '../domain/answers.ts'
import type { Answers } from '../domain/definition.ts'
import type { Draft } from '../domain/draft.ts'
import { keysAt, locate, parseKeys } from '../domain/entry-keys.ts'
import { isPosted, marksOf, mergePosted, type Question } from '../domain/posted.ts'
import { answerText } from '../domain/rows.ts'
import { problemsBelow } from '../domain/validation.ts'
import { formsTexts } from '../texts/index.ts'
import { conflictPage } from './conflict.html.ts'
import { formPage } from './form-page.html.ts'
import { draftIdOf, type OpenDraft, openDraft, ownerOf, parkAndSignIn } from './open-draft.ts'
import { entryAt, listAt, pageAfter, pageAt, placeAddress, postedPlace } from './place.ts'
import { backAddress, draftProblems, type Profile, showPage } from './show-page.ts'

export function placeAt(draft: Draft, visit: Visit): FormPlace | undefined {
  if (visit.params['index'] === undefined) return pageAt(draft, visit.params['page'])
  const list = listAt(draft, visit.params['page'], visit.params['group'])
  return list === undefined ? undefined : entryAt(draft, list, visit.params['index'])
}

export async function showFormPage(dependencies: FormsDependencies, visit: Visit): Promise<Reply> {
  const open = await openDraft(dependencies, visit)
  if (open === undefined) return notFound()
  if (open.draft.state !== 'open') return seeOther(visit.frame.href(`/antrag/${open.draft.draftId}/fertig`))
  const place = placeAt(open.draft, visit)
  if (place === undefined)
    return visit.params['index'] === undefined
      ? notFound()
      : seeOther(visit.frame.href(`/antrag/${open.draft.draftId}/${visit.params['page']}`))
  const token = visit.query.get('wieder')
  const parked = token === null ? undefined : await findParkedAnswers(dependencies.database, open.draft.draftId, token, visit.now)
  const shown = parked === undefined ? open : withParked(open, place, parked)
  return page(
    formPage(
      visit.frame,
      showPage({
        visit,
        open: shown,
        place,
        codeLists: dependencies.codeLists,
        profile: await profileFor(dependencies, visit),
        withErrors: visit.query.has('fehler'),
        fileErrors: fileErrorsOf(visit),
        ...(parked !== undefined
          ? { notice: 'restored' }
          : visit.query.has('weg')
            ? { notice: 'entry-gone' }
            : visit.query.has('neu')
              ? { notice: 'asks-other' }
              : {}),
      }),
    ),
    visit.query.has('fehler') ? { status: 422 } : {},
  )
}

async function profileFor({ database, neighbours }: FormsDependencies, visit: Visit): Promise<Profile> {
  if (visit.actor.kind !== 'person') return new Map()
  const { owner } = visit.actor
  return inTransaction(database, { owner }, (transaction) => neighbours.profileOf(transaction, owner))
}

/** What an ended session posted, shown again over what is saved; the next POST saves it. */
function withParked(open: OpenDraft, place: FormPlace, parked: URLSearchParams): OpenDraft {
  const all = questionsAt(open.draft, place)
  const shown = new Map(all.map((question) => [question.name, 'restored']))
  const chosen = new Map(all.map((question) => [question.name, 'mine' as const]))
  const path = place.path
  const isNew = typeof path.at(-1) === 'number' && answerAt(open.draft.answers, path) === undefined
  const start: Answers = isNew
    ? withAnswer(withAnswer(open.draft.answers, path.slice(0, -1), entriesAt(open.draft.answers, path.slice(0, -1))), path, {})
    : open.draft.answers
  return { ...open, draft: { ...open.draft, answers: mergePosted(start, all, parked, shown, chosen).answers } }
}

const fileRefusals = ['too-large', 'wrong-type', 'empty', 'infected', 'too-many', 'broken'] as const
type FileRefusalKey = (typeof fileRefusals)[number]

/** `datei=<question>~<reason>` as a redirect carries it. */
function fileErrorsOf(visit: Visit): ReadonlyMap<string, string> {
  const words = formsTexts(visit.language).fileProblems
  return new Map(
    visit.query.getAll('datei').flatMap((text) => {
      const [name, reason] = text.split('~')
      const known = fileRefusals.find((each) => each === reason)
      return name === undefined || known === undefined ? [] : [[name, words[known]] as const]
    }),
  )
}

export async function saveFormPage(dependencies: FormsDependencies, visit: Visit): Promise<Reply> {
  return savePosted(dependencies, visit, visit.form, new Map())
}

/** A page with files comes as multipart: files go to the store as they stream in, the rest is saved as always. */
export async function saveFormPageWithFiles(dependencies: FormsDependencies, visit: Visit): Promise<Reply> {
  const open = await openDraft(dependencies, visit)
  const form = new URLSearchParams()
  const refusals = new Map<string, FileRefusalKey>()
  // The keys stand before the first file.
  const findPlace = () => open && postedPlace(open.draft, visit.params, parseKeys(form.get('entry')))
  let isPlaceMade: boolean | undefined
  for await (const part of visit.parts()) {
    if (part.kind === 'field') {
      form.append(part.name, part.value)
      continue
    }
    const place = findPlace()
    const questions = open === undefined || place === undefined ? [] : questionsAt(open.draft, place)
    const question = questions.find((each) => each.name === part.name && each.field.type === 'file')
    if (question === undefined || open === undefined || place === undefined || part.fileName === '') {
      for await (const _ of part.content) continue
      continue
    }
    const at = { owner: open.draft.owner, draftId: open.draft.draftId, now: visit.now }
    // A file of a new entry needs its entry first.
    isPlaceMade ??= typeof place.path.at(-1) !== 'number' || answerAt(open.draft.answers, place.path) !== undefined
    if (!isPlaceMade) isPlaceMade = (await savePage(dependencies.database, at, () => place, form)).ok
    const added = await addFile(dependencies, at, question, { name: part.fileName, content: part.content })
    if (!added.ok) refusals.set(part.name, fileRefusals.find((each) => each === added.reason) ?? 'broken')
  }
  return savePosted(dependencies, visit, form, refusals)
}

async function savePosted(
  dependencies: FormsDependencies,
  visit: Visit,
  form: URLSearchParams,
  refusals: ReadonlyMap<string, FileRefusalKey>,
): Promise<Reply> {
  const owner = ownerOf(visit)
  const draftId = draftIdOf(visit)
  if (owner === undefined || draftId === undefined) return notFound()
  const at = { owner, draftId, now: visit.now }
  const save = () => savePage(dependencies.database, at, (draft) => postedPlace(draft, visit.params, parseKeys(form.get('entry'))), form)
  let saved = await save()
  // Not this owner's, or still on its way from the visitor to the account.
  if (!saved.ok && saved.reason === 'unknown' && (await openDraft(dependencies, visit)) !== undefined) saved = await save()
  if (!saved.ok) {
    if (saved.reason === 'unknown') return parkAndSignIn(dependencies, visit, form, visit.path.replace(/\/mit-dateien$/, ''))
    if (saved.reason === 'not-open') return seeOther(visit.frame.href(`/antrag/${draftId}/fertig`))
    // Taken out in another window; what was typed can only be kept by putting the entry back.
    if (form.get('go') === 'auto' || parseKeys(form.get('entry')).length === 0) return notFound()
    return seeOther(visit.frame.href(`/antrag/${draftId}/${visit.params['page']}?entfernt&weg`))
  }
  const go = form.get('go') ?? 'next'
  if (go === 'auto') return autosaved(saved.value)
  if (saved.value.conflicts.length > 0) return askWhichCounts(dependencies, visit, form, saved.value)
  const changed = await changeEntriesAndFiles(dependencies, visit, form, saved.value)
  if (changed !== undefined) return changed
  if (refusals.size > 0 || go === 'upload') {
    const query = new URLSearchParams([...refusals].map(([name, reason]): [string, string] => ['datei', `${name}~${reason}`]))
    return seeOther(visit.frame.href(`${placeAddress(saved.value.draft, saved.value.place.path)}${query.size > 0 ? `?${query}` : ''}`))
  }
  return leadOn(dependencies, visit, { go, saved: saved.value, goal: form.get('then') ?? '' })
}

function autosaved(saved: SavedPage): Reply {
  return json({
    clock: formatClock(saved.draft.savedAt),
    marks: marksOf(saved.draft.answers, saved.questions),
    asksOther: saved.asksOther,
    asksLess: saved.asksLess,
    conflict: saved.conflicts.length > 0,
  })
}

/** Buttons inside the page: open or remove a list's entry, remove a file. */
async function changeEntriesAndFiles(
  dependencies: FormsDependencies,
  visit: Visit,
  form: URLSearchParams,
  { draft, place }: SavedPage,
): Promise<Reply | undefined> {
  const at = { owner: draft.owner, draftId: draft.draftId, now: visit.now }
  const keys = parseKeys(form.get('entry'))
  const pagePath = `/antrag/${at.draftId}/${visit.params['page']}`
  const here = visit.frame.href(placeAddress(draft, place.path))
  const opened = entryOf(form.get('open'), visit.params['page'] ?? '', keys)
  if (opened !== undefined) {
    const path = locate(draft.answers, opened.path, opened.keys)
    if (path === undefined) return seeOther(`${here}?entfernt&weg`)
    return seeOther(visit.frame.href(opened.isNew ? `${pagePath}/${pathText(path.slice(1))}/neu` : placeAddress(draft, path)))
  }
  const removed = entryOf(form.get('remove-entry'), visit.params['page'] ?? '', keys)
  if (removed !== undefined && !removed.isNew) {
    const outcome = await removeEntry(dependencies.database, at, removed)
    return seeOther(`${here}?entfernt${!outcome.ok && outcome.reason === 'no-entry' ? '&weg' : ''}`)
  }
  const [path, file] = (form.get('remove-file') ?? '').split(':')
  if (path === undefined || file === undefined || !/^[a-zA-Z][a-zA-Z0-9.]*$/.test(path)) return undefined
  const located = locate(draft.answers, parsePath(path), keys)
  if (located !== undefined) await removeFile(dependencies, at, located, file)
  return seeOther(here)
}

/** The entry that a button of a list names, "dog.1~key" or "dog.neu". */
function entryOf(
  value: string | null,
  page: string,
  above: readonly string[],
): { readonly path: Path; readonly keys: readonly string[]; readonly isNew: boolean } | undefined {
  const found = /^([a-zA-Z0-9.]+)\.(?:(\d+)(?:~([\w-]*))?|neu)$/.exec(value ?? '')
  if (found === null) return undefined
  const list = [page, ...parsePath(found[1] ?? '')]
  const isNew = found[2] === undefined
  return { path: isNew ? list : [...list, Number(found[2])], keys: isNew ? above : [...above, found[3] ?? ''], isNew }
}

interface Leading {
  readonly go: string
  readonly saved: SavedPage
  readonly goal: string
}

/** Where to go after saving: going on needs a page without problems, leaving does not. */
function leadOn(dependencies: FormsDependencies, visit: Visit, { go, saved, goal }: Leading): Reply {
  const { draft, place } = saved
  const own = placeAddress(draft, place.path)
  const check = `/antrag/${draft.draftId}/pruefen`
  const onward = goal === 'pruefen' ? '?dann=pruefen' : ''
  if (go === 'later') return seeOther(visit.frame.href(`/antrag/${draft.draftId}/gespeichert`))
  if (go === 'back') return seeOther(visit.frame.href(goal === 'pruefen' ? check : backAddress(draft, place)))
  if (saved.asksOther) return seeOther(visit.frame.href(`${own}?neu${goal === 'pruefen' ? '&dann=pruefen' : ''}`))
  const problems = draftProblems(draft, dependencies.codeLists, visit.now)
  if (problemsBelow(problems, place.path).length > 0)
    return seeOther(visit.frame.href(`${own}?fehler${goal === 'pruefen' ? '&dann=pruefen' : ''}`))
  const isEntry = typeof place.path.at(-1) === 'number'
  if (go === 'another' && isEntry) return seeOther(visit.frame.href(`${own.replace(/\/\d+$/, '/neu')}${onward}`))
  if (goal === 'pruefen') return seeOther(visit.frame.href(check))
  if (isEntry) return seeOther(visit.frame.href(backAddress(draft, place)))
  const next = pageAfter(draft, String(place.path[0]))
  return seeOther(visit.frame.href(next === undefined ? check : placeAddress(draft, [next.key])))
}

async function askWhichCounts(
  { codeLists, database, neighbours }: FormsDependencies,
  visit: Visit,
  form: URLSearchParams,
  saved: SavedPage,
): Promise<Reply> {
  const { language } = visit
  const { draft, place } = saved
  const authority = await neighbours.findAuthority(database, draft.authority)
  const questions = saved.conflicts.map((conflict) => conflict.question)
  const words = (answers: Answers, { field, path }: Question): string => answerText(field, answers, path, language, codeLists)
  const rows = saved.conflicts.map(({ question, mine }) => ({
    name: question.name,
    label: inLanguage(question.field.label, language),
    mine: words(withAnswer(saved.draft.answers, question.path, mine), question),
    theirs: words(saved.draft.answers, question),
  }))
  const isTheirs = (name: string): boolean =>
    questions.some(
      (question) => isPosted(question.field) && (name === question.name || dayInputs.some((part) => name === `${question.name}.${part}`)),
    )
  return page(
    conflictPage(visit.frame, {
      title: inLanguage(place.group.title, language),
      authority: authority?.theme,
      action: visit.frame.href(placeAddress(draft, place.path)),
      marks: marksOf(saved.draft.answers, questions),
      entry: keysAt(saved.draft.answers, place.path).join('.'),
      goal: form.get('then') ?? '',
      go: form.get('go') ?? 'next',
      rows,
      posted: [...form].filter(([name]) => isTheirs(name)),
    }),
    { status: 409 },
  )
}

const dayInputs = ['day', 'month', 'year'] as const
