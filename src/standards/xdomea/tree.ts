// A small XML tree for messages of foreign hands: bounded depth, no document type, namespaces checked.
import { SaxesParser } from 'saxes'

export interface XmlNode {
  readonly name: string
  readonly namespace: string
  readonly children: XmlNode[]
  text: string
}

export class XmlError extends Error {
  readonly code = 'xdomea.unreadable-xml'
}

const deepest = 64

/** @throws XmlError for anything but well-formed XML without document type */
export function parseXml(xml: string): XmlNode {
  const parser = new SaxesParser({ xmlns: true })
  const open: XmlNode[] = []
  let root: XmlNode | undefined
  parser.on('error', (cause) => {
    throw new XmlError('the XML is not well-formed', { cause })
  })
  parser.on('doctype', () => {
    throw new XmlError('the XML has a document type')
  })
  parser.on('opentag', (tag) => {
    if (open.length >= deepest) throw new XmlError(`the XML is nested deeper than ${deepest}`)
    const node: XmlNode = { name: tag.local, namespace: tag.uri, children: [], text: '' }
    open.at(-1)?.children.push(node)
    root ??= node
    open.push(node)
  })
  const add = (words: string): void => {
    const node = open.at(-1)
    if (node !== undefined) node.text += words
  }
  parser.on('text', add)
  parser.on('cdata', add)
  parser.on('closetag', () => {
    open.pop()
  })
  parser.write(xml).close()
  if (root === undefined) throw new XmlError('the XML has no element')
  return root
}

export function child(node: XmlNode | undefined, name: string): XmlNode | undefined {
  return node?.children.find((entry) => entry.name === name)
}

export function children(node: XmlNode | undefined, name: string): XmlNode[] {
  return node?.children.filter((entry) => entry.name === name) ?? []
}

export function textOf(node: XmlNode | undefined, name: string): string | undefined {
  return child(node, name)?.text
}
