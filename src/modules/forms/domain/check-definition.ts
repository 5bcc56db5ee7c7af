// Whether a form definition can be asked: keys, code lists, bounds, conditions and their cycles.
import type { Condition, Field, FormDefinition, Group, Member } from './definition.ts'
import type { Place } from './walk.ts'
import { placesOf } from './walk.ts'

export interface DefinitionFault {
  readonly path: string
  readonly problem:
    | 'key-shape'
    | 'key-twice'
    | 'occurs'
    | 'empty-group'
    | 'unknown-code-list'
    | 'no-choices'
    | 'choice-twice'
    | 'bounds'
    | 'pattern'
    | 'condition-path'
    | 'condition-value'
    | 'condition-cycle'
    | 'page-repeated'
    | 'no-label'
  readonly detail: string
}

const keyShape = /^[a-zA-Z][a-zA-Z0-9]*$/

/** All faults of a definition; an empty list means it can be published. `codeLists` are the names of those known. */
export function checkDefinition(definition: FormDefinition, codeLists: ReadonlySet<string>): DefinitionFault[] {
  const places = placesOf(definition)
  const faults: DefinitionFault[] = [...checkSiblings(definition.pages, '')]
  for (const page of definition.pages) {
    if (page.occurs.max !== 1) faults.push({ path: page.key, problem: 'page-repeated', detail: 'a page stands once' })
  }
  const byPath = new Map(places.map((place) => [place.path, place]))
  for (const place of places) faults.push(...checkMember(place, byPath, codeLists))
  for (const check of definition.checks ?? []) {
    if (!byPath.has(check.path))
      faults.push({ path: check.path, problem: 'condition-path', detail: 'the check stands at a path that does not exist' })
    faults.push(...checkCondition(check.path, check.valid, byPath))
  }
  faults.push(...findCycles(places))
  return faults
}

function checkSiblings(members: readonly Member[], parent: string): DefinitionFault[] {
  const seen = new Set<string>()
  return members.flatMap((member) => {
    const path = parent === '' ? member.key : `${parent}.${member.key}`
    const faults: DefinitionFault[] = []
    if (!keyShape.test(member.key)) faults.push({ path, problem: 'key-shape', detail: `"${member.key}" is not letters and digits` })
    if (seen.has(member.key)) faults.push({ path, problem: 'key-twice', detail: `"${member.key}" stands twice` })
    seen.add(member.key)
    return member.kind === 'group' ? [...faults, ...checkSiblings(member.members, path)] : faults
  })
}

function checkMember({ path, member }: Place, places: ReadonlyMap<string, Place>, codeLists: ReadonlySet<string>): DefinitionFault[] {
  const faults = member.kind === 'field' ? checkField(path, member, codeLists) : checkGroup(path, member)
  const { min, max } = member.occurs
  if (!Number.isInteger(min) || min < 0 || (max !== null && (!Number.isInteger(max) || max < 1 || max < min))) {
    faults.push({ path, problem: 'occurs', detail: `${min}:${max ?? '*'}` })
  }
  return member.when === undefined ? faults : [...faults, ...checkCondition(path, member.when, places)]
}

function checkGroup(path: string, group: Group): DefinitionFault[] {
  const faults: DefinitionFault[] = []
  if (group.title.de === '') faults.push({ path, problem: 'no-label', detail: 'the group has no title' })
  if (group.members.length === 0) faults.push({ path, problem: 'empty-group', detail: 'the group has no members' })
  return faults
}

function checkField(path: string, field: Field, codeLists: ReadonlySet<string>): DefinitionFault[] {
  const faults: DefinitionFault[] = []
  const add = (problem: DefinitionFault['problem'], detail: string) => faults.push({ path, problem, detail })
  if (field.label.de === '') add('no-label', 'the field has no label')
  const takesChoices = field.type === 'choice' || field.type === 'choices' || field.type === 'country'
  if (field.codeList !== undefined && !codeLists.has(field.codeList)) add('unknown-code-list', field.codeList)
  if (takesChoices && field.codeList === undefined && (field.choices ?? []).length === 0)
    add('no-choices', 'neither choices nor a code list')
  if (!takesChoices && (field.codeList !== undefined || field.choices !== undefined))
    add('no-choices', `a field of type ${field.type} takes no choices`)
  const values = (field.choices ?? []).map((choice) => choice.value)
  for (const value of values.filter((each, index) => values.indexOf(each) !== index)) add('choice-twice', value)
  if ((field.minLength ?? 0) > (field.maxLength ?? Number.POSITIVE_INFINITY)) add('bounds', `${field.minLength} > ${field.maxLength}`)
  if (field.occurs.max !== 1 && field.type !== 'file' && field.type !== 'choices')
    add('occurs', `a field of type ${field.type} is answered once`)
  if (field.pattern !== undefined && !isPattern(field.pattern.expression)) add('pattern', field.pattern.expression)
  return faults
}

function isPattern(expression: string): boolean {
  try {
    return new RegExp(`^(?:${expression})$`, 'u') instanceof RegExp
  } catch {
    return false
  }
}

/** Paths a condition looks at, with the values it compares them to. */
function leavesOf(condition: Condition): { path: string; values: readonly string[] }[] {
  if ('all' in condition) return condition.all.flatMap(leavesOf)
  if ('any' in condition) return condition.any.flatMap(leavesOf)
  if ('not' in condition) return leavesOf(condition.not)
  if ('equals' in condition) return [{ path: condition.path, values: [condition.equals] }]
  return [{ path: condition.path, values: 'oneOf' in condition ? condition.oneOf : [] }]
}

function checkCondition(path: string, condition: Condition, places: ReadonlyMap<string, Place>): DefinitionFault[] {
  return leavesOf(condition).flatMap(({ path: seen, values }): DefinitionFault[] => {
    const place = places.get(seen)
    if (place === undefined) return [{ path, problem: 'condition-path', detail: seen }]
    const allowed = allowedValues(place.member)
    return values
      .filter((value) => allowed !== undefined && !allowed.includes(value))
      .map((value) => ({ path, problem: 'condition-value', detail: `${seen} is never "${value}"` }))
  })
}

function allowedValues(member: Member): readonly string[] | undefined {
  if (member.kind === 'group') return undefined
  if (member.type === 'yes-no') return ['yes', 'no']
  return member.choices?.map((choice) => choice.value)
}

/** Conditions of a member count for all below it; a member must not depend on itself, however far round. */
function findCycles(places: readonly Place[]): DefinitionFault[] {
  const dependencies = new Map<string, string[]>()
  for (const { path, member } of places) {
    const parent = path.includes('.') ? [path.slice(0, path.lastIndexOf('.'))] : []
    dependencies.set(path, [...parent, ...(member.when === undefined ? [] : leavesOf(member.when).map((leaf) => leaf.path))])
  }
  const state = new Map<string, 'open' | 'done'>()
  const faults: DefinitionFault[] = []
  const visit = (path: string, trail: readonly string[]): void => {
    if (state.get(path) === 'done') return
    if (state.get(path) === 'open') {
      faults.push({ path, problem: 'condition-cycle', detail: [...trail.slice(trail.indexOf(path)), path].join(' → ') })
      return
    }
    state.set(path, 'open')
    for (const next of dependencies.get(path) ?? []) visit(next, [...trail, path])
    state.set(path, 'done')
  }
  for (const path of dependencies.keys()) visit(path, [])
  return faults
}
