// The adapter for providers that speak XBezahldienste.
import { refused } from '#kernel/outcome.ts'
import { decodeProblem, decodeTransaction, encodeRequest, type Version, versionHeader } from '#standards/xbezahldienste'
import { finalCodes, type PaymentProvider } from './provider.ts'

export interface XbezahldiensteSettings {
  /** Address before `/paymenttransaction`. */
  readonly url: string
  readonly originatorId: string
  readonly endPointId: string
  readonly version?: Version
  /** How the provider knows us; the standard leaves it open. */
  readonly headers?: Readonly<Record<string, string>>
}

type Answer = { readonly status: number; readonly body: unknown } | undefined

export function createXbezahldienste(settings: XbezahldiensteSettings): PaymentProvider {
  const version = settings.version ?? '1.2.0'
  const address = `${settings.url}/paymenttransaction/${settings.originatorId}/${settings.endPointId}`
  const headers = { ...settings.headers, accept: 'application/json, application/problem+json', [versionHeader]: version }
  return {
    open: async (order, timeoutMs) => {
      const body = JSON.stringify(encodeRequest(order, version))
      const answer = await ask(address, { method: 'POST', headers: { ...headers, 'content-type': 'application/json' }, body }, timeoutMs)
      if (answer === undefined) return refused('unclear')
      if (answer.status === 200) return readTransaction(answer.body, version)
      const code = decodeProblem(answer.body)
      if (code === 'PAYMENT_EXISTS') return refused('exists')
      return refused(answer.status < 500 && finalCodes.has(code) ? 'rejected' : 'unclear')
    },
    find: async (id, timeoutMs) => {
      const answer = await ask(`${address}/${encodeURIComponent(id)}`, { headers }, timeoutMs)
      if (answer?.status === 404) return refused('not-found')
      return answer?.status === 200 ? readTransaction(answer.body, version) : refused('unclear')
    },
  }
}

function readTransaction(body: unknown, version: Version) {
  const read = decodeTransaction(body, version)
  return read.ok ? read : refused('unclear')
}

/** The answer, or undefined if there was none in time or it is no JSON: whether the provider acted is then open. */
async function ask(url: string, request: RequestInit, timeoutMs: number): Promise<Answer> {
  try {
    const response = await fetch(url, { ...request, redirect: 'error', signal: AbortSignal.timeout(timeoutMs) })
    const body: unknown = await response.json().catch(() => undefined)
    return { status: response.status, body }
  } catch {
    return undefined
  }
}
