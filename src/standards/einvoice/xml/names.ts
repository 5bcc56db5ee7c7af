// Names as integers: a qualified name of the fixed vocabulary has one id for good, an unknown one an id of its document.
import { attributes, namespaces } from './tables/vocabulary.ts'

/** A qualified name (namespace and local name) of the vocabulary, or an id ≥ `vocabularySize` that one document gave an unknown name. */
export type NameId = number

/** Names of attributes live beside those of elements: '@currencyID' is another name than an element 'currencyID'. */
interface Name {
  readonly namespace: number
  readonly local: string
}

/** Index 0 is "no namespace", 1 is that of the prefix xml, 2 that of xsi; attributes without a namespace are kept under index 3. */
const fixedUris = ['', 'http://www.w3.org/XML/1998/namespace', 'http://www.w3.org/2001/XMLSchema-instance', '\0attributes']
const fixedPrefixes = ['', 'xml', 'xsi', '@']
export const noNamespace = 0
export const xmlNamespace = 1
export const attributesWithoutNamespace = 3

export const namespaceUris: readonly string[] = [...fixedUris, ...namespaces.map(([, uri]) => uri)]
/** The prefix that we speak of a known namespace by. */
export const namespacePrefixes: readonly string[] = [...fixedPrefixes, ...namespaces.map(([prefix]) => prefix)]
const indexOfUri = new Map(namespaceUris.map((uri, index) => [uri, index]))
const indexOfPrefix = new Map(namespacePrefixes.map((prefix, index) => [prefix, index]))

const names: Name[] = []
const idsByNamespace: readonly Map<string, NameId>[] = namespaceUris.map(() => new Map<string, NameId>())

function enter(namespace: number, local: string): void {
  idsByNamespace[namespace]?.set(local, names.length)
  names.push({ namespace, local })
}

for (const [index, [, , locals]] of namespaces.entries()) {
  for (const local of words(locals)) enter(fixedUris.length + index, local)
}
for (const name of words(attributes)) {
  const colon = name.indexOf(':')
  if (colon < 0) enter(attributesWithoutNamespace, name)
  else enter(indexOfPrefix.get(name.slice(0, colon)) ?? noNamespace, name.slice(colon + 1))
}

function words(text: string): string[] {
  return text.trim().split(/\s+/)
}

/** Ids below this are of the vocabulary. */
export const vocabularySize = names.length

/** The local names of the vocabulary as bytes, found by hash: most names of a document are known without making a string. */
const localNames = [...new Set(names.map(({ local }) => local))]
const localBytes = Buffer.from(localNames.join(''), 'latin1')
const localBounds = new Int32Array(localNames.length + 1)
const slotCount = 8_192
const localSlots = new Int32Array(slotCount)
/** Name id + 1 by namespace and local name. */
const idOfPair = new Int16Array(namespaceUris.length * localNames.length)

function fillTables(): void {
  const places = new Map<string, number>()
  for (const [place, local] of localNames.entries()) {
    places.set(local, place)
    localBounds[place + 1] = (localBounds[place] ?? 0) + local.length
    let hash = 0
    for (let index = 0; index < local.length; index += 1) hash = nextHash(hash, local.charCodeAt(index))
    let slot = slotOf(hash)
    while (localSlots[slot] !== 0) slot = (slot + 1) % slotCount
    localSlots[slot] = place + 1
  }
  for (const [id, { namespace, local }] of names.entries()) idOfPair[namespace * localNames.length + (places.get(local) ?? 0)] = id + 1
}

/** The hash of a name grows by one byte. */
export function nextHash(hash: number, byte: number): number {
  return (Math.imul(hash, 31) + byte) | 0
}

function slotOf(hash: number): number {
  return (hash ^ (hash >>> 13)) & (slotCount - 1)
}

fillTables()

/**
 * The place of a local name among those of the vocabulary, by its bytes and their hash.
 *
 * @returns -1 where the vocabulary lacks it
 */
export function localPlace(bytes: Uint8Array, begin: number, finish: number, hash: number): number {
  for (let slot = slotOf(hash); localSlots[slot] !== 0; slot = (slot + 1) % slotCount) {
    const place = (localSlots[slot] ?? 0) - 1
    const from = localBounds[place] ?? 0
    if ((localBounds[place + 1] ?? 0) - from !== finish - begin) continue
    let index = finish - begin - 1
    while (index >= 0 && localBytes[from + index] === bytes[begin + index]) index -= 1
    if (index < 0) return place
  }
  return -1
}

/** @returns the id of a name in a known namespace by the place of its local name, or -1 where the vocabulary lacks it */
export function knownPair(namespace: number, place: number): NameId {
  if (place < 0 || namespace >= namespaceUris.length) return -1
  return (idOfPair[namespace * localNames.length + place] ?? 0) - 1
}

/** @returns the index of a namespace that the vocabulary knows, or undefined */
export function knownNamespace(uri: string): number | undefined {
  return uri === fixedUris[attributesWithoutNamespace] ? undefined : indexOfUri.get(uri)
}

function knownName(namespace: number, local: string): NameId | undefined {
  return idsByNamespace[namespace]?.get(local)
}

/** Local name and namespace index of an id of the vocabulary. */
export function vocabularyName(id: NameId): Name | undefined {
  return names[id]
}

/**
 * The id of a name as code writes it: 'cbc:ID', 'ubl:Invoice', '@currencyID', '@xsi:type'.
 *
 * @throws Error at module load where the vocabulary lacks the name: a slip of the pen must not become a rule that never fires
 */
export function nameOf(qualified: string): NameId {
  const isAttribute = qualified.startsWith('@')
  const name = isAttribute ? qualified.slice(1) : qualified
  const colon = name.indexOf(':')
  const namespace = colon < 0 ? (isAttribute ? attributesWithoutNamespace : noNamespace) : indexOfPrefix.get(name.slice(0, colon))
  const id = namespace === undefined ? undefined : knownName(namespace, name.slice(colon + 1))
  if (id === undefined) throw new Error(`the vocabulary has no name "${qualified}"`)
  return id
}
