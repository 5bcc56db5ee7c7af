// Rules: prose and script of a schema, group or field.
import { ruleKinds, statusesOfVersion2 } from './codes.ts'
import { readIdentification, readKeywords, readReferences } from './decode-described.ts'
import { warning } from './issues.ts'
import type { Rule } from './model.ts'
import type { Reading, Shape } from './reading.ts'
import { childrenOf, codeOf, dayText, expectedText, instantText, textOf } from './reading.ts'
import type { Element } from './xml.ts'

const shapeOfVersion2: Shape = {
  identifikation: 'one',
  name: 'one',
  bezeichnungEingabe: 'maybe',
  bezeichnungAusgabe: 'maybe',
  beschreibung: 'maybe',
  definition: 'maybe',
  bezug: 'maybe',
  status: 'maybe',
  gueltigAb: 'maybe',
  gueltigBis: 'maybe',
  fachlicherErsteller: 'maybe',
  versionshinweis: 'maybe',
  freigabedatum: 'maybe',
  veroeffentlichungsdatum: 'maybe',
  script: 'maybe',
}

const shapeOfVersion3: Shape = {
  identifikation: 'one',
  name: 'one',
  beschreibung: 'maybe',
  freitextRegel: 'maybe',
  bezug: 'many',
  stichwort: 'many',
  fachlicherErsteller: 'maybe',
  letzteAenderung: 'maybe',
  typ: 'maybe',
  skript: 'maybe',
}

export function decodeRule(reading: Reading, element: Element): Rule {
  const isOld = reading.standard === '2'
  const children = childrenOf(reading, element, isOld ? shapeOfVersion2 : shapeOfVersion3)
  const text = (name: string) => textOf(reading, children.first(name))
  const day = (name: string) => dayText(reading, children.first(name))
  const identification = children.first('identifikation')
  const rule: Rule = {
    identification: identification === undefined ? { id: '', version: '' } : readIdentification(reading, identification, 'R'),
    name: expectedText(reading, children.first('name')),
    description: text('beschreibung'),
    definition: text('definition'),
    freeText: text('freitextRegel'),
    references: readReferences(reading, children),
    creator: text('fachlicherErsteller'),
    changedAt: instantText(reading, children.first('letzteAenderung')),
    ruleKind: codeOf(reading, children.first('typ'), ruleKinds),
    script: text(isOld ? 'script' : 'skript'),
    keywords: readKeywords(reading, children),
    status: isOld ? codeOf(reading, children.first('status'), statusesOfVersion2) : undefined,
    labelInput: text('bezeichnungEingabe'),
    versionNote: text('versionshinweis'),
    validFrom: day('gueltigAb'),
    validUntil: day('gueltigBis'),
    releasedOn: day('freigabedatum'),
    publishedOn: day('veroeffentlichungsdatum'),
  }
  if (!isOld && rule.freeText === '') warning(reading.findings, element, 'doubtful', 'the rule has no text')
  reading.lines.set(rule, element.line)
  return rule
}
