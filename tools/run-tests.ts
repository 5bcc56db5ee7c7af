// The test runner: starts one throw-away PostgreSQL (or takes DATABASE_URL), then node:test over the files asked for.
import { spawn } from 'node:child_process'
import { mkdirSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
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
const mark = join(root, 'var', 'test-server')
mkdirSync(join(root, 'var'), { recursive: true })
writeFileSync(mark, server)

const child = spawn(process.execPath, ['--test', `--test-concurrency=${settings.concurrency}`, '--test-timeout=900000', ...patterns], {
  cwd: root,
  stdio: 'inherit',
})
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => child.kill(signal))
const code = await new Promise<number>((resolve) => child.on('exit', (exit) => resolve(exit ?? 1)))
rmSync(mark, { force: true })
await cluster?.stop()
process.exit(code)
