// A server with the portal's pages alone, for the tests of this module.

import { createSecretKey } from 'node:crypto'
import { pino } from 'pino'
import type { OwnerId } from '#kernel/actors.ts'
import { newId } from '#kernel/ids.ts'
import { loadCatalogue } from '#modules/catalogue'
import { directoryRoutes, findMunicipality, loadRegionalData } from '#modules/directory'
import { openTestDatabase, type TestDatabase } from '#test/harness/database.ts'
import { bytes, createServer, notFound, type Route, type Session } from '#web'
import { type Assets, loadAssets } from '#web/assets.ts'
import { errorPage } from '#web/layout/index.ts'
import type { MyAreaSources } from '../dependencies.ts'
import { portalRoutes } from '../routes.ts'

export const testNow = new Date('2026-11-23T09:00:00Z')

/** Signed in as one who began something, whose case runs and whose data was seen. */
export const myArea: MyAreaSources = {
  listDrafts: async () => [
    { draftId: '1', serviceKey: 'hundesteuer-anmeldung', path: '/antrag/1', savedAt: new Date('2026-11-22T13:32:00Z') },
  ],
  listThreads: async () => [
    {
      threadId: '2',
      title: 'Meldebescheinigung',
      number: 'ILM-2026-0001',
      authority: newId(),
      authorityName: 'Stadt Ilmenau',
      statusLine: 'Wird geprüft. Antwort voraussichtlich bis 14. Dezember 2026.',
      unread: 1,
      path: '/postfach/2',
    },
  ],
  listAccess: async () => [
    { at: new Date('2026-11-20T08:00:00Z'), actorName: 'K. Brandt', purpose: 'Bearbeitung', objectTitle: 'Meldebescheinigung' },
  ],
}

export async function openTestPortal(): Promise<
  TestDatabase & {
    readonly server: Awaited<ReturnType<typeof createServer>>
    openServer(demo: boolean): Promise<Awaited<ReturnType<typeof createServer>>>
  }
> {
  const fixture = await openTestDatabase()
  await loadRegionalData(fixture.database)
  await findMunicipality(fixture.database, '') // read into memory at the start, as the program does
  await loadCatalogue(fixture.database)
  const owner: OwnerId = newId()
  const session: Session = {
    id: '1',
    actor: { kind: 'person', owner, level: 'substantial', name: 'Erika Mustermann' },
    token: 'erika',
    expiresAt: new Date('2026-11-23T10:00:00Z'),
  }
  const assets = await loadAssets()
  const openServer = (demo: boolean) =>
    createServer({
      routes: [
        assetRoute(assets),
        ...directoryRoutes({ database: fixture.database, sealKey: new Uint8Array(32) }),
        ...portalRoutes({
          database: fixture.database,
          myArea,
          operator: {
            ...{ name: 'Landkreis Muster', address: ['Musterweg 1', '98693 Ilmenau'], phone: '03677 1' },
            ...{ email: 'betrieb@muster.example', dataProtectionEmail: 'datenschutz@muster.example' },
          },
        }),
      ],
      sessions: {
        portal: { find: async (token) => (token === 'erika' ? session : undefined), open: async () => session },
        workplace: { find: async () => undefined },
      },
      assets,
      errorPage,
      csrfKey: createSecretKey(new Uint8Array(32)),
      secure: false,
      trustProxy: false,
      demo,
      formTargets: [],
      log: pino({ level: 'silent' }),
      now: () => testNow,
    })
  return { ...fixture, server: await openServer(true), openServer }
}

function assetRoute(assets: Assets): Route {
  return {
    method: 'GET',
    path: '/assets/*',
    permission: 'public',
    handler: async (visit) => {
      const asset = assets.find(visit.path)
      return asset === undefined ? notFound() : bytes(asset.body, { mediaType: asset.mediaType, inline: true })
    },
  }
}
