// Conformance: our reader and structure say of every document what libxml2 with the official schemas says.
import { readdirSync, readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { readXml } from '#standards/einvoice'
import { type OfficialSchemas, openOfficialSchemas } from '#test/harness/official-schemas.ts'
import { checkStructure } from '../../src/standards/einvoice/structure/check.ts'
import type { Syntax } from '../../src/standards/einvoice/structure/schemas.ts'
import { documentOfRecipe, type Recipe } from './einvoice-documents.ts'
import type { Finding } from './fim.ts'

const folders = ['xrechnung', 'en16931', 'zugferd', 'peppol-bis']
const syntaxes: Readonly<Record<string, Syntax>> = { Invoice: 'ubl-invoice', CreditNote: 'ubl-creditnote', CrossIndustryInvoice: 'cii' }
const mutationsPerFile = 6
const largestMutated = 60_000

/** Compares verdicts over all files, the recipes, and mutations of our own with fixed seeds. */
export async function checkEinvoiceStructure(standardsFolder: string): Promise<readonly Finding[]> {
  const root = resolve(standardsFolder)
  const schemas = openOfficialSchemas(root)
  try {
    const files = folders.flatMap((folder) =>
      readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' }).map((file) => join(folder, file)),
    )
    const documents = files.filter((file) => file.endsWith('.xml')).map((file): Named => [file, readFileSync(join(root, file))])
    return [
      compare('every XML file of the standards', schemas, documents),
      compare('the mutation recipes', schemas, recipes(root)),
      compare('mutations of our own', schemas, mutations(documents)),
      hostile(root),
    ]
  } finally {
    schemas.close()
  }
}

type Named = readonly [name: string, bytes: Uint8Array]

function compare(name: string, schemas: OfficialSchemas, documents: Iterable<Named>): Finding {
  const counts = { valid: 0, invalid: 0 }
  const different: string[] = []
  for (const [document, bytes] of documents) {
    const ours = isValid(bytes)
    if (ours === undefined) continue
    if (ours === schemas.isValid(bytes)) counts[ours ? 'valid' : 'invalid'] += 1
    else different.push(`${document} is ${ours ? 'valid' : 'invalid'} to us`)
  }
  return {
    name: `einvoice structure: ${name}, ${counts.valid} valid, ${counts.invalid} invalid to both`,
    ok: different.length === 0 && counts.valid > 0,
    detail: `${different.length} differ: ${different.slice(0, 5).join('; ')}`,
  }
}

/** undefined where it is no document, or no invoice: libxml2 takes a DOCTYPE that must be refused. */
function isValid(bytes: Uint8Array): boolean | undefined {
  const reading = readXml(bytes)
  if (!reading.ok) return undefined
  const syntax = syntaxes[reading.value.localName(0)]
  return syntax === undefined ? undefined : checkStructure(reading.value, syntax).length === 0
}

function* recipes(root: string): Generator<Named> {
  const lines = readFileSync(join(root, 'xrechnung/random-mutations.jsonl'), 'utf8').trim().split('\n')
  for (const [index, line] of lines.entries()) {
    const recipe: Recipe = JSON.parse(line)
    yield [`recipe ${index}`, documentOfRecipe(root, recipe)]
  }
}

/** The set of hostile documents: refused or not as it expects; depth is our limit, not the standard's. */
function hostile(root: string): Finding {
  const folder = join(root, 'xrechnung/hostile')
  const expected: Readonly<Record<string, readonly string[]>> = JSON.parse(readFileSync(join(folder, 'expected.json'), 'utf8'))
  const wrong: string[] = []
  for (const [verdict, files] of Object.entries(expected)) {
    for (const file of files) {
      const reading = readXml(readFileSync(join(folder, file)))
      const isRefused = !reading.ok && reading.reason.code !== 'too-deep'
      if (isRefused !== (verdict === 'reject-not-well-formed')) wrong.push(file)
    }
  }
  return { name: 'einvoice structure: the hostile set', ok: wrong.length === 0, detail: wrong.join(', ') }
}

const oddValues = [
  '',
  ' ',
  '1',
  '-1.50',
  '1,5',
  '1e3',
  '.',
  '+.5',
  'true',
  'yes',
  '2024-02-29',
  '2023-02-29',
  '24:00:00',
  '2024-01-01T00:00:00',
  'QUI=',
  'QR==',
  'ä',
  '&#9;1',
  '1<!-- c -->2',
]
const oddAttributes = [
  ' currencyID="EUR"',
  ' unitCode=""',
  ' schemeID="x"',
  ' listID="x"',
  ' foo="1"',
  ' xml:lang="de"',
  ' languageID="de_DE"',
  ' mimeCode="a/b"',
  ' format="102"',
]

function* mutations(documents: readonly Named[]): Generator<Named> {
  const random = generator(16_931)
  for (const [file, bytes] of documents) {
    if (bytes.length > largestMutated || isValid(bytes) !== true) continue
    const text = Buffer.from(bytes).toString('utf8')
    const elements = [...text.matchAll(/<([A-Za-z][\w:.-]*)((?:\s[^<>]*?)?)>([^<>]*)<\/\1>/g)]
    for (let round = 0; round < mutationsPerFile && elements.length > 1; round += 1) {
      const chosen = elements[random(elements.length)]
      if (chosen === undefined) continue
      const { index, 0: whole, 1: name = '', 2: attributes = '' } = chosen
      const other = elements[random(elements.length)]?.[0] ?? ''
      const replacement = [
        '',
        whole + whole,
        other,
        `${whole}${other}`,
        `<${name}${attributes}>${oddValues[random(oddValues.length)]}</${name}>`,
        `<${name}${attributes.includes('=') ? '' : oddAttributes[random(oddAttributes.length)]}>${oddValues[random(oddValues.length)]}</${name}>`,
        `<${name}${attributes}>${other}</${name}>`,
      ][random(7)]
      yield [`${file} #${round}`, Buffer.from(`${text.slice(0, index)}${replacement}${text.slice(index + whole.length)}`)]
    }
  }
}

/** A small generator of numbers, the same in every run. */
function generator(seed: number): (below: number) => number {
  let state = seed
  return (below) => {
    state = (Math.imul(state, 1_103_515_245) + 12_345) >>> 0
    return (state >>> 8) % below
  }
}
