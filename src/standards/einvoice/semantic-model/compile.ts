// The table of terms made ready for one syntax: paths compiled once, terms under their groups in the model's order.
import { type Path, path } from '../engine/paths.ts'
import { type NameId, nameOf } from '../xml/document.ts'
import type { Condition, Conditions } from './conditions.ts'
import { type Term, type TermType, terms } from './terms.ts'

export type InvoiceSyntax = 'ubl-invoice' | 'ubl-creditnote' | 'cii'

/** One alternative of a term's path. */
export interface Source {
  readonly path: Path
  /** The value is this attribute of the element. */
  readonly attribute?: NameId
  readonly where?: Where
}

export interface Where {
  readonly condition: Condition
  readonly path: Path
  readonly other?: Path
}

export interface CompiledTerm {
  readonly id: string
  readonly type: TermType
  readonly sources: readonly Source[]
  readonly several?: NonNullable<Term['several']>
  /** What stands in a group, in the model's order; empty for a term. */
  readonly parts: readonly CompiledTerm[]
}

/** The whole model in one syntax; the outermost group has no number. */
export function compileModel(syntax: InvoiceSyntax): CompiledTerm {
  return { id: '', type: 'group', sources: [], parts: partsOf('', syntax) }
}

function partsOf(group: string, syntax: InvoiceSyntax): readonly CompiledTerm[] {
  const like = terms[group]?.like
  const own = Object.entries(terms).filter(([, term]) => term.group === group)
  const borrowed = Object.entries(terms).filter(([, term]) => term.group === like && term.type !== 'group')
  const compiled = [...borrowed, ...own].flatMap(([id, term]): CompiledTerm[] => {
    const sources = sourcesOf(term, syntax)
    if (sources.length === 0) return []
    return [{ id, type: term.type, sources, ...several(term, syntax), parts: term.type === 'group' ? partsOf(id, syntax) : [] }]
  })
  if (group !== 'BG-DEX-01') return compiled
  // Sub lines stand under sub lines to any depth: the group is its own last part.
  const itself: CompiledTerm = { id: group, type: 'group', sources: sourcesOf(terms[group], syntax), parts: compiled }
  compiled.push(itself)
  return compiled
}

/** How UBL writes several values is the value's own affair: only CII has terms in several places. */
function several(term: Term, syntax: InvoiceSyntax): Pick<CompiledTerm, 'several'> {
  return syntax === 'cii' && term.several !== undefined ? { several: term.several } : {}
}

function sourcesOf(term: Term | undefined, syntax: InvoiceSyntax): readonly Source[] {
  const text = term === undefined ? undefined : pathOf(term, syntax)
  if (term === undefined || text === undefined) return []
  return text.split(' | ').map((alternative, index) => {
    const [element = '', attribute] = alternative.split(/\/?@/)
    const where = compileWhere(conditionOf(term.where, syntax, index))
    return {
      path: path(element === '' ? '.' : element),
      ...(attribute === undefined ? {} : { attribute: nameOf(`@${attribute}`) }),
      ...(where === undefined ? {} : { where }),
    }
  })
}

/** Where a term stands, relative to its group. */
export function pathOf(term: Term, syntax: InvoiceSyntax): string | undefined {
  if (syntax === 'cii') return term.cii
  return syntax === 'ubl-creditnote' ? (term.creditNote ?? term.ubl) : term.ubl
}

function conditionOf(where: Conditions | undefined, syntax: InvoiceSyntax, alternative: number): Condition | undefined {
  const ubl = syntax === 'ubl-creditnote' ? (where?.creditNote ?? where?.ubl) : where?.ubl
  const condition = syntax === 'cii' ? where?.cii : ubl
  return condition !== undefined && 'path' in condition ? condition : condition?.[alternative]
}

function compileWhere(condition: Condition | undefined): Where | undefined {
  if (condition === undefined) return undefined
  return { condition, path: path(condition.path), ...('same' in condition ? { other: path(condition.same) } : {}) }
}
