// XDatenfelder bytes to a message: namespace, root, header, schema, group and document profile.
import { appearanceChangeCodes, documentKinds, elementKinds, findCode, namespaces, structureChangeCodes } from './codes.ts'
import { describedShape, readDescribed, readIdentification, readReferences } from './decode-described.ts'
import { decodeField } from './decode-field.ts'
import { decodeRule } from './decode-rule.ts'
import type { Findings, Issue } from './issues.ts'
import { error, warning } from './issues.ts'
import type { DocumentProfile, Group, Header, Message, Schema, Structure } from './model.ts'
import type { Children, Reading } from './reading.ts'
import { childrenOf, codeOf, filledText, instantText, textOf } from './reading.ts'
import type { Element, XmlLimits } from './xml.ts'
import { readXml } from './xml.ts'

export interface Decoded {
  /** What could be read, also from an invalid file; undefined where not even the root is known. */
  readonly message: Message | undefined
  /** No issue is an `error`. */
  readonly isValid: boolean
  readonly issues: readonly Issue[]
  /** Line at which a schema, group, field, rule or structure of the message stands; 0 if it is of another message. */
  lineOf(part: object): number
}

export const xdatenfelderLimits: XmlLimits & { readonly maxIssues: number } = {
  maxBytes: 33_554_432,
  maxDepth: 200,
  maxElements: 1_000_000,
  maxIssues: 500,
}

const messages = {
  'xdatenfelder.dokumentsteckbrief.0101': 'dokumentsteckbrief',
  'xdatenfelder.stammdatenschema.0102': 'stammdatenschema',
  'xdatenfelder.datenfeldgruppe.0103': 'datenfeldgruppe',
  'xdatenfelder.datenfeld.0104': 'datenfeld',
} as const

/**
 * Reads an XDatenfelder 2 or 3.0.0 message (0101 document profile, 0102 schema, 0103 group, 0104 field).
 * Never throws for what stands in the file: the issues say it by line and place.
 */
export function decodeXdatenfelder(bytes: Uint8Array, limits = xdatenfelderLimits): Decoded {
  const findings: Findings = { issues: [], limit: limits.maxIssues }
  const lines = new WeakMap<object, number>()
  const xml = readXml(bytes, limits)
  if (!xml.ok) {
    const { line, code, message } = xml
    return { message: undefined, isValid: false, issues: [{ severity: 'error', line, path: '', code, message }], lineOf: () => 0 }
  }
  const message = decodeRoot(xml.root, findings, lines)
  const isValid = !findings.issues.some((issue) => issue.severity === 'error')
  return { message, isValid, issues: findings.issues, lineOf: (part) => lines.get(part) ?? 0 }
}

function decodeRoot(root: Element, findings: Findings, lines: WeakMap<object, number>): Message | undefined {
  const namespace = findKey(namespaces, root.namespace)
  if (namespace === undefined) {
    error(findings, root, 'unknown-namespace', `"${root.namespace}" is no namespace of XDatenfelder 2 or 3.0.0`)
    return undefined
  }
  const name = findKey(messages, root.name)
  if (name === undefined) {
    error(findings, root, 'unknown-message', `<${root.name}> is no message that is read here`)
    return undefined
  }
  const reading: Reading = { standard: namespaces[namespace], findings, lines }
  const content = messages[name]
  const children = childrenOf(reading, root, { header: 'one', [content]: 'one' })
  const header = decodeHeader(reading, children.first('header'))
  const element = children.first(content)
  if (element === undefined || header === undefined) return undefined
  const decoders = {
    stammdatenschema: decodeSchema,
    datenfeldgruppe: decodeGroup,
    datenfeld: decodeField,
    dokumentsteckbrief: decodeProfile,
  }
  return { standard: reading.standard, header, root: decoders[content](reading, element) }
}

function findKey<Key extends string>(record: Readonly<Record<Key, unknown>>, text: string): Key | undefined {
  const isKey = (key: string): key is Key => Object.hasOwn(record, key)
  return isKey(text) ? text : undefined
}

function decodeHeader(reading: Reading, element: Element | undefined): Header | undefined {
  if (element === undefined) return undefined
  const children = childrenOf(reading, element, { nachrichtID: 'one', erstellungszeitpunkt: 'one', referenzID: 'maybe' })
  return {
    messageId: filledText(reading, children.first('nachrichtID')),
    createdAt: instantText(reading, children.first('erstellungszeitpunkt')),
    referenceId: textOf(reading, children.first('referenzID')),
  }
}

function decodeSchema(reading: Reading, element: Element): Schema {
  const changes = { ableitungsmodifikationenStruktur: 'maybe', ableitungsmodifikationenRepraesentation: 'maybe' } as const
  const isOld = reading.standard === '2'
  const children = childrenOf(reading, element, {
    ...describedShape(reading.standard, 'schema'),
    ...changes,
    ...(isOld ? {} : ({ dokumentsteckbrief: 'maybe' } as const)),
    regel: 'many',
    struktur: 'many',
  })
  const profile = children.first('dokumentsteckbrief')
  const schema: Schema = {
    kind: 'schema',
    ...readDescribed(reading, children),
    structureChanges: codeOf(reading, children.first('ableitungsmodifikationenStruktur'), structureChangeCodes) ?? '',
    appearanceChanges: codeOf(reading, children.first('ableitungsmodifikationenRepraesentation'), appearanceChangeCodes) ?? '',
    documentProfile: profile === undefined ? undefined : readIdentification(reading, profile, 'D'),
    rules: children.all('regel').map((rule) => decodeRule(reading, rule)),
    members: decodeMembers(reading, children),
  }
  reading.lines.set(schema, element.line)
  return schema
}

function decodeGroup(reading: Reading, element: Element): Group {
  const children = childrenOf(reading, element, {
    ...describedShape(reading.standard, 'element'),
    schemaelementart: 'one',
    ...(reading.standard === '2' ? {} : ({ art: 'maybe' } as const)),
    regel: 'many',
    struktur: 'many',
  })
  const group: Group = {
    kind: 'group',
    ...readDescribed(reading, children),
    elementKind: codeOf(reading, children.first('schemaelementart'), elementKinds) ?? 'HAR',
    isChoice: codeOf(reading, children.first('art'), ['X']) === 'X',
    rules: children.all('regel').map((rule) => decodeRule(reading, rule)),
    members: decodeMembers(reading, children),
  }
  reading.lines.set(group, element.line)
  return group
}

function decodeProfile(reading: Reading, element: Element): DocumentProfile {
  const children = childrenOf(reading, element, {
    ...describedShape(reading.standard, 'schema'),
    istAbstrakt: 'maybe',
    dokumentart: 'maybe',
  })
  const abstract = children.first('istAbstrakt')
  const written = textOf(reading, abstract)
  if (abstract !== undefined && findCode(['true', 'false', '1', '0'], written) === undefined) {
    error(reading.findings, abstract, 'invalid-value', `"${written}" in <istAbstrakt> is neither true nor false`)
  }
  const profile: DocumentProfile = {
    kind: 'document-profile',
    ...readDescribed(reading, children),
    isAbstract: written === 'true' || written === '1',
    documentKind: codeOf(reading, children.first('dokumentart'), documentKinds) ?? '999',
  }
  reading.lines.set(profile, element.line)
  return profile
}

function decodeMembers(reading: Reading, children: Children): Structure[] {
  const members: Structure[] = []
  const seen = new Set<string>()
  for (const element of children.all('struktur')) {
    const structure = decodeStructure(reading, element)
    if (structure === undefined) continue
    const { id, version } = structure.contains.identification
    const key = `${id}V${version}`
    if (seen.has(key)) warning(reading.findings, element, 'doubtful', `${key} stands twice in <${children.element.name}>`)
    seen.add(key)
    members.push(structure)
  }
  return members
}

function decodeStructure(reading: Reading, element: Element): Structure | undefined {
  const bezug = reading.standard === '2' ? 'maybe' : 'many'
  const children = childrenOf(reading, element, { anzahl: 'one', bezug, enthaelt: 'one' })
  const [min, max] = readOccurs(reading, children.first('anzahl'))
  const references = readReferences(reading, children)
  const content = children.first('enthaelt')
  if (content === undefined) return undefined
  const contained = childrenOf(reading, content, { datenfeld: 'many', datenfeldgruppe: 'many' })
  const [field] = contained.all('datenfeld')
  const [group] = contained.all('datenfeldgruppe')
  const count = contained.all('datenfeld').length + contained.all('datenfeldgruppe').length
  if (count > 1) error(reading.findings, content, 'duplicate-element', '<enthaelt> may contain one field or group only')
  if (field === undefined && group === undefined) {
    error(reading.findings, content, 'missing-element', '<enthaelt> has neither <datenfeld> nor <datenfeldgruppe>')
    return undefined
  }
  const contains = field === undefined ? group && decodeGroup(reading, group) : decodeField(reading, field)
  if (contains === undefined) return undefined
  const structure: Structure = { min, max, references, contains }
  reading.lines.set(structure, element.line)
  return structure
}

function readOccurs(reading: Reading, element: Element | undefined): [number, number | null] {
  const text = filledText(reading, element)
  if (element === undefined || text === '') return [0, 1]
  const match = /^(\d{1,6}):(\d{1,6}|\*)$/.exec(text)
  if (match === null) {
    error(reading.findings, element, 'invalid-value', `"${text}" in <anzahl> is not like "0:1" or "1:*"`)
    return [0, 1]
  }
  const min = Number(match[1])
  const max = match[2] === '*' ? null : Number(match[2])
  if (max !== null && (max < min || max === 0)) {
    error(reading.findings, element, 'invalid-value', `"${text}" in <anzahl>: the greatest number is less than the smallest, or zero`)
    return [0, 1]
  }
  return [min, max]
}
