// Tests of the catalogue against a real database: loading, links, offers, and who is responsible.
import assert from 'node:assert/strict'
import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, test } from 'node:test'
import { inKeeperTransaction, statements } from '#database'
import type { AuthorityId } from '#kernel/actors.ts'
import { parseDay } from '#kernel/dates.ts'
import { derivedId } from '#kernel/ids.ts'
import { openTestDatabase } from '#test/harness/database.ts'
import { loadCatalogue } from './actions/load-catalogue.ts'
import { searchIndexOf } from './catalogue-index.ts'
import { CatalogueError } from './domain/catalogue-files.ts'
import { generalRequestKey } from './domain/public-service.ts'
import {
  findLifeSituation,
  findPublicService,
  findServiceWithRelated,
  listExceptions,
  listLifeSituations,
  listOffers,
  listOnlineServices,
  listServicesOfAuthority,
} from './reads.ts'
import { setOffer } from './writes.ts'

const { database } = await openTestDatabase()
const shipped = join(import.meta.dirname, '../../../data/services')
const today = parseDay('2026-11-23') ?? assert.fail()
await loadCatalogue(database)

describe('loading', () => {
  test('the shipped catalogue has at least 44 services with LeiKa keys and 10 to 12 life situations', async () => {
    const services = await listServicesOfAuthority(database, {
      levels: ['municipality', 'association', 'district', 'land'],
      ars: '160700029029',
      on: today,
    })
    assert.ok(services.length >= 44)
    assert.ok(services.filter((one) => one.leikaKeyChecked).length >= 40)
    const situations = await listLifeSituations(database)
    assert.ok(situations.length >= 10 && situations.length <= 12)
    for (const one of services) assert.ok(one.title.en !== undefined && one.title.plain !== undefined, one.key)
  })

  test('the same files load once and then cost one query', async () => {
    const before = statements.count
    assert.equal(await loadCatalogue(database), false)
    assert.equal(statements.count - before, 1)
  })

  test('a changed file loads again within a second and the index follows', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'catalogue-'))
    try {
      await cp(shipped, folder, { recursive: true })
      const text = await readFile(join(folder, 'wohngeld.json'), 'utf8')
      await writeFile(join(folder, 'wohngeld.json'), text.replace('"Mietzuschuss"', '"Quietschvergnügt"'))
      const before = performance.now()
      assert.equal(await loadCatalogue(database, { folder }), true)
      assert.ok(performance.now() - before < 1000)
      assert.equal((await searchIndexOf(database)).search('quietschvergnügt', 1).found[0]?.key, 'wohngeld')
    } finally {
      await rm(folder, { recursive: true })
    }
    assert.equal(await loadCatalogue(database), true)
    assert.deepEqual((await searchIndexOf(database)).search('quietschvergnügt', 1).found, [])
  })

  test('a broken file is refused by name and leaves the catalogue as it was', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'catalogue-'))
    try {
      await cp(shipped, folder, { recursive: true })
      await writeFile(join(folder, 'wohngeld.json'), JSON.stringify({ key: 'wohngeld' }))
      await assert.rejects(
        loadCatalogue(database, { folder }),
        (error) => error instanceof CatalogueError && error.message.startsWith('wohngeld.json'),
      )
    } finally {
      await rm(folder, { recursive: true })
    }
    assert.notEqual(await findPublicService(database, 'wohngeld'), undefined)
  })

  test('the house itself may not write the catalogue', async () => {
    await assert.rejects(database.sql`update catalogue.public_service set unit = 'x'`)
  })
})

describe('reading', () => {
  test('the three online services are as agreed', async () => {
    const online = new Map((await listOnlineServices(database)).map((one) => [one.key, one.online]))
    assert.deepEqual([...online.keys()].sort(), ['blaue-karte-eu', 'hundesteuer-anmeldung', 'meldebescheinigung'])
    assert.equal(online.get('hundesteuer-anmeldung')?.assurance, 'none')
    assert.deepEqual([online.get('meldebescheinigung')?.payment, online.get('meldebescheinigung')?.feeCents], ['before-submission', 1000])
    assert.deepEqual([online.get('blaue-karte-eu')?.assurance, online.get('blaue-karte-eu')?.fourEyes], ['high', true])
    assert.equal((await findPublicService(database, 'blaue-karte-eu'))?.unit, 'auslaenderbehoerde')
    assert.notEqual((await findPublicService(database, generalRequestKey))?.online, undefined)
  })

  test('related services and life situations come with one query each', async () => {
    const before = statements.count
    const found = await findServiceWithRelated(database, 'hundesteuer-anmeldung')
    const moving = await findLifeSituation(database, 'umzug')
    assert.equal(statements.count - before, 2)
    assert.deepEqual(
      found?.related.map((one) => one.key),
      ['hundesteuer-abmeldung', 'wohnsitz-anmeldung'],
    )
    assert.ok((moving?.services.length ?? 0) > 5)
    assert.equal(await findLifeSituation(database, 'nichts'), undefined)
  })

  test('an exception holds for its places and days only', async () => {
    assert.equal((await listExceptions(database, '160670029029', today)).get('baugenehmigung')?.handledBy, 'municipality')
    assert.equal((await listExceptions(database, '160670029029', parseDay('2020-01-01') ?? today)).size, 0)
    assert.equal((await listExceptions(database, '160510000000', today)).size, 0)
  })

  test('an offer of an authority changes its fee, not that of others', async () => {
    const one: AuthorityId = derivedId('authority', 'one')
    const other: AuthorityId = derivedId('authority', 'other')
    const change = { authority: one, service: 'meldebescheinigung', feeCents: 800n, isOnline: false }
    await inKeeperTransaction(database, (transaction) => setOffer(transaction, change, new Date('2026-11-23T08:00:00Z')))
    const offers = await listOffers(database, [one, other])
    assert.deepEqual(offers, [change])
    assert.deepEqual(await listOffers(database, [other]), [])
  })
})
