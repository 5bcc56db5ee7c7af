// The structure of one syntax: element and type names to compiled types, each compiled when the first document needs it.
import { type NameId, nameOf } from '../xml/document.ts'
import { type AttributeEntry, entriesOf, entryName, type ParticleEntry, readEntry, type TypeEntry } from './notation.ts'
import { builtInType, narrowed, type SimpleType } from './values.ts'

export interface AttributeUse {
  readonly name: NameId
  readonly written: string
  readonly isRequired: boolean
  readonly type: SimpleType
  readonly fixed: string | undefined
}

export interface ElementPart {
  readonly kind: 'element'
  readonly name: NameId
  readonly written: string
  /** Asked for when an element of the name is met. */
  readonly type: () => Type
  readonly least: number
  readonly isMany: boolean
}

export type Particle =
  | ElementPart
  | { readonly kind: 'any'; readonly others: boolean; readonly isStrict: boolean; readonly least: number; readonly isMany: boolean }
  | { readonly kind: 'sequence' | 'choice'; readonly parts: readonly Particle[]; readonly least: number; readonly isMany: boolean }

export interface Type {
  readonly name: string
  readonly base: string | undefined
  readonly isAbstract: boolean
  readonly isMixed: boolean
  readonly attributes: readonly AttributeUse[]
  readonly requiredAttributes: number
  /** Any further attribute may stand there. */
  readonly isOpen: boolean
  /** The type of the value; undefined where elements are held. */
  readonly value: SimpleType | undefined
  readonly content: Particle
  /** The parts, where the content is nothing but a sequence of differently named elements: the fast way. */
  readonly flat: readonly ElementPart[] | undefined
  /** The namespace of the type, by its prefix: what "other" namespaces are other than. */
  readonly prefix: string
}

export interface Schema {
  /** The type of a global element, or undefined. */
  readonly elementType: (name: NameId) => Type | undefined
  /** A type by prefix and local name; those of XML Schema itself begin with xs. */
  readonly typeNamed: (name: string) => Type | undefined
}

/** What a schema is made of. */
export interface Tables {
  readonly types: readonly string[]
  /** Prefix of entries whose names are written without one. */
  readonly localTypes: readonly (readonly [prefix: string, table: string])[]
  /** 'cbc:ID=cbc:IDType' and so on. */
  readonly elements: ReadonlyMap<string, string>
  /** Types that add nothing to another: name to that other. */
  readonly aliases: ReadonlyMap<string, string>
}

const emptyContent: Particle = { kind: 'sequence', parts: [], least: 1, isMany: false }
/** The type of everything: any attributes, any content, and what is declared is checked. */
export const anyType: Type = {
  name: 'xs:anyType',
  base: undefined,
  isAbstract: false,
  isMixed: true,
  attributes: [],
  requiredAttributes: 0,
  isOpen: true,
  value: undefined,
  content: { kind: 'any', others: false, isStrict: false, least: 0, isMany: true },
  flat: undefined,
  prefix: '',
}

export function makeSchema({ types, localTypes, elements, aliases }: Tables): Schema {
  const entries = new Map<string, string>()
  for (const table of types) for (const entry of entriesOf(table)) entries.set(entryName(entry), entry)
  for (const [prefix, table] of localTypes) for (const entry of entriesOf(table)) entries.set(`${prefix}:${entryName(entry)}`, entry)
  const compiled = new Map<string, Type | undefined>()
  const typeOfElement = new Map<NameId, string>()
  for (const [name, type] of elements) typeOfElement.set(nameOf(name), type)

  const typeNamed = (name: string): Type | undefined => {
    if (!compiled.has(name)) compiled.set(name, compileType(name))
    return compiled.get(name)
  }
  const needType = (name: string): Type => {
    const type = typeNamed(name)
    if (type === undefined) throw new Error(`the structure tables lack the type ${name}`)
    return type
  }
  const simpleNamed = (name: string): SimpleType => {
    const type = name.includes(':') ? needType(name).value : builtInType(name)
    if (type === undefined) throw new Error(`the structure tables lack the simple type ${name}`)
    return type
  }
  const compileType = (name: string): Type | undefined => {
    if (name === anyType.name) return anyType
    if (name.startsWith('xs:')) return simple(name, builtInType(name.slice(3)))
    const alias = aliases.get(name)
    if (alias !== undefined) return { ...needType(alias), name, base: alias }
    const entry = entries.get(name)
    return entry === undefined ? undefined : compileEntry(name, readEntry(entry), { elements, needType, simpleNamed })
  }
  const elementType = (name: NameId): Type | undefined => {
    const type = typeOfElement.get(name)
    return type === undefined ? undefined : needType(type)
  }
  return { elementType, typeNamed }
}

/** Where an entry finds what it speaks of. */
interface Links {
  readonly elements: ReadonlyMap<string, string>
  readonly needType: (name: string) => Type
  readonly simpleNamed: (name: string) => SimpleType
}

function compileEntry(name: string, entry: TypeEntry, links: Links): Type {
  const attributes = entry.attributes.map((attribute) => attributeUse(attribute, links.simpleNamed))
  const base = entry.value === undefined ? undefined : links.simpleNamed(entry.value)
  const value = base !== undefined && entry.isSimple ? narrowed(name, base, entry.facets) : base
  const content = base === undefined ? compileParticle(entry.content, links) : emptyContent
  return {
    name,
    base: entry.isSimple ? base?.name : entry.base,
    isAbstract: entry.isAbstract,
    isMixed: entry.isMixed,
    attributes,
    requiredAttributes: attributes.filter(({ isRequired }) => isRequired).length,
    isOpen: false,
    value,
    content,
    flat: entry.isMixed ? undefined : flatParts(content),
    prefix: name.slice(0, name.indexOf(':')),
  }
}

function compileParticle(entry: ParticleEntry, links: Links): Particle {
  if (entry.kind === 'any') return entry
  if (entry.kind !== 'element') return { ...entry, parts: entry.parts.map((part) => compileParticle(part, links)) }
  const { name, least, isMany } = entry
  const typeName = entry.type ?? links.elements.get(name) ?? ''
  let type: Type | undefined
  return { kind: 'element', name: nameOf(name), written: name, type: () => (type ??= links.needType(typeName)), least, isMany }
}

function attributeUse({ name, isRequired, type, fixed }: AttributeEntry, simpleNamed: (name: string) => SimpleType): AttributeUse {
  return { name: nameOf(`@${name}`), written: name, isRequired, type: simpleNamed(type), fixed }
}

function simple(name: string, value: SimpleType | undefined): Type | undefined {
  if (value === undefined) return undefined
  return { ...anyType, name, base: value.base, isMixed: false, isOpen: false, value, content: emptyContent, prefix: 'xs' }
}

function flatParts(content: Particle): readonly ElementPart[] | undefined {
  if (content.kind !== 'sequence' || content.isMany || content.least !== 1) return undefined
  const parts = content.parts.filter((part) => part.kind === 'element')
  return parts.length === content.parts.length && new Set(parts.map(({ name }) => name)).size === parts.length ? parts : undefined
}
