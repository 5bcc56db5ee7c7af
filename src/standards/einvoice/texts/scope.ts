// The values of terms as a finding sees them: those of its own line or group, else those of the invoice.

import { terms } from '../semantic-model/terms.ts'
import { type GroupEntry, readTree, type TermEntry } from '../semantic-model/tree.ts'
import type { ElementNode, XmlDocument } from '../xml/document.ts'

const trees = new WeakMap<XmlDocument, GroupEntry>()

/** The groups around a place, outermost first; only the invoice itself where the document is none. */
export function scopesAt(document: XmlDocument, node: ElementNode): readonly GroupEntry[] {
  const scopes: GroupEntry[] = [treeOf(document)]
  for (let scope = scopes[0]; scope !== undefined; ) {
    const inner: GroupEntry | undefined = scope.entries.find(
      (entry): entry is GroupEntry => entry.type === 'group' && entry.node > 0 && holds(document, entry.node, node),
    )
    if (inner !== undefined) scopes.push(inner)
    scope = inner
  }
  return scopes
}

function treeOf(document: XmlDocument): GroupEntry {
  const known = trees.get(document)
  if (known !== undefined) return known
  const tree = readTree(document) ?? { id: '', type: 'group', node: 0, entries: [] }
  trees.set(document, tree)
  return tree
}

function holds(document: XmlDocument, ancestor: ElementNode, node: ElementNode): boolean {
  return node >= ancestor && node <= document.lastDescendant(ancestor)
}

/** All entries of a term in the innermost scope it belongs to; in the lines proper, not in sub lines under them. */
export function entriesOf(scopes: readonly GroupEntry[], id: string): readonly TermEntry[] {
  const chain = groupsAround(id)
  const scope = scopes.findLast(({ id: group }) => group === '' || chain.includes(group) || chain.includes(terms[group]?.like ?? '-'))
  return scope === undefined ? [] : collect(scope, id)
}

function groupsAround(id: string): readonly string[] {
  const group = terms[id]?.group ?? ''
  return group === '' ? [] : [group, ...groupsAround(group)]
}

function collect(group: GroupEntry, id: string): readonly TermEntry[] {
  return group.entries.flatMap((entry): readonly TermEntry[] => {
    if (entry.type !== 'group') return entry.id === id ? [entry] : []
    return entry.id === 'BG-DEX-01' ? [] : collect(entry, id)
  })
}

/** The groups of one kind anywhere below. */
export function groupsBelow(group: GroupEntry, id: string): readonly GroupEntry[] {
  return group.entries.flatMap((entry): readonly GroupEntry[] =>
    entry.type !== 'group' ? [] : entry.id === id ? [entry] : groupsBelow(entry, id),
  )
}
