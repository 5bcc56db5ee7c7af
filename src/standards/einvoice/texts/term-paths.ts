// Which term stands at a path of elements, as far as the table of terms says; else the group around it.
import { type InvoiceSyntax, pathOf } from '../semantic-model/compile.ts'
import { terms } from '../semantic-model/terms.ts'

const known = new Map<string, string>()

for (const syntax of ['ubl-invoice', 'ubl-creditnote', 'cii'] satisfies readonly InvoiceSyntax[]) {
  for (const [id, term] of Object.entries(terms)) {
    for (const path of fullPaths(id, syntax)) {
      if (!known.has(path) || term.type !== 'group') known.set(path, known.get(path) ?? id)
    }
  }
}

function fullPaths(id: string, syntax: InvoiceSyntax): readonly string[] {
  const term = terms[id]
  const path = term === undefined ? undefined : pathOf(term, syntax)
  if (term === undefined || path === undefined || id.startsWith('BG-DEX')) return []
  const groups = term.group === '' ? [''] : fullPaths(term.group, syntax)
  return path.split(' | ').flatMap((one) => groups.flatMap((group) => joined(group, one)))
}

/** Paths that lead out of their group are left out; the names of elements below are found without them. */
function joined(group: string, path: string): readonly string[] {
  if (path.startsWith('/') || path.startsWith('..')) return []
  if (path === '.') return group === '' ? [] : [group]
  return [group === '' ? path : `${group}/${path}`]
}

/** The term at the path, or the innermost group or term on the way to it; undefined if the model knows no part of it. */
export function termAt(path: string): string | undefined {
  const steps = path
    .replace(/^\/(ubl:Invoice|cn:CreditNote|rsm:CrossIndustryInvoice)\/?/, '')
    .replaceAll(/\[\d+\]/g, '')
    .split('/')
  for (let length = steps.length; length > 0; length -= 1) {
    const found = known.get(steps.slice(0, length).join('/'))
    if (found !== undefined) return found
  }
  return undefined
}
