// The business groups and terms (BG, BT) of EN 16931 and of the XRechnung extension, by number.
import { invoiceTerms } from './tables/invoice-terms.ts'
import { lineTerms } from './tables/line-terms.ts'
import type { Term } from './term.ts'

export type { Term, TermType } from './term.ts'

/** In the order of the semantic model. */
export const terms: Readonly<Record<string, Term>> = { ...invoiceTerms, ...lineTerms }
