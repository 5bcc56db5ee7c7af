// Conformance: the terms read out of the official test invoices are those of the official transformation, value by value.
import { createHash } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { type Entry, type GroupEntry, readTree } from '../../src/standards/einvoice/semantic-model/tree.ts'
import type { XmlDocument } from '../../src/standards/einvoice/xml/document.ts'
import { readXml } from '../../src/standards/einvoice/xml/reader.ts'
import type { Finding } from './fim.ts'

/** Group path and term, value, what else is said of it: a line of the official file. */
type Value = readonly [path: string, value: string, attributes?: Readonly<Record<string, string>>]

const longestValue = 300

/** Reads every invoice of the list and compares the sequence of values. */
export async function checkSemanticModel(standardsFolder: string): Promise<readonly Finding[]> {
  const folder = join(standardsFolder, 'xrechnung')
  const lines = (await readFile(join(folder, 'visualization', 'expected-semantic-model.jsonl'), 'utf8')).trim().split('\n')
  const differences: string[] = []
  let values = 0
  for (const line of lines) {
    const { doc, bt }: { doc: string; bt: readonly Value[] } = JSON.parse(line)
    const difference = differenceOf(await valuesIn(join(folder, doc)), bt)
    if (difference !== undefined) differences.push(`${doc}: ${difference}`)
    values += bt.length
  }
  return [
    {
      name: `einvoice: ${values} values of ${lines.length} invoices read as the official transformation does`,
      ok: differences.length === 0 && values > 0,
      detail: `${differences.length} invoices differ, first: ${differences[0] ?? ''}`,
    },
  ]
}

async function valuesIn(file: string): Promise<readonly Value[]> {
  const reading = readXml(await readFile(file))
  if (!reading.ok) return []
  const tree = readTree(reading.value)
  return tree === undefined ? [] : valuesOf(reading.value, tree, '')
}

function valuesOf(document: XmlDocument, group: GroupEntry, path: string): readonly Value[] {
  return group.entries.flatMap((entry): readonly Value[] =>
    entry.type === 'group' ? valuesOf(document, entry, `${path}${entry.id}/`) : [valueOf(document, entry, `${path}${entry.id}`)],
  )
}

function valueOf(document: XmlDocument, entry: Exclude<Entry, GroupEntry>, path: string): Value {
  const collapsed = (entry.type === 'binary' ? document.text(entry.node) : entry.value).replaceAll(/\s+/g, ' ').trim()
  const text = collapsed.length > longestValue ? `#${createHash('sha256').update(collapsed).digest('hex').slice(0, 16)}` : collapsed
  const { scheme, schemeVersion, mimeCode, filename } = entry.attributes
  const named = { scheme_identifier: scheme, scheme_version_identifier: schemeVersion, mime_code: mimeCode, filename }
  const attributes = Object.fromEntries(Object.entries(named).flatMap(([name, value]) => (value === undefined ? [] : [[name, value]])))
  return Object.keys(attributes).length === 0 ? [path, text] : [path, text, attributes]
}

function differenceOf(ours: readonly Value[], official: readonly Value[]): string | undefined {
  for (let index = 0; index < Math.max(ours.length, official.length); index += 1) {
    const [our, their] = [JSON.stringify(ours[index]), JSON.stringify(official[index])]
    if (our !== their) return `value ${index + 1} is ${our ?? 'missing'} instead of ${their ?? 'nothing'}`
  }
  return undefined
}
