// All static checks in one run: format, types, lint, dead code. `--format` writes what can be mended by a machine.
import { spawnSync } from 'node:child_process'
import { join } from 'node:path'

const root = join(import.meta.dirname, '..')
const write = process.argv.includes('--format')

const checks: readonly (readonly [name: string, command: readonly string[]])[] = [
  ['format', ['biome', 'check', ...(write ? ['--write'] : []), '.']],
  ['types', ['tsc', '-p', '.']],
  ['lint', ['oxlint', '--type-aware', '--deny-warnings', 'src', 'demo', 'tools', 'test', 'bench']],
  ['dead code', ['knip', '--no-progress']],
]

let failed = 0
for (const [name, [program = '', ...parameters]] of checks) {
  const started = Date.now()
  const { status, stdout, stderr } = spawnSync(join(root, 'node_modules', '.bin', program), parameters, {
    cwd: root,
    encoding: 'utf8',
    maxBuffer: 64 * 1024 * 1024,
  })
  const passed = status === 0
  if (!passed) failed += 1
  process.stdout.write(
    `${passed ? 'ok    ' : 'FAILED'} ${name} (${((Date.now() - started) / 1_000).toFixed(1)} s)\n${passed ? '' : `${stdout}${stderr}\n`}`,
  )
}
process.exit(failed === 0 ? 0 : 1)
