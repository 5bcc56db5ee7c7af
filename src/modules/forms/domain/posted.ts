// Posted: from the fields of a form to answers, and what two versions of a page disagree on.
import { createHash } from 'node:crypto'
import { answerAt, type Path, pathText, textAt, textsAt, withAnswer } from './answers.ts'
import type { Answer, Answers, Field, Member } from './definition.ts'
import { cleanText, joinDayParts, storedOf } from './values.ts'

/** A question of a page: its name in the form is its path below the page or entry. */
export interface Question {
  readonly name: string
  readonly path: Path
  readonly field: Field
}

/** The fields asked at a place: those of the group and of its single groups, not of its lists. */
export function questionsOf(members: readonly Member[], at: Path, isShown: (path: Path) => boolean, prefix = ''): readonly Question[] {
  return members.flatMap((member): readonly Question[] => {
    const path: Path = [...at, member.key]
    if (!isShown(path)) return []
    const name = prefix + member.key
    if (member.kind === 'field') return [{ name, path, field: member }]
    return member.occurs.max === 1 ? questionsOf(member.members, path, isShown, `${name}.`) : []
  })
}

/** What a page shows beside the fields that it posts: files, notes and lists, by path. */
export function besidesOf(members: readonly Member[], at: Path, isShown: (path: Path) => boolean): readonly string[] {
  return members.flatMap((member): readonly string[] => {
    const path: Path = [...at, member.key]
    if (!isShown(path)) return []
    if (member.kind === 'field') return isPosted(member) ? [] : [pathText(path)]
    return member.occurs.max === 1 ? besidesOf(member.members, path, isShown) : [pathText(path)]
  })
}

/** Whether the form itself gives the answer; files come by their own way. */
export function isPosted(field: Field): boolean {
  return field.type !== 'file' && field.type !== 'note' && field.type !== 'hidden'
}

/** The answer that a posted form gives to a question. */
export function postedAnswer({ name, field }: Question, form: URLSearchParams): Answer {
  if (field.type === 'choices')
    return form
      .getAll(name)
      .map((value) => cleanText(field, value))
      .filter((value) => value !== '')
  if (field.type !== 'day' && field.type !== 'partial-day') return storedOf(field, form.get(name) ?? '')
  const [day, month, year] = ['day', 'month', 'year'].map((part) => form.get(`${name}.${part}`) ?? '')
  return storedOf(field, joinDayParts({ day: day ?? '', month: month ?? '', year: year ?? '' }))
}

/** A short mark of an answer, by which a page remembers what it showed. */
export function markOf(answers: Answers, { path, field }: Question): string {
  const answer = field.type === 'choices' ? textsAt(answers, path) : textAt(answers, path)
  return createHash('sha256').update(JSON.stringify(answer)).digest('base64url').slice(0, 8)
}

/** What a page remembers of the answers it showed: "name=mark" for each question. */
export function marksOf(answers: Answers, questions: readonly Question[]): string {
  return questions
    .filter(({ field }) => isPosted(field))
    .map((question) => `${question.name}=${markOf(answers, question)}`)
    .join(' ')
}

export interface Conflict {
  readonly question: Question
  readonly mine: Answer
  readonly theirs: Answer
}

export interface Merged {
  readonly answers: Answers
  /** Questions that both sides answered anew, and differently; the stored answers stand until the person chooses. */
  readonly conflicts: readonly Conflict[]
}

/**
 * Joins a posted page with what is stored. A question counts as changed by the person where it is no longer
 * what the page showed, and as changed elsewhere where the stored answer no longer is.
 *
 * @param shown the page's marks; a question that is not among them was not on the page and stays as it is
 * @param chosen names whose conflict the person has already decided: for theirs the stored answer stands, for mine the posted
 */
export function mergePosted(
  stored: Answers,
  questions: readonly Question[],
  form: URLSearchParams,
  shown: ReadonlyMap<string, string>,
  chosen: ReadonlyMap<string, 'mine' | 'theirs'> = new Map(),
): Merged {
  let answers = stored
  const conflicts: Conflict[] = []
  for (const question of questions) {
    const mark = shown.get(question.name)
    if (mark === undefined || !isPosted(question.field) || !isIn(form, question) || chosen.get(question.name) === 'theirs') continue
    const mine = postedAnswer(question, form)
    const kept = answerAt(stored, question.path)
    const theirs = kept ?? (question.field.type === 'choices' ? [] : '')
    if (JSON.stringify(mine) === JSON.stringify(theirs)) {
      // An empty answer is one too: what the account offered was cleared, and is not offered again.
      if (kept === undefined) answers = withAnswer(answers, question.path, mine)
      continue
    }
    const withMine = withAnswer(answers, question.path, mine)
    if (chosen.get(question.name) === 'mine' || markOf(stored, question) === mark) answers = withMine
    else if (markOf(withMine, question) !== mark) conflicts.push({ question, mine, theirs })
  }
  return { answers, conflicts }
}

/** Boxes and circles that nobody ticked are not in a form; text that is missing was not sent at all. */
function isIn(form: URLSearchParams, { name, field }: Question): boolean {
  if (field.type === 'day' || field.type === 'partial-day') return form.has(`${name}.day`)
  const isTicked = field.type === 'choice' || field.type === 'choices' || field.type === 'yes-no' || field.type === 'country'
  return isTicked || form.has(name)
}

export function parseMarks(text: string): ReadonlyMap<string, string> {
  const marks = new Map<string, string>()
  for (const pair of text.split(' ')) {
    const at = pair.lastIndexOf('=')
    if (at > 0) marks.set(pair.slice(0, at), pair.slice(at + 1))
  }
  return marks
}
