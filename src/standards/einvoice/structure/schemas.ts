// The three syntaxes an invoice is written in, each with its schema, made when the first document asks.

import { entriesOf } from './notation.ts'
import { makeSchema, type Schema } from './schema.ts'
import { ciiAggregateTypes } from './tables/cii-aggregates.ts'
import { ciiValueTypes } from './tables/cii-values.ts'
import { aggregateElements, aggregateTypes } from './tables/ubl-aggregates.ts'
import { basicElements, unqualifiedTypes } from './tables/ubl-basic.ts'
import { documentElements, documentTypes, signatureTypes } from './tables/ubl-documents.ts'

export type Syntax = 'ubl-invoice' | 'ubl-creditnote' | 'cii'

/** The root elements. */
export const roots: Readonly<Record<Syntax, string>> = {
  'ubl-invoice': 'ubl:Invoice',
  'ubl-creditnote': 'cn:CreditNote',
  cii: 'rsm:CrossIndustryInvoice',
}

const made = new Map<Syntax, Schema>()

export function schemaOf(syntax: Syntax): Schema {
  const known = made.get(syntax)
  if (known !== undefined) return known
  const schema = syntax === 'cii' ? ciiSchema() : ublSchema(syntax)
  made.set(syntax, schema)
  return schema
}

function ciiSchema(): Schema {
  return makeSchema({
    types: [ciiAggregateTypes, ciiValueTypes],
    localTypes: [],
    elements: new Map([['rsm:CrossIndustryInvoice', 'rsm:CrossIndustryInvoiceType']]),
    aliases: new Map(),
  })
}

function ublSchema(syntax: Syntax): Schema {
  const elements = new Map<string, string>()
  const aliases = new Map<string, string>()
  for (const [type, names] of groups(basicElements)) {
    for (const name of names) {
      elements.set(`cbc:${name}`, `cbc:${name}Type`)
      aliases.set(`cbc:${name}Type`, `uudt:${type}`)
    }
  }
  for (const [type, names] of groups(aggregateElements)) for (const name of names) elements.set(`cac:${name}`, `cac:${type}`)
  for (const pair of documentElements.trim().split(/\s+/)) {
    const [name = '', type = ''] = pair.split('=')
    // Each document has a schema of its own: the other document is no element of it.
    if (name !== (syntax === 'ubl-invoice' ? roots['ubl-creditnote'] : roots['ubl-invoice'])) elements.set(name, type)
  }
  return makeSchema({
    types: [documentTypes, signatureTypes, unqualifiedTypes],
    localTypes: [['cac', aggregateTypes]],
    elements,
    aliases,
  })
}

/** 'AmountType: Amount BaseAmount' as the type and its elements. */
function groups(table: string): readonly (readonly [string, readonly string[]])[] {
  return entriesOf(table).map((entry) => {
    const colon = entry.indexOf(':')
    return [
      entry.slice(0, colon),
      entry
        .slice(colon + 1)
        .trim()
        .split(' '),
    ]
  })
}
