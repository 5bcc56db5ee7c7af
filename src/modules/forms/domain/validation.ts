// Validation: what is still wrong or missing in answers, as problems with their paths.
import type { Day } from '#kernel/dates.ts'
import { entriesAt, type Path, pathText, textAt, textsAt } from './answers.ts'
import { type Visibility, visibilityOf } from './conditions.ts'
import type { Answers, Choice, Field, FormDefinition, Group, Member } from './definition.ts'
import { boundDay, type ReadingProblem, readValue, unreadText } from './values.ts'

export type ProblemKind =
  | ReadingProblem
  | 'missing'
  | 'too-short'
  | 'too-long'
  | 'too-small'
  | 'too-large'
  | 'too-early'
  | 'too-late'
  | 'pattern'
  | 'choice'
  | 'too-few'
  | 'too-many'
  | 'check'

export interface Problem {
  readonly path: Path
  readonly kind: ProblemKind
  readonly member: Member
  /** The bound that was missed, or the number of the failed check. */
  readonly bound?: string
}

/** What the engine needs beside definition and answers. */
export interface Surroundings {
  readonly today: Day
  readonly codeLists: ReadonlyMap<string, readonly Choice[]>
}

interface Inspection extends Surroundings {
  readonly answers: Answers
  readonly visibility: Visibility
  readonly problems: Problem[]
}

/** All problems of a form in the order of its questions; none means it may be submitted. */
export function problemsOf(definition: FormDefinition, answers: Answers, surroundings: Surroundings): readonly Problem[] {
  const inspection: Inspection = { ...surroundings, answers, visibility: visibilityOf(definition, answers), problems: [] }
  for (const page of definition.pages) inspect(inspection, page, [page.key])
  for (const [number, check] of (definition.checks ?? []).entries()) inspectCheck(inspection, definition, check.path, number)
  return inspection.problems
}

/** Problems of one page or entry, and of what lies below it. */
export function problemsBelow(problems: readonly Problem[], path: Path): readonly Problem[] {
  return problems.filter((problem) => path.every((step, index) => problem.path[index] === step))
}

function inspect(inspection: Inspection, member: Member, path: Path): void {
  if (!inspection.visibility.isShown(path)) return
  if (member.kind === 'field') inspectField(inspection, member, path)
  else if (isRepeated(member)) inspectList(inspection, member, path)
  else for (const inner of member.members) inspect(inspection, inner, [...path, inner.key])
}

export function isRepeated(group: Group): boolean {
  return group.occurs.max !== 1
}

function inspectList(inspection: Inspection, group: Group, path: Path): void {
  const { length } = entriesAt(inspection.answers, path)
  const { min, max } = group.occurs
  if (length < min) inspection.problems.push({ path, kind: length === 0 ? 'missing' : 'too-few', member: group, bound: String(min) })
  if (max !== null && length > max) inspection.problems.push({ path, kind: 'too-many', member: group, bound: String(max) })
  for (let index = 0; index < length; index++) {
    for (const inner of group.members) inspect(inspection, inner, [...path, index, inner.key])
  }
}

function inspectField(inspection: Inspection, field: Field, path: Path): void {
  if (field.type === 'note' || field.type === 'hidden') return
  const add = (kind: ProblemKind, bound?: string): void => {
    inspection.problems.push({ path, kind, member: field, ...(bound === undefined ? {} : { bound }) })
  }
  if (field.type === 'file' || field.type === 'choices') {
    const values = textsAt(inspection.answers, path)
    if (values.length < field.occurs.min) add(values.length === 0 ? 'missing' : 'too-few', String(field.occurs.min))
    if (field.occurs.max !== null && field.type === 'file' && values.length > field.occurs.max) add('too-many', String(field.occurs.max))
    if (field.type === 'choices' && !values.every((value) => isChoice(field, value, inspection))) add('choice')
    return
  }
  const stored = textAt(inspection.answers, path)
  if (stored === '') {
    if (field.occurs.min > 0) add('missing')
    return
  }
  const unread = unreadText(stored)
  if (unread !== undefined) {
    const reading = readValue(field, unread)
    if (!reading.ok) add(reading.problem)
    return
  }
  const found = boundsProblem(field, stored, inspection)
  if (found !== undefined) add(found.kind, found.bound)
}

function boundsProblem(field: Field, stored: string, surroundings: Surroundings): { kind: ProblemKind; bound?: string } | undefined {
  const length = [...stored].length
  if (field.type === 'yes-no' ? !['yes', 'no'].includes(stored) : isChosen(field) && !isChoice(field, stored, surroundings))
    return { kind: 'choice' }
  // Its sentence says more than a length does.
  if (field.pattern !== undefined && !patternOf(field.pattern.expression).test(stored)) return { kind: 'pattern' }
  if (field.minLength !== undefined && length < field.minLength) return { kind: 'too-short', bound: String(field.minLength) }
  if (length > (field.maxLength ?? 10_000)) return { kind: 'too-long', bound: String(field.maxLength ?? 10_000) }
  return field.type === 'day' || field.type === 'partial-day' ? dayProblem(field, stored, surroundings.today) : numberProblem(field, stored)
}

function dayProblem(field: Field, stored: string, today: Day): { kind: ProblemKind; bound?: string } | undefined {
  const least = field.minimum === undefined ? undefined : boundDay(field.minimum, today)
  const most = field.maximum === undefined ? undefined : boundDay(field.maximum, today)
  // A partial day is compared as far as it goes.
  if (least !== undefined && stored < least.slice(0, stored.length)) return { kind: 'too-early', bound: least }
  if (most !== undefined && stored > most.slice(0, stored.length)) return { kind: 'too-late', bound: most }
  return undefined
}

function numberProblem(field: Field, stored: string): { kind: ProblemKind; bound?: string } | undefined {
  if (field.type !== 'integer' && field.type !== 'decimal' && field.type !== 'money') return undefined
  if (field.minimum !== undefined && Number(stored) < Number(field.minimum)) return { kind: 'too-small', bound: field.minimum }
  if (field.maximum !== undefined && Number(stored) > Number(field.maximum)) return { kind: 'too-large', bound: field.maximum }
  return undefined
}

function isChosen(field: Field): boolean {
  return field.type === 'choice' || field.type === 'country'
}

export function choicesOf(field: Field, codeLists: Surroundings['codeLists']): readonly Choice[] {
  return field.choices ?? (field.codeList === undefined ? [] : (codeLists.get(field.codeList) ?? []))
}

function isChoice(field: Field, value: string, { codeLists }: Surroundings): boolean {
  const choices = choicesOf(field, codeLists)
  return choices.length === 0 || choices.some((choice) => choice.value === value)
}

const patterns = new Map<string, RegExp>()

function patternOf(expression: string): RegExp {
  let pattern = patterns.get(expression)
  if (pattern === undefined) patterns.set(expression, (pattern = new RegExp(`^(?:${expression})$`, 'u')))
  return pattern
}

function inspectCheck(inspection: Inspection, definition: FormDefinition, path: string, number: number): void {
  const check = definition.checks?.[number]
  const places = placesIn(definition.pages, path.split('.'), [], inspection.answers)
  for (const place of places) {
    if (check === undefined || !inspection.visibility.isShown(place.path) || inspection.visibility.holds(check.valid, place.path)) continue
    if (inspection.problems.some((problem) => pathText(problem.path) === pathText(place.path))) continue
    inspection.problems.push({ ...place, kind: 'check', bound: String(number) })
  }
}

/** Every place of a definition's path in these answers: one for each entry of the lists on the way. */
function placesIn(
  members: readonly Member[],
  steps: readonly string[],
  at: Path,
  answers: Answers,
): readonly { path: Path; member: Member }[] {
  const [step, ...rest] = steps
  const member = members.find((each) => each.key === step)
  if (member === undefined) return []
  const path: Path = [...at, member.key]
  if (rest.length === 0) return [{ path, member }]
  if (member.kind === 'field') return []
  if (!isRepeated(member)) return placesIn(member.members, rest, path, answers)
  return entriesAt(answers, path).flatMap((_, index) => placesIn(member.members, rest, [...path, index], answers))
}
