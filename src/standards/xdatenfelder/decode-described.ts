// What schemas, groups, fields and profiles have in common: identification, names, status, dates, sources.
import { predicates, statusesOfVersion2, statusesOfVersion3 } from './codes.ts'
import { error, warning } from './issues.ts'
import type { Described, Identification, Keyword, Reference, Relation } from './model.ts'
import type { Children, Reading, Shape } from './reading.ts'
import { childrenOf, codeOf, dayText, expectedText, filledText, instantText, textOf } from './reading.ts'
import type { Element } from './xml.ts'

/** Children common to all; `schema` also has what document profiles and schemas call bezeichnung and hilfetext. */
export function describedShape(standard: Reading['standard'], what: 'schema' | 'element'): Shape {
  const texts: Shape = { identifikation: 'one', name: 'one', beschreibung: 'maybe', definition: 'maybe' }
  const dates: Shape = { gueltigAb: 'maybe', gueltigBis: 'maybe', versionshinweis: 'maybe', veroeffentlichungsdatum: 'maybe' }
  if (standard === '2') {
    const own: Shape = { bezug: 'maybe', status: 'one', fachlicherErsteller: 'maybe', freigabedatum: 'maybe', bezeichnungEingabe: 'maybe' }
    const rest: Shape = what === 'schema' ? { hilfetext: 'maybe', bezeichnungAusgabe: 'maybe' } : elementTexts
    return { ...texts, ...dates, ...own, ...rest }
  }
  const own: Shape = {
    bezug: 'many',
    freigabestatus: 'one',
    statusGesetztAm: 'maybe',
    statusGesetztDurch: 'maybe',
    letzteAenderung: 'maybe',
    stichwort: 'many',
    relation: 'many',
  }
  return { ...texts, ...dates, ...own, ...(what === 'schema' ? { bezeichnung: 'maybe', hilfetext: 'maybe' } : elementTexts) }
}

const elementTexts: Shape = {
  bezeichnungEingabe: 'maybe',
  bezeichnungAusgabe: 'maybe',
  hilfetextEingabe: 'maybe',
  hilfetextAusgabe: 'maybe',
}

const letters: Readonly<Record<string, string>> = {
  stammdatenschema: 'S',
  datenfeldgruppe: 'G',
  datenfeld: 'F',
  dokumentsteckbrief: 'D',
  regel: 'R',
}

export function readDescribed(reading: Reading, children: Children): Described {
  const text = (name: string) => textOf(reading, children.first(name))
  const day = (name: string) => dayText(reading, children.first(name))
  const isOld = reading.standard === '2'
  const identification = children.first('identifikation')
  const status = isOld
    ? codeOf(reading, children.first('status'), statusesOfVersion2)
    : codeOf(reading, children.first('freigabestatus'), statusesOfVersion3)
  if (!isOld && children.first('letzteAenderung') === undefined) {
    warning(reading.findings, children.element, 'missing-element', `<${children.element.name}> has no <letzteAenderung>`)
  }
  return {
    identification:
      identification === undefined ? { id: '', version: '' } : readIdentification(reading, identification, letters[children.element.name]),
    name: expectedText(reading, children.first('name')),
    description: text('beschreibung'),
    definition: text('definition'),
    references: readReferences(reading, children),
    status: status ?? (isOld ? 'inVorbereitung' : '2'),
    statusSetOn: day('statusGesetztAm'),
    statusSetBy: text('statusGesetztDurch'),
    creator: text('fachlicherErsteller'),
    versionNote: text('versionshinweis'),
    validFrom: day('gueltigAb'),
    validUntil: day('gueltigBis'),
    releasedOn: day('freigabedatum'),
    publishedOn: day('veroeffentlichungsdatum'),
    changedAt: instantText(reading, children.first('letzteAenderung')),
    labelInput: text('bezeichnungEingabe') || text('bezeichnung'),
    labelOutput: text('bezeichnungAusgabe'),
    helpInput: text('hilfetextEingabe') || text('hilfetext'),
    helpOutput: text('hilfetextAusgabe'),
    keywords: readKeywords(reading, children),
    relations: children.all('relation').map((relation) => readRelation(reading, relation)),
  }
}

/** Id and version; an id of another shape than the standard's is worth a warning only. */
export function readIdentification(reading: Reading, element: Element, letter: string | undefined): Identification {
  const children = childrenOf(reading, element, { id: 'one', version: 'maybe' })
  const id = filledText(reading, children.first('id'))
  const version = textOf(reading, children.first('version'))
  const digits = reading.standard === '2' ? '\\d{8}' : '\\d{11}'
  if (id !== '' && letter !== undefined && !new RegExp(`^${letter}${digits}$`).test(id)) {
    warning(
      reading.findings,
      children.first('id') ?? element,
      'doubtful',
      `"${id}" is not ${letter} and ${reading.standard === '2' ? 8 : 11} digits`,
    )
  }
  const versionShape = reading.standard === '2' ? /^\d+\.\d+$/ : /^\d+\.\d+\.\d+$/
  if (version !== '' && !versionShape.test(version)) {
    warning(reading.findings, children.first('version') ?? element, 'doubtful', `"${version}" is not a version as the standard writes it`)
  }
  return { id, version }
}

export function readReferences(reading: Reading, children: Children): Reference[] {
  return children
    .all('bezug')
    .map((element) => ({ text: textOf(reading, element), link: attributeOf(reading, element, 'link') }))
    .filter((reference) => reference.text !== '' || reference.link !== '')
}

export function readKeywords(reading: Reading, children: Children): Keyword[] {
  return children
    .all('stichwort')
    .map((element) => ({ text: textOf(reading, element), uri: attributeOf(reading, element, 'uri') }))
    .filter((keyword) => keyword.text !== '' || keyword.uri !== '')
}

function attributeOf(reading: Reading, element: Element, name: string): string {
  for (const other of Object.keys(element.attributes)) {
    if (other !== name) warning(reading.findings, element, 'unexpected-attribute', `${other} is not read at <${element.name}>`)
  }
  return (element.attributes[name] ?? '').trim()
}

function readRelation(reading: Reading, element: Element): Relation {
  const children = childrenOf(reading, element, { praedikat: 'one', objekt: 'one' })
  const target = children.first('objekt')
  const predicate = codeOf(reading, children.first('praedikat'), predicates)
  if (predicate === 'VKN' && element.parent?.name !== 'dokumentsteckbrief') {
    error(reading.findings, element, 'invalid-value', 'VKN links document profiles only')
  }
  return {
    predicate: predicate ?? 'EQU',
    target: target === undefined ? { id: '', version: '' } : readIdentification(reading, target, undefined),
  }
}
