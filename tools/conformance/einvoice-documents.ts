// The documents of the official e-invoice truths: files, executed mutation instructions, recipes and documents inside test sets.
import { readFileSync } from 'node:fs'
import { join } from 'node:path'

const ciusIdentifier = 'urn:cen.eu:en16931:2017#compliant#urn:xeinkauf.de:kosit:xrechnung_3.0'
const placeholder = '@xrechnung.spec.id@'
const markup = /<!--[\s\S]*?-->|<!\[CDATA\[[\s\S]*?\]\]>|<\?[\s\S]*?\?>|<\/[^>]*>|<(?:[^>"']|"[^"]*"|'[^']*')*>/g

interface Tag {
  readonly kind: 'open' | 'close' | 'empty' | 'instruction' | 'other'
  readonly start: number
  readonly end: number
  readonly name: string
}
/** What an `xmute` instruction asks for; `value` is the one taken of its list. */
interface Mutation {
  readonly mutator: string
  readonly attribute?: string
  readonly value?: string
}
/** `splice`: [start, length, replacement], in UTF-16 units of the seed read as UTF-8; a list replaces by copies of its own places. */
export interface Recipe {
  readonly seed: string
  readonly splice: readonly (readonly [number, number, string | readonly (readonly [number, number])[]])[]
}
const files = new Map<string, Buffer>()
const prepared = new Map<string, string>()

/** A file as it stands. */
export function bytesOf(standardsFolder: string, path: string): Buffer {
  const known = files.get(path)
  if (known !== undefined) return known
  const bytes = readFileSync(join(standardsFolder, path))
  files.set(path, bytes)
  return bytes
}

/** The document a truth speaks of: `path`, or `path#instruction.value` for an executed mutation; placeholders are filled. */
export function documentOf(standardsFolder: string, key: string): Uint8Array {
  const [path = '', step] = key.split('#')
  const bytes = bytesOf(standardsFolder, path)
  if (step === undefined)
    return bytes.includes(placeholder) ? Buffer.from(bytes.toString('utf8').replaceAll(placeholder, ciusIdentifier)) : bytes
  let text = prepared.get(path)
  if (text === undefined) prepared.set(path, (text = bytes.toString('utf8').replaceAll(placeholder, ciusIdentifier)))
  const [instruction = 0, value = 0] = step.split('.').map(Number)
  return Buffer.from(mutate(text, instruction, value))
}

/** The seed with all replacements of a recipe, from the back to the front. */
export function documentOfRecipe(standardsFolder: string, recipe: Recipe): Uint8Array {
  const seed = bytesOf(standardsFolder, recipe.seed).toString('utf8')
  let text = seed
  for (const [start, length, replacement] of recipe.splice.toReversed()) {
    const inserted = typeof replacement === 'string' ? replacement : replacement.map(([from, to]) => seed.slice(from, to)).join('')
    text = text.slice(0, start) + inserted + text.slice(start + length)
  }
  return Buffer.from(text)
}

/** The documents of a test set, in order: the one element of each test that is no assertion. */
export function documentsOfTestSet(standardsFolder: string, path: string): readonly Uint8Array[] {
  const text = bytesOf(standardsFolder, path).toString('utf8')
  const documents: Uint8Array[] = []
  const above: string[] = []
  let start = -1
  for (const tag of tagsOf(text)) {
    if (tag.kind === 'open') {
      if (above.length === 2 && above[1] === 'test' && tag.name !== 'assert') start = tag.start
      above.push(tag.name)
    }
    if (tag.kind !== 'close') continue
    above.pop()
    if (above.length !== 2 || start < 0) continue
    documents.push(Buffer.from(text.slice(start, tag.end)))
    start = -1
  }
  return documents
}

function tagsOf(text: string): readonly Tag[] {
  return [...text.matchAll(markup)].map((match) => {
    const [source] = match
    return {
      kind: kindOf(source),
      start: match.index,
      end: match.index + source.length,
      name: /^<[?/]?([^\s/>?]*)/.exec(source)?.[1] ?? '',
    }
  })
}

function kindOf(source: string): Tag['kind'] {
  if (source.startsWith('<!')) return 'other'
  if (source.startsWith('<?')) return 'instruction'
  if (source.startsWith('</')) return 'close'
  return source.endsWith('/>') ? 'empty' : 'open'
}

/** Executes one value of one instruction on the element that follows it, and takes all instructions out. */
function mutate(text: string, instruction: number, value: number): string {
  const tags = tagsOf(text)
  const places = tags.flatMap((tag, index) => (tag.kind === 'instruction' && tag.name === 'xmute' ? [index] : []))
  const place = places[instruction]
  if (place === undefined) throw new Error(`there is no instruction ${instruction}`)
  const first = tags.findIndex((tag, index) => index > place && (tag.kind === 'open' || tag.kind === 'empty'))
  const opening = tags[first]
  const asked = tags[place]
  if (opening === undefined || asked === undefined) throw new Error(`instruction ${instruction} stands before no element`)
  const closing = tags[closingIndex(tags, first)] ?? opening
  const changed = apply(text, opening, closing, readInstruction(text.slice(asked.start, asked.end), value))
  return (text.slice(0, opening.start) + changed + text.slice(closing.end)).replaceAll(markup, (source) =>
    source.startsWith('<?xmute') ? '' : source,
  )
}

function closingIndex(tags: readonly Tag[], first: number): number {
  if (tags[first]?.kind === 'empty') return first
  let depth = 0
  for (let index = first; index < tags.length; index += 1) {
    if (tags[index]?.kind === 'open') depth += 1
    if (tags[index]?.kind === 'close') depth -= 1
    if (depth === 0) return index
  }
  return first
}

function apply(text: string, opening: Tag, closing: Tag, { mutator, attribute, value = '' }: Mutation): string {
  const element = text.slice(opening.start, closing.end)
  const start = text.slice(opening.start, opening.end)
  const end = closing === opening ? '' : text.slice(closing.start, closing.end)
  if (mutator === 'identity') return element
  if (attribute !== undefined) {
    const found = new RegExp(`\\s${attribute}\\s*=\\s*("[^"]*"|'[^']*')`)
    const written = mutator === 'remove' ? '' : ` ${attribute}="${mutator === 'code' ? value : ''}"`
    return start.replace(found, () => written) + text.slice(opening.end, closing.end)
  }
  if (mutator === 'remove') return ''
  if (closing === opening) throw new Error(`${mutator} of an empty element is not known`)
  if (mutator === 'code') return start + value + end
  if (mutator === 'empty') return start + end
  throw new Error(`the mutator ${mutator} is not known`)
}

function readInstruction(source: string, index: number): Mutation {
  const field = (name: string): string | undefined => new RegExp(`\\s${name}\\s*=\\s*"([^"]*)"`).exec(source)?.[1]
  const attribute = field('attribute')
  const value = field('values')
    ?.split(field('separator') ?? ',')
    [index]?.trim()
  return { mutator: field('mutator') ?? '', ...(attribute === undefined ? {} : { attribute }), ...(value === undefined ? {} : { value }) }
}
