// A small house for the tests of forms: real database, files and server; neighbours that answer from a table.
import { createSecretKey, generateKeyPairSync, randomBytes, sign } from 'node:crypto'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after } from 'node:test'
import { pino } from 'pino'

import { createFileStore, folderBlobs } from '#files'
import type { AssuranceLevel, AuthorityId, OwnerId, Person, Visitor } from '#kernel/actors.ts'
import { derivedId, newId } from '#kernel/ids.ts'
import { createAccountKeys, networkGate, readAccountKeys } from '#modules/accounts'
import { openTestDatabase } from '#test/harness/database.ts'
import { bytes, createServer, notFound, type Route, type Session } from '#web'
import { loadAssets } from '#web/assets.ts'
import { errorPage } from '#web/layout/index.ts'
import { loadForms } from '../actions/load-forms.ts'
import type { FormsDependencies, OnlineOffer } from '../dependencies.ts'
import type { Choice, FormDefinition } from '../domain/definition.ts'
import { formsKinds } from '../events.ts'
import { receiptLimit } from '../neighbours.ts'
import { formsRoutes } from '../routes.ts'
import { readCodeLists, readShippedForms } from '../shipped-forms.ts'

export const authority: AuthorityId = derivedId('authority', 'stadt-ilmenau')
export const ars = '160700029029'

export interface TestHouse {
  readonly dependencies: FormsDependencies
  readonly address: string
  /** SQL past row-level security, for assertions. */
  readonly admin: Awaited<ReturnType<typeof openTestDatabase>>['admin']
  readonly paid: Set<string>
  offers: Map<string, OnlineOffer>
  /** A session of the person or of a visitor, as its cookie. */
  signIn(owner: OwnerId, level?: AssuranceLevel): string
  endSession(cookie: string): void
}

const profile = new Map([
  ['familyName', { value: 'Mustermann', level: 'high' as const }],
  ['givenNames', { value: 'Erika', level: 'high' as const }],
  ['nationality', { value: 'TUR', level: 'high' as const }],
  ['birthDay', { value: '1964-08-12', level: 'high' as const }],
])

function offer(serviceKey: string, changes: Partial<OnlineOffer> = {}): [string, OnlineOffer] {
  return [
    serviceKey,
    { serviceKey, title: { de: serviceKey }, form: serviceKey, assurance: 'none', feeCents: 0n, processingDays: 14, ...changes },
  ]
}

export async function openTestHouse(definitions: readonly FormDefinition[] = []): Promise<TestHouse> {
  const { database, admin } = await openTestDatabase(formsKinds)
  const folder = await mkdtemp(join(tmpdir(), 'rennsteig-forms-'))
  const files = createFileStore({ blobs: folderBlobs(folder), uploadFolder: join(folder, 'uploads'), masterKey: randomBytes(32) })
  const codeLists: ReadonlyMap<string, readonly Choice[]> = new Map((await readCodeLists()).map((list) => [list.name, list.entries]))
  await loadForms(database, [...(await readShippedForms()), ...definitions], new Date())
  const { privateKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' })
  const paid = new Set<string>()
  const sessions = new Map<string, Session>()
  const receiptChecks = networkGate({ database, keys: readAccountKeys(createAccountKeys()) }, receiptLimit)
  const house = {
    offers: new Map([
      offer('hundesteuer-anmeldung'),
      offer('meldebescheinigung', { assurance: 'substantial', feeCents: 1000n }),
      offer('blaue-karte-eu', { assurance: 'high' }),
      offer('allgemeines-anliegen'),
      ...definitions.map((definition) => offer(definition.key)),
    ]),
  }
  const dependencies: FormsDependencies = {
    ...{ database, files, codeLists, baseUrl: 'http://127.0.0.1', receiptChecks },
    documents: { render: async (_template, content) => Buffer.from(`%PDF-1.7 ${JSON.stringify(content)}`) },
    signer: {
      sign: async (pdf) => pdf,
      signBytes: async (bytes) => ({ signature: sign('sha256', bytes, privateKey).toString('base64'), certificate: 'test' }),
    },
    neighbours: {
      findOffer: async (_database, key) => house.offers.get(key),
      findCompetent: async (_database, _key, place) => (place === ars ? authority : undefined),
      findAuthority: async () => ({
        authorityId: authority,
        slug: 'stadt-ilmenau',
        name: 'Stadt Ilmenau',
        theme: { name: 'Stadt Ilmenau' },
        arms: { svg: '<svg/>' },
      }),
      profileOf: async () => profile,
      openPayment: async (_transaction, { reference }) => ({ paymentId: derivedId('payment', reference), isPaid: paid.has(reference) }),
      takeOverPayments: async () => undefined,
      signInPath: (level, returnTo) => `/anmelden?${new URLSearchParams({ stufe: level, weiter: returnTo })}`,
    },
  }
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
  const server = await createServer({
    ...{
      routes: [...formsRoutes(dependencies), assetRoute],
      errorPage,
      csrfKey: createSecretKey(randomBytes(32)),
      secure: false,
      trustProxy: false,
      demo: false,
      formTargets: [],
    },
    ...{ sessions: { portal: store, workplace: store }, assets, log: pino({ level: 'error' }), now: () => new Date() },
  })
  const address = await server.listen({ port: 0, host: '127.0.0.1' })
  after(async () => {
    await server.close()
    await rm(folder, { recursive: true, force: true })
  })
  return Object.assign(house, {
    ...{ dependencies, address, admin, paid },
    signIn: (owner: OwnerId, level: AssuranceLevel = 'none') =>
      open(level === 'none' ? { kind: 'visitor', owner } : { kind: 'person', owner, level, name: 'Erika Mustermann' }).token,
    endSession: (token: string) => void sessions.delete(token),
  })
}

/** A browser as far as these tests need one: one cookie, forms by their names. */
export function browserOf(
  house: Pick<TestHouse, 'address'>,
  token: string,
): {
  get(path: string): Promise<Response>
  post(path: string, fields: Readonly<Record<string, string>> | FormData): Promise<Response>
} {
  const headers = { cookie: `rennsteig-portal=${token}`, 'sec-fetch-site': 'same-origin' }
  const marksOf = async (path: string): Promise<string> => {
    const text = await (await fetch(house.address + path, { headers })).text()
    return /name="marks" value="([^"]*)"/.exec(text)?.[1] ?? ''
  }
  const csrfOf = async (path: string): Promise<string> => {
    const text = await (await fetch(house.address + path, { headers })).text()
    return /name="csrf" value="([^"]*)"/.exec(text)?.[1] ?? ''
  }
  return {
    get: (path) => fetch(house.address + path, { headers, redirect: 'manual' }),
    async post(path, fields) {
      const page = path.replace(/\/mit-dateien$|\/absenden$/, '')
      if (fields instanceof FormData) {
        const body = new FormData()
        body.append('csrf', await csrfOf(page))
        body.append('marks', await marksOf(page))
        for (const [name, value] of fields) body.append(name, value)
        return fetch(house.address + path, { method: 'POST', headers, body, redirect: 'manual' })
      }
      const known = {
        csrf: await csrfOf(path.endsWith('absenden') ? path.replace('absenden', 'pruefen') : page),
        marks: await marksOf(page),
      }
      return fetch(house.address + path, {
        method: 'POST',
        headers,
        body: new URLSearchParams({ ...known, ...fields }),
        redirect: 'manual',
      })
    },
  }
}

export function pathOf(response: Response): string {
  return response.headers.get('location') ?? ''
}

export async function countRows(house: TestHouse, table: 'submission' | 'receipt' | 'draft' | 'draft_file'): Promise<number> {
  const counts = {
    submission: house.admin.sql<{ count: string }>`select count(*)::text as count from forms.submission`,
    receipt: house.admin.sql<{ count: string }>`select count(*)::text as count from forms.receipt`,
    draft: house.admin.sql<{ count: string }>`select count(*)::text as count from forms.draft`,
    draft_file: house.admin.sql<{ count: string }>`select count(*)::text as count from forms.draft_file`,
  }
  const [row] = await counts[table]
  return Number(row?.count ?? 0)
}
