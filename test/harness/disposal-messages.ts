// Random disposal messages for property tests and conformance.
import fc from 'fast-check'
import { parseDay } from '#kernel/dates.ts'
import { type CaseRecord, type DisposalMessage, type DocumentRecord, type DossierRecord, primaryFileName } from '#standards/xdomea'

type Fields<T> = { readonly [K in keyof T]: fc.Arbitrary<T[K]> }

/** Letters of every kind, markup among them; what XML cannot hold stays out so that reading gives the same back. */
const words = fc.oneof(
  fc.constantFrom('Hund & Katze <b>', ']]>', 'Größe "ẞ" Yılmaz', 'a\r\nb\tc', '  ', 'M̂ K͟h 😀', '&#0; &amp;'),
  fc.string({ unit: 'grapheme', maxLength: 40 }).map((text) => text.replaceAll(/(?![\t\n\r])\p{Cc}|\p{Cs}|[\ufffe\uffff]/gu, '')),
)
const token = fc.stringMatching(/^[A-Za-z0-9äöü.-]{1,20}$/)
const id = fc.uuid()
const day = fc.integer({ min: 0, max: 40_000 }).map((days) => {
  const text = new Date(days * 86_400_000).toISOString().slice(0, 10)
  return parseDay(text) ?? fail(text)
})
const instant = fc.integer({ min: 0, max: 4_000_000_000_000 }).map((time) => new Date(time))
const position = fc.integer({ min: 0, max: 4_294_967_295 })

const general = optional(
  {},
  {
    subject: words,
    referenceNumber: words,
    leadUnit: words,
    keepingUnit: words,
    confidentiality: fc.constantFrom(
      'open' as const,
      'restricted' as const,
      'confidential' as const,
      'secret' as const,
      'top-secret' as const,
    ),
    remark: words,
    medium: fc.constantFrom('electronic' as const, 'hybrid' as const, 'paper' as const),
    filePlanUnit: optional({}, { mark: words, content: words, shortSubject: words }),
  },
)
const retention = optional(
  {},
  {
    years: fc.oneof(fc.constant('unlimited' as const), fc.integer({ min: 0, max: 65_535 })),
    appraisal: fc.constantFrom('A' as const, 'B' as const, 'V' as const),
    mark: words,
    proposal: fc.constantFrom('A' as const, 'V' as const),
    endsOn: day,
  },
)
const history = fc.array(
  optional({ actor: words, at: instant, action: words }, { field: words, oldValue: words, newValue: words, remark: words }),
  { maxLength: 3 },
)
const term = optional({}, { begins: day, ends: day })
const extension = optional({ key: words, name: words, fields: fc.array(optional({ name: words, value: words }, {}), { maxLength: 3 }) }, {})
const file = fc
  .tuple(optional({}, { originalName: words, creator: words, at: instant, isSealed: fc.constant(true) }), id, words)
  .map(([facts, fileId, name]) => ({ ...facts, name: primaryFileName(fileId, name, 'application/pdf') }))
const format = optional({ code: fc.constantFrom('018', '044', '030', '100'), version: words, file }, { otherName: words })

const version = fc.record({ number: words, formats: fc.array(format, { minLength: 1, maxLength: 2 }) }, { noNullPrototype: true })

const document: fc.Arbitrary<DocumentRecord> = optional(
  {
    id,
    history,
    versions: fc.array(version, { maxLength: 3 }),
    extensions: fc.array(extension, { maxLength: 2 }),
  },
  { position, general, kind: words, foreignReference: words, receivedOn: day, sentOn: day, writtenOn: day, clerk: words },
)
const documents = fc.array(document, { maxLength: 3 })
const caseRecord: fc.Arbitrary<CaseRecord> = optional(
  { id, history, documents },
  { position, general, retention, kind: words, dossierSubject: words, isClosed: fc.boolean(), closedOn: day, term, extension },
)
const dossier: fc.Arbitrary<DossierRecord> = optional(
  { id, history, documents, cases: fc.array(caseRecord, { maxLength: 3 }) },
  { position, general, retention, kind: words, term, isClosed: fc.boolean(), closedOn: day, extension },
)
const party = optional(
  {},
  {
    key: optional({ code: token }, { name: token }),
    prefix: optional({ code: token }, { name: token }),
    institution: optional({ name: words }, { shortName: words }),
    unit: words,
  },
)

/** Messages with every field there or not. */
export const anyDisposal: fc.Arbitrary<DisposalMessage> = optional(
  {
    processId: id,
    createdAt: instant,
    sender: party,
    recipient: party,
    wantsArchiveReference: fc.boolean(),
    wantsReceipt: fc.boolean(),
    dossiers: fc.array(dossier, { minLength: 1, maxLength: 2 }),
  },
  { system: optional({}, { instance: words, product: words, version: words }), note: words },
)

/** A record whose second part may lack any key. */
function optional<Needed extends object, Possible extends object>(needed: Fields<Needed>, possible: Fields<Possible>) {
  const first = fc.record(needed, { noNullPrototype: true })
  const second = fc.record(possible, { requiredKeys: [], noNullPrototype: true })
  return fc.tuple(first, second).map(([always, sometimes]) => ({ ...always, ...sometimes }))
}

function fail(text: string): never {
  throw new Error(`no day: ${text}`)
}
