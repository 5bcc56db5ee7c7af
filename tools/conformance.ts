// `npm run conformance`: our codecs and data against the official schemas, lists and suites in STANDARDS_DIR.
import { existsSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { readTestSettings } from './test-settings.ts'

interface Finding {
  readonly name: string
  readonly ok: boolean
  readonly detail: string
}
type Check = (standardsFolder: string) => Promise<readonly Finding[]>

const { standardsFolder } = readTestSettings()
if (!existsSync(standardsFolder)) {
  process.stderr.write(`The official standards are not at ${standardsFolder}; set STANDARDS_DIR.\n`)
  process.exit(1)
}

/** What a check says; one that throws has found a difference. */
async function findingsOf(name: string, check: Check): Promise<readonly Finding[]> {
  return check(standardsFolder).catch((error: unknown) => [
    { name, ok: false, detail: error instanceof Error ? error.message : String(error) },
  ])
}

let failed = 0
let passed = 0
const folder = join(import.meta.dirname, 'conformance')
for (const file of readdirSync(folder).filter((name) => name.endsWith('.ts') && !name.endsWith('.test.ts'))) {
  const checks: Record<string, unknown> = await import(join(folder, file))
  for (const [name, check] of Object.entries(checks)) {
    if (!name.startsWith('check') || typeof check !== 'function') continue
    for (const finding of await findingsOf(name, check as Check)) {
      if (finding.ok) passed += 1
      else failed += 1
      process.stdout.write(`${finding.ok ? 'ok    ' : 'FAILED'} ${finding.name}${finding.ok ? '' : `: ${finding.detail}`}\n`)
    }
  }
}
process.stdout.write(`${passed} passed, ${failed} failed\n`)
process.exit(failed === 0 && passed > 0 ? 0 : 1)
