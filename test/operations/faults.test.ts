// What can be wrong at the start: each fault gives one sentence and an exit code, and nothing is lost.
import assert from 'node:assert/strict'
import { spawnSync } from 'node:child_process'
import { chmodSync, cpSync, mkdirSync, readFileSync, rmSync, statfsSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:net'
import { join } from 'node:path'
import { before, test } from 'node:test'
import {
  type Environment,
  freePort,
  mainProgram,
  makeFolder,
  nobody,
  processesNaming,
  query,
  type RunSettings,
  run,
  startHouse,
} from './houses.ts'

const isRoot = process.getuid?.() === 0
const dataFolder = makeFolder()
const address = (name: string) => `postgresql://rennsteig@${encodeURIComponent(join(dataFolder, 'socket'))}/${name}`

/** Starts with a fault; the program must say this one sentence and end. */
async function refuses(sentence: RegExp, environment: Environment, settings: RunSettings = {}): Promise<void> {
  const port = environment['PORT'] ?? String(await freePort())
  const ending = await run(mainProgram, { ...settings, environment: { DATA_DIR: dataFolder, ...environment, PORT: port } }).ended
  assert.match(ending.stderr, sentence)
  assert.match(ending.stderr, /^[^\n]+\.\n$/, 'one sentence on one line')
  assert.equal(ending.code, 1)
  assert.equal(ending.stdout, '')
}

async function startsAgain(): Promise<void> {
  const house = await startHouse({ dataFolder })
  assert.equal((await fetch(house.address)).status, 200)
  assert.equal((await query(dataFolder, `select 1 from database.installation where name = 'kept'`)).length, 1)
  assert.equal((await house.end()).code, 0)
}

before(async () => {
  const house = await startHouse({ dataFolder })
  await query(dataFolder, `insert into database.installation (name, value) values ('kept', 'true')`)
  await house.end()
})

test('a port in use is named, and the data folder stays untouched', async () => {
  const port = await freePort()
  for (const offset of [0, 2]) {
    const other = createServer().listen(port + offset, '127.0.0.1')
    await refuses(new RegExp(`^Port ${port + offset} is already in use`), { PORT: String(port) })
    await new Promise((resolve) => other.close(resolve))
  }
  assert.deepEqual(await processesNaming(dataFolder), [])
})

test('wrong settings are named with what they should be', async () => {
  const wrong: readonly (readonly [string, string, RegExp])[] = [
    ['PORT', 'eighty', /^PORT must be a number from 1 to 65000, not "eighty"/],
    ['DEMO', 'perhaps', /^DEMO must be "on" or "off"/],
    ['ROLE', 'boss', /^ROLE must be one of all, server, worker/],
    ['BASE_URL', 'portal', /^BASE_URL must be an address/],
    ['DATABASE_URL', 'mysql://x', /^DATABASE_URL must begin with postgresql/],
    ['LOG_LEVEL', 'loud', /^LOG_LEVEL must be one of/],
    ['TLS_KEY_FILE', '/x', /^TLS_CERTIFICATE_FILE and TLS_KEY_FILE must be set together/],
  ]
  await Promise.all(wrong.map(([name, value, sentence]) => refuses(sentence, { [name]: value })))
})

test('a data folder that another house uses, or another version made, is left alone', async () => {
  const house = await startHouse({ dataFolder })
  await refuses(/^The data folder .* is already used by another running Rennsteig/, {})
  assert.equal((await fetch(`${house.address}/health/ready`)).status, 200)
  await house.end()
  const file = join(dataFolder, 'postgres', 'PG_VERSION')
  const version = readFileSync(file, 'utf8')
  writeFileSync(file, '17\n')
  await refuses(/was made by PostgreSQL 17; this version brings PostgreSQL 18/, {})
  writeFileSync(file, version)
})

test('a database newer than the program is refused, and starts again with the right program', async () => {
  const house = await startHouse({ dataFolder })
  await query(dataFolder, `insert into database.migration (number, name, sha256) values (9998, '9998-from-the-future.sql', '')`)
  await house.end('SIGKILL') // the database server goes on, so that the row can be taken away again
  await refuses(/this database was made by a newer version: it knows migration 9998-from-the-future\.sql/i, {})
  assert.deepEqual(await processesNaming(join(dataFolder, 'postgres')), [], 'the server was stopped again')
  const again = spawnSync(mainProgram[0] ?? '', ['-e', removeMigration], {
    cwd: join(import.meta.dirname, '..', '..'),
    encoding: 'utf8',
    timeout: 60_000,
  })
  assert.equal(again.status, 0, again.stderr)
  await startsAgain()
})

const removeMigration = `
  const { startCluster } = await import('#database'); const { default: pg } = await import('pg')
  const cluster = await startCluster({ folder: ${JSON.stringify(dataFolder)} })
  const client = new pg.Client({ connectionString: cluster.url('rennsteig') }); await client.connect()
  await client.query('delete from database.migration where number = 9998'); await client.end(); await cluster.stop()`

test('a database that cannot be reached, or not so, is told', async () => {
  const house = await startHouse({ dataFolder })
  const folder = makeFolder()
  const port = await freePort()
  await refuses(/^The database of DATABASE_URL does not answer/, { DATABASE_URL: `postgresql://x@127.0.0.1:${port}/x`, DATA_DIR: folder })
  await refuses(/^The database that DATABASE_URL names does not exist/, { DATABASE_URL: address('nowhere'), DATA_DIR: folder })
  await refuses(/^The database refuses the user of DATABASE_URL/, {
    DATABASE_URL: address('rennsteig').replace('rennsteig@', 'stranger@'),
    DATA_DIR: folder,
  })
  await refuses(/HOST or DATABASE_URL/, { DATABASE_URL: 'postgresql://x@no-such-host.invalid/x', DATA_DIR: folder })
  await query(dataFolder, `create role locked login password 'right'`)
  const rules = join(dataFolder, 'postgres', 'pg_hba.conf')
  const before = readFileSync(rules, 'utf8')
  writeFileSync(rules, `local all locked scram-sha-256\n${before}`)
  await query(dataFolder, 'select pg_reload_conf()')
  await refuses(/^The database refuses the password of DATABASE_URL/, {
    DATABASE_URL: address('rennsteig').replace('rennsteig@', 'locked:wrong@'),
    DATA_DIR: folder,
  })
  writeFileSync(rules, before)
  await house.end()
})

test('a data folder that cannot be written is named', {
  skip: isRoot ? false : 'root is needed to make a folder that we may not write',
}, async () => {
  const folder = makeFolder()
  chmodSync(folder, 0o755)
  await refuses(/^The rights do not suffice for .*rs-ops/, { DATA_DIR: join(folder, 'inside') }, { user: nobody })
  writeFileSync(join(folder, 'file'), '')
  await refuses(/file.* is not a folder/, { DATA_DIR: join(folder, 'file') })
})

test('half a restore does not start', async () => {
  writeFileSync(join(dataFolder, 'RESTORING'), '')
  await refuses(/^A restore into .* was cut off; run it again/, {})
  rmSync(join(dataFolder, 'RESTORING'))
  await startsAgain()
})

test('a full disk is told at the first start and at a later one, and nothing is lost', async (context) => {
  const small = makeFolder()
  if (!isRoot || spawnSync('mount', ['-t', 'tmpfs', '-o', 'size=24m,mode=0700', 'tmpfs', small]).status !== 0)
    return context.skip('no small disk can be mounted here')
  await withSmallDisk(small).finally(() => spawnSync('umount', ['-l', small]))
})

async function withSmallDisk(small: string): Promise<void> {
  const house = join(small, 'house')
  await refuses(/^The disk .*full; nothing was changed/, { DATA_DIR: house })
  assert.equal(spawnSync('mount', ['-o', 'remount,size=600m', small]).status, 0)
  mkdirSync(house, { recursive: true })
  cpSync(dataFolder, house, { recursive: true, filter: (path) => !path.endsWith('socket') })
  const { bavail, bsize } = statfsSync(small)
  writeFileSync(join(small, 'filler'), Buffer.alloc(bavail * bsize))
  await refuses(/^The disk .*full/, { DATA_DIR: house })
  rmSync(join(small, 'filler'))
  const running = await startHouse({ dataFolder: house })
  assert.equal((await query(house, `select 1 from database.installation where name = 'kept'`)).length, 1)
  assert.equal((await running.end()).code, 0)
}
