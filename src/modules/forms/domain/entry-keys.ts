// Keys of list entries: by them a page finds its entry again when others were taken out before it.
import { randomBytes } from 'node:crypto'
import { answerAt, entriesAt, isEntries, isGroup, type Path } from './answers.ts'
import type { Answer, Answers } from './definition.ts'

/** No question can have this name; what is submitted holds questions only, so the keys stay in the draft. */
const keyName = '#'

export function newEntry(): Answers {
  return { [keyName]: randomBytes(6).toString('base64url') }
}

/** The key of an entry; empty for one from before there were keys. */
function keyOf(entry: Answers): string {
  const key = entry[keyName]
  return typeof key === 'string' ? key : ''
}

/** The same answers with a key for each entry that has none. */
export function withEntryKeys(answers: Answers): Answers {
  const keyed = (answer: Answer): Answer => {
    if (isEntries(answer))
      return answer.map((entry) => (keyOf(entry) === '' ? { ...withEntryKeys(entry), ...newEntry() } : withEntryKeys(entry)))
    return isGroup(answer) ? withEntryKeys(answer) : answer
  }
  return Object.fromEntries(Object.entries(answers).map(([name, answer]) => [name, keyed(answer)]))
}

/** The keys of the entries that a path leads through, in its order. */
export function keysAt(answers: Answers, path: Path): readonly string[] {
  return path.flatMap((step, index) => {
    if (typeof step !== 'number') return []
    const entry = answerAt(answers, path.slice(0, index + 1))
    return isGroup(entry) ? [keyOf(entry)] : ['']
  })
}

/**
 * Where the entries of a path are now: a page says their keys, and positions move when others are taken out.
 *
 * @param keys in the order of the path's positions; where one is missing or empty, the position counts
 * @returns undefined if an entry with such a key is not there any more
 */
export function locate(answers: Answers, path: Path, keys: readonly string[]): Path | undefined {
  const located: (string | number)[] = []
  let next = 0
  for (const step of path) {
    if (typeof step === 'string') {
      located.push(step)
      continue
    }
    const key = keys[next] ?? ''
    next += 1
    const position = key === '' ? step : entriesAt(answers, located).findIndex((entry) => keyOf(entry) === key)
    if (position < 0) return undefined
    located.push(position)
  }
  return located
}

/** As pages carry them: "k1.k2". */
export function parseKeys(text: string | null): readonly string[] {
  return text === null || !/^[\w.-]{1,200}$/.test(text) ? [] : text.split('.')
}
