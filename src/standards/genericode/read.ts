// Reads a code list from XML as a stream: no DTD, no entities of its own, bounded rows.
import { SaxesParser, type SaxesTagNS } from 'saxes'
import { type CodeList, type CodeListColumn, type CodeListRow, genericodeNamespace } from './model.ts'

/** The file is not a code list; the message says where and why. */
export class CodeListError extends Error {
  readonly code = 'genericode.not-a-code-list'
}

export interface CodeListLimits {
  readonly maxRows?: number
  readonly maxTextLength?: number
}

type Decoder = InstanceType<typeof TextDecoder>

interface Reading {
  readonly path: string[]
  readonly head: Map<string, string>
  readonly columns: CodeListColumn[]
  readonly keys: string[][]
  readonly rows: CodeListRow[]
  readonly faults: { line: number; reason: string }[]
  readonly maxRows: number
  readonly maxTextLength: number
  row: Record<string, string>
  rowFault: string | undefined
  nextColumn: number
  column: string | undefined
  text: string
}

/**
 * Reads a code list. Rows with a missing required value, an unknown column or a key seen before
 * are left out and reported; anything that is not well-formed genericode throws `CodeListError`.
 */
export async function readCodeList(content: AsyncIterable<Uint8Array>, limits: CodeListLimits = {}): Promise<CodeList> {
  const parser = new SaxesParser({ xmlns: true })
  const reading: Reading = {
    path: [],
    head: new Map(),
    columns: [],
    keys: [],
    rows: [],
    faults: [],
    maxRows: limits.maxRows ?? 500_000,
    maxTextLength: limits.maxTextLength ?? 20_000,
    row: {},
    rowFault: undefined,
    nextColumn: 0,
    column: undefined,
    text: '',
  }
  parser.on('error', (error) => fail(`line ${parser.line}: ${error.message}`))
  parser.on('doctype', () => fail('a document type declaration is not allowed'))
  parser.on('opentag', (tag) => open(reading, tag))
  parser.on('text', (text) => addText(reading, text))
  parser.on('cdata', (text) => addText(reading, text))
  parser.on('closetag', (tag) => close(reading, tag.local, parser.line))
  let decoder: Decoder | undefined
  for await (const chunk of content) {
    decoder ??= new TextDecoder(encodingOf(chunk), { fatal: true })
    parser.write(decodeChunk(decoder, chunk))
  }
  parser.close()
  return finish(reading)
}

function fail(reason: string): never {
  throw new CodeListError(reason)
}

function decodeChunk(decoder: Decoder, chunk: Uint8Array): string {
  try {
    return decoder.decode(chunk, { stream: true })
  } catch (cause) {
    throw new CodeListError(`the text is not ${decoder.encoding}`, { cause })
  }
}

/** The declared encoding: the lists of before 2015 are ISO-8859-1. */
function encodingOf(chunk: Uint8Array): string {
  const start = Buffer.from(chunk.subarray(0, 200)).toString('latin1')
  const declared = /^(?:\u00ef\u00bb\u00bf)?<\?xml[^>]*encoding=["']([A-Za-z0-9._-]{1,40})["']/.exec(start)?.[1] ?? 'utf-8'
  try {
    return new TextDecoder(declared).encoding
  } catch (cause) {
    throw new CodeListError(`encoding ${declared} is not known`, { cause })
  }
}

function open(reading: Reading, tag: SaxesTagNS): void {
  const { path } = reading
  if (path.length === 0 && (tag.local !== 'CodeList' || tag.uri !== genericodeNamespace)) fail(`the root is ${tag.name}, not a code list`)
  if (path.length > 40) fail('elements are nested too deep')
  path.push(tag.local)
  reading.text = ''
  const attribute = (name: string): string | undefined => tag.attributes[name]?.value
  const place = path.join('/')
  if (place === 'CodeList/ColumnSet/Column') {
    reading.columns.push({ id: attribute('Id') ?? fail('a column without Id'), isRequired: attribute('Use') === 'required' })
  } else if (place === 'CodeList/ColumnSet/Key') reading.keys.push([])
  else if (place === 'CodeList/ColumnSet/Key/ColumnRef') reading.keys.at(-1)?.push(attribute('Ref') ?? '')
  else if (place === 'CodeList/SimpleCodeList/Row') startRow(reading)
  else if (place === 'CodeList/SimpleCodeList/Row/Value') startValue(reading, attribute('ColumnRef'))
}

function startRow(reading: Reading): void {
  if (reading.rows.length >= reading.maxRows) fail(`more than ${reading.maxRows} rows`)
  reading.row = {}
  reading.rowFault = undefined
  reading.nextColumn = 0
}

/** A value without a column reference belongs to the column after the one before it (genericode § 2.10). */
function startValue(reading: Reading, reference: string | undefined): void {
  const index = reference === undefined ? reading.nextColumn : reading.columns.findIndex(({ id }) => id === reference)
  reading.column = reading.columns[index]?.id
  reading.nextColumn = index + 1
  if (reading.column === undefined) reading.rowFault = `unknown column ${reference ?? index + 1}`
}

function addText(reading: Reading, text: string): void {
  reading.text += text
  if (reading.text.length > reading.maxTextLength) fail('a text is too long')
}

function close(reading: Reading, local: string, line: number): void {
  const { path, text } = reading
  const parent = path.at(-2)
  if (local === 'SimpleValue' && parent === 'Value' && path.length === 5 && reading.column !== undefined) reading.row[reading.column] = text
  else if (path.length === 3 && parent === 'Identification') reading.head.set(local, text.trim())
  else if (path.length === 3 && local === 'Row') finishRow(reading, line)
  path.pop()
  reading.text = ''
}

function finishRow(reading: Reading, line: number): void {
  const missing = reading.columns.find(({ id, isRequired }) => isRequired && reading.row[id] === undefined)
  const reason = reading.rowFault ?? (missing === undefined ? undefined : `no value for ${missing.id}`)
  if (reason === undefined) reading.rows.push(reading.row)
  else reading.faults.push({ line, reason })
}

function finish(reading: Reading): CodeList {
  const { head, faults } = reading
  const needed = (name: string): string => head.get(name) ?? fail(`the identification has no ${name}`)
  const keyColumns = reading.keys[0] ?? []
  const longName = head.get('LongName')
  const seen = new Set<string>()
  const rows = reading.rows.filter((row) => {
    const key = keyColumns.map((column) => row[column] ?? '').join('\u0000')
    if (keyColumns.length > 0 && seen.has(key)) faults.push({ line: 0, reason: `key ${key} stands twice` })
    else if (seen.add(key)) return true
    return false
  })
  return {
    shortName: needed('ShortName'),
    ...(longName === undefined ? {} : { longName }),
    version: needed('Version'),
    canonicalUri: needed('CanonicalUri'),
    canonicalVersionUri: needed('CanonicalVersionUri'),
    columns: reading.columns,
    keyColumns,
    rows,
    faults,
  }
}
