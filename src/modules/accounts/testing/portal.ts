// A whole portal for tests: database, web server, identity card simulator, a mail box, and browsers with cookies.
import { createSecretKey, randomBytes } from 'node:crypto'
import { createServer as createPlainServer } from 'node:http'
import type { AddressInfo, Server } from 'node:net'
import { after } from 'node:test'
import { generateSync } from 'otplib'
import pino from 'pino'
import type { JobKind } from '#jobs'
import { openTestDatabase } from '#test/harness/database.ts'
import { bytes, createServer, notFound, page, type Route, seeOther } from '#web'
import { html } from '#web/html.ts'
import { errorPage } from '#web/layout/index.ts'
import { identityCardServer } from '../../../../demo/identity-card/server.ts'
import { type SeedPerson, seedPersons } from '../actions/seed-persons.ts'
import { type AccountsDependencies, accountSettings } from '../dependencies.ts'
import { accountDeleted, ownerTakenOver } from '../events.ts'
import { accountsJobKinds } from '../jobs.ts'
import { openAccounts } from '../open-accounts.ts'
import { createAccountKeys, readAccountKeys } from '../openid/keys.ts'
import { demoIdentityCard } from '../providers/demo-identity-card.ts'

export type TestPortal = Awaited<ReturnType<typeof openTestPortal>>

/** `assets` and `port` are for looking at the pages in a real browser. */
export async function openTestPortal(
  options: { readonly assets?: Parameters<typeof createServer>[0]['assets']; readonly port?: number } = {},
) {
  const kinds: readonly JobKind<object>[] = [...accountsJobKinds, ownerTakenOver, accountDeleted]
  const { database, admin } = await openTestDatabase(kinds)
  const port = options.port ?? (await freePort())
  const baseUrl = `http://localhost:${port}`
  const clock = { offsetMs: 0 }
  const now = () => new Date(Date.now() + clock.offsetMs)
  const simulator = identityCardServer({ returnOrigins: [baseUrl], secrets: [], clock: () => now().getTime() })
  await listen(simulator, 0)
  const cardUrl = `http://localhost:${portOf(simulator)}`
  const mails: { to: string; subject: string; text: string }[] = []
  const settings = { ...accountSettings(baseUrl, () => `http://127.0.0.1:${port}`), passwordCost: { logN: 12, parallel: 1 } }
  const dependencies: AccountsDependencies = {
    database,
    keys: readAccountKeys(createAccountKeys()),
    settings,
    identityCard: demoIdentityCard({ publicUrl: cardUrl, timeoutMs: 1_000 }),
    mail: { send: async (mail) => void mails.push(mail) },
    now,
  }
  const accounts = await openAccounts(dependencies)
  const server = await createServer({
    routes: [...accounts.routes, ...probes, ...assetRoutes(options.assets)],
    sessions: { portal: accounts.sessions, workplace: { find: async () => undefined } },
    assets: options.assets ?? { href: (name) => `/assets/${name}`, find: () => undefined },
    errorPage,
    csrfKey: createSecretKey(randomBytes(32)),
    secure: false,
    trustProxy: true,
    demo: true,
    formTargets: [cardUrl],
    log: pino({ level: 'error' }),
    now,
  })
  await server.listen({ port, host: '127.0.0.1' })
  after(async () => {
    await server.close()
    simulator.closeAllConnections()
    simulator.close()
  })
  return {
    accounts,
    admin,
    baseUrl,
    cardUrl,
    clock,
    database,
    dependencies,
    mails,
    now,
    port,
    runJobs: () => runJobs(accounts, admin, now),
  }
}

/** Pages of other modules, one for each permission. */
const probes: readonly Route[] = [
  { method: 'GET', path: '/probe/offen', permission: 'public', handler: async (visit) => page(html`<p>${visit.actor.kind}</p>`) },
  { method: 'POST', path: '/probe/entwurf', permission: 'owner', body: 'form', handler: async () => seeOther('/probe/offen') },
  {
    method: 'GET',
    path: '/probe/niedrig',
    permission: { person: 'low' },
    handler: async (visit) => page(html`<p>${visit.actor.kind}</p>`),
  },
  {
    method: 'GET',
    path: '/probe/substanziell',
    permission: { person: 'substantial' },
    handler: async (visit) => page(html`<p>${visit.frame.personName}</p>`),
  },
  {
    method: 'GET',
    path: '/probe/hoch',
    permission: { person: 'high' },
    handler: async (visit) => page(html`<p>${visit.frame.personName}</p>`),
  },
]

type Assets = Parameters<typeof createServer>[0]['assets']

function assetRoutes(assets: Assets | undefined): readonly Route[] {
  if (assets === undefined) return []
  const handler: Route['handler'] = async (visit) => {
    const asset = assets.find(visit.path)
    return asset === undefined ? notFound() : bytes(asset.body, { mediaType: asset.mediaType, inline: true })
  }
  return [{ method: 'GET', path: '/assets/*', permission: 'public', handler }]
}

/** Runs what waits in the queues once, in the order it was added. */
async function runJobs(
  accounts: Awaited<ReturnType<typeof openAccounts>>,
  admin: TestDatabaseAdmin,
  now: () => Date,
): Promise<readonly { name: string; data: object }[]> {
  const { rows } = await admin.pool.query<{ id: string; name: string; data: object }>(
    "delete from pgboss.job where name like 'accounts.%' returning id, name, data",
  )
  for (const row of rows) await accounts.jobs.find(({ kind }) => kind.name === row.name)?.run(row.data, { attempt: 1, now: now() })
  return rows
}

type TestDatabaseAdmin = Awaited<ReturnType<typeof openTestDatabase>>['admin']

/** A person with a secret of their own, so that tests do not use up each other's codes. */
export async function seedPerson(portal: TestPortal): Promise<SeedPerson & { code(step?: number): string }> {
  const name = randomBytes(6).toString('hex')
  const secret = Array.from(randomBytes(32), (byte) => 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567'[byte % 32]).join('')
  const person: SeedPerson = {
    email: `${name}@demo.example`,
    password: 'rennsteig-demo',
    totpSecret: secret,
    attributes: { familyName: 'Muster', givenNames: name },
  }
  await seedPersons(portal.dependencies, [person])
  return { ...person, code: (step = 0) => generateSync({ secret, epoch: Math.floor(portal.now().getTime() / 1000) + 30 * step }) }
}

async function listen(server: Server, port: number): Promise<void> {
  await new Promise<void>((resolve) => server.listen(port, '127.0.0.1', resolve))
}

async function freePort(): Promise<number> {
  const server = createPlainServer()
  await listen(server, 0)
  const port = portOf(server)
  await new Promise((resolve) => server.close(resolve))
  return port
}

function portOf(server: Server): number {
  const address = server.address()
  return typeof address === 'object' && address !== null ? (address satisfies AddressInfo).port : 0
}
