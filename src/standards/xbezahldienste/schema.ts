// Schemas: the JSON of XBezahldienste 1.2.0 as facts (names, lengths, patterns, enumerations), in our own words.
import { type Static, Type } from 'typebox'

const closed = { additionalProperties: false } as const
const word = (maxLength: number) => Type.String({ minLength: 1, maxLength, pattern: '^[\\w-]+$' })
const line = (maxLength: number) => Type.String({ minLength: 1, maxLength })
const address = (maxLength: number) => Type.String({ minLength: 1, maxLength, format: 'uri' })
const instant = () => Type.String({ format: 'date-time' })
const due = () => Type.Number({ exclusiveMinimum: 0, maximum: 999_999 })
const charge = () => Type.Number({ minimum: 0, maximum: 999_999 })

/** States of a transaction at the provider; the spelling is the standard's. */
export const transactionStates = ['INITIAL', 'PAYED', 'FAILED', 'CANCELED'] as const
export type TransactionStatus = (typeof transactionStates)[number]

export const paymentMethods = ['GIROPAY', 'PAYDIRECT', 'CREDITCARD', 'PAYPAL', 'OTHER'] as const
export type PaymentMethod = (typeof paymentMethods)[number]

export const functionalCodes = [
  'NO_VALID_ORIGINATOR_OR_DESTINATION',
  'NO_VALID_ORIGINATOR_OR_ENDPOINT',
  'PAYMENT_EXISTS',
  'CALCULATION_ERROR',
  'BOOKING_DATA_MISSING',
  'VALIDATION_ERROR',
  'UNSPECIFIED',
  'FORBIDDEN',
] as const
export type FunctionalCode = (typeof functionalCodes)[number]

const oneOf = <Word extends string>(words: readonly Word[]) => Type.Enum([...words])

/** The identifiers that stand in a path. */
export const pathWord = Type.String({ minLength: 1, maxLength: 36, pattern: '^[\\w-]+$' })

export const postalAddress = Type.Object(
  {
    addressType: oneOf(['POSTAL_ADDRESS']),
    addressLine1: line(250),
    addressLine2: Type.Optional(line(250)),
    addressLine3: Type.Optional(line(250)),
    city: line(250),
    postalCode: line(16),
    countrySubdivision: Type.Optional(line(250)),
    countryCode: Type.String({ minLength: 2, maxLength: 2, pattern: '^[A-Z]{2}$' }),
  },
  closed,
)

export const requestorIndividual = Type.Object(
  {
    requestorType: oneOf(['INDIVIDUAL']),
    name: line(250),
    firstName: line(250),
    gender: Type.Optional(oneOf(['M', 'F', 'D'])),
    address: postalAddress,
  },
  closed,
)

export const requestorOrganization = Type.Object(
  { requestorType: oneOf(['ORGANIZATION']), name: line(250), address: postalAddress },
  closed,
)

export const paymentItem = Type.Object(
  {
    id: word(36),
    reference: word(36),
    description: Type.Optional(line(250)),
    taxRate: Type.Number({ minimum: 0, maximum: 100 }),
    quantity: Type.Integer({ minimum: 1, maximum: 999_999 }),
    totalNetAmount: due(),
    totalTaxAmount: charge(),
    singleNetAmount: due(),
    singleTaxAmount: charge(),
    bookingData: Type.Optional(
      Type.Record(Type.String(), Type.String({ minLength: 1, maxLength: 250, pattern: '^[\\w\\s\\-,\\.\\u00C0-\\u017F]+$' }), {
        minProperties: 0,
        maxProperties: 99,
      }),
    ),
  },
  closed,
)

export const paymentRequest = Type.Object(
  {
    requestId: word(36),
    requestTimestamp: instant(),
    currency: Type.String({ minLength: 3, maxLength: 3, pattern: '^[\\w]+$' }),
    grossAmount: due(),
    purpose: Type.Optional(Type.String({ minLength: 1, maxLength: 27, pattern: '^[\\w\\s-]+$' })),
    description: Type.Optional(line(250)),
    redirectUrl: address(2082),
    items: Type.Array(paymentItem, { minItems: 1, maxItems: 99 }),
    requestor: Type.Optional(Type.Union([requestorIndividual, requestorOrganization])),
  },
  closed,
)
export type PaymentRequest = Static<typeof paymentRequest>

export const paymentInformation = Type.Object(
  {
    transactionUrl: address(2082),
    transactionRedirectUrl: address(5000),
    transactionId: word(44),
    transactionReference: Type.Optional(word(36)),
    transactionTimestamp: Type.Optional(instant()),
    paymentMethod: Type.Optional(oneOf(paymentMethods)),
    paymentMethodDetail: Type.Optional(word(36)),
    status: oneOf(transactionStates),
    statusDetail: Type.Optional(word(99)),
  },
  closed,
)

export const paymentTransaction = Type.Object({ paymentInformation, paymentRequest: Type.Optional(paymentRequest) }, closed)

/** RFC 7807 with the standard's `functionalCode`. */
export const systemResponse = Type.Object(
  {
    type: Type.Optional(address(2082)),
    status: Type.Optional(Type.Integer({ minimum: 100, maximum: 511 })),
    title: Type.Optional(Type.String({ minLength: 1, maxLength: 250, pattern: '^[\\w\\s\\.-]+$' })),
    detail: Type.Optional(Type.String({ minLength: 1, maxLength: 2000, pattern: '^[\\w\\s\\-,\\.\\u00C0-\\u017F]+$' })),
    functionalCode: Type.Optional(oneOf(functionalCodes)),
  },
  closed,
)

/** Our schemas under the names that the OpenAPI of the standard gives them, for the conformance check. */
export const schemasByOfficialName = {
  PaymentTransaction: paymentTransaction,
  PaymentInformation: paymentInformation,
  PaymentRequest: paymentRequest,
  PaymentItem: paymentItem,
  RequestorIndividual: requestorIndividual,
  RequestorOrganization: requestorOrganization,
  PostalAddress: postalAddress,
  SystemResponse: systemResponse,
} as const
