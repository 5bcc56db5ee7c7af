// A document as the semantic model: groups and terms in order, whatever the syntax.
import { type ElementNode, nameOf, type XmlDocument } from '../xml/document.ts'
import { type CompiledTerm, compileModel, type InvoiceSyntax } from './compile.ts'
import { type Place, placesOf, textAt } from './find.ts'
import type { TermType } from './terms.ts'
import { isoDay } from './values.ts'

/** A term with its value; what an identifier or a file says about itself stands in the attributes. */
export interface TermEntry {
  readonly id: string
  readonly type: Exclude<TermType, 'group'>
  readonly node: ElementNode
  /** As written; a date as year-month-day where it is one; the content of a file is left out: read it from the node. */
  readonly value: string
  readonly attributes: ValueAttributes
}

export interface ValueAttributes {
  readonly scheme?: string
  readonly schemeVersion?: string
  readonly mimeCode?: string
  readonly filename?: string
}

export interface GroupEntry {
  readonly id: string
  readonly type: 'group'
  readonly node: ElementNode
  readonly entries: readonly Entry[]
}

export type Entry = TermEntry | GroupEntry

const roots: readonly (readonly [number, InvoiceSyntax])[] = [
  [nameOf('ubl:Invoice'), 'ubl-invoice'],
  [nameOf('cn:CreditNote'), 'ubl-creditnote'],
  [nameOf('rsm:CrossIndustryInvoice'), 'cii'],
]
const models: Readonly<Record<InvoiceSyntax, CompiledTerm>> = {
  'ubl-invoice': compileModel('ubl-invoice'),
  'ubl-creditnote': compileModel('ubl-creditnote'),
  cii: compileModel('cii'),
}
const listId = nameOf('@listID')
const schemeId = nameOf('@schemeID')
const listVersionId = nameOf('@listVersionID')
const schemeVersionId = nameOf('@schemeVersionID')
const mimeCode = nameOf('@mimeCode')
const filename = nameOf('@filename')

/** The syntax of a document by its root element; undefined if it is no invoice. */
export function syntaxOf(document: XmlDocument): InvoiceSyntax | undefined {
  return roots.find(([name]) => name === document.nameId(0))?.[1]
}

/**
 * The terms of an invoice as they would be in the official semantic model, groups without content left out.
 *
 * @returns undefined if the document is neither UBL invoice, UBL credit note nor CII
 */
export function readTree(document: XmlDocument): GroupEntry | undefined {
  const syntax = syntaxOf(document)
  return syntax === undefined ? undefined : readGroup(document, models[syntax], [0], syntax)
}

/** One group; of payment instructions several nodes make one group. */
function readGroup(document: XmlDocument, group: CompiledTerm, nodes: readonly ElementNode[], syntax: InvoiceSyntax): GroupEntry {
  const entries: Entry[] = []
  for (const part of group.parts) {
    if (part.type === 'group') for (const found of readGroups(document, part, nodes, syntax)) entries.push(found)
    else for (const found of readTerms(document, part, nodes)) entries.push(found)
  }
  return { id: group.id, type: 'group', node: nodes[0] ?? 0, entries }
}

function readGroups(
  document: XmlDocument,
  group: CompiledTerm,
  parents: readonly ElementNode[],
  syntax: InvoiceSyntax,
): readonly GroupEntry[] {
  const nodes = [...new Set(parents.flatMap((parent) => placesOf(document, parent, group).map((place) => place.node)))]
  if (group.id === 'BG-1' && syntax !== 'cii') return notesOfUbl(document, nodes)
  const sets = group.id === 'BG-16' ? byPaymentCode(document, group, nodes) : nodes.map((node) => [node])
  return sets.map((set) => readGroup(document, group, set, syntax)).filter((found) => found.entries.length > 0)
}

function readTerms(document: XmlDocument, term: CompiledTerm, nodes: readonly ElementNode[]): readonly TermEntry[] {
  // Only the remittance information is collected over all payment means of one code; what they are is said by the first.
  const owners = term.id === 'BT-83' ? nodes : nodes.slice(0, 1)
  const places = owners.flatMap((node) => placesOf(document, node, term))
  if (places.length === 0) return []
  if (term.id === 'BT-83') return distinct(document, places).map((place) => readTerm(document, term, place))
  if (term.several === undefined) return places.map((place) => readTerm(document, term, place))
  if (term.several === 'first') return places.slice(0, 1).map((place) => readTerm(document, term, place))
  const joined = (term.several === 'distinct' ? distinct(document, places) : places).map((place) => readTerm(document, term, place))
  return joined.slice(0, 1).map((first) => ({ ...first, value: joined.map((entry) => entry.value).join(';') }))
}

function readTerm(document: XmlDocument, term: CompiledTerm, place: Place): TermEntry {
  const { node } = place
  const type = term.type === 'group' ? 'text' : term.type
  if (type === 'binary') return { id: term.id, type, node, value: '', attributes: fileAttributes(document, node) }
  const text = textAt(document, place)
  const value = type === 'date' ? (isoDay(text) ?? text) : text
  return { id: term.id, type, node, value, attributes: type === 'identifier' ? schemeOf(document, node) : {} }
}

function schemeOf(document: XmlDocument, node: ElementNode): ValueAttributes {
  const scheme = document.attribute(node, listId) ?? document.attribute(node, schemeId)
  const schemeVersion = document.attribute(node, listVersionId) ?? document.attribute(node, schemeVersionId)
  return { ...(scheme === undefined ? {} : { scheme }), ...(schemeVersion === undefined ? {} : { schemeVersion }) }
}

function fileAttributes(document: XmlDocument, node: ElementNode): ValueAttributes {
  const mime = document.attribute(node, mimeCode)
  const name = document.attribute(node, filename)
  return { ...(mime === undefined ? {} : { mimeCode: mime }), ...(name === undefined ? {} : { filename: name }) }
}

/** The first place of each text; places without text are left out. */
function distinct(document: XmlDocument, places: readonly Place[]): readonly Place[] {
  const seen = new Map<string, Place>()
  for (const place of places) {
    const text = textAt(document, place)
    if (text !== '' && !seen.has(text)) seen.set(text, place)
  }
  return [...seen.values()]
}

/** In UBL three capital letters before another note are the subject of that note. */
function notesOfUbl(document: XmlDocument, notes: readonly ElementNode[]): readonly GroupEntry[] {
  const groups: GroupEntry[] = []
  for (let index = 0; index < notes.length; index += 1) {
    const node = notes[index] ?? 0
    const next = notes[index + 1]
    const subject = document.text(node)
    const isSubject = isSubjectCode(subject) && next !== undefined && !(isSubjectCode(document.text(next)) && index + 2 < notes.length)
    const text = isSubject ? next : node
    const entries: Entry[] = isSubject ? [{ id: 'BT-21', type: 'code', node, value: subject, attributes: {} }] : []
    entries.push({ id: 'BT-22', type: 'text', node: text, value: document.text(text), attributes: {} })
    groups.push({ id: 'BG-1', type: 'group', node: text, entries })
    if (isSubject) index += 1
  }
  return groups
}

function isSubjectCode(text: string): boolean {
  return /^[A-Z]{3}$/.test(text)
}

/** Payment means with the same code are one group, in order of their first; those without a code are none. */
function byPaymentCode(document: XmlDocument, group: CompiledTerm, nodes: readonly ElementNode[]): readonly (readonly ElementNode[])[] {
  const code = group.parts.find((part) => part.id === 'BT-81')
  const sets = new Map<string, ElementNode[]>()
  for (const node of nodes) {
    const place = code === undefined ? undefined : placesOf(document, node, code)[0]
    if (place === undefined) continue
    const text = textAt(document, place)
    const set = sets.get(text)
    if (set === undefined) sets.set(text, [node])
    else set.push(node)
  }
  return [...sets.values()]
}
