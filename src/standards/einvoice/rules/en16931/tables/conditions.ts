// The few words that rules by hand are made of: conditions on what paths lead to.
import { count, each, has, path, texts } from '../../../engine/paths.ts'
import type { Condition } from '../../../engine/rules.ts'
import { oncePerDocument } from '../once-per-document.ts'

/** Some text at the path satisfies the test. */
export function some(at: string, test: (text: string) => boolean): Condition {
  const compiled = path(at)
  return (document, node) => texts(document, node, compiled).some(test)
}

/** Something is at the path. */
export function present(at: string): Condition {
  const compiled = path(at)
  return (document, node) => has(document, node, compiled)
}

/** The same from the document's root, asked once per document however many nodes ask. */
export function presentInDocument(at: string): Condition {
  const compiled = path(at)
  return oncePerDocument((document) => has(document, 0, compiled))
}

/** So many hits at the path are right, or so many of those that satisfy a condition. */
export function counts(at: string, isRight: (count: number) => boolean, condition?: Condition): Condition {
  const compiled = path(at)
  if (condition === undefined) return (document, node) => isRight(count(document, node, compiled))
  return (document, node) => isRight(each(document, node, compiled).filter((hit) => condition(document, hit)).length)
}

/** At most one hit at the path satisfies the condition. */
export function oneAtMost(at: string, condition: Condition): Condition {
  return counts(at, (found) => found <= 1, condition)
}

/** No hit at the path satisfies the condition. */
export function none(at: string, condition: Condition): Condition {
  return counts(at, (found) => found === 0, condition)
}

/** All texts at the path are alike, once they are made ready to compare. */
export function alike(at: string, ready: (text: string) => string = (text) => text): Condition {
  const compiled = path(at)
  return (document, node) => {
    const found = texts(document, node, compiled).map(ready)
    return found.every((text) => text === found[0])
  }
}

export function not(condition: Condition): Condition {
  return (document, node) => !condition(document, node)
}

export function all(...conditions: readonly Condition[]): Condition {
  return (document, node) => conditions.every((condition) => condition(document, node))
}

export function any(...conditions: readonly Condition[]): Condition {
  return (document, node) => conditions.some((condition) => condition(document, node))
}
