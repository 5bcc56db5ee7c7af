// Elements on their way out: a small tree and its text, always the same for the same tree.

export interface Element {
  readonly name: string
  readonly attributes?: Readonly<Record<string, string>>
  readonly content: string | readonly Element[]
}

/** What may be left out: nothing is written for undefined. */
export type Part = Element | undefined | readonly Part[]

/** An element with a text; undefined where there is none. */
export function leaf(name: string, text: string | undefined, attributes?: Element['attributes']): Element | undefined {
  return text === undefined ? undefined : { name, content: text, ...(attributes === undefined ? {} : { attributes }) }
}

/** An element with others in it; undefined where none of them is there: an empty element is never written (PEPPOL-EN16931-R008). */
export function group(name: string, ...parts: readonly Part[]): Element | undefined {
  const content = parts.flatMap(elementsIn)
  return content.length === 0 ? undefined : { name, content }
}

/** The document in UTF-8, one element a line. */
export function documentBytes(name: string, namespaces: Readonly<Record<string, string>>, parts: readonly Part[]): Uint8Array {
  const attributes = Object.fromEntries(Object.entries(namespaces).map(([prefix, namespace]) => [`xmlns:${prefix}`, namespace]))
  const root = { name, attributes, content: parts.flatMap(elementsIn) }
  return Buffer.from(`<?xml version="1.0" encoding="UTF-8"?>\n${written(root, '')}`)
}

function elementsIn(part: Part): readonly Element[] {
  if (part === undefined) return []
  return 'name' in part ? [part] : part.flatMap(elementsIn)
}

function written({ name, attributes = {}, content }: Element, indent: string): string {
  const start = `${indent}<${[name, ...Object.entries(attributes).map(([key, value]) => `${key}="${escaped(value)}"`)].join(' ')}>`
  if (typeof content === 'string') return `${start}${escaped(content)}</${name}>\n`
  return `${start}\n${content.map((element) => written(element, `${indent}  `)).join('')}${indent}</${name}>\n`
}

function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;')
}
