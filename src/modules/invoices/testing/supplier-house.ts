// A small house for the supplier's pages: real database, files, judge and server; sessions from a table.
import { createSecretKey, randomBytes } from 'node:crypto'
import { join } from 'node:path'
import { after } from 'node:test'
import { pino } from 'pino'
import type { OwnerId, Person, Visitor } from '#kernel/actors.ts'
import { newId } from '#kernel/ids.ts'
import { createAccountKeys, networkGate, readAccountKeys } from '#modules/accounts'
import { loadRegionalData } from '#modules/directory'
import { bytes, createServer, notFound, type Route, type Session } from '#web'
import { loadAssets } from '#web/assets.ts'
import { errorPage } from '#web/layout/index.ts'
import { loadRouting } from '../actions/load-routing.ts'
import { uploadLimit } from '../dependencies.ts'
import { supplierRoutes } from '../routes.ts'
import { openReceivingHouse, type ReceivingHouse } from './receiving.ts'

export interface SupplierHouse extends ReceivingHouse {
  readonly address: string
  /** The cookie of somebody signed in. */
  signIn(owner: OwnerId): string
}

export async function openSupplierHouse(): Promise<SupplierHouse> {
  const house = await openReceivingHouse()
  const { database, dependencies } = house
  await loadRegionalData(database)
  await loadRouting(database, join(import.meta.dirname, '..', '..', '..', '..', 'data/invoices/routing.json'))
  const sessions = new Map<string, Session>()
  const open = (actor: Visitor | Person): Session => {
    const session: Session = { id: newId(), actor, token: randomBytes(16).toString('hex'), expiresAt: new Date(Date.now() + 3_600_000) }
    sessions.set(session.token, session)
    return session
  }
  const store = { find: async (token: string) => sessions.get(token), open: async () => open({ kind: 'visitor', owner: newId() }) }
  const assets = await loadAssets()
  const assetRoute: Route = {
    ...{ method: 'GET', path: '/assets/*', permission: 'machine' },
    handler: async ({ path }) => {
      const asset = assets.find(path)
      return asset === undefined ? notFound() : bytes(asset.body, { mediaType: asset.mediaType })
    },
  }
  const uploads = networkGate({ database, keys: readAccountKeys(createAccountKeys()) }, uploadLimit)
  const server = await createServer({
    ...{ routes: [...supplierRoutes({ ...dependencies, uploads }), assetRoute], errorPage, csrfKey: createSecretKey(randomBytes(32)) },
    ...{ secure: false, trustProxy: false, demo: false, formTargets: [], assets, log: pino({ level: 'error' }), now: () => new Date() },
    sessions: { portal: store, workplace: store },
  })
  const address = await server.listen({ port: 0, host: '127.0.0.1' })
  after(() => server.close())
  return {
    ...{ ...house, address },
    signIn: (owner) => open({ kind: 'person', owner, level: 'substantial', name: 'Änne Größler' }).token,
  }
}
