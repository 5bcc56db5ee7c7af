// Answers: reading and changing the tree that mirrors the definition, by path.
import type { Answer, Answers } from './definition.ts'

/** Keys and list positions from the root. */
export type Path = readonly (string | number)[]

export function pathText(path: Path): string {
  return path.join('.')
}

export function parsePath(text: string): Path {
  return text.split('.').map((part) => (/^\d+$/.test(part) ? Number(part) : part))
}

export function isEntries(answer: Answer | undefined): answer is readonly Answers[] {
  return Array.isArray(answer) && answer.every((entry) => typeof entry === 'object' && !Array.isArray(entry))
}

export function isTexts(answer: Answer | undefined): answer is readonly string[] {
  return Array.isArray(answer) && answer.every((text) => typeof text === 'string')
}

export function isGroup(answer: Answer | undefined): answer is Answers {
  return typeof answer === 'object' && !Array.isArray(answer)
}

export function answerAt(answers: Answers, path: Path): Answer | undefined {
  let node: Answer | undefined = answers
  for (const step of path) {
    if (typeof step === 'number') node = isEntries(node) ? node[step] : undefined
    else node = isGroup(node) ? ownAnswer(node, step) : undefined
    if (node === undefined) return undefined
  }
  return node
}

export function textAt(answers: Answers, path: Path): string {
  const answer = answerAt(answers, path)
  return typeof answer === 'string' ? answer : ''
}

export function textsAt(answers: Answers, path: Path): readonly string[] {
  const answer = answerAt(answers, path)
  return isTexts(answer) ? answer : []
}

export function entriesAt(answers: Answers, path: Path): readonly Answers[] {
  const answer = answerAt(answers, path)
  return isEntries(answer) ? answer : []
}

/** The answers with one changed; an undefined answer is taken out. A position just behind a list adds to it. */
export function withAnswer(answers: Answers, path: Path, answer: Answer | undefined): Answers {
  const [step, ...rest] = path
  if (typeof step !== 'string') throw new TypeError('a path begins with a key')
  const here = ownAnswer(answers, step)
  const changed = rest.length === 0 ? answer : changedBelow(here, rest, answer)
  const { [step]: _, ...others } = answers
  return changed === undefined ? others : { ...others, [step]: changed }
}

function changedBelow(here: Answer | undefined, rest: Path, answer: Answer | undefined): Answer {
  const [step, ...deeper] = rest
  if (typeof step !== 'number') return withAnswer(isGroup(here) ? here : {}, rest, answer)
  const entries = [...(isEntries(here) ? here : [])]
  if (step > entries.length) throw new RangeError(`no entry ${step}`)
  if (deeper.length === 0 && answer === undefined) return entries.toSpliced(step, 1)
  const changed = deeper.length === 0 ? answer : withAnswer(entries[step] ?? {}, deeper, answer)
  if (!isGroup(changed)) throw new TypeError('an entry of a list is a group')
  entries[step] = changed
  return entries
}

/** An entry put back where it was. */
export function withEntryAt(answers: Answers, path: Path, index: number, entry: Answers): Answers {
  const entries = entriesAt(answers, path)
  return withAnswer(answers, path, entries.toSpliced(Math.min(index, entries.length), 0, entry))
}

function ownAnswer(group: Answers, key: string): Answer | undefined {
  return Object.hasOwn(group, key) ? group[key] : undefined
}
