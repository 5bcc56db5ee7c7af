// Written names to ids: the namespaces in force, the names a document has shown so far, and ids for names nobody knows.
import {
  attributesWithoutNamespace,
  knownNamespace,
  knownPair,
  localPlace,
  type NameId,
  namespaceUris,
  noNamespace,
  vocabularySize,
  xmlNamespace,
} from './names.ts'
import { fail, type Scan } from './scan.ts'

const namespaceOfDeclarations = 'http://www.w3.org/2000/xmlns/'
const elementSlots = 256
const attributeSlots = 64
const entrySize = 4

/** A declaration in force: from the element that makes it to its end. */
interface Binding {
  readonly prefix: string
  readonly namespace: number
  readonly owner: number
  /** The generation to return to when the owner ends. */
  readonly before: number
}

/** Of fixed size, emptied for each document: one is read at a time. */
const elementCache = new Int32Array(elementSlots * entrySize)
const attributeCache = new Int32Array(attributeSlots * entrySize)

/** What one document's names are; nothing of it outlives the document. */
export interface Names {
  /** URIs beyond the known ones: index = length of the known ones + place. */
  readonly uris: string[]
  readonly unknown: { readonly namespace: number; readonly local: string }[]
  readonly idOfUnknown: Map<string, NameId>
  readonly bindings: Binding[]
  /** The owner of the newest binding, or -1: asked at every end tag. */
  newestOwner: number
  /** Differs for every set of bindings in force. */
  generation: number
  newestGeneration: number
  /** Open-addressed: [offset of an earlier writing + 1, length, generation, id] by hash; elements and attributes apart. */
  readonly elementCache: Int32Array
  readonly attributeCache: Int32Array
}

export function newNames(): Names {
  return {
    uris: [],
    unknown: [],
    idOfUnknown: new Map(),
    bindings: [],
    newestOwner: -1,
    generation: 0,
    newestGeneration: 0,
    elementCache: elementCache.fill(0),
    attributeCache: attributeCache.fill(0),
  }
}

export function namespaceUri(names: Names, namespace: number): string {
  return namespaceUris[namespace] ?? names.uris[namespace - namespaceUris.length] ?? ''
}

/** Declares a prefix ('' for the default) at an element that is about to begin. */
export function declare(names: Names, owner: number, prefix: string, uri: string, offset: number): void {
  if (prefix === 'xmlns' || uri === namespaceOfDeclarations) fail('namespace', offset)
  if ((prefix === 'xml') !== (uri === namespaceUris[xmlNamespace])) fail('namespace', offset)
  if (prefix !== '' && uri === '') fail('namespace', offset)
  names.bindings.push({ prefix, namespace: namespaceIndex(names, uri), owner, before: names.generation })
  names.newestOwner = owner
  names.newestGeneration += 1
  names.generation = names.newestGeneration
}

/** Undoes what an element declared. */
export function undeclare(names: Names, owner: number): void {
  while (names.newestOwner === owner) {
    const binding = names.bindings.pop()
    if (binding === undefined) break
    names.generation = binding.before
    names.newestOwner = names.bindings.at(-1)?.owner ?? -1
  }
}

function namespaceIndex(names: Names, uri: string): number {
  const known = knownNamespace(uri)
  if (known !== undefined) return known
  const place = names.uris.indexOf(uri)
  return namespaceUris.length + (place < 0 ? names.uris.push(uri) - 1 : place)
}

/** The namespace that the prefix in the bytes stands for here; without one, or with an empty one, the default. */
function boundNamespace(names: Names, bytes: Buffer, begin: number, finish: number): number {
  const prefix = finish <= begin ? '' : textOf(bytes, begin, finish)
  if (prefix === 'xml') return xmlNamespace
  for (let index = names.bindings.length - 1; index >= 0; index -= 1) {
    const binding = names.bindings[index]
    if (binding?.prefix === prefix) return binding.namespace
  }
  return prefix === '' ? noNamespace : fail('prefix-unbound', begin)
}

/**
 * The id of a name as it stands in the bytes; its hashes and where its local part begins are those that the scan left.
 */
export function lookUp(scan: Scan, names: Names, begin: number, finish: number, isAttribute: boolean): NameId {
  const { bytes, hash, localHash, localBegin } = scan
  const cache = isAttribute ? names.attributeCache : names.elementCache
  const slot = ((hash ^ (hash >>> 9)) & (isAttribute ? attributeSlots - 1 : elementSlots - 1)) * entrySize
  const earlier = (cache[slot] ?? 0) - 1
  const length = finish - begin
  if (earlier >= 0 && cache[slot + 1] === length && cache[slot + 2] === names.generation) {
    let index = length - 1
    while (index >= 0 && bytes[earlier + index] === bytes[begin + index]) index -= 1
    if (index < 0) return cache[slot + 3] ?? 0
  }
  const namespace = isAttribute && localBegin === begin ? attributesWithoutNamespace : boundNamespace(names, bytes, begin, localBegin - 1)
  const known = knownPair(namespace, localPlace(bytes, localBegin, finish, localHash))
  const id = known >= 0 ? known : unknownName(names, namespace, textOf(bytes, localBegin, finish))
  cache[slot] = begin + 1
  cache[slot + 1] = length
  cache[slot + 2] = names.generation
  cache[slot + 3] = id
  return id
}

function unknownName(names: Names, namespace: number, local: string): NameId {
  const key = `${namespace} ${local}`
  const earlier = names.idOfUnknown.get(key)
  if (earlier !== undefined) return earlier
  const id = vocabularySize + names.unknown.push({ namespace, local }) - 1
  names.idOfUnknown.set(key, id)
  return id
}

/** The characters of well-formed UTF-8 bytes. */
export function textOf(bytes: Buffer, begin: number, finish: number): string {
  return bytes.toString('utf8', begin, finish)
}
