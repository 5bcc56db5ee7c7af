// What a node must fulfil besides its path to be a certain business term, as plain facts.

export type Condition =
  /** Some hit of the path has one of these texts. */
  | { readonly path: string; readonly is: readonly string[] }
  /** Some hit has another text; without a hit it is not fulfilled. */
  | { readonly path: string; readonly differs: string }
  /** No hit has this text. */
  | { readonly path: string; readonly none: string }
  | { readonly path: string; readonly present: boolean }
  /** Some hit has the text of some hit of the other path. */
  | { readonly path: string; readonly same: string }

/** One condition, or one per alternative of the term's path. */
type PerAlternative = Condition | readonly (Condition | undefined)[]

export interface Conditions {
  readonly ubl?: PerAlternative
  /** Where a credit note has another one than an invoice. */
  readonly creditNote?: PerAlternative
  readonly cii?: PerAlternative
}

export const is = (path: string, ...texts: string[]): Condition => ({ path, is: texts })
export const differs = (path: string, text: string): Condition => ({ path, differs: text })
export const none = (path: string, text: string): Condition => ({ path, none: text })
export const present = (path: string): Condition => ({ path, present: true })
export const absent = (path: string): Condition => ({ path, present: false })
export const same = (path: string, other: string): Condition => ({ path, same: other })
