// The standard's side: transactions are opened and asked for as XBezahldienste says.
import { setTimeout as wait } from 'node:timers/promises'
import {
  decodeRequest,
  encodeTransaction,
  parseVersion,
  paymentMethods,
  traitsOf,
  type Version,
  versionHeader,
} from '#standards/xbezahldienste'
import { type Exchange, readBody, sendJson, sendProblem } from './answers.ts'
import type { Chaos } from './chaos.ts'
import type { Store, StoredTransaction } from './store.ts'

const word = /^[\w-]{1,36}$/

export interface Side {
  readonly store: Store
  readonly chaos: Chaos
  readonly base: string
}

/** Answers a request of the standard; false if the path is none of its. */
export async function answerStandard(side: Side, exchange: Exchange): Promise<boolean> {
  const [resource, originatorId, endPointId, transactionId] = exchange.path
  if (resource === undefined || !['paymenttransaction', 'payment-methods', 'status', 'maintenance'].includes(resource)) return false
  if (side.chaos.strikes('slow')) await wait(side.chaos.profile().slowMs)
  if (side.chaos.isOut(Date.now()) || side.chaos.strikes('unavailable'))
    return reply(() => sendProblem(exchange, 503, 'UNSPECIFIED', 'Zurzeit nicht erreichbar'))
  const named = exchange.request.headers[versionHeader.toLowerCase()]
  const version = typeof named === 'string' ? parseVersion(named) : '1.1.0'
  if (version === undefined) return reply(() => sendProblem(exchange, 400, 'VALIDATION_ERROR', 'Version unbekannt'))
  if (resource === 'status') return reply(() => sendJson(exchange, { status: 200, title: 'OK' }, 200, 'application/problem+json'))
  if (
    originatorId === undefined ||
    endPointId === undefined ||
    !word.test(originatorId) ||
    !word.test(endPointId) ||
    originatorId === 'unbekannt'
  )
    return reply(() => sendProblem(exchange, 404, 'NO_VALID_ORIGINATOR_OR_ENDPOINT', 'Absender oder Endpunkt unbekannt'))
  if (resource !== 'paymenttransaction' && !traitsOf[version].listsPaymentMethods)
    return reply(() => sendProblem(exchange, 404, 'UNSPECIFIED', 'In dieser Version nicht vorgesehen'))
  if (resource === 'payment-methods')
    return reply(() =>
      sendJson(exchange, {
        paymentMethods: { up: paymentMethods.filter((method) => method !== 'GIROPAY' && method !== 'PAYDIRECT'), down: [] },
      }),
    )
  if (resource === 'maintenance') return reply(() => sendJson(exchange, { maintenanceWindows: [] }))
  if (exchange.request.method === 'POST' && transactionId === undefined) await open(side, exchange, { originatorId, endPointId, version })
  else if (exchange.request.method === 'GET' && transactionId !== undefined) ask(side, exchange, originatorId, transactionId)
  else sendProblem(exchange, 404, 'UNSPECIFIED', 'Nicht vorgesehen')
  return true
}

function reply(send: () => void): true {
  send()
  return true
}

async function open(
  side: Side,
  exchange: Exchange,
  address: { originatorId: string; endPointId: string; version: Version },
): Promise<void> {
  const body = asObject(await readBody(exchange.request))
  const order = decodeRequest(body, address.version)
  if (body === undefined || !order.ok)
    return sendProblem(
      exchange,
      400,
      !order.ok && order.reason === 'calculation' ? 'CALCULATION_ERROR' : 'VALIDATION_ERROR',
      'Anfrage ungueltig',
    )
  const { requestId, amount, redirectUrl, purpose = '', description = '' } = order.value
  const opened = await side.store.open({
    ...address,
    requestId,
    request: body,
    requestedCents: Number(amount),
    purpose,
    description,
    redirectUrl,
  })
  if (opened === undefined) return sendProblem(exchange, 400, 'PAYMENT_EXISTS', 'Zu dieser Anfrage gibt es schon eine Zahlung')
  if (side.chaos.strikes('lostAnswer')) return void exchange.request.socket.destroy()
  sendJson(exchange, describe(side, opened, false))
}

function ask(side: Side, exchange: Exchange, originatorId: string, id: string): void {
  if (side.chaos.strikes('lostGetAnswer')) return void exchange.request.socket.destroy()
  const byId = side.store.byId(id)
  const found =
    byId?.originatorId === originatorId ? byId : side.chaos.profile().findsByRequestId ? side.store.byRequest(originatorId, id) : undefined
  if (found === undefined) return sendProblem(exchange, 404, 'UNSPECIFIED', 'Zahlung unbekannt')
  sendJson(exchange, describe(side, found, found.status === 'PAYED' && side.chaos.strikes('statusRegression')))
}

function describe(side: Side, transaction: StoredTransaction, regressed: boolean): Record<string, unknown> {
  const status = regressed ? 'INITIAL' : transaction.status
  const isPaid = transaction.status === 'PAYED'
  const request = isPaid
    ? { ...transaction.request, [traitsOf[transaction.version].grossAmountField]: transaction.paidCents / 100 }
    : transaction.request
  return encodeTransaction(
    {
      transactionUrl: `${side.base}/paymenttransaction/${transaction.originatorId}/${transaction.endPointId}/${transaction.transactionId}`,
      redirectUrl: `${side.base}/bezahlen/${transaction.token}`,
      transactionId: transaction.transactionId,
      reference: `SIM-${transaction.transactionId.slice(0, 10)}`,
      reportedAt: new Date(transaction.changedAt),
      ...(isPaid ? { method: 'CREDITCARD' as const } : {}),
      status,
    },
    request,
  )
}

function asObject(text: string | undefined): Record<string, unknown> | undefined {
  try {
    const value: unknown = JSON.parse(text ?? '')
    return typeof value === 'object' && value !== null ? { ...value } : undefined
  } catch {
    return undefined
  }
}
