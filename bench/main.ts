// `npm run bench [-- name…] [-- --short] [-- --report-only]`: measures a real installation against its yardsticks.
import { loadavg } from 'node:os'
import { type Installation, openInstallation } from './installation.ts'
import { measureCaseList } from './measurements/case-list.ts'
import { measureEinvoice } from './measurements/einvoice.ts'
import { measureFirstVisit } from './measurements/first-visit.ts'
import { measureFormPage } from './measurements/form-page.ts'
import { measureMemory } from './measurements/memory.ts'
import { measurePortalPages } from './measurements/portal-pages.ts'
import { measureSearch } from './measurements/search.ts'
import { measureSubmission } from './measurements/submission.ts'
import { isReached, jsonLine, type Result, table } from './report.ts'

interface Pace {
  readonly rounds: number
  readonly seconds: number
  readonly searchSeconds: number
}

type Measurement = (installation: Installation, pace: Pace) => readonly Result[] | Promise<readonly Result[]>

/** In this order: memory is that of the load of pages, search and forms. */
const measurements: Readonly<Record<string, Measurement>> = {
  'portal-pages': measurePortalPages,
  search: (installation, pace) => measureSearch(installation, pace.searchSeconds),
  'form-page': measureFormPage,
  memory: measureMemory,
  submission: (installation, pace) => measureSubmission(installation, pace.seconds * 3),
  'case-list': (installation, pace) => measureCaseList(installation, pace.seconds),
  'first-visit': measureFirstVisit,
  einvoice: (_installation, pace) => measureEinvoice(pace),
}

async function main(parameters: readonly string[]): Promise<number> {
  const asked = parameters.filter((each) => !each.startsWith('--'))
  const unknown = asked.filter((name) => measurements[name] === undefined)
  if (unknown.length > 0) {
    process.stderr.write(`There is no measurement "${unknown.join('", "')}"; there are: ${Object.keys(measurements).join(', ')}.\n`)
    return 2
  }
  const pace = parameters.includes('--short') ? { rounds: 1, seconds: 1, searchSeconds: 5 } : { rounds: 3, seconds: 1.5, searchSeconds: 20 }
  const begun = Date.now()
  const installation = await openInstallation()
  const close = () => void installation.close().then(() => process.exit(130))
  process.once('SIGINT', close).once('SIGTERM', close)
  const results: Result[] = []
  let failures = 0
  try {
    for (const [name, measure] of Object.entries(measurements)) {
      if (asked.length > 0 && !asked.includes(name)) continue
      process.stderr.write(`${name} …\n`)
      try {
        for (const result of await measure(installation, pace)) {
          results.push(result)
          process.stdout.write(`${jsonLine(result)}\n`)
        }
      } catch (error) {
        failures += 1
        process.stderr.write(`${name} failed: ${error instanceof Error ? error.stack : String(error)}\n`)
      }
    }
  } finally {
    await installation.close()
  }
  const load = loadavg().map((each) => each.toFixed(1))
  process.stdout.write(`\n${table(results)}\n\n${Math.round((Date.now() - begun) / 1_000)} s; load average at the end ${load.join(', ')}\n`)
  const missed = results.filter((result) => !isReached(result)).length
  return parameters.includes('--report-only') || (missed === 0 && failures === 0) ? 0 : 1
}

process.exit(await main(process.argv.slice(2)))
