// Conditions: which parts of a form are asked, given what was answered so far.
import { isEntries, isGroup, type Path } from './answers.ts'
import type { Answer, Answers, Condition, FormDefinition, Member } from './definition.ts'

/** Tells whether the member at a path is asked; paths name list positions. */
export interface Visibility {
  isShown(path: Path): boolean
  holds(condition: Condition, at: Path): boolean
}

interface Knowledge {
  readonly answers: Answers
  readonly conditions: ReadonlyMap<string, Condition>
  readonly steps: Map<string, readonly string[]>
  readonly known: Map<string, boolean>
  readonly asking: Set<string>
}

/**
 * What is hidden counts as not answered. Inside a list a condition looks at its own entry;
 * from outside it holds if any entry satisfies it.
 */
export function visibilityOf(definition: FormDefinition, answers: Answers): Visibility {
  const knowledge: Knowledge = { answers, conditions: conditionsOf(definition), steps: new Map(), known: new Map(), asking: new Set() }
  return {
    isShown: (path) => isShown(knowledge, path),
    holds: (condition, at) => holds(knowledge, condition, at),
  }
}

const collected = new WeakMap<FormDefinition, ReadonlyMap<string, Condition>>()

function conditionsOf(definition: FormDefinition): ReadonlyMap<string, Condition> {
  const kept = collected.get(definition)
  if (kept !== undefined) return kept
  const conditions = new Map<string, Condition>()
  const visit = (members: readonly Member[], parent: string): void => {
    for (const member of members) {
      const path = parent === '' ? member.key : `${parent}.${member.key}`
      if (member.when !== undefined) conditions.set(path, member.when)
      if (member.kind === 'group') visit(member.members, path)
    }
  }
  visit(definition.pages, '')
  collected.set(definition, conditions)
  return conditions
}

function isShown(knowledge: Knowledge, path: Path): boolean {
  if (knowledge.conditions.size === 0) return true
  let keys = ''
  for (let end = 1; end <= path.length; end++) {
    const step = path[end - 1]
    if (typeof step === 'number') continue
    keys = keys === '' ? (step ?? '') : `${keys}.${step}`
    const condition = knowledge.conditions.get(keys)
    if (condition !== undefined && !holdsOnce(knowledge, condition, path.slice(0, end))) return false
  }
  return true
}

/** Each condition is judged once for each place; one that asks about itself counts as shown. */
function holdsOnce(knowledge: Knowledge, condition: Condition, at: Path): boolean {
  const name = at.join('.')
  const known = knowledge.known.get(name)
  if (known !== undefined) return known
  if (knowledge.asking.has(name)) return true
  knowledge.asking.add(name)
  const result = holds(knowledge, condition, at)
  knowledge.asking.delete(name)
  knowledge.known.set(name, result)
  return result
}

function holds(knowledge: Knowledge, condition: Condition, at: Path): boolean {
  if ('all' in condition) return condition.all.every((part) => holds(knowledge, part, at))
  if ('any' in condition) return condition.any.some((part) => holds(knowledge, part, at))
  if ('not' in condition) return !holds(knowledge, condition.not, at)
  const values = valuesOf(knowledge, condition.path, at)
  if ('isAnswered' in condition) return values.some((value) => value !== '') === condition.isAnswered
  if ('equals' in condition) return values.includes(condition.equals)
  return values.some((value) => condition.oneOf.includes(value))
}

function valuesOf(knowledge: Knowledge, text: string, at: Path): readonly string[] {
  let steps = knowledge.steps.get(text)
  if (steps === undefined) knowledge.steps.set(text, (steps = text.split('.')))
  const values: string[] = []
  collect(knowledge, { node: knowledge.answers, steps, path: [], at, isSame: true }, values)
  return values
}

interface Walk {
  readonly node: Answer | undefined
  readonly steps: readonly string[]
  readonly path: Path
  /** Where the condition stands, and whether the walk is still on the way there. */
  readonly at: Path
  readonly isSame: boolean
}

function collect(knowledge: Knowledge, walk: Walk, values: string[]): void {
  const { node, steps, path, at } = walk
  if (node === undefined) return
  if (isEntries(node) && (node.length > 0 || steps.length > 0)) {
    const own = at[path.length]
    if (walk.isSame && typeof own === 'number') {
      collect(knowledge, { ...walk, node: node[own], path: [...path, own] }, values)
    } else if (steps.length === 0) values.push('entries')
    else node.forEach((entry, index) => collect(knowledge, { ...walk, node: entry, path: [...path, index], isSame: false }, values))
    return
  }
  const [step, ...rest] = steps
  if (step !== undefined) {
    if (!isGroup(node)) return
    collect(
      knowledge,
      { node: node[step], steps: rest, path: [...path, step], at, isSame: walk.isSame && at[path.length] === step },
      values,
    )
  } else if (isShown(knowledge, path)) {
    if (typeof node === 'string') values.push(node)
    else if (Array.isArray(node)) values.push(...node.filter((each) => typeof each === 'string'))
    else if (Object.keys(node).length > 0) values.push('group')
  }
}
