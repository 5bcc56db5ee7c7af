// A page of the dog form: shown, and saved with a redirect, against single rows inserted and committed on the same database.
import type { Installation } from '../installation.ts'
import type { Asking } from '../load/connection.ts'
import { openConnection } from '../load/connection.ts'
import { beginDog, filled, readPage, savePage } from '../load/register-dog.ts'
import { runLoad } from '../processes.ts'
import { median, type Result } from '../report.ts'
import { commitLoop } from './commit-loop.ts'

const people = 16
const page = 'keeper'

export async function measureFormPage(
  installation: Installation,
  pace: { readonly rounds: number; readonly seconds: number },
): Promise<readonly Result[]> {
  const { port } = installation
  const begun = await Promise.all(Array.from({ length: people }, () => prepare(port)))
  const shows = begun.map((each) => [each.show])
  const saves = begun.map((each) => each.saves)
  await runLoad({ kind: 'closed', port, seconds: 1, streams: saves })
  const savedBefore = await countSaves(installation)
  let posted = 0
  const rounds: { shown: number; saved: number; p99: number; committed: number }[] = []
  for (let round = 0; round < pace.rounds; round++) {
    const shown = await runLoad({ kind: 'closed', port, seconds: pace.seconds, streams: shows })
    const saved = await runLoad({ kind: 'closed', port, seconds: pace.seconds, streams: saves })
    posted += saved.answered
    if (saved.statuses['303'] !== saved.answered) throw new Error(`a page was not saved: ${JSON.stringify(saved.statuses)}`)
    const committed = await commitLoop(installation, people, pace.seconds)
    rounds.push({ shown: shown.perSecond, saved: saved.perSecond, p99: saved.milliseconds.p99, committed })
  }
  // Every post follows on the one before; only the first of a round may find its answers already there.
  const written = (await countSaves(installation)) - savedBefore
  if (written < posted - 2 * people * pace.rounds) throw new Error(`${posted} pages were posted, ${written} written`)
  const committed = median(rounds.map((round) => round.committed))
  return [
    { name: 'form page shown', value: median(rounds.map((round) => round.shown)), unit: 'answers/s' },
    {
      name: 'form page saved',
      value: median(rounds.map((round) => round.saved)),
      unit: 'saves/s',
      yardstick: committed,
      ratio: median(rounds.map((round) => round.saved / round.committed)),
      goal: { atLeast: 0.5 },
      note: `yardstick: begin, insert, commit on ${people} connections`,
    },
    { name: 'form page saved p99', value: median(rounds.map((round) => round.p99)), unit: 'ms' },
  ]
}

/** A draft with two versions of its first page, each of which follows on the other. */
async function prepare(port: number): Promise<{ readonly show: Asking; readonly saves: readonly Asking[] }> {
  const connection = await openConnection(port)
  const draft = await beginDog(connection, port, '160700029029')
  const form = async (givenNames: string) => filled(page, await readPage(connection, port, draft, page), { givenNames })
  await savePage(connection, port, draft, page, await form('Erika'))
  const afterErika = await form('Maria')
  await savePage(connection, port, draft, page, afterErika)
  const afterMaria = await form('Erika')
  connection.close()
  const path = `${draft.path}/${page}`
  const { cookie } = draft
  const save = (fields: URLSearchParams): Asking => ({ method: 'POST', path, cookie, form: fields.toString() })
  return { show: { method: 'GET', path, cookie, accept: 'br, gzip' }, saves: [save(afterMaria), save(afterErika)] }
}

/** How often drafts were saved, by their revisions. */
async function countSaves({ admin }: Installation): Promise<number> {
  const [row] = await admin.sql<{ saves: bigint }>`select coalesce(sum(revision), 0)::bigint as saves from forms.draft`
  return Number(row?.saves ?? 0)
}
