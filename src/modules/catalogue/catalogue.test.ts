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
import { findPlaces, loadRegionalData } from '#modules/directory'
import { openTestDatabase } from '#test/harness/database.ts'
import { loadCatalogue } from './actions/load-catalogue.ts'
import { searchIndexOf } from './catalogue-index.ts'
import { CatalogueError } from './domain/catalogue-files.ts'
import { generalRequestKey } from './domain/public-service.ts'
import {
  findLifeSituation,
  findLocalRules,
  findPublicService,
  findServiceWithRelated,
  listLifeSituations,
  listOffers,
  listOnlineServices,
  listServicesOfAuthority,
} from './reads.ts'
import { competentAuthority, offerOf, searchPublicServices } from './search.ts'
import { setOffer } from './writes.ts'

const { database } = await openTestDatabase()
const shipped = join(import.meta.dirname, '../../../data/services')
const today = parseDay('2026-11-23') ?? assert.fail()
await loadRegionalData(database)
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

  test('a changed file loads again within seconds and the index follows', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'catalogue-'))
    try {
      await cp(shipped, folder, { recursive: true })
      const text = await readFile(join(folder, 'wohngeld.json'), 'utf8')
      await writeFile(join(folder, 'wohngeld.json'), text.replace('"Mietzuschuss"', '"Quietschvergnügt"'))
      const before = performance.now()
      assert.equal(await loadCatalogue(database, { folder }), true)
      assert.ok(performance.now() - before < 5_000)
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
    assert.equal(moving?.services[0]?.key, 'wohnsitz-anmeldung')
    assert.equal(await findLifeSituation(database, 'nichts'), undefined)
  })

  test('an exception holds for its places and days only', async () => {
    const on = async (ars: string, day: string) =>
      (await findLocalRules(database, { ars, on: parseDay(day) ?? today, authorities: [] })).exceptions
    assert.equal((await on('160670029029', '2026-11-23')).get('baugenehmigung')?.handledBy, 'municipality')
    assert.equal((await on('160670029029', '2020-01-01')).size, 0)
    assert.equal((await on('160510000000', '2026-11-23')).size, 0)
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

describe('who is responsible', () => {
  const at = async (service: string, ars: string) => {
    const outcome = await competentAuthority(database, { service, ars, on: today })
    return outcome.ok ? `${outcome.value.authority.slug} (${outcome.value.level})` : outcome.reason
  }

  test('by level: the town, the district, the independent city for both, the office of the Land', async () => {
    assert.equal(await at('hundesteuer-anmeldung', '160700029029'), 'stadt-ilmenau (municipality)')
    assert.equal(await at('blaue-karte-eu', '160700029029'), 'landratsamt-ilm-kreis (district)')
    assert.equal(await at('hundesteuer-anmeldung', '160510000000'), 'stadt-erfurt (municipality)')
    assert.equal(await at('blaue-karte-eu', '160510000000'), 'stadt-erfurt (district)')
    assert.equal(await at('apostille', '160700029029'), 'thueringer-landesverwaltungsamt (land)')
    assert.equal(await at(generalRequestKey, '160700029029'), 'stadt-ilmenau (municipality)')
    assert.equal(await at(generalRequestKey, '16070'), 'landratsamt-ilm-kreis (municipality)')
  })

  test('an exception sends a district task to the large town, not to its neighbours', async () => {
    assert.equal(await at('baugenehmigung', '160700029029'), 'stadt-ilmenau (municipality)')
    assert.equal(await at('bauvorbescheid', '160670029029'), 'stadt-gotha (municipality)')
    const [member] = await findPlaces(database, 'Martinroda', 1)
    assert.equal(await at('baugenehmigung', member?.ars ?? ''), 'landratsamt-ilm-kreis (district)')
  })

  test('a member of an administrative association is served by the association, and the rule says so', async () => {
    const [member] = await findPlaces(database, 'Martinroda', 1)
    const outcome = await competentAuthority(database, { service: 'meldebescheinigung', ars: member?.ars ?? '', on: today })
    assert.ok(outcome.ok)
    assert.equal(outcome.value.authority.level, 'association')
    assert.equal(outcome.value.source, '§§ 47 und 51 ThürKO')
  })

  test('an unknown place, an unknown service and an office that takes no part are ordinary noes', async () => {
    assert.equal(await at('wohngeld', '999999999999'), 'unknown-place')
    assert.equal(await at('nichts', '160700029029'), 'none')
    assert.equal(await at('bafoeg-studium', '160700029029'), 'none')
  })

  test('a search with a place names who is responsible for each hit, in five queries', async () => {
    await searchPublicServices(database, { words: 'hund', on: today })
    const before = statements.count
    const [place] = await findPlaces(database, '98693 Ilmenau', 1)
    const { hits, corrected } = await searchPublicServices(database, {
      words: 'Hundesteur',
      on: today,
      ...(place === undefined ? {} : { place }),
    })
    assert.ok(statements.count - before <= 5, `${statements.count - before}`)
    assert.equal(corrected, 'Hundesteuer')
    assert.deepEqual(
      [hits[0]?.service.key, hits[0]?.competence?.authority.slug, hits[0]?.isOnline],
      ['hundesteuer-anmeldung', 'stadt-ilmenau', true],
    )
    const offer = await offerOf(database, 'meldebescheinigung', hits[0]?.competence?.authority.authorityId ?? assert.fail())
    assert.equal(offer?.feeCents, 1000n)
  })
})
