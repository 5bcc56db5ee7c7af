// The notation of our structure tables: one type per entry, with its attributes and its content.

/** A type as its entry says it, not yet tied to others. */
export interface TypeEntry {
  readonly name: string
  readonly isMixed: boolean
  readonly isAbstract: boolean
  /** A simple type, not an element's type with a simple value. */
  readonly isSimple: boolean
  readonly attributes: readonly AttributeEntry[]
  /** The type it is derived from, where instances may name it in its place. */
  readonly base: string | undefined
  /** The simple type of the value and its facets; undefined where elements are held. */
  readonly value: string | undefined
  readonly facets: readonly string[]
  readonly content: ParticleEntry
}

export interface AttributeEntry {
  readonly name: string
  readonly isRequired: boolean
  readonly type: string
  readonly fixed: string | undefined
}

export type ParticleEntry =
  | { readonly kind: 'element'; readonly name: string; readonly type: string | undefined; readonly least: number; readonly isMany: boolean }
  | { readonly kind: 'any'; readonly others: boolean; readonly isStrict: boolean; readonly least: number; readonly isMany: boolean }
  | { readonly kind: 'sequence' | 'choice'; readonly parts: readonly ParticleEntry[]; readonly least: number; readonly isMany: boolean }

/** The entries of a table; an entry begins at an indent of two, its further lines are indented more. */
export function entriesOf(table: string): readonly string[] {
  return table
    .trim()
    .split(/\n {2}(?=\S)/)
    .map((entry) => entry.replace(/\s*\n\s*/g, ' '))
}

/** The name an entry begins with. */
export function entryName(entry: string): string {
  return entry.slice(0, entry.indexOf(' '))
}

const entryForm = /^(\S+)((?: mixed| abstract| simple)*)(?: \{([^}]*)\})?(?: < (\S+))? =(?: \$(\S+)((?: \S+)*)| ?(.*))$/

export function readEntry(entry: string): TypeEntry {
  const found = entryForm.exec(entry.trimEnd())
  if (found === null) throw new Error(`the structure table has an unreadable entry: ${entry.slice(0, 80)}`)
  const [, name = '', flags = '', attributes = '', base, value, facets = '', content = ''] = found
  const words = attributes.split(' ').filter((word) => word !== '')
  return {
    name,
    isMixed: flags.includes('mixed'),
    isAbstract: flags.includes('abstract'),
    isSimple: flags.includes('simple'),
    attributes: words.map(readAttribute),
    base,
    value,
    facets: facets.split(' ').filter((facet) => facet !== ''),
    content: readContent(content),
  }
}

/** 'currencyID!:normalizedString' or 'listID:token=ISO+4217+3A', where + stands for a space. */
function readAttribute(word: string): AttributeEntry {
  const [declared = '', fixed] = word.split('=')
  const colon = declared.indexOf(':')
  const name = declared.slice(0, colon)
  const isRequired = name.endsWith('!')
  return {
    name: isRequired ? name.slice(0, -1) : name,
    isRequired,
    type: declared.slice(colon + 1),
    fixed: fixed?.replaceAll('+', ' '),
  }
}

const once = { least: 1, isMany: false }

function readContent(content: string): ParticleEntry {
  const words = content.split(' ').filter((word) => word !== '')
  let prefix = ''
  let at = 0
  const readGroup = (): ParticleEntry => {
    const parts: ParticleEntry[] = []
    let isChoice = false
    for (; at < words.length; at += 1) {
      const word = words[at] ?? ''
      if (word.startsWith(')')) return { kind: isChoice ? 'choice' : 'sequence', parts, ...occurrence(word.slice(1)) }
      if (word === '|') isChoice = true
      else if (word === '(') {
        at += 1
        parts.push(readGroup())
      } else if (word.endsWith(':')) prefix = word
      else parts.push(word.startsWith('any:') ? readAny(word) : readElement(prefix, word))
    }
    return { kind: isChoice ? 'choice' : 'sequence', parts, ...once }
  }
  return readGroup()
}

function occurrence(mark: string): { readonly least: number; readonly isMany: boolean } {
  return { least: mark === '?' || mark === '*' ? 0 : 1, isMany: mark === '*' || mark === '+' }
}

/** 'any:other:lax*': whether only foreign namespaces, whether a declaration is demanded, how often. */
function readAny(word: string): ParticleEntry {
  const [, which, process = ''] = word.split(':')
  return { kind: 'any', others: which === 'other', isStrict: process.startsWith('strict'), ...occurrence(process.replace(/^[a-z]+/, '')) }
}

/** 'ID?' is a global element, 'ID?=udt:IDType' has its type here. */
function readElement(prefix: string, word: string): ParticleEntry {
  const [declared = '', type] = word.split('=')
  const name = declared.replace(/[?*+]$/, '')
  return { kind: 'element', name: `${prefix}${name}`, type, ...occurrence(declared.slice(name.length)) }
}
