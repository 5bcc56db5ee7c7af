// A web server with the payments' pages alone; its session is the cookie itself.
import { createSecretKey } from 'node:crypto'
import { pino } from 'pino'
import { inTransaction } from '#database'
import type { OwnerId } from '#kernel/actors.ts'
import { parseId } from '#kernel/ids.ts'
import { bytes, createServer, notFound, page, type Route, type ServerSettings, type Session, seeOther } from '#web'
import { html } from '#web/html.ts'
import { openPayment } from '../actions/open-payment.ts'
import type { PaymentsDependencies } from '../dependencies.ts'
import { paymentsRoutes } from '../routes.ts'

export interface PaymentsServer {
  readonly port: number
  readonly dependencies: PaymentsDependencies
  readonly assets: ServerSettings['assets']
  /** Origins that a form may lead to. */
  readonly formTargets: readonly string[]
}

/** Starts the server. @returns how it is stopped */
export async function servePayments(settings: PaymentsServer): Promise<() => Promise<void>> {
  const find = async (token: string) => {
    const owner = parseId<'owner'>(token)
    return owner === undefined ? undefined : sessionOf(owner)
  }
  const server = await createServer({
    routes: [openRoute(settings), finished, assetRoute(settings), ...paymentsRoutes(settings.dependencies)],
    sessions: {
      portal: { find, open: () => Promise.reject(new Error('no session is opened here')) },
      workplace: { find: async () => undefined },
    },
    assets: settings.assets,
    errorPage: (_frame, refusal) => html`<h1>${refusal}</h1>`,
    csrfKey: createSecretKey(Buffer.from('payments test')),
    secure: false,
    trustProxy: false,
    demo: true,
    formTargets: settings.formTargets,
    log: pino({ level: 'error' }, pino.destination(2)),
    now: () => new Date(),
  })
  await server.listen({ port: settings.port, host: 'localhost' })
  return () => server.close()
}

function sessionOf(owner: OwnerId): Session {
  return { id: owner, actor: { kind: 'visitor', owner }, token: owner, expiresAt: new Date(Date.now() + 3_600_000) }
}

/** What a form of the house does: opens the payment for its draft. */
function openRoute({ dependencies: { database } }: PaymentsServer): Route {
  return {
    method: 'POST',
    path: '/oeffnen/:authority/:owner/:reference',
    permission: 'machine',
    handler: async (visit) => {
      const authority = parseId<'authority'>(visit.params['authority'])
      const owner = parseId<'owner'>(visit.params['owner'])
      const reference = visit.params['reference']
      if (authority === undefined || owner === undefined || reference === undefined) return notFound()
      const intent = { authority, owner, reference, amount: 1000n, purpose: 'Meldebescheinigung', returnPath: '/fertig', now: new Date() }
      const { paymentId } = await inTransaction(database, { authority, owner }, (transaction) => openPayment(transaction, intent))
      return seeOther(`/zahlung/${authority}/${paymentId}`)
    },
  }
}

const finished: Route = { method: 'GET', path: '/fertig', permission: 'public', handler: async () => page(html`<h1>Fertig</h1>`) }

function assetRoute(settings: PaymentsServer): Route {
  return {
    method: 'GET',
    path: '/assets/*',
    permission: 'public',
    handler: async (visit) => {
      const asset = settings.assets.find(visit.path)
      return asset === undefined ? notFound() : bytes(asset.body, { mediaType: asset.mediaType })
    },
  }
}
