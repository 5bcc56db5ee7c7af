// First start, later start, signals, kills: what an operator sees of the real program.
import assert from 'node:assert/strict'
import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { test } from 'node:test'
import { answers, freePort, type House, mainProgram, makeFolder, nobody, processesNaming, query, run, startHouse, until } from './houses.ts'

const isRoot = process.getuid?.() === 0
const dataFolder = makeFolder()
const note = (name: string) => query(dataFolder, `insert into database.installation (name, value) values ($1, '"kept"')`, [name])
const kept = async (name: string) =>
  (await query(dataFolder, 'select value from database.installation where name = $1', [name])).length === 1

async function nothingIsLeftOf(house: House): Promise<void> {
  await until(async () => (await processesNaming(house.dataFolder)).length === 0, 'the server of the database ends')
  await until(async () => (await processesNaming(`--port\u0000${house.port + 1}`)).length === 0, 'the simulators end')
  await until(async () => (await processesNaming(`--http\u0000${house.port + 3}`)).length === 0, 'the mail catcher ends')
}

test('the first start answers, says how it is, and ends cleanly by SIGTERM', async () => {
  const house = await startHouse({ dataFolder })
  const page = await fetch(house.address)
  assert.equal(page.status, 200)
  assert.match(await page.text(), /<h1/)
  assert.deepEqual(await (await fetch(`${house.address}/health/live`)).json(), { status: 'alive' })
  assert.deepEqual(await (await fetch(`${house.address}/health/ready`)).json(), { status: 'ready' })
  const metrics = await (await fetch(`${house.address}/metrics`)).text()
  assert.match(metrics, /rennsteig_answer_seconds_count\{route="\/",status="200"\} \d/)
  await until(
    async () => /rennsteig_jobs\{kind="[a-z.-]+",state="failed"\} 0/.test(await (await fetch(`${house.address}/metrics`)).text()),
    'jobs are counted',
  )
  await until(() => answers(`http://127.0.0.1:${house.port + 3}/`), 'the mail catcher answers')
  await note('before SIGTERM')
  const ending = await house.end('SIGTERM')
  assert.equal(ending.code, 0)
  assert.equal(ending.stderr, '')
  assert.match(ending.stdout, new RegExp(`http://localhost:${house.port}/`))
  assert.match(ending.stdout, /Demo-Zugänge[\s\S]*Zum Ausprobieren[\s\S]*1\.[\s\S]*2\.[\s\S]*3\./)
  await nothingIsLeftOf(house)
})

test('after SIGKILL of the program the next start attaches to the running database', async () => {
  const killed = await startHouse({ dataFolder })
  assert(await kept('before SIGTERM'))
  await note('before SIGKILL')
  await killed.end('SIGKILL')
  const [server] = await query(dataFolder, 'select pg_postmaster_start_time()::text as since')
  const house = await startHouse({ dataFolder, port: killed.port })
  assert(await kept('before SIGKILL'))
  assert.deepEqual(await query(dataFolder, 'select pg_postmaster_start_time()::text as since'), [server])
  assert.equal((await house.end()).code, 0)
  await nothingIsLeftOf(house)
})

test('after SIGKILL of program and database the next start recovers what was committed', async () => {
  const killed = await startHouse({ dataFolder })
  await note('before the power cut')
  for (const pid of await processesNaming(join(dataFolder, 'postgres'))) process.kill(pid, 'SIGKILL')
  await killed.end('SIGKILL')
  const house = await startHouse({ dataFolder })
  assert(await kept('before the power cut'))
  assert.equal((await house.end()).code, 0)
})

test('a database server that dies under the running house is started again', async () => {
  const house = await startHouse({ dataFolder })
  const [postmaster] = await processesNaming(join(dataFolder, 'postgres'))
  assert(postmaster !== undefined)
  process.kill(postmaster, 'SIGKILL')
  await until(async () => !(await answers(`${house.address}/health/ready`)), 'the house says that it is not ready')
  assert.equal((await fetch(`${house.address}/health/live`)).status, 200)
  await until(() => answers(`${house.address}/health/ready`), 'the house is ready again')
  assert(await kept('before the power cut'))
  assert.equal((await house.end()).code, 0)
  await nothingIsLeftOf(house)
})

test('a signal in the middle of the start leaves nothing behind', async () => {
  const port = await freePort()
  const early = run(mainProgram, { environment: { PORT: String(port), DATA_DIR: dataFolder } })
  await until(() => existsSync(join(dataFolder, 'postgres', 'postmaster.pid')), 'the database starts')
  early.child.kill('SIGTERM')
  assert.equal((await early.ended).code, 0)
  assert.deepEqual(await processesNaming(dataFolder), [])
})

const hasNpm = spawnSync('npm', ['--version']).status === 0

test('npm start passes the signal and the exit code, and the program ends with an npm that is killed', {
  skip: hasNpm ? false : 'npm is not in the path',
}, async () => {
  const command = ['npm', 'start', '--silent']
  const first = await startHouse({ dataFolder, command })
  assert.equal((await first.end('SIGTERM')).code, 0)
  await nothingIsLeftOf(first)
  const second = await startHouse({ dataFolder, command })
  await second.end('SIGKILL')
  await nothingIsLeftOf(second)
})

test('it runs as an ordinary user too', { skip: isRoot ? false : 'these tests run as an ordinary user already' }, async () => {
  const folder = makeFolder(nobody)
  const house = await startHouse({ dataFolder: folder, user: nobody })
  assert.equal((await fetch(house.address)).status, 200)
  assert.equal((await house.end()).code, 0)
  await nothingIsLeftOf(house)
})
