// How the rules of XRechnung are put together: short constructors, and the few XPath habits that they share.
import { each, has, type Path, path, texts } from '../../engine/paths.ts'
import { type Context, type Level, match, type Rule } from '../../engine/rules.ts'
import { DynamicError, isBlank, normal } from '../../engine/values.ts'
import type { ElementNode, XmlDocument } from '../../xml/document.ts'

export type Syntax = 'ubl' | 'cii'
export type Test = (document: XmlDocument, node: ElementNode) => boolean

const always: Test = () => true

/** @param bt '' where the rule is about no term */
export function rule(id: string, level: Level, bt: string, holds: Test): Rule {
  return bt === '' ? { id, level, holds } : { id, level, holds, bt }
}

export function context(where: string, rules: readonly Rule[], condition: Test = always): Context {
  return { match: condition === always ? match(where) : match(where, condition), rules }
}

/** Something must stand there, filled or not. */
export function needs(id: string, bt: string, where: string): Rule {
  const wanted = path(where)
  return rule(id, 'error', bt, (document, node) => has(document, node, wanted))
}

/** Something must stand there, and one of it must hold more than white space. */
export function needsText(id: string, bt: string, where: string): Rule {
  const wanted = path(where)
  return rule(id, 'error', bt, (document, node) => hasText(document, node, wanted))
}

export function hasText(document: XmlDocument, node: ElementNode, where: Path): boolean {
  for (const hit of each(document, node, where)) if (!isBlank(document.text(hit))) return true
  return false
}

/** The text of the only hit, '' where there is none. Functions of XPath that take one text break off on several. */
export function textOfOne(document: XmlDocument, node: ElementNode, where: Path): string {
  const all = texts(document, node, where)
  if (all.length > 1) throw new DynamicError('several values where the official rule reads one')
  return all[0] ?? ''
}

export function normalTextOfOne(document: XmlDocument, node: ElementNode, where: Path): string {
  return normal(textOfOne(document, node, where))
}

/** Whether any hit reads exactly so. */
export function anyIs(document: XmlDocument, node: ElementNode, where: Path, wanted: string): boolean {
  return texts(document, node, where).includes(wanted)
}

export function anyIn(document: XmlDocument, node: ElementNode, where: Path, wanted: ReadonlySet<string>): boolean {
  for (const text of texts(document, node, where)) if (wanted.has(text)) return true
  return false
}

/** The text nodes of the hits, where a rule asks for text() and not for the element: a comment inside cuts a text in two. */
export function textNodes(document: XmlDocument, node: ElementNode, where: Path): readonly string[] {
  const found: string[] = []
  for (const hit of each(document, node, where)) found.push(...document.textNodes(hit))
  return found
}

/** White space taken off the only text node; '' where there is none. */
export function normalTextNode(document: XmlDocument, node: ElementNode, where: Path): string {
  const all = textNodes(document, node, where)
  if (all.length > 1) throw new DynamicError('a text cut in two by a comment, where the official rule reads one')
  return normal(all[0] ?? '')
}

/** Whether an element of this name stands above the node. */
export function stands(document: XmlDocument, node: ElementNode, below: number): boolean {
  for (let above = document.parent(node); above >= 0; above = document.parent(above)) if (document.nameId(above) === below) return true
  return false
}

/** Asks once per document: what stands beside many lines must not be looked up for each of them. */
export function remembered<Answer>(ask: (document: XmlDocument) => Answer): (document: XmlDocument) => Answer {
  const atRoot = rememberedAt((document) => ask(document))
  return (document) => atRoot(document, 0)
}

/** Asks once per document and node, as long as the same node is asked for again and again. */
export function rememberedAt<Answer>(
  ask: (document: XmlDocument, node: ElementNode) => Answer,
): (document: XmlDocument, node: ElementNode) => Answer {
  let last: { readonly serial: number; readonly node: ElementNode; readonly answer: Answer } | undefined
  return (document, node) => {
    if (last?.serial !== document.serial || last.node !== node) last = { serial: document.serial, node, answer: ask(document, node) }
    return last.answer
  }
}
