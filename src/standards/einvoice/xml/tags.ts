// Start tags, with their attributes and declarations of namespaces, and end tags.
import {
  kindForbidden,
  kindForeign,
  kindMarkup,
  kindPlain,
  kindReference,
  kindSuspect,
  nameKinds,
  textKinds,
  whiteBytes,
} from './characters.ts'
import { decodeAttribute } from './decode.ts'
import { isNoCharacter, skipQualifiedName, skipReference, skipWhite } from './lexical.ts'
import { declare, lookUp, type Names, textOf, undeclare } from './name-lookup.ts'
import { nextHash } from './names.ts'
import * as layout from './scan.ts'
import { fail, type Scan } from './scan.ts'

/** Moves past a name and leaves what it is looked up by; the way of names in ASCII is short. */
function scanName(scan: Scan): void {
  const { bytes, end } = scan
  const begin = scan.at
  let at = begin
  let hash = 0
  let localHash = 0
  let localBegin = begin
  let colons = 0
  let kind = 0
  while (at < end) {
    const byte = bytes[at] ?? 0
    kind = nameKinds[byte] ?? 0
    if (kind === 0 || kind === 3) break
    hash = nextHash(hash, byte)
    at += 1
    if (byte === 0x3a) {
      colons += 1
      localHash = 0
      localBegin = at
    } else localHash = nextHash(localHash, byte)
  }
  scan.at = at
  // A second colon, or one at an end, and characters beyond ASCII need a closer look.
  const isPlain = colons === 0 || (colons === 1 && localBegin > begin + 1 && nameKinds[bytes[localBegin] ?? 0] === 1)
  if (kind === 3 || !isPlain || at - begin > scan.limits.nameBytes || nameKinds[bytes[begin] ?? 0] !== 1) {
    scan.at = begin
    skipQualifiedName(scan)
    for (at = begin, hash = 0, localHash = 0, localBegin = begin; at < scan.at; at += 1) {
      const byte = bytes[at] ?? 0
      hash = nextHash(hash, byte)
      localHash = byte === 0x3a ? 0 : nextHash(localHash, byte)
      if (byte === 0x3a) localBegin = at + 1
    }
  }
  scan.hash = hash
  scan.localHash = localHash
  scan.localBegin = localBegin
}

/** Reads a start tag; the element stays open unless the tag says that it is empty. */
export function readStartTag(scan: Scan, names: Names): void {
  const { bytes } = scan
  const tag = scan.at
  if (scan.depth >= scan.limits.depth) fail('too-deep', tag)
  layout.reserveElement(scan)
  const node = scan.count
  scan.at = tag + 1
  scanName(scan)
  const nameEnd = scan.at
  const { hash, localHash, localBegin } = scan
  const firstAttribute = scan.attributeCount
  if (bytes[scan.at] !== 0x3e && bytes[scan.at] !== 0x2f) readAttributes(scan, names, node)
  const records = scan.records
  const place = node * layout.recordSize
  if (scan.attributeCount > firstAttribute || names.newestOwner === node) {
    // The attributes' names were scanned in between.
    scan.hash = hash
    scan.localHash = localHash
    scan.localBegin = localBegin
  }
  records[place + layout.nameField] = lookUp(scan, names, tag + 1, nameEnd, false)
  records[place + layout.parentField] = scan.top
  records[place + layout.nextField] = -1
  records[place + layout.lastField] = node
  records[place + layout.firstAttributeField] = firstAttribute
  records[place + layout.tagField] = tag
  scan.count = node + 1
  const isEmpty = bytes[scan.at] === 0x2f
  if (isEmpty) scan.at += 1
  if (bytes[scan.at] !== 0x3e) fail(scan.at >= scan.end ? 'not-closed' : 'tag', scan.at)
  scan.at += 1
  records[place + layout.contentField] = scan.at
  records[place + layout.contentEndField] = scan.at
  if (isEmpty) {
    closeElement(scan, names, node)
  } else {
    scan.top = node
    scan.depth += 1
  }
}

/** Reads an end tag, which must repeat the name of the element that is open. */
export function readEndTag(scan: Scan, names: Names): void {
  const { bytes, top, end } = scan
  const begin = scan.at
  if (top < 0) fail('end-tag', begin)
  const place = top * layout.recordSize
  let opened = (scan.records[place + layout.tagField] ?? 0) + 1
  let at = begin + 2
  while (at < end && bytes[at] === bytes[opened] && nameKinds[bytes[at] ?? 0] !== 0) {
    at += 1
    opened += 1
  }
  if (nameKinds[bytes[at] ?? 0] !== 0 || nameKinds[bytes[opened] ?? 0] !== 0) fail('end-tag', begin)
  scan.at = at
  if (bytes[at] !== 0x3e) {
    skipWhite(scan)
    if (bytes[scan.at] !== 0x3e) fail('end-tag', begin)
  }
  scan.at += 1
  scan.records[place + layout.contentEndField] = begin
  if (
    begin - (scan.records[place + layout.contentField] ?? 0) > scan.limits.textBytes &&
    ((scan.flags[top] ?? 0) & layout.hasElements) === 0
  ) {
    fail('text-too-long', begin)
  }
  scan.top = scan.records[place + layout.parentField] ?? -1
  scan.depth -= 1
  closeElement(scan, names, top)
}

/** Ties a finished element to its parent. */
function closeElement(scan: Scan, names: Names, node: number): void {
  if (names.newestOwner === node) undeclare(names, node)
  const { records, flags } = scan
  const place = node * layout.recordSize
  const last = scan.count - 1
  records[place + layout.lastField] = last
  // While an element is open its field for the next sibling holds the child closed last, which turns out to have none.
  const lastChild = records[place + layout.nextField] ?? -1
  if (lastChild >= 0) records[lastChild * layout.recordSize + layout.nextField] = -1
  const parent = records[place + layout.parentField] ?? -1
  if (parent >= 0) {
    flags[parent] = (flags[parent] ?? 0) | layout.hasElements
    records[parent * layout.recordSize + layout.nextField] = node
  }
  records[place + layout.nextField] = parent < 0 ? -1 : last + 1
}

function readAttributes(scan: Scan, names: Names, node: number): void {
  const { bytes } = scan
  const first = scan.attributeCount
  let declarations = 0
  for (;;) {
    const before = scan.at
    skipWhite(scan)
    const byte = bytes[scan.at]
    if (byte === 0x3e || byte === 0x2f || scan.at >= scan.end) break
    if (scan.at === before) fail('attribute', before)
    const begin = scan.at
    scanName(scan)
    const nameEnd = scan.at
    const { hash, localHash, localBegin } = scan
    skipWhite(scan)
    if (bytes[scan.at] !== 0x3d) fail('attribute', begin)
    scan.at += 1
    skipWhite(scan)
    readValue(scan, begin)
    if (isDeclaration(bytes, begin, nameEnd)) {
      declarations += 1
      declareFrom(scan, names, node, begin, nameEnd)
    } else {
      layout.reserveAttribute(scan)
      const place = scan.attributeCount * layout.attributeSize
      scan.attributes[place + layout.valueField] = scan.valueBegin
      scan.attributes[place + layout.valueEndField] = scan.valueEnd
      scan.attributeFlags[scan.attributeCount] = scan.valueFlags
      if (localBegin === begin) scan.attributes[place] = lookUp(scan, names, begin, nameEnd, true)
      // A prefix may be declared behind the attribute that uses it.
      else scan.pending.push(scan.attributeCount, begin, nameEnd, localBegin, hash, localHash)
      scan.attributeCount += 1
    }
    if (scan.attributeCount - first + declarations > scan.limits.attributes) fail('too-many-attributes', begin)
  }
  resolveAttributes(scan, names, first)
}

function resolveAttributes(scan: Scan, names: Names, first: number): void {
  const { attributes, pending } = scan
  for (let at = 0; at < pending.length; at += 6) {
    const [index = 0, begin = 0, nameEnd = 0, localBegin = 0, hash = 0, localHash = 0] = pending.slice(at, at + 6)
    scan.hash = hash
    scan.localHash = localHash
    scan.localBegin = localBegin
    attributes[index * layout.attributeSize] = lookUp(scan, names, begin, nameEnd, true)
  }
  pending.length = 0
  if (scan.attributeCount - first > 1) demandDifferent(scan, first)
}

/** No two attributes of a tag may have the same name. */
function demandDifferent({ attributes, attributeCount, at }: Scan, first: number): void {
  if (attributeCount - first <= 12) {
    for (let index = first + 1; index < attributeCount; index += 1) {
      for (let other = first; other < index; other += 1) {
        if (attributes[other * layout.attributeSize] === attributes[index * layout.attributeSize]) fail('duplicate-attribute', at)
      }
    }
    return
  }
  const ids = new Set<number>()
  for (let index = first; index < attributeCount; index += 1) ids.add(attributes[index * layout.attributeSize] ?? 0)
  if (ids.size < attributeCount - first) fail('duplicate-attribute', at)
}

function isDeclaration(bytes: Buffer, begin: number, finish: number): boolean {
  if (bytes[begin] !== 0x78 || bytes[begin + 1] !== 0x6d || bytes[begin + 2] !== 0x6c || bytes[begin + 3] !== 0x6e) return false
  return bytes[begin + 4] === 0x73 && (finish === begin + 5 || bytes[begin + 5] === 0x3a)
}

function declareFrom(scan: Scan, names: Names, node: number, begin: number, nameEnd: number): void {
  const prefix = nameEnd === begin + 5 ? '' : textOf(scan.bytes, begin + 6, nameEnd)
  if (scan.valueEnd - scan.valueBegin > scan.limits.nameBytes) fail('name-too-long', scan.valueBegin)
  for (let index = names.bindings.length - 1; index >= 0 && names.bindings[index]?.owner === node; index -= 1) {
    if (names.bindings[index]?.prefix === prefix) fail('duplicate-attribute', begin)
  }
  declare(names, node, prefix, decodeAttribute(scan.bytes, scan.valueBegin, scan.valueEnd, scan.valueFlags), begin)
}

/** Moves past a quoted value and leaves its bounds and flags. */
function readValue(scan: Scan, name: number): void {
  const { bytes, end } = scan
  const quote = bytes[scan.at]
  if (quote !== 0x22 && quote !== 0x27) fail('attribute', name)
  scan.at += 1
  scan.valueBegin = scan.at
  let flags = 0
  while (scan.at < end) {
    const byte = bytes[scan.at] ?? 0
    if (byte === quote) {
      scan.valueEnd = scan.at
      if (scan.valueEnd - scan.valueBegin > scan.limits.textBytes) fail('text-too-long', scan.valueBegin)
      scan.at += 1
      scan.valueFlags = flags
      return
    }
    const kind = textKinds[byte] ?? 0
    if (kind !== kindPlain) {
      if (kind === kindMarkup || kind === kindForbidden) fail(kind === kindMarkup ? 'attribute' : 'character', scan.at)
      if (kind === kindSuspect && isNoCharacter(bytes, scan.at)) fail('character', scan.at)
      if (kind === kindForeign || kind === kindSuspect) flags |= layout.isForeign
      else if (whiteBytes[byte] === 1 && byte !== 0x20) flags |= layout.isPieced
      if (kind === kindReference) {
        skipReference(scan)
        flags |= layout.isPieced
        continue
      }
    }
    scan.at += 1
  }
  fail('not-closed', name)
}
