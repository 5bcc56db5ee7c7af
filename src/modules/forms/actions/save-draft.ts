// Saves a draft: whatever was typed is kept, valid or not; other tabs and devices are never overwritten silently.
import { type Database, inTransaction } from '#database'
import type { OwnerId } from '#kernel/actors.ts'
import { done, type Outcome, refused } from '#kernel/outcome.ts'
import { answerAt, entriesAt, isEntries, isGroup, type Path, withAnswer, withEntryAt } from '../domain/answers.ts'
import { visibilityOf } from '../domain/conditions.ts'
import type { Answers, Group } from '../domain/definition.ts'
import type { Draft, DraftId, RemovedEntry } from '../domain/draft.ts'
import { locate, newEntry } from '../domain/entry-keys.ts'
import { besidesOf, type Conflict, isPosted, mergePosted, parseMarks, type Question, questionsOf } from '../domain/posted.ts'
import { lockDraft } from '../reads.ts'
import { saveAnswers } from '../writes.ts'
import { laterExpiry } from './start-draft.ts'

export interface DraftAt {
  readonly owner: OwnerId
  readonly draftId: DraftId
  readonly now: Date
}

export type SaveRefusal = 'unknown' | 'not-open'

/** One change of the answers under lock; the same answers are not saved again. */
export async function changeDraft(
  database: Database,
  at: DraftAt,
  change: (draft: Draft) => { readonly answers: Answers; readonly removed?: RemovedEntry | undefined } | undefined,
): Promise<Outcome<Draft, SaveRefusal>> {
  return inTransaction(database, { owner: at.owner }, async (transaction) => {
    const draft = await lockDraft(transaction, at.owner, at.draftId)
    if (draft === undefined) return refused('unknown')
    if (draft.state !== 'open') return refused('not-open')
    const changed = change(draft)
    if (changed === undefined || (changed.answers === draft.answers && changed.removed === draft.removed)) return done(draft)
    const { now } = at
    const revision = await saveAnswers(transaction, at.owner, at.draftId, {
      ...changed,
      expiresAt: laterExpiry(draft, now),
      now,
      isLast: true,
    })
    const { removed: _, ...others } = draft
    return done({
      ...others,
      answers: changed.answers,
      revision,
      savedAt: now,
      ...(changed.removed === undefined ? {} : { removed: changed.removed }),
    })
  })
}

/** A place that is filled in: a page, or an entry of a list. */
export interface FormPlace {
  readonly group: Group
  /** Of the page or entry; for an entry it ends with its position, which may be one behind the last. */
  readonly path: Path
}

export interface SavedPage {
  readonly draft: Draft
  readonly place: FormPlace
  readonly questions: readonly Question[]
  readonly conflicts: readonly Conflict[]
  /** Other questions are asked here now than the page showed. */
  readonly asksOther: boolean
  /** Questions of the page are no longer asked. */
  readonly asksLess: boolean
}

/**
 * Saves what was posted from a page, which `placeIn` finds in the draft as it is under lock. `form` carries the fields, `marks` what
 * the page had shown, and `choose.<name>` = mine | theirs where the person has decided a conflict.
 */
export async function savePage(
  database: Database,
  at: DraftAt,
  placeIn: (draft: Draft) => FormPlace | undefined,
  form: URLSearchParams,
): Promise<Outcome<SavedPage, SaveRefusal | 'no-place'>> {
  let conflicts: readonly Conflict[] = []
  let besides: readonly string[] = []
  let place: FormPlace | undefined
  const shown = parseMarks(form.get('marks') ?? '')
  const saved = await changeDraft(database, at, (draft) => {
    place = placeIn(draft)
    if (place === undefined || !mayStand(draft.answers, place)) {
      place = undefined
      return undefined
    }
    besides = besidesAt(draft, place)
    const merged = mergePosted(withPlace(draft.answers, place), allQuestions(place), form, shown, chosenIn(form))
    conflicts = merged.conflicts
    return { answers: merged.answers, removed: draft.removed }
  })
  if (!saved.ok) return saved
  if (place === undefined) return refused('no-place')
  const questions = questionsAt(saved.value, place)
  const asked = new Set(questions.filter(({ field }) => isPosted(field)).map(({ name }) => name))
  const now = besidesAt(saved.value, place)
  const isMore = [...asked].some((name) => !shown.has(name)) || now.some((path) => !besides.includes(path))
  const asksOther = chosenIn(form).size === 0 && isMore
  const asksLess = [...shown.keys()].some((name) => !asked.has(name)) || besides.some((path) => !now.includes(path))
  return done({ draft: saved.value, place, questions, conflicts, asksOther, asksLess })
}

/** The questions asked at a place with the answers as they are. */
export function questionsAt(draft: Pick<Draft, 'definition' | 'answers'>, place: FormPlace): readonly Question[] {
  const visibility = visibilityOf(draft.definition, draft.answers)
  return questionsOf(place.group.members, place.path, (path) => visibility.isShown(path))
}

function besidesAt(draft: Pick<Draft, 'definition' | 'answers'>, place: FormPlace): readonly string[] {
  const visibility = visibilityOf(draft.definition, draft.answers)
  return besidesOf(place.group.members, place.path, (path) => visibility.isShown(path))
}

/** Takes the entry that a page showed out of its list, wherever it is now; it can be put back until the next one is taken out. */
export async function removeEntry(
  database: Database,
  at: DraftAt,
  { path, keys }: { readonly path: Path; readonly keys: readonly string[] },
): Promise<Outcome<Draft, SaveRefusal | 'no-entry'>> {
  let isMissing = false
  const saved = await changeDraft(database, at, (draft) => {
    const located = locate(draft.answers, path, keys)
    const entry = located && answerAt(draft.answers, located)
    const index = located?.at(-1)
    isMissing = located === undefined || typeof index !== 'number' || !isGroup(entry)
    if (located === undefined || typeof index !== 'number' || !isGroup(entry)) return undefined
    return { answers: withAnswer(draft.answers, located, undefined), removed: { path: located.slice(0, -1), index, entry } }
  })
  return saved.ok && isMissing ? refused('no-entry') : saved
}

/** Puts the entry taken out last back to its place. */
export async function restoreEntry(database: Database, at: DraftAt): Promise<Outcome<RemovedEntry | undefined, SaveRefusal>> {
  let removed: RemovedEntry | undefined
  const saved = await changeDraft(database, at, (draft) => {
    removed = draft.removed
    if (removed === undefined) return undefined
    return { answers: withEntryAt(draft.answers, removed.path, removed.index, removed.entry), removed: undefined }
  })
  return saved.ok ? done(removed) : saved
}

function chosenIn(form: URLSearchParams): ReadonlyMap<string, 'mine' | 'theirs'> {
  const chosen = new Map<string, 'mine' | 'theirs'>()
  for (const [name, value] of form) {
    if (name.startsWith('choose.') && (value === 'mine' || value === 'theirs')) chosen.set(name.slice('choose.'.length), value)
  }
  return chosen
}

function allQuestions(place: FormPlace): readonly Question[] {
  return questionsOf(place.group.members, place.path, () => true)
}

function mayStand(answers: Answers, { path }: FormPlace): boolean {
  const index = path.at(-1)
  if (typeof index !== 'number') return true
  const list = path.slice(0, -1)
  const parent = answerAt(answers, list.slice(0, -1))
  const isNested = list.some((step) => typeof step === 'number')
  return index <= entriesAt(answers, list).length && (!isNested || isGroup(parent))
}

/** A new entry exists from the first save on, even while it is empty. */
function withPlace(answers: Answers, { path }: FormPlace): Answers {
  if (typeof path.at(-1) !== 'number' || answerAt(answers, path) !== undefined) return answers
  const list = answerAt(answers, path.slice(0, -1))
  return withAnswer(isEntries(list) ? answers : withAnswer(answers, path.slice(0, -1), []), path, newEntry())
}
