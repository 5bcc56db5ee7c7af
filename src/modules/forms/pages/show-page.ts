// Shows a page: from a draft and a place to what the view needs.
import { dayInGermany, formatClock } from '#kernel/dates.ts'
import { inLanguage, type Language } from '#kernel/language.ts'
import type { Visit } from '#web'
import type { FieldError, Step } from '#web/controls/index.ts'
import type { FormPlace } from '../actions/save-draft.ts'
import type { FormsDependencies } from '../dependencies.ts'
import { answerAt, entriesAt, type Path, pathText, textAt, textsAt } from '../domain/answers.ts'
import { findChoice } from '../domain/code-list.ts'
import { visibilityOf } from '../domain/conditions.ts'
import type { Choice, Field, Group, Member } from '../domain/definition.ts'
import { type Draft, type DraftFile } from '../domain/draft.ts'
import { keysAt } from '../domain/entry-keys.ts'
import { marksOf, questionsOf } from '../domain/posted.ts'
import { entryTitle } from '../domain/rows.ts'
import { choicesOf, isRepeated, type Problem, problemsBelow, problemsOf } from '../domain/validation.ts'
import { storedOf, unreadText } from '../domain/values.ts'
import { formsTexts, problemText } from '../texts/index.ts'
import { type ShownQuestion, sizeText } from './field.html.ts'
import type { FormPageView, ShownPart } from './form-page.html.ts'
import type { OpenDraft } from './open-draft.ts'
import { pageBefore, placeAddress, shownPages } from './place.ts'

/** Entries on one page of a list. */
const entriesShown = 50

export type Profile = Awaited<ReturnType<FormsDependencies['neighbours']['profileOf']>>

export interface ShowOptions {
  readonly visit: Visit
  readonly open: OpenDraft
  readonly place: FormPlace
  readonly codeLists: FormsDependencies['codeLists']
  readonly profile: Profile
  readonly withErrors: boolean
  /** Refused files by question. */
  readonly fileErrors: ReadonlyMap<string, string>
  readonly notice?: FormPageView['notice']
}

interface Showing extends ShowOptions {
  readonly language: Language
  readonly problems: readonly Problem[]
  readonly isShown: (path: Path) => boolean
  readonly files: ReadonlyMap<string, DraftFile>
  readonly listPage: number
}

/** All problems of a draft as it stands. */
export function draftProblems(draft: Draft, codeLists: ReadonlyMap<string, readonly Choice[]>, now: Date): readonly Problem[] {
  return problemsOf(draft.definition, draft.answers, { today: dayInGermany(now), codeLists })
}

export function showPage(options: ShowOptions): FormPageView {
  const { visit, open, place } = options
  const { draft } = open
  const language = visit.language
  const visibility = visibilityOf(draft.definition, draft.answers)
  const showing: Showing = {
    ...options,
    language,
    problems: draftProblems(draft, options.codeLists, visit.now),
    isShown: (path) => visibility.isShown(path),
    files: new Map(open.files.map((file) => [file.fileId, file])),
    listPage: Math.max(1, Number(visit.query.get('seite') ?? 1) || 1),
  }
  const index = place.path.at(-1)
  const isEntry = typeof index === 'number'
  const name = inLanguage(place.group.entryName ?? place.group.title, language)
  const questions = questionsOf(place.group.members, place.path, showing.isShown)
  const most = place.group.occurs.max
  const count = entriesAt(draft.answers, place.path.slice(0, -1)).length
  const address = isEntry && index >= count ? placeAddress(draft, place.path).replace(/\/\d+$/, '/neu') : placeAddress(draft, place.path)
  const hasFiles = questions.some(({ field }) => field.type === 'file')
  const hint = place.group.hint
  return {
    serviceTitle: inLanguage(open.offer?.title ?? draft.definition.title, language),
    authority: open.authority?.theme,
    title: isEntry ? formsTexts(language).entryOf(name, index + 1) : inLanguage(place.group.title, language),
    ...(hint === undefined || isEntry ? {} : { hint: inLanguage(hint, language) }),
    action: visit.frame.href(hasFiles ? `${address}/mit-dateien` : address),
    isMultipart: hasFiles,
    isEntry,
    mayAddAnother: isEntry && index + 1 >= count && (most === null || index + 1 < most),
    backTo: visit.frame.href(backAddress(draft, place)),
    steps: stepsOf(showing),
    parts: partsOf(showing, place.group.members, place.path, ''),
    errors: options.withErrors || options.fileErrors.size > 0 ? errorsOf(showing) : [],
    marks: marksOf(draft.answers, questions),
    entry: keysAt(draft.answers, place.path).join('.'),
    goal: visit.query.get('dann') === 'pruefen' ? 'pruefen' : '',
    savedClock: draft.revision === 0 ? undefined : formatClock(draft.savedAt),
    ...(draft.removed !== undefined && visit.query.has('entfernt')
      ? { undo: visit.frame.href(`/antrag/${draft.draftId}/rueckgaengig`) }
      : {}),
    ...(draft.correction === undefined ? {} : { correction: draft.correction.reason }),
    ...(options.notice === undefined ? {} : { notice: options.notice }),
    breadcrumb: [],
  }
}

export function backAddress(draft: Draft, place: FormPlace): string {
  const numberAt = place.path.findLastIndex((step) => typeof step === 'number')
  if (numberAt >= 0) {
    const above = place.path.slice(0, numberAt - 1)
    return placeAddress(draft, above.some((step) => typeof step === 'number') ? above : place.path.slice(0, 1))
  }
  const before = pageBefore(draft, String(place.path[0]))
  return before === undefined ? '/mein' : placeAddress(draft, [before.key])
}

function stepsOf(showing: Showing): readonly Step[] {
  const { open, visit, place, language, problems } = showing
  const { draft } = open
  const pages = shownPages(draft).map((page): Step => {
    const isDone = draft.answers[page.key] !== undefined && problemsBelow(problems, [page.key]).length === 0
    const state = page.key === place.path[0] ? 'current' : isDone ? 'done' : 'future'
    const isVisited = draft.answers[page.key] !== undefined
    return {
      label: inLanguage(page.title, language),
      state,
      ...(isVisited ? { href: visit.frame.href(placeAddress(draft, [page.key])) } : {}),
    }
  })
  return [...pages, { label: formsTexts(language).check, state: 'future' }]
}

function partsOf(showing: Showing, members: readonly Member[], at: Path, prefix: string): readonly ShownPart[] {
  return members.flatMap((member): readonly ShownPart[] => {
    const path: Path = [...at, member.key]
    if (!showing.isShown(path)) return []
    if (member.kind === 'field') return [{ kind: 'question', question: questionAt(showing, member, path, prefix + member.key) }]
    if (isRepeated(member))
      return answerAt(showing.open.draft.answers, at) === undefined && at.length > 1 ? [] : [listAtPath(showing, member, path)]
    const hint = member.hint
    const parts = partsOf(showing, member.members, path, `${prefix}${member.key}.`)
    if (parts.length === 0) return []
    return [
      {
        kind: 'group',
        title: inLanguage(member.title, showing.language),
        ...(hint === undefined ? {} : { hint: inLanguage(hint, showing.language) }),
        parts,
      },
    ]
  })
}

function questionAt(showing: Showing, field: Field, path: Path, name: string): ShownQuestion {
  const { open, codeLists, language } = showing
  const { answers, correction } = open.draft
  const given = answerAt(answers, path)
  const offered = given === undefined ? offeredValue(showing, field) : undefined
  const choices = choicesOf(field, codeLists)
  const error = showing.fileErrors.get(name) ?? errorAt(showing, path)
  const uploadTo = `${showing.visit.frame.href(`/antrag/${open.draft.draftId}/dateien`)}?frage=${encodeURIComponent(pathText(path))}${keysAt(
    answers,
    path,
  )
    .map((key) => `&eintrag=${key}`)
    .join('')}`
  return {
    name,
    field,
    value: offered?.value ?? (textAt(answers, path) || (given === undefined ? storedOf(field, field.presetValue ?? '') : '')),
    values: field.type === 'choices' ? textsAt(answers, path) : [],
    choices,
    files: field.type === 'file' ? fileRows(showing, path, language) : [],
    isMarked: correction?.fields.some((marked) => marked === pathText(path)) ?? false,
    ...(offered === undefined ? {} : { origin: offered.origin }),
    ...(error === undefined ? {} : { error }),
    ...(field.type === 'file' && answerAt(answers, path.slice(0, -1)) !== undefined
      ? { uploadTo }
      : field.type === 'file' && path.every((step) => typeof step === 'string')
        ? { uploadTo }
        : {}),
  }
}

/** What the account knows, where it fits the question. */
function offeredValue({ profile, codeLists }: Showing, field: Field): { value: string; origin: 'account' | 'card' } | undefined {
  const known = field.prefill === undefined ? undefined : profile.get(field.prefill)
  if (known === undefined) return undefined
  const choices = choicesOf(field, codeLists)
  const stored = storedOf(field, known.value)
  const value = choices.length > 0 ? findChoice(choices, stored)?.value : stored
  if (value === undefined || value === '' || unreadText(value) !== undefined) return undefined
  return { value, origin: known.level === 'high' ? 'card' : 'account' }
}

function fileRows({ open, files, visit }: Showing, path: Path, language: Language): ShownQuestion['files'] {
  return textsAt(open.draft.answers, path).flatMap((id) => {
    const found = files.get(id)
    if (found === undefined) return []
    return [
      {
        name: found.file.name,
        size: sizeText(found.file.sizeBytes),
        href: visit.frame.href(`/antrag/${open.draft.draftId}/datei/${id}`),
        ...(found.file.scan === 'clean' ? {} : { status: formsTexts(language).notScanned }),
        remove: { name: 'remove-file', value: `${pathText(path)}:${id}` },
      },
    ]
  })
}

function listAtPath(showing: Showing, group: Group, path: Path): ShownPart {
  const { open, language, codeLists } = showing
  const count = entriesAt(open.draft.answers, path).length
  const pages = Math.max(1, Math.ceil(count / entriesShown))
  const current = Math.min(showing.listPage, pages)
  const first = (current - 1) * entriesShown
  const unfinished = new Set(problemsBelow(showing.problems, path).map((problem) => problem.path[path.length]))
  const error = errorAt(showing, path)
  return {
    kind: 'list',
    list: {
      name: pathText(path.slice(1)),
      title: inLanguage(group.title, language),
      ...(group.hint === undefined ? {} : { hint: inLanguage(group.hint, language) }),
      entryName: inLanguage(group.entryName ?? group.title, language),
      entries: Array.from({ length: Math.min(entriesShown, count - first) }, (_, index) => ({
        position: first + index,
        key: keysAt(open.draft.answers, [...path, first + index]).at(-1) ?? '',
        title: entryTitle(group, open.draft.answers, [...path, first + index], language, codeLists),
        isUnfinished: unfinished.has(first + index),
      })),
      count,
      most: group.occurs.max,
      isNeeded: group.occurs.min > 0,
      ...(error === undefined ? {} : { error }),
      pages: { current, count: pages },
    },
  }
}

function errorAt(showing: Showing, path: Path): string | undefined {
  if (!showing.withErrors) return undefined
  const text = pathText(path)
  const found = showing.problems.find((problem) => pathText(problem.path) === text)
  return found === undefined ? undefined : problemText(showing.open.draft.definition, found, showing.language)
}

function errorsOf(showing: Showing): readonly FieldError[] {
  const { open, place, language, fileErrors } = showing
  const files = [...fileErrors].map(([field, message]) => ({ field, message }))
  if (!showing.withErrors) return files
  const own = problemsBelow(showing.problems, place.path).map((problem): FieldError => {
    const rest = problem.path.slice(place.path.length)
    const numberAt = rest.findIndex((step) => typeof step === 'number')
    const list = numberAt < 0 ? undefined : pathText(problem.path.slice(1, place.path.length + numberAt))
    const field = list ?? (problem.member.kind === 'group' ? pathText(problem.path.slice(1)) : pathText(rest))
    return { field, message: problemText(open.draft.definition, problem, language) }
  })
  return [...files, ...own.filter(({ field }) => !fileErrors.has(field))].slice(0, 30)
}
