// Keys, names, legal bases and what stays behind when a FIM element becomes part of a form.

import type { Localised } from '#kernel/language.ts'
import type { Described, Reference } from '#standards/xdatenfelder'

/** FIM ids are letters and digits, so they can be keys; anything else is cleaned. */
export function keyOf(element: Described): string {
  const key = element.identification.id.replaceAll(/[^a-zA-Z0-9]/g, '')
  return /^[a-zA-Z]/.test(key) ? key : `x${key}`
}

/** What FIM gives an id and a version: schemas, groups, fields, rules. */
export type Identified = Pick<Described, 'identification'>

/** Id and version as FIM writes them together ("F60000227V1.0"). */
export function sourceOf(element: Identified): string {
  const { id, version } = element.identification
  return `${id}V${version}`
}

/** The wanted key, or the first free one after it ("F1", "F1x2"). */
export function uniqueKey(taken: Set<string>, wanted: string): string {
  let key = wanted
  for (let number = 2; taken.has(key); number++) key = `${wanted}x${number}`
  taken.add(key)
  return key
}

export function localised(text: string): Localised {
  return { de: text }
}

/** What the person reads; the name is the fall-back, because some schemas leave the label empty. */
export function nameOf(element: Described): string {
  return element.labelInput || element.name
}

/** Sources that name a law are a reason to ask; others ("XInneres …") are notes for editors. */
export function legalBasis(references: readonly Reference[]): { readonly legal: string; readonly technical: string } {
  const texts = [...new Set(references.flatMap(({ text }) => text.split(/[\r\n]+/)).map((text) => text.trim()))].filter(Boolean)
  const isLegal = (text: string) => /§|\bArt\.|\bArtikel\b|gesetz|ordnung|\bAnlage \d/i.test(text)
  const links = references.map(({ link }) => link).filter(Boolean)
  return { legal: texts.filter(isLegal).join('; '), technical: [...texts.filter((text) => !isLegal(text)), ...links].join('; ') }
}

/** Names of the parts that exist for editors or for printed output. */
export function asideOf(element: Described): string[] {
  const isText = (text: string) => text !== '' && text !== '-'
  const parts: readonly (readonly [string, boolean])[] = [
    ['name', element.labelInput !== '' && element.name !== element.labelInput],
    ['description', isText(element.description)],
    ['definition', isText(element.definition)],
    ['label for output', isText(element.labelOutput) && element.labelOutput !== element.labelInput],
    ['help for output', isText(element.helpOutput)],
    ['creator', element.creator !== '' || element.statusSetBy !== ''],
    ['version note', element.versionNote !== ''],
    ['validity', element.validFrom !== '' || element.validUntil !== ''],
    ['keywords', element.keywords.length > 0],
    ['relations', element.relations.length > 0],
  ]
  return parts.filter(([, stands]) => stands).map(([name]) => name)
}
