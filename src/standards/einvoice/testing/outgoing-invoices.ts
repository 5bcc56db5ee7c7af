// Outgoing invoices of our own: one of each kind by hand, and any number by chance.
import fc from 'fast-check'
import { addDays, type Day, parseDay } from '#kernel/dates.ts'
import type { OutgoingAdjustment, OutgoingInvoice, OutgoingLine, OutgoingParty, OutgoingSeller, OutgoingVat } from '../write/outgoing.ts'

/** A fee notice: an authority acting as such shows no VAT and has no VAT identifier. */
export const feeInvoice: OutgoingInvoice = {
  type: '380',
  number: 'GB-2026-000417',
  issuedOn: dayAt('2026-11-02'),
  dueOn: dayAt('2026-12-02'),
  buyerReference: '16070029-0001-75',
  notes: ['Sondernutzung Marktplatz, 12. bis 14. Oktober 2026'],
  seller: {
    name: 'Stadt Ilmenau',
    address: { lines: ['Am Markt 7'], postCode: '98693', city: 'Ilmenau', country: 'DE' },
    electronicAddress: { text: 'ordnungsamt@ilmenau.example', scheme: 'EM' },
    identifier: { text: 'kasse-ilmenau' },
    contact: { name: 'Ordnungsamt', telephone: '03677 600-0', email: 'ordnungsamt@ilmenau.example' },
  },
  buyer: {
    name: 'Gärtnerei Grün & Söhne',
    address: { lines: ['Gartenweg 3', 'Hof 2'], postCode: '99310', city: 'Arnstadt', country: 'DE' },
    electronicAddress: { text: 'rechnung@gaertnerei.example', scheme: 'EM' },
  },
  deliveredOn: dayAt('2026-10-14'),
  transfer: { account: 'DE02120300000000202051', holder: 'Stadtkasse Ilmenau', remittance: '5.0417.000012-3' },
  exemption: { text: 'Nicht steuerbare hoheitliche Leistung (§ 2b UStG)', code: 'VATEX-EU-O' },
  lines: [
    { name: 'Sondernutzung je Tag', quantity: '3', unit: 'DAY', unitPrice: 2_450n, vat: { category: 'O' } },
    {
      name: 'Verwaltungsgebühr',
      description: 'Nr. 12 der Gebührensatzung',
      quantity: '1',
      unit: 'C62',
      unitPrice: 3_500n,
      vat: { category: 'O' },
    },
  ],
}

/** Of a municipal undertaking: two rates and an exempt line, an allowance, a charge, a part paid before. */
export const taxedInvoice: OutgoingInvoice = {
  ...feeInvoice,
  number: 'SW-2026-8811',
  seller: { ...feeInvoice.seller, vatId: 'DE123456789', taxNumber: '156/141/00000' },
  exemption: { text: 'Steuerfrei nach § 4 Nr. 20 UStG', code: 'VATEX-EU-132-1N' },
  allowances: [{ amount: 500n, reason: 'Mengenrabatt', vat: { category: 'S', rate: '19' } }],
  charges: [{ amount: 250n, reason: 'Versand', vat: { category: 'S', rate: '7.00' } }],
  paid: 1_000n,
  lines: [
    { name: 'Wasserzähler', quantity: '2.5', unit: 'H87', unitPrice: 1_999n, vat: { category: 'S', rate: '19.00' } },
    {
      name: 'Trinkwasser',
      quantity: '14.25',
      unit: 'MTQ',
      unitPrice: 187n,
      vat: { category: 'S', rate: '7' },
      allowances: [{ amount: 33n, reason: 'Ablesung durch den Kunden' }],
    },
    { name: 'Museumsführung', quantity: '1', unit: 'C62', unitPrice: 4_000n, vat: { category: 'E' } },
  ],
}

function dayAt(text: string): Day {
  const day = parseDay(text)
  if (day === undefined) throw new Error(`no day: ${text}`)
  return day
}

const first = dayAt('2026-01-01')
const someDay = fc.integer({ min: 0, max: 1_500 }).map((days) => addDays(first, days))
const someText = fc
  .string({ unit: fc.constantFrom(...'abcXYZäöüßÄłΩж019&<>"\'#-./ ()€§,:;]]>😀'), minLength: 1, maxLength: 30 })
  .map((text) => `a${text}b`)
const somePassage = fc.array(someText, { minLength: 1, maxLength: 3 }).map((lines) => lines.join('\n').replaceAll('#', '+'))
const maybe = <Value>(value: fc.Arbitrary<Value>): fc.Arbitrary<Value | undefined> => fc.option(value, { nil: undefined })
const someAmount = fc.oneof({ weight: 5, arbitrary: fc.bigInt(1n, 100_000n) }, fc.bigInt(1n, 90_000_000_000n))
const somePeriod = fc.tuple(someDay, fc.nat(60)).map(([from, days]) => ({ from, to: addDays(from, days) }))
const someIdentifier = fc.record({ text: someText, scheme: maybe(fc.constantFrom('0088', '0204', '0060')) }).map(without)
const someAddress = fc.record({
  lines: fc.array(someText, { maxLength: 3 }),
  postCode: someText,
  city: someText,
  country: fc.constantFrom('DE', 'AT', 'FR', 'GR'),
})
const someQuantity = fc
  .tuple(fc.integer({ min: -5, max: 2_000 }), maybe(fc.integer({ min: 0, max: 9_999 })))
  .map(([whole, part]) => (part === undefined ? String(whole) : `${whole}.${String(part).padStart(4, '0')}`))

/** Leaves out what is undefined: the types want an absent field absent. */
function without<Fields extends object>(fields: Fields): { [Key in keyof Fields]: Exclude<Fields[Key], undefined> } {
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined)) as {
    [Key in keyof Fields]: Exclude<Fields[Key], undefined>
  }
}

const someParty = (isOutside: boolean): fc.Arbitrary<OutgoingParty> =>
  fc
    .record({
      name: someText,
      address: someAddress,
      electronicAddress: fc.constantFrom({ text: 'post@amt.example', scheme: 'EM' }, { text: '16070029-0001-75', scheme: '0204' }),
      identifier: maybe(someIdentifier),
      registration: maybe(someIdentifier),
      vatId: isOutside ? fc.constant(undefined) : maybe(fc.constantFrom('DE123456789', 'ATU12345678')),
    })
    .map(without)

const someSeller = (isOutside: boolean): fc.Arbitrary<OutgoingSeller> =>
  fc
    .record({
      party: someParty(isOutside),
      identifier: someIdentifier,
      taxNumber: isOutside ? maybe(fc.constant('156/141/00000')) : fc.constant('156/141/00000'),
      legalInformation: maybe(someText),
      contact: fc.record({
        name: someText,
        telephone: fc.constantFrom('03677 600-0', '+49 (0)361 115'),
        email: fc.constant('a.b@c.example'),
      }),
    })
    .map(({ party, ...more }) => without({ ...party, ...more }))

const taxed: fc.Arbitrary<OutgoingVat> = fc.oneof(
  fc.constantFrom<OutgoingVat>({ category: 'Z' }, { category: 'E' }),
  fc.constantFrom('19', '7', '19.00', '5.5', '1.01', '99.99').map((rate) => ({ category: 'S' as const, rate })),
)

const someLine = (vat: fc.Arbitrary<OutgoingVat>): fc.Arbitrary<OutgoingLine> =>
  fc
    .record({
      name: someText,
      description: maybe(somePassage),
      quantity: someQuantity,
      unit: fc.constantFrom('H87', 'HUR', 'C62', 'MTQ', 'DAY'),
      unitPrice: fc.oneof(fc.bigInt(0n, 100_000n), fc.bigInt(0n, 40_000_000n)),
      vat,
      allowances: maybe(fc.array(fc.record({ amount: fc.bigInt(1n, 5_000n), reason: someText }), { maxLength: 2 })),
      period: maybe(somePeriod),
    })
    .map(without)

const someAdjustments = (vat: fc.Arbitrary<OutgoingVat>): fc.Arbitrary<OutgoingAdjustment[] | undefined> =>
  maybe(fc.array(fc.record({ amount: someAmount, reason: someText, vat }), { maxLength: 2 }))

const someExemption = (category: 'E' | 'O') =>
  fc
    .record({ text: someText, code: maybe(fc.constantFrom(...(category === 'O' ? ['VATEX-EU-O'] : ['VATEX-EU-132', 'VATEX-EU-132-1N']))) })
    .map(without)

/** Any sound outgoing invoice: both worlds (not subject to VAT, and taxed), all types, credit below zero. */
export const someOutgoingInvoice: fc.Arbitrary<OutgoingInvoice> = fc.boolean().chain((isOutside) => {
  const vat: fc.Arbitrary<OutgoingVat> = isOutside ? fc.constant({ category: 'O' }) : taxed
  return fc
    .record({
      type: fc.constantFrom<OutgoingInvoice['type']>('380', '381', '384'),
      number: someText,
      issuedOn: someDay,
      dueOn: maybe(someDay),
      paymentTerms: somePassage,
      buyerReference: someText,
      purchaseOrder: maybe(someText),
      contract: maybe(someText),
      preceding: fc.record({ number: someText, issuedOn: maybe(someDay) }).map(without),
      notes: maybe(fc.array(somePassage, { maxLength: 2 })),
      seller: someSeller(isOutside),
      buyer: someParty(isOutside),
      deliveredOn: maybe(someDay),
      period: maybe(somePeriod),
      transfer: fc
        .record({
          account: fc.constantFrom('DE02120300000000202051', 'AT611904300234573201'),
          holder: maybe(someText),
          bic: maybe(fc.constant('BYLADEM1001')),
          remittance: someText,
        })
        .map(without),
      exemption: someExemption(isOutside ? 'O' : 'E'),
      allowances: someAdjustments(vat),
      charges: someAdjustments(vat),
      paid: maybe(fc.bigInt(0n, 100_000n)),
      lines: fc.array(someLine(vat), { minLength: 1, maxLength: 5 }),
    })
    .map((fields) => consistent(without(fields)))
})

/** An exemption only where a category has one; no preceding invoice in the first of its kind; periods of lines within the invoice's. */
function consistent({ exemption, preceding, paymentTerms, ...invoice }: OutgoingInvoice): OutgoingInvoice {
  const { lines, allowances = [], charges = [] } = invoice
  const isFree = [...lines, ...allowances, ...charges].some(({ vat }) => vat.category === 'E' || vat.category === 'O')
  const isFirst = invoice.type === '380'
  const { period } = invoice
  return {
    ...invoice,
    lines: lines.map((line) =>
      period === undefined || line.period === undefined
        ? line
        : {
            ...line,
            period: { from: period.from, to: line.period.to < period.from || line.period.to > period.to ? period.to : line.period.to },
          },
    ),
    ...(isFree && exemption !== undefined ? { exemption } : {}),
    ...(isFirst || preceding === undefined ? {} : { preceding }),
    ...(invoice.dueOn !== undefined && isFirst ? {} : { paymentTerms: paymentTerms ?? 'sofort' }),
  }
}
