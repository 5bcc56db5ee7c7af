// Payment requests: an order of ours written for the wire, and read again on the provider's side.
import { Compile } from 'typebox/compile'
import type { Cents } from '#kernel/money.ts'
import { done, type Outcome, refused } from '#kernel/outcome.ts'
import { amountOnWire, centsFromWire } from './amounts.ts'
import { bookingOnWire, descriptionOnWire, purposeOnWire, wordOnWire } from './letters.ts'
import { type PaymentRequest, paymentRequest } from './schema.ts'
import { traitsOf, type Version } from './versions.ts'

export interface OrderPosition {
  readonly id: string
  /** What the cash office books it on (budget line, product). */
  readonly reference: string
  readonly description?: string
  readonly quantity: number
  readonly singleAmount: Cents
  /** Account assignment as key and value. */
  readonly booking?: Readonly<Record<string, string>>
}

export interface PaymentOrder {
  /** Ours, at most 36 of `[\w-]`; the same again when a request is repeated. */
  readonly requestId: string
  readonly requestedAt: Date
  readonly amount: Cents
  readonly purpose: string
  readonly description?: string
  readonly redirectUrl: string
  readonly positions: readonly OrderPosition[]
}

/** A request as the provider's side understands it. */
export interface ReceivedOrder {
  readonly requestId: string
  readonly amount: Cents
  readonly purpose?: string
  readonly description?: string
  readonly redirectUrl: string
}

const checker = Compile(paymentRequest)
const word = /^[\w-]{1,36}$/

/**
 * The JSON value of a payment request. Fees of an authority carry no tax (§ 2b UStG), so net is gross.
 *
 * @throws RangeError if the identifier or an amount cannot be carried, or the positions do not add up to the amount
 */
export function encodeRequest(order: PaymentOrder, version: Version = '1.2.0'): Record<string, unknown> {
  if (!word.test(order.requestId)) throw new RangeError('request id is not 1 to 36 of [A-Za-z0-9_-]')
  const total = order.positions.reduce((sum, position) => sum + position.singleAmount * BigInt(position.quantity), 0n)
  if (total !== order.amount) throw new RangeError(`positions add up to ${total} cents instead of ${order.amount}`)
  const description = order.description === undefined ? undefined : descriptionOnWire(order.description)
  return {
    requestId: order.requestId,
    requestTimestamp: order.requestedAt.toISOString(),
    currency: 'EUR',
    [traitsOf[version].grossAmountField]: amountOnWire(order.amount),
    purpose: purposeOnWire(order.purpose),
    ...(description === undefined ? {} : { description }),
    redirectUrl: order.redirectUrl,
    items: order.positions.map(encodePosition),
  }
}

/** The order in a request of that version, or the first thing that is wrong with it. */
export function decodeRequest(value: unknown, version: Version = '1.2.0'): Outcome<ReceivedOrder, 'invalid' | 'calculation'> {
  const request = inNewestSpelling(value, version)
  if (!isRequest(request)) return refused('invalid')
  const amount = centsFromWire(request.grossAmount)
  if (amount === undefined || amount === 0n) return refused('invalid')
  const total = sumOfPositions(request)
  if (total !== amount) return refused('calculation')
  return done({
    requestId: request.requestId,
    amount,
    redirectUrl: request.redirectUrl,
    ...(request.purpose === undefined ? {} : { purpose: request.purpose }),
    ...(request.description === undefined ? {} : { description: request.description }),
  })
}

/** Whether a value is a valid request of 1.2.0. */
export function isRequest(value: unknown): value is PaymentRequest {
  return checker.Check(value)
}

function encodePosition(position: OrderPosition): Record<string, unknown> {
  const description = position.description === undefined ? undefined : descriptionOnWire(position.description)
  const booking = encodeBooking(position.booking ?? {})
  return {
    id: wordOnWire(position.id),
    reference: wordOnWire(position.reference),
    ...(description === undefined ? {} : { description }),
    taxRate: 0,
    quantity: position.quantity,
    totalNetAmount: amountOnWire(position.singleAmount * BigInt(position.quantity)),
    totalTaxAmount: 0,
    singleNetAmount: amountOnWire(position.singleAmount),
    singleTaxAmount: 0,
    ...(Object.keys(booking).length === 0 ? {} : { bookingData: booking }),
  }
}

function encodeBooking(booking: Readonly<Record<string, string>>): Record<string, string> {
  const pairs = Object.entries(booking).flatMap(([key, text]) => {
    const value = bookingOnWire(text)
    return value === undefined ? [] : [[key, value] as const]
  })
  return Object.fromEntries(pairs.slice(0, 99))
}

/** 1.0.0 writes `grosAmount`; the rest is the same. */
export function inNewestSpelling(value: unknown, version: Version): unknown {
  const field = traitsOf[version].grossAmountField
  if (field === 'grossAmount' || typeof value !== 'object' || value === null || !(field in value))
    return field === 'grossAmount' ? value : undefined
  const { [field]: grossAmount, ...rest } = value
  return { ...rest, grossAmount }
}

function sumOfPositions(request: PaymentRequest): Cents | undefined {
  let total = 0n
  for (const position of request.items) {
    const net = centsFromWire(position.totalNetAmount)
    const tax = centsFromWire(position.totalTaxAmount)
    if (net === undefined || tax === undefined) return undefined
    total += net + tax
  }
  return total
}
