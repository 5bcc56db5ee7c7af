// Other people's programs as judges: whether they are here, and what they say.
import { execFileSync, spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { readTestSettings } from '../../tools/test-settings.ts'

/** For the `skip` option of a test: false if the program is here, else the reason CI looks for ("left out: …"). */
export function leftOutWithout(...programs: readonly string[]): string | false {
  const missing = programs.filter((program) => spawnSync('which', [program]).status !== 0)
  return missing.length === 0 ? false : `left out: ${missing.join(', ')} not installed`
}

/** What the program prints; throws if it fails. */
export function run(program: string, ...parameters: readonly string[]): string {
  return execFileSync(program, parameters, { encoding: 'utf8', stdio: ['ignore', 'pipe', 'pipe'], maxBuffer: 64 * 1024 * 1024 })
}

/** Exit code and everything the program prints, whether it succeeds or not. */
export function attempt(program: string, ...parameters: readonly string[]): { readonly status: number | null; readonly output: string } {
  const outcome = spawnSync(program, parameters, { encoding: 'utf8', maxBuffer: 64 * 1024 * 1024 })
  return { status: outcome.status, output: `${outcome.stdout}${outcome.stderr}` }
}

/** Folder of the official schemas and suites, where there is one; the suite runs without it and says so. */
export function standardsFolder(): string | undefined {
  const folder = readTestSettings().standardsFolder
  return existsSync(folder) ? folder : undefined
}
