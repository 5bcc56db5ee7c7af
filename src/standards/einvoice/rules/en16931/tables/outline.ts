// Reads an outline (README.md) into contexts with their rows: which path, in which states, may stand how often.
import type { State, Stated } from '../states.ts'
import { states } from '../states.ts'

/** One rule of a table: how often its path may lead somewhere, counted from one node of the context. */
interface Row extends Stated {
  readonly id: string
  readonly level: 'error' | 'warning'
  readonly least: number
  readonly most: number
}

/** A step of a path: an element (all alternatives lead on alike) or, with '@', an attribute. */
interface Branch {
  readonly names: readonly string[]
  readonly rows: readonly Row[]
  readonly branches: readonly Branch[]
}

/** A path that may stand anywhere in the document, as its steps. */
interface Anywhere {
  readonly steps: readonly string[]
  readonly rows: readonly Row[]
}

/** The rows of one context. */
export interface OutlineContext {
  /** The pattern of the nodes, '*' where the named condition decides alone. */
  readonly pattern: string
  readonly condition?: string
  readonly branches: readonly Branch[]
  readonly anywhere: readonly Anywhere[]
}

interface Line {
  readonly depth: number
  readonly name: string
  readonly rows: readonly Row[]
}

/**
 * Reads an outline.
 *
 * @param family what all its rule ids start with, 'UBL-'
 * @throws Error at module load for a line that is not of the form
 */
export function readOutline(family: string, outline: string): OutlineContext[] {
  const [first, ...sections] = `\n${outline.trim()}`.split('\ncontext ')
  if (first !== '') throw new Error(`an outline starts with a context, not with "${first}"`)
  return sections.map((section) => readContext(family, section))
}

function readContext(family: string, section: string): OutlineContext {
  const [head = '', ...body] = section.split('\n')
  const [pattern = '', condition] = head.split(' where ')
  const lines = body.map((line) => readLine(family, line))
  const anywhere = lines
    .filter((line) => line.name.startsWith('//'))
    .map((line) => ({ steps: line.name.slice(2).split('/'), rows: line.rows }))
  const tree = lines.filter((line) => !line.name.startsWith('//'))
  const { branches, next } = readBranches(tree, 0, 1)
  if (next !== tree.length) throw new Error(`"${tree[next]?.name}" stands too deep in the outline of ${pattern}`)
  return { pattern, ...(condition === undefined ? {} : { condition }), branches, anywhere }
}

function readBranches(lines: readonly Line[], start: number, depth: number): { branches: Branch[]; next: number } {
  const branches: Branch[] = []
  let at = start
  for (let line = lines[at]; line !== undefined && line.depth === depth; line = lines[at]) {
    const below = readBranches(lines, at + 1, depth + 1)
    branches.push({ names: line.name.split(' | '), rows: line.rows, branches: below.branches })
    at = below.next
  }
  return { branches, next: at }
}

function readLine(family: string, line: string): Line {
  const text = line.trimStart()
  const [name = '', ids] = text.split('  ')
  return {
    depth: (line.length - text.length) / 2,
    name,
    rows: ids === undefined ? [] : ids.split(' ').map((sign) => readRow(family, sign)),
  }
}

const rowForm = /^([A-Z]+-\d+)(!?)(?:([≤=≥])(\d+))?(?:\((|[\d.]+)…(|[\d.]+)\))?$/

function readRow(family: string, sign: string): Row {
  const [, id = '', severe = '', relation = '', number = '0', since = '', until = ''] = rowForm.exec(sign) ?? []
  if (id === '') throw new Error(`the outline has a row that cannot be read: "${sign}"`)
  return {
    id: family + id,
    level: severe === '!' ? 'error' : 'warning',
    least: relation === '=' || relation === '≥' ? Number(number) : 0,
    most: relation === '≥' ? Number.POSITIVE_INFINITY : Number(number),
    ...(since === '' ? {} : { since: stateOf(since) }),
    ...(until === '' ? {} : { until: stateOf(until) }),
  }
}

function stateOf(text: string): State {
  const state = states.find((known) => known === text)
  if (state === undefined) throw new Error(`no state of the rules is called "${text}"`)
  return state
}
