// The test runner: starts one throw-away PostgreSQL (or takes DATABASE_URL), then node:test over the files asked for.
import { spawn } from 'node:child_process'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { startThrowAwayCluster } from '#database'
import { readTestSettings } from './test-settings.ts'

const root = join(import.meta.dirname, '..')
const asked = process.argv.slice(2)
const patterns =
  asked.length > 0
    ? asked.map((path) => (path.endsWith('.ts') ? path : `${path.replace(/\/$/, '')}/**/*.test.ts`))
    : ['src/**/*.test.ts', 'tools/**/*.test.ts', 'test/**/*.test.ts', 'demo/**/*.test.ts', 'bench/**/*.test.ts']

const settings = readTestSettings()
const cluster = settings.databaseUrl === undefined ? await startThrowAwayCluster() : undefined
const server = settings.databaseUrl ?? cluster?.url('postgres') ?? ''

// A checker of somebody else that is missing is said in its test's skip; in CI that is a failure.
const leftOut: string[] = []
const seed = new URL('../test/harness/property-seed.ts', import.meta.url).href
const child = spawn(
  process.execPath,
  ['--import', seed, '--test', `--test-concurrency=${settings.concurrency}`, '--test-timeout=900000', ...patterns],
  {
    cwd: root,
    env: { ...process.env, TEST_SERVER: server },
    stdio: ['ignore', 'pipe', 'inherit'],
  },
)
createInterface({ input: child.stdout }).on('line', (line) => {
  if (line.includes('left out:')) leftOut.push(line.trim())
  process.stdout.write(`${line}\n`)
})
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => child.kill(signal))
const code = await new Promise<number>((resolve) => child.on('close', (exit) => resolve(exit ?? 1)))
await cluster?.stop()
if (leftOut.length > 0)
  process.stderr.write(
    `${leftOut.length} checks were left out${settings.isCi ? ', which CI does not accept' : ''}:\n${leftOut.join('\n')}\n`,
  )
process.exit(code === 0 && settings.isCi && leftOut.length > 0 ? 1 : code)
