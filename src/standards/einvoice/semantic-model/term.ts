// What is said of one business group or term.
import type { Conditions } from './conditions.ts'

export type TermType =
  | 'amount'
  | 'binary'
  | 'code'
  | 'date'
  | 'group'
  | 'identifier'
  | 'percentage'
  | 'quantity'
  | 'reference'
  | 'text'
  | 'unit price'

export interface Term {
  /** The group it stands in; '' is the invoice itself. */
  readonly group: string
  readonly type: TermType
  /** Path in a UBL invoice, relative to the group's node; absent where the syntax has no place for it. */
  readonly ubl?: string
  /** Path in a UBL credit note where it differs from the invoice. */
  readonly creditNote?: string
  readonly cii?: string
  /** What a node must also fulfil: one condition per alternative ('a | b') of the path. */
  readonly where?: Conditions
  /** Several hits in CII are one value: all of them joined by semicolons, only the first, or one per distinct text. */
  readonly several?: 'joined' | 'first' | 'distinct'
  /** A group of sub invoice lines that holds the same terms as that group of the lines. */
  readonly like?: string
}

type Rest = Pick<Term, 'where' | 'creditNote' | 'several' | 'like'>

/** A term of the tables. */
export const term = (group: string, type: TermType, ubl: string | undefined, cii: string | undefined, rest: Rest = {}): Term => ({
  group,
  type,
  ...(ubl === undefined ? {} : { ubl }),
  ...(cii === undefined ? {} : { cii }),
  ...rest,
})
