// Conformance: the codecs, the importer and our data file against the official lists of regions.
import { createReadStream } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { type Database, openDatabase, openPool, prepareDatabase, startThrowAwayCluster } from '#database'
import { importRegister, loadRegionalData } from '#modules/directory'
import { readCodeList } from '#standards/genericode'
import { readRegister, writeRegisterLine } from '#standards/gv100ad'

interface Finding {
  readonly name: string
  readonly ok: boolean
  readonly detail: string
}

const register = 'regional/gemeindeverzeichnis/GV100AD_301123.txt'
const root = join(import.meta.dirname, '..', '..')

export async function checkRegional(standardsDirectory: string): Promise<readonly Finding[]> {
  const path = (name: string): string => join(standardsDirectory, name)
  return [await checkRegister(path(register)), ...(await checkLists(path('xoev/codelists'))), ...(await checkImport(path(register)))]
}

/** Every line of the register is read, and the columns we know are written back the same. */
async function checkRegister(file: string): Promise<Finding> {
  const lines = (await readFile(file, 'utf8')).split('\n')
  const kinds = new Map<string, number>()
  const laender = new Set<string>()
  let wrong = 0
  for await (const entry of readRegister(createReadStream(file))) {
    if (!entry.ok) wrong += 1
    else {
      const { record, line } = entry
      kinds.set(record.kind, (kinds.get(record.kind) ?? 0) + 1)
      laender.add(record.ars.slice(0, 2))
      const known = (text: string): string =>
        `${text.slice(0, 124)}${record.kind === 'municipality' ? text.slice(128, 150) + text.slice(165, 170) : ''}`.trimEnd()
      if (known(writeRegisterLine(record)) !== known((lines[line - 1] ?? '').padEnd(220))) wrong += 1
    }
  }
  const counts = [...kinds].map(([kind, count]) => `${kind} ${count}`).join(', ')
  return {
    name: 'gv100ad: every line of all Länder read and written back',
    ok: wrong === 0 && laender.size === 16,
    detail: `${wrong} wrong, ${laender.size} Länder, ${counts}`,
  }
}

async function checkLists(folder: string): Promise<Finding[]> {
  const names = ['rs_2026-06-30', 'ags_2026-06-30', 'kreis_2026-01-31', 'bundesland_2010-04-01']
  const lists = await Promise.all(names.map((name) => readCodeList(createReadStream(join(folder, `${name}.xml`)))))
  const findings = lists.map((list) => ({
    name: `genericode: ${list.canonicalVersionUri.split(':').at(-1) ?? ''}, ${list.rows.length} rows`,
    ok: list.rows.length > 15 && list.faults.length === 0,
    detail: list.faults.map(({ line, reason }) => `line ${line}: ${reason}`).join('; '),
  }))
  const regional: { regions: readonly { ars: string; ags?: string; kind: string; officialName: string; validUntil?: string }[] } =
    JSON.parse(await readFile(join(root, 'data', 'regional', 'thueringen.json'), 'utf8'))
  const ours = regional.regions.filter(({ kind, validUntil }) => kind === 'municipality' && validUntil === undefined)
  const [rs, ags] = lists.map((list) => new Map(list.rows.map((row) => [row['SCHLUESSEL'] ?? '', row['Bezeichnung'] ?? ''])))
  const wrong = ours.filter((region) => rs?.get(region.ars) !== region.officialName || ags?.get(region.ags ?? '') !== region.officialName)
  const official = [...(rs?.keys() ?? [])].filter((ars) => ars.startsWith('16'))
  const keys = new Set(ours.map((region) => region.ags))
  return [
    ...findings,
    {
      name: 'data/regional: the 601 Thuringian municipalities with the ARS, AGS and names of both lists',
      ok: ours.length === 601 && official.length === 601 && keys.size === 601 && wrong.length === 0,
      detail: `${ours.length} ours, ${official.length} official, wrong: ${wrong.map(({ ars }) => ars).join(' ')}`,
    },
  ]
}

/** The whole register twice into a new database: the second time nothing changes. */
async function checkImport(file: string): Promise<Finding[]> {
  const cluster = await startThrowAwayCluster()
  const url = cluster.url('postgres')
  await prepareDatabase(url, join(root, 'migrations'))
  const database = openDatabase(openPool({ url, role: 'rennsteig_app', connections: 2 }))
  try {
    return await importTwice(database, file)
  } finally {
    await database.close()
    await cluster.stop()
  }
}

async function importTwice(database: Database, file: string): Promise<Finding[]> {
  const start = performance.now()
  const first = await importRegister(database, createReadStream(file))
  const seconds = (performance.now() - start) / 1_000
  const second = await importRegister(database, createReadStream(file))
  const loaded = await loadRegionalData(database)
  const older = await importRegister(database, createReadStream(file))
  const [count] = await database.sql<{ number: bigint }>`
    select count(*) as number from directory.region where kind = 'municipality' and valid_until is null and ars like '16%'`
  return [
    {
      name: `import: the register of all Länder, ${first.taken} regions in ${seconds.toFixed(1)} s`,
      ok: first.taken > 12_000 && first.faults.length === 0,
      detail: JSON.stringify(first.faults.slice(0, 3)),
    },
    {
      name: 'import: the second time nothing changes',
      ok: second.changed === 0 && second.closed === 0,
      detail: `${second.changed} changed, ${second.closed} closed`,
    },
    {
      name: 'import: the newer Thuringia replaces the older, and the older one is then refused',
      ok:
        loaded === 'loaded' &&
        count?.number === 601n &&
        older.changed === 0 &&
        older.faults.some(({ reason }) => reason === 'newer-is-loaded'),
      detail: `${loaded}, ${String(count?.number)} municipalities, ${older.changed} changed`,
    },
  ]
}
