// Backup of a house that is at work, restored elsewhere: nothing is missing, everything can be read.
import assert from 'node:assert/strict'
import { spawnSync } from 'node:child_process'
import { createHash, randomBytes, randomUUID } from 'node:crypto'
import { chownSync, existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { after, before, test } from 'node:test'
import { createFileStore, folderBlobs, type StoredFile } from '#files'
import type { AuthorityId } from '#kernel/actors.ts'
import { newId } from '#kernel/ids.ts'
import { openKeys } from '../../src/keys.ts'
import { type Ending, type Environment, freePort, makeFolder, query, queryAt, root, run, startHouse, until } from './houses.ts'

const folder = makeFolder()
const source = join(folder, 'a')
const archive = join(folder, 'backup.zip')
const authority: AuthorityId = newId()
let backedUp: Ending

function tool(name: 'backup' | 'restore', environment: Environment, file = archive) {
  return run([process.execPath, join(root, 'tools', `${name}.ts`), file], { environment })
}

async function openFiles(dataFolder: string) {
  const keys = await openKeys(join(dataFolder, 'keys'), true)
  const place = join(dataFolder, 'files')
  return createFileStore({
    blobs: folderBlobs(join(place, 'blobs')),
    uploadFolder: join(place, 'uploads'),
    masterKey: keys.derive('files'),
  })
}

/** One file and then the row that names it, as all modules do. */
async function writeOne(files: Awaited<ReturnType<typeof openFiles>>, url: string): Promise<void> {
  async function* content() {
    yield randomBytes(2_000 + Math.floor(Math.random() * 60_000))
  }
  const written = await files.write({ authority }, 'anlage.bin', content())
  assert(written.ok)
  await queryAt(
    url,
    `insert into journal.access (authority_id, owner_id, access_id, at, unit, purpose, object_kind, object_id, object_title)
     values ($1, $2, $3, now(), '', '', 'test', '', $4)`,
    [authority, randomUUID(), randomUUID(), JSON.stringify(written.value)],
  )
}

/** Every row's file must be there, decrypt with the restored keys and have the hash that the row names. */
async function checkRestored(dataFolder: string, rows: readonly Record<string, unknown>[]): Promise<void> {
  const files = await openFiles(dataFolder)
  for (const row of rows) {
    const file: StoredFile = JSON.parse(String(row['object_title']))
    const hash = createHash('sha256')
    for await (const chunk of files.read({ authority }, file)) hash.update(chunk)
    assert.equal(hash.digest('hex'), file.sha256)
  }
}

const rowsIn = (ending: Ending, table: string) => Number(new RegExp(`^${table}: (\\d+) rows$`, 'm').exec(ending.stderr)?.[1])
const readRows = 'select object_title from journal.access'

before(async () => {
  const house = await startHouse({ dataFolder: source })
  const url = `postgresql://rennsteig@${encodeURIComponent(join(source, 'socket'))}/rennsteig`
  const files = await openFiles(source)
  for (let count = 0; count < 20; count += 1) await writeOne(files, url)
  const backup = tool('backup', { DATA_DIR: source })
  let isDone = false
  const writing = (async () => {
    while (!isDone) await writeOne(files, url)
  })()
  backedUp = await backup.ended
  isDone = true
  await writing
  assert.equal((await fetch(house.address)).status, 200)
  await house.end()
})

test('a backup is made while the house works, with progress, readable by its owner only', () => {
  assert.equal(backedUp.code, 0, backedUp.stderr)
  assert.match(backedUp.stderr, /^table 1 of \d+: /m)
  assert.match(backedUp.stdout, /^Backup written to .*: \d+ rows, \d+ files\. It contains the keys/)
  assert(!existsSync(`${archive}.part`))
})

test('the backup restored into an empty folder holds the rows of its snapshot, files and keys, and the house starts on it', async () => {
  const target = join(folder, 'b')
  const restored = await tool('restore', { DATA_DIR: target }).ended
  assert.equal(restored.code, 0, restored.stderr)
  assert.equal(readFileSync(join(target, 'keys', 'master.key'), 'utf8'), readFileSync(join(source, 'keys', 'master.key'), 'utf8'))
  const house = await startHouse({ dataFolder: target })
  const rows = await query(target, readRows)
  assert(rows.length >= 20)
  assert.equal(rows.length, rowsIn(restored, 'journal.access'))
  await checkRestored(target, rows)
  assert.equal((await fetch(house.address)).status, 200)
  assert.equal((await house.end()).code, 0)
  const again = await tool('restore', { DATA_DIR: target }).ended
  assert.equal(again.code, 1)
  assert.match(again.stderr, /^The data folder .* is not empty; restore into a new one \(DATA_DIR\)\.\n$/)
})

test('a truncated or damaged backup is refused, and nothing is restored', async () => {
  const whole = readFileSync(archive)
  const damaged = Buffer.from(whole)
  const middle = Math.floor(damaged.length / 2)
  damaged.writeUInt8(damaged.readUInt8(middle) ^ 1, middle)
  for (const [name, bytes] of [
    ['cut', whole.subarray(0, whole.length - 5_000)],
    ['damaged', damaged],
    ['empty', Buffer.alloc(0)],
  ] as const) {
    const file = join(folder, `${name}.zip`)
    writeFileSync(file, bytes)
    const target = join(folder, `of-${name}`)
    const ending = await tool('restore', { DATA_DIR: target }, file).ended
    assert.equal(ending.code, 1, name)
    assert.match(ending.stderr, /^The backup .*\.$/m)
    assert(!existsSync(target), 'the folder was not even made')
  }
})

test('a restore that was cut off can be run again; until then the house does not start', async () => {
  const target = join(folder, 'd')
  const cut = tool('restore', { DATA_DIR: target })
  await until(() => existsSync(join(target, 'files')) && existsSync(join(target, 'RESTORING')), 'the restore is under way')
  cut.child.kill('SIGKILL')
  assert.equal((await cut.ended).signal, 'SIGKILL')
  const early = await run([process.execPath, join(root, 'src', 'main.ts')], {
    environment: { DATA_DIR: target, PORT: String(await freePort()) },
  }).ended
  assert.equal(early.code, 1)
  assert.match(early.stderr, /was cut off; run it again/)
  const again = await tool('restore', { DATA_DIR: target }).ended
  assert.equal(again.code, 0, again.stderr)
  assert(!existsSync(join(target, 'RESTORING')))
  const house = await startHouse({ dataFolder: target })
  await checkRestored(target, await query(target, readRows))
  await house.end()
})

test('a backup that finds no room leaves no half file', { skip: existsSync('/dev/full') ? false : 'no /dev/full here' }, async () => {
  const ending = await tool('backup', { DATA_DIR: source }, '/proc/rennsteig/backup.zip').ended
  assert.equal(ending.code, 1)
  assert.match(ending.stderr.trim().split('\n').at(-1) ?? '', /^[^\n]+\.$/)
})

const versions = existsSync('/usr/lib/postgresql')
  ? readdirSync('/usr/lib/postgresql').sort((one, other) => Number(one) - Number(other))
  : []
const binaries = versions.length === 0 ? undefined : `/usr/lib/postgresql/${versions.at(-1)}/bin`
const asPostgres = process.getuid?.() === 0 ? ['setpriv', '--reuid=postgres', '--regid=postgres', '--clear-groups'] : []
const clusterFolder = join(folder, 'debian')

function debian(...command: readonly string[]) {
  const [program = '', ...parameters] = [...asPostgres, ...command]
  return spawnSync(program, parameters, { cwd: clusterFolder, encoding: 'utf8', stdio: ['ignore', 'ignore', 'pipe'] })
}

test("a backup of the embedded server goes into Debian's", {
  skip: binaries === undefined ? "Debian's PostgreSQL is not here" : false,
}, async () => {
  mkdirSync(clusterFolder)
  spawnSync('chmod', ['711', folder])
  const owner = Number(spawnSync('id', ['-u', 'postgres'], { encoding: 'utf8' }).stdout)
  if (asPostgres.length > 0) chownSync(clusterFolder, owner, owner)
  const port = await freePort()
  const place = join(clusterFolder, 'data')
  assert.equal(
    debian(`${binaries}/initdb`, '-D', place, '-U', 'ci', '-A', 'trust', '-E', 'UTF8', '--locale=C.UTF-8', '--no-sync').status,
    0,
  )
  const options = `-c listen_addresses=127.0.0.1 -p ${port} -c unix_socket_directories=${clusterFolder} -c fsync=off`
  assert.equal(debian(`${binaries}/pg_ctl`, '-D', place, '-l', join(clusterFolder, 'log'), '-w', '-o', options, 'start').status, 0)
  after(() => debian(`${binaries}/pg_ctl`, '-D', place, '-m', 'immediate', 'stop'))
  const url = `postgresql://ci@127.0.0.1:${port}/postgres`
  const target = join(folder, 'e')
  const restored = await tool('restore', { DATA_DIR: target, DATABASE_URL: url }).ended
  assert.equal(restored.code, 0, restored.stderr)
  const rows = await queryAt(url, readRows)
  assert.equal(rows.length, rowsIn(restored, 'journal.access'))
  await checkRestored(target, rows)
  const house = await startHouse({ dataFolder: target, environment: { DATABASE_URL: url } })
  assert.equal((await fetch(house.address)).status, 200)
  assert.equal((await house.end()).code, 0)
  const second = await tool('restore', { DATA_DIR: join(folder, 'f'), DATABASE_URL: url }).ended
  assert.equal(second.code, 1)
  assert.match(second.stderr, /DATABASE_URL holds an installation already; restore into an empty database/)
})
