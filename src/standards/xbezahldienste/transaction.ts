// Transactions: what a provider says about a payment, written and read.

import { Type } from 'typebox'
import { Compile } from 'typebox/compile'
import type { Cents } from '#kernel/money.ts'
import { done, type Outcome, refused } from '#kernel/outcome.ts'
import { centsFromWire } from './amounts.ts'
import { inNewestSpelling } from './request.ts'
import { type PaymentMethod, paymentInformation, type TransactionStatus } from './schema.ts'
import type { Version } from './versions.ts'

/** What the provider reports; what it leaves out is left out here too. */
export interface ReportedTransaction {
  readonly transactionId: string
  readonly status: TransactionStatus
  readonly redirectUrl?: string
  /** The cash office's number for the payment (Kassenzeichen). */
  readonly reference?: string
  readonly reportedAt?: Date
  readonly method?: PaymentMethod
  readonly methodDetail?: string
  readonly statusDetail?: string
  /** The echo of our request, where the provider sends it. */
  readonly requestId?: string
  readonly amount?: Cents
}

// Lenient where the standard contradicts itself: the redirect address should go away once paid but is required,
// and unknown extra fields of a newer provider do no harm. Strict in what decides about money.
const { transactionUrl: _own, transactionRedirectUrl, ...decisive } = paymentInformation.properties
const reported = Compile(Type.Object({ ...decisive, transactionRedirectUrl: Type.Optional(transactionRedirectUrl) }))
const envelope = Compile(Type.Object({ paymentInformation: Type.Unknown(), paymentRequest: Type.Optional(Type.Unknown()) }))
const echo = Compile(Type.Object({ requestId: Type.String(), grossAmount: Type.Number() }))

/**
 * Reads a provider's answer.
 *
 * @returns refused as `invalid` if it is no transaction, `too-long` if its id fits no path (44 characters in the
 *   body, 36 in the path), `not-cents` if the echoed amount is no whole number of cents
 */
export function decodeTransaction(
  value: unknown,
  version: Version = '1.2.0',
): Outcome<ReportedTransaction, 'invalid' | 'too-long' | 'not-cents'> {
  if (!envelope.Check(value)) return refused('invalid')
  const facts = value.paymentInformation
  if (!reported.Check(facts)) return refused('invalid')
  if (facts.transactionId.length > 36) return refused('too-long')
  const request = inNewestSpelling(value.paymentRequest, version)
  if (value.paymentRequest !== undefined && !echo.Check(request)) return refused('invalid')
  const order = echo.Check(request) ? { requestId: request.requestId, amount: centsFromWire(request.grossAmount) } : undefined
  if (order !== undefined && order.amount === undefined) return refused('not-cents')
  return done({
    transactionId: facts.transactionId,
    status: facts.status,
    ...(facts.transactionRedirectUrl === undefined ? {} : { redirectUrl: facts.transactionRedirectUrl }),
    ...(facts.transactionReference === undefined ? {} : { reference: facts.transactionReference }),
    ...(facts.transactionTimestamp === undefined ? {} : { reportedAt: new Date(facts.transactionTimestamp) }),
    ...(facts.paymentMethod === undefined ? {} : { method: facts.paymentMethod }),
    ...(facts.paymentMethodDetail === undefined ? {} : { methodDetail: facts.paymentMethodDetail }),
    ...(facts.statusDetail === undefined ? {} : { statusDetail: facts.statusDetail }),
    ...(order?.amount === undefined ? {} : { requestId: order.requestId, amount: order.amount }),
  })
}

/** A transaction as a provider would have to write it; `request` is the body it was asked with. */
export function encodeTransaction(
  transaction: ReportedTransaction & { readonly transactionUrl: string; readonly redirectUrl: string },
  request?: Record<string, unknown>,
): Record<string, unknown> {
  return {
    paymentInformation: {
      transactionUrl: transaction.transactionUrl,
      transactionRedirectUrl: transaction.redirectUrl,
      transactionId: transaction.transactionId,
      ...(transaction.reference === undefined ? {} : { transactionReference: transaction.reference }),
      ...(transaction.reportedAt === undefined ? {} : { transactionTimestamp: transaction.reportedAt.toISOString() }),
      ...(transaction.method === undefined ? {} : { paymentMethod: transaction.method }),
      ...(transaction.methodDetail === undefined ? {} : { paymentMethodDetail: transaction.methodDetail }),
      status: transaction.status,
      ...(transaction.statusDetail === undefined ? {} : { statusDetail: transaction.statusDetail }),
    },
    ...(request === undefined ? {} : { paymentRequest: request }),
  }
}
