// Changes: what a corrected submission says otherwise than the version before it.

export interface AnsweredRow {
  readonly path: string
  readonly label: string
  readonly text: string
  readonly files: readonly string[]
}

export interface AnsweredGroup {
  readonly path: string
  readonly title: string
  readonly depth: number
  readonly rows: readonly AnsweredRow[]
}

export type Change = { readonly kind: 'new' } | { readonly kind: 'changed'; readonly before: string }

export interface Comparison {
  /** By path of the row. */
  readonly changes: ReadonlyMap<string, Change>
  /** Answered before, not asked or not answered any more. */
  readonly gone: readonly AnsweredRow[]
}

/** `fileName` says what a file is called. */
export function compareAnswers(
  current: readonly AnsweredGroup[],
  previous: readonly AnsweredGroup[],
  fileName: (id: string) => string,
): Comparison {
  const said = (row: AnsweredRow): string => (row.files.length > 0 ? row.files.map(fileName).join(', ') : row.text)
  const sameness = (row: AnsweredRow): string => (row.files.length > 0 ? row.files.join(' ') : row.text)
  const earlier = new Map(previous.flatMap((group) => group.rows).map((row) => [row.path, row]))
  const changes = new Map<string, Change>()
  for (const row of current.flatMap((group) => group.rows)) {
    const before = earlier.get(row.path)
    earlier.delete(row.path)
    if (before === undefined) changes.set(row.path, { kind: 'new' })
    else if (sameness(before) !== sameness(row)) changes.set(row.path, { kind: 'changed', before: said(before) })
  }
  const gone = [...earlier.values()].filter((row) => said(row) !== '').map((row) => ({ ...row, text: said(row) }))
  return { changes, gone }
}
