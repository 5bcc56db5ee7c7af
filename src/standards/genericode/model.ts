// A code list: what it is, its columns, its rows.

export interface CodeListColumn {
  readonly id: string
  readonly isRequired: boolean
}

/** Values by column id; a column without a value is left out. */
export type CodeListRow = Readonly<Record<string, string>>

export interface CodeList {
  readonly shortName: string
  readonly longName?: string
  readonly version: string
  readonly canonicalUri: string
  readonly canonicalVersionUri: string
  readonly columns: readonly CodeListColumn[]
  /** The columns of the first key: what a row is found by. */
  readonly keyColumns: readonly string[]
  readonly rows: readonly CodeListRow[]
  /** Rows that were left out, each with the line it ends in and the reason. */
  readonly faults: readonly { readonly line: number; readonly reason: string }[]
}

export const genericodeNamespace = 'http://docs.oasis-open.org/codelist/ns/genericode/1.0/'
