// Conformance: our XBezahldienste schemas and requests against the facts of the official OpenAPI 1.2.0.
import assert from 'node:assert/strict'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { Ajv2020 } from 'ajv/dist/2020.js'
import { encodeProblem, encodeRequest, encodeTransaction, schemasByOfficialName, type Version, versions } from '#standards/xbezahldienste'
import type { Finding } from './fim.ts'

type Json = Readonly<Record<string, unknown>>

const keywords = [
  'minLength',
  'maxLength',
  'pattern',
  'enum',
  'minimum',
  'maximum',
  'exclusiveMinimum',
  'format',
  'minItems',
  'maxItems',
  'required',
] as const
/** Formats that only name how a number is stored. */
const storageFormats = new Set(['double', 'int32'])

/**
 * Compares field names, lengths, patterns and enumerations, then has the official schema judge what we write.
 *
 * @throws AssertionError naming the first field that differs
 */
export async function checkXbezahldienste(standardsDirectory: string): Promise<readonly Finding[]> {
  const path = join(standardsDirectory, 'xbezahldienste', 'xbezahldienste-1.2.0.nacherfasst.openapi.json')
  const official = asObject(newerKeywords(JSON.parse(await readFile(path, 'utf8'))))
  const schemas = asObject(asObject(official['components'])['schemas'])
  let fields = 0
  for (const [name, ours] of Object.entries(schemasByOfficialName)) {
    fields += compare(name, resolve(schemas, schemas[name]), asObject(JSON.parse(JSON.stringify(ours))), schemas)
  }
  const { messages, refusedMessages } = judgeMessages(official)
  return [
    { name: `xbezahldienste: ${fields} fields have the official names, lengths, patterns and values`, ok: fields > 0, detail: '' },
    { name: `xbezahldienste: ${messages} of our messages accepted, ${refusedMessages} broken ones refused`, ok: messages > 0, detail: '' },
  ]
}

/** OpenAPI 3.0 writes `exclusiveMinimum: true` beside `minimum`; JSON Schema writes the number. */
function newerKeywords(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(newerKeywords)
  if (typeof value !== 'object' || value === null) return value
  const entries = Object.entries(value).map(([key, inner]) => [key, newerKeywords(inner)] as const)
  const copy: Record<string, unknown> = Object.fromEntries(entries)
  if (copy['exclusiveMinimum'] === true) {
    copy['exclusiveMinimum'] = copy['minimum']
    delete copy['minimum']
  }
  return copy
}

function compare(path: string, official: Json, ours: Json, schemas: Json): number {
  for (const keyword of keywords) {
    const expected = keyword === 'format' && storageFormats.has(String(official[keyword])) ? undefined : official[keyword]
    assert.deepEqual(sorted(ours[keyword]), sorted(expected), `${path}: ${keyword}`)
  }
  let fields = 1
  const officialFields = asObject(official['properties'] ?? {})
  const ourFields = asObject(ours['properties'] ?? {})
  assert.deepEqual(Object.keys(ourFields).sort(), Object.keys(officialFields).sort(), `${path}: field names`)
  for (const [name, field] of Object.entries(officialFields)) {
    // Our codec writes only the typed requestors of 1.2.0; the deprecated one is left out on purpose.
    if (name === 'requestor') continue
    fields += compare(`${path}.${name}`, resolve(schemas, field), asObject(ourFields[name]), schemas)
  }
  if (official['items'] !== undefined) fields += compare(`${path}[]`, resolve(schemas, official['items']), asObject(ours['items']), schemas)
  if (typeof official['additionalProperties'] === 'object') {
    const inner = Object.values(asObject(ours['patternProperties'] ?? {}))[0] ?? ours['additionalProperties']
    fields += compare(`${path}{}`, asObject(official['additionalProperties']), asObject(inner), schemas)
  }
  return fields
}

function judgeMessages(official: Json): { messages: number; refusedMessages: number } {
  const judge = new Ajv2020({ strict: false, validateFormats: false })
  judge.addSchema({ $id: 'official', ...official })
  const accepts = (name: string, message: unknown) =>
    judge.validate({ $ref: `official#/components/schemas/${name}` }, JSON.parse(JSON.stringify(message)))
  const request = exampleRequest('1.2.0')
  const transaction = encodeTransaction(
    {
      transactionId: 't-1',
      transactionUrl: 'https://pay.example/t/1',
      redirectUrl: 'https://pay.example/p/1',
      status: 'PAYED',
      reference: 'K-1',
      reportedAt: new Date(0),
      method: 'OTHER',
    },
    request,
  )
  const good: [string, unknown][] = [
    ...versions.slice(1).map((version): [string, unknown] => ['PaymentRequest', exampleRequest(version)]),
    ['PaymentTransaction', transaction],
    ['SystemResponse', encodeProblem(400, 'PAYMENT_EXISTS', 'Zahlung besteht bereits', 'Für diese Anfrage gibt es schon eine Zahlung.')],
  ]
  for (const [name, message] of good) assert.ok(accepts(name, message), `${name}: ${judge.errorsText()}`)
  const bad: [string, unknown][] = [
    ['PaymentRequest', exampleRequest('1.0.0')],
    ['PaymentRequest', { ...request, purpose: 'Gebühr' }],
    ['PaymentRequest', { ...request, requestId: 'x'.repeat(37) }],
    ['PaymentRequest', { ...request, grossAmount: 0 }],
    ['PaymentTransaction', { paymentRequest: request }],
  ]
  for (const [name, message] of bad) assert.ok(!accepts(name, message), `${name}: a broken message was accepted`)
  return { messages: good.length, refusedMessages: bad.length }
}

function exampleRequest(version: Version): Record<string, unknown> {
  return encodeRequest(
    {
      requestId: '0193a0b0-0000-7000-8000-000000000001',
      requestedAt: new Date('2026-11-23T10:00:00Z'),
      amount: 1250n,
      purpose: 'Gebühr: Meldebescheinigung für Yılmaz-Özdemir',
      description: 'Meldebescheinigung („Straße 12 a“)',
      redirectUrl: 'https://portal.example/zahlung/zurueck',
      positions: [{ id: 'Gebühr/1', reference: '12.2.10', quantity: 1, singleAmount: 1250n, booking: { Produkt: 'Ämter & Straßen' } }],
    },
    version,
  )
}

function resolve(schemas: Json, schema: unknown): Json {
  const reference = asObject(schema)['$ref']
  if (typeof reference !== 'string') return asObject(schema)
  return asObject(schemas[reference.slice(reference.lastIndexOf('/') + 1)])
}

function asObject(value: unknown): Json {
  assert.ok(typeof value === 'object' && value !== null && !Array.isArray(value), 'the official file has another shape than expected')
  return { ...value }
}

function sorted(value: unknown): unknown {
  return Array.isArray(value) ? value.map(String).sort() : value
}
