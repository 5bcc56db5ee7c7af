// A message to XDatenfelder 3.0.0 bytes.
import type {
  CodeListReference,
  Constraints,
  Described,
  DocumentProfile,
  Field,
  Group,
  Identification,
  Message,
  Reference,
  Rule,
  Schema,
  Structure,
} from './model.ts'

const namespace = 'urn:xoev-de:fim:standard:xdatenfelder_3.0.0'

/** A finished line, a tag around others, several of them; undefined is left out. */
type Node = string | undefined | Tag | readonly Node[]
interface Tag {
  readonly open: string
  readonly content: Node
  readonly close: string
}

/**
 * Writes a message in version 3.0.0. Decoding the result gives the same message, if texts are trimmed
 * and the message uses only what version 3 knows (not `creator`, `releasedOn`, the repository id of a code list,
 * and of rules not `definition`, `status`, `labelInput`, `versionNote` and dates).
 */
export function encodeXdatenfelder(message: Message): Uint8Array {
  const { header, root } = message
  const names = {
    schema: ['xdatenfelder.stammdatenschema.0102', 'stammdatenschema'],
    group: ['xdatenfelder.datenfeldgruppe.0103', 'datenfeldgruppe'],
    field: ['xdatenfelder.datenfeld.0104', 'datenfeld'],
    'document-profile': ['xdatenfelder.dokumentsteckbrief.0101', 'dokumentsteckbrief'],
  } as const
  const [outer, inner] = names[root.kind]
  const head = tag('header', [
    tag('nachrichtID', header.messageId),
    tag('erstellungszeitpunkt', header.createdAt),
    optional('referenzID', header.referenceId),
  ])
  const lines: string[] = ['<?xml version="1.0" encoding="UTF-8"?>', `<xdf:${outer} xmlns:xdf="${namespace}">`]
  write(lines, [head, tag(inner, rootChildren(root))], 1)
  lines.push(`</xdf:${outer}>`, '')
  return new TextEncoder().encode(lines.join('\n'))
}

function rootChildren(root: Message['root']): Node {
  if (root.kind === 'schema') return schemaChildren(root)
  if (root.kind === 'group') return groupChildren(root)
  return root.kind === 'field' ? fieldChildren(root) : profileChildren(root)
}

function describedStart(described: Described): Node {
  return [
    identification('identifikation', described.identification),
    tag('name', described.name),
    tag('beschreibung', described.description),
    tag('definition', described.definition),
    described.references.map(reference),
    code('freigabestatus', described.status),
    optional('statusGesetztAm', described.statusSetOn),
    optional('statusGesetztDurch', described.statusSetBy),
    optional('gueltigAb', described.validFrom),
    optional('gueltigBis', described.validUntil),
    optional('versionshinweis', described.versionNote),
    optional('veroeffentlichungsdatum', described.publishedOn),
    optional('letzteAenderung', described.changedAt),
  ]
}

function describedEnd(described: Described): Node {
  return [
    described.keywords.map(keyword),
    described.relations.map((relation) =>
      tag('relation', [code('praedikat', relation.predicate), identification('objekt', relation.target)]),
    ),
  ]
}

function schemaChildren(schema: Schema): Node {
  return [
    describedStart(schema),
    tag('bezeichnung', schema.labelInput),
    optional('hilfetext', schema.helpInput),
    schema.structureChanges === '' ? undefined : code('ableitungsmodifikationenStruktur', schema.structureChanges),
    schema.appearanceChanges === '' ? undefined : code('ableitungsmodifikationenRepraesentation', schema.appearanceChanges),
    schema.documentProfile === undefined ? undefined : identification('dokumentsteckbrief', schema.documentProfile),
    describedEnd(schema),
    schema.rules.map(rule),
    schema.members.map(structure),
  ]
}

function elementTexts(element: Described): Node {
  return [tag('bezeichnungEingabe', element.labelInput), tag('bezeichnungAusgabe', element.labelOutput)]
}

function groupChildren(group: Group): Node {
  return [
    describedStart(group),
    elementTexts(group),
    code('schemaelementart', group.elementKind),
    tag('hilfetextEingabe', group.helpInput),
    tag('hilfetextAusgabe', group.helpOutput),
    describedEnd(group),
    group.isChoice ? code('art', 'X') : undefined,
    group.rules.map(rule),
    group.members.map(structure),
  ]
}

function fieldChildren(field: Field): Node {
  return [
    describedStart(field),
    elementTexts(field),
    code('schemaelementart', field.elementKind),
    tag('hilfetextEingabe', field.helpInput),
    tag('hilfetextAusgabe', field.helpOutput),
    describedEnd(field),
    code('feldart', field.fieldKind),
    code('datentyp', field.dataType),
    constraints(field.constraints),
    optional('inhalt', field.content),
    code('vorbefuellung', field.prefilling),
    field.values.length === 0
      ? undefined
      : tag(
          'werte',
          field.values.map((value) => listedValue(value.code, value.name, value.help)),
        ),
    field.codeList === undefined ? undefined : codeList(field.codeList),
    optional('codeKey', field.codeKey),
    optional('nameKey', field.nameKey),
    optional('helpKey', field.helpKey),
    field.rules.map(rule),
    field.maxSize === undefined ? undefined : tag('maxSize', String(field.maxSize)),
    field.mediaTypes.map((mediaType) => tag('mediaType', mediaType)),
  ]
}

function profileChildren(profile: DocumentProfile): Node {
  return [
    describedStart(profile),
    tag('istAbstrakt', String(profile.isAbstract)),
    code('dokumentart', profile.documentKind),
    tag('bezeichnung', profile.labelInput),
    optional('hilfetext', profile.helpInput),
    describedEnd(profile),
  ]
}

function structure(part: Structure): Node {
  const { contains } = part
  return tag('struktur', [
    tag('anzahl', `${part.min}:${part.max ?? '*'}`),
    part.references.map(reference),
    tag('enthaelt', [
      contains.kind === 'group' ? tag('datenfeldgruppe', groupChildren(contains)) : tag('datenfeld', fieldChildren(contains)),
    ]),
  ])
}

function rule(part: Rule): Node {
  return tag('regel', [
    identification('identifikation', part.identification),
    tag('name', part.name),
    tag('beschreibung', part.description),
    tag('freitextRegel', part.freeText),
    part.references.map(reference),
    part.keywords.map(keyword),
    optional('fachlicherErsteller', part.creator),
    optional('letzteAenderung', part.changedAt),
    part.ruleKind === undefined ? undefined : code('typ', part.ruleKind),
    optional('skript', part.script),
  ])
}

function identification(name: string, part: Identification): Node {
  return tag(name, [tag('id', part.id), optional('version', part.version)])
}

function reference(part: Reference): Node {
  return tag('bezug', part.text, { link: part.link })
}

function keyword(part: { readonly text: string; readonly uri: string }): Node {
  return tag('stichwort', part.text, { uri: part.uri })
}

function constraints(part: Constraints): Node {
  const { minLength, maxLength, minValue, maxValue, pattern, note } = part
  const named = { minLength: textOfCount(minLength), maxLength: textOfCount(maxLength), minValue, maxValue, pattern, note }
  return Object.values(named).every((value) => value === '') ? undefined : tag('praezisierung', '', named)
}

function textOfCount(count: number | undefined): string {
  return count === undefined ? '' : String(count)
}

function codeList(part: CodeListReference): Node {
  return tag('codelisteReferenz', [
    tag('canonicalIdentification', part.canonicalUri),
    optional('version', part.version),
    optional('canonicalVersionUri', part.canonicalVersionUri),
  ])
}

function listedValue(valueCode: string, name: string, help: string): Node {
  return tag('wert', [tag('code', valueCode), tag('name', name), optional('hilfe', help)])
}

/** A coded value; `code` itself stands without a namespace. */
function code(name: string, value: string): Node {
  return { open: `<xdf:${name}>`, content: `<code>${escape(value)}</code>`, close: `</xdf:${name}>` }
}

function optional(name: string, text: string): Node {
  return text === '' ? undefined : tag(name, text)
}

function tag(name: string, content: Node, attributes: Readonly<Record<string, string>> = {}): Node {
  const written = Object.entries(attributes)
    .filter(([, value]) => value !== '')
    .map(([key, value]) => ` ${key}="${escape(value)}"`)
    .join('')
  if (typeof content === 'string') {
    return content === '' ? `<xdf:${name}${written}/>` : `<xdf:${name}${written}>${escape(content)}</xdf:${name}>`
  }
  return { open: `<xdf:${name}${written}>`, content, close: `</xdf:${name}>` }
}

const entities: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  '\r': '&#13;',
  '\n': '&#10;',
  '\t': '&#9;',
}

/** Line ends are written as references, so that they survive the parser's normalisation, in attributes too. */
function escape(text: string): string {
  return text.replaceAll(/[&<>"\r\n\t]/g, (character) => entities[character] ?? character)
}

function write(lines: string[], node: Node, depth: number): void {
  if (node === undefined) return
  if (typeof node === 'string') lines.push(`${'  '.repeat(depth)}${node}`)
  else if ('open' in node) {
    lines.push(`${'  '.repeat(depth)}${node.open}`)
    write(lines, node.content, depth + 1)
    lines.push(`${'  '.repeat(depth)}${node.close}`)
  } else for (const part of node) write(lines, part, depth)
}
