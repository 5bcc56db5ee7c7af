// A page of the dog form: shown, and saved with a redirect, against single rows inserted and committed on the same database.
import type { Installation } from '../installation.ts'
import type { Asking } from '../load/connection.ts'
import { openConnection } from '../load/connection.ts'
import { beginDog, filled, readPage, savePage } from '../load/register-dog.ts'
import { runLoad } from '../processes.ts'
import { median, type Result } from '../report.ts'
import { commitLoop } from './commit-loop.ts'

const crowd = 16
const page = 'keeper'

interface Pace {
  readonly rounds: number
  readonly seconds: number
}

export async function measureFormPage(installation: Installation, pace: Pace): Promise<readonly Result[]> {
  const { port } = installation
  const begun = await Promise.all(Array.from({ length: crowd }, () => prepare(port)))
  const shows = begun.map((each) => [each.show])
  const saves = begun.map((each) => each.saves)
  await runLoad({ kind: 'closed', port, seconds: 2, streams: saves })
  const shown = await runLoad({ kind: 'closed', port, seconds: pace.seconds, streams: shows })
  const alone = await compareSaves(installation, pace, saves.slice(0, 1), 1)
  const against = await compareSaves(installation, pace, saves, 1)
  const crowded = await compareSaves(installation, pace, saves, crowd)
  return [
    { name: 'form page shown', value: shown.perSecond, unit: 'answers/s' },
    // The issue's number: what the server saves against a loop that commits single rows, one after the other.
    { ...resultOf('form page saved', against, 1), goal: { atLeast: 0.5 } },
    resultOf('form page saved, against 16 loops', crowded, crowd),
    resultOf('form page saved by one person', alone, 1),
    { name: 'form page saved p99', value: crowded.p99, unit: 'ms', note: '16 people at once' },
  ]
}

interface Compared {
  readonly saved: number
  readonly committed: number
  readonly ratio: number
  readonly p99: number
}

/** Saves of these people against single rows committed by so many loops, in alternating rounds. */
async function compareSaves(
  installation: Installation,
  pace: Pace,
  streams: readonly (readonly Asking[])[],
  loops: number,
): Promise<Compared> {
  const { port } = installation
  const before = await countSaves(installation)
  let posted = 0
  const rounds: { saved: number; p99: number; committed: number }[] = []
  for (let round = 0; round < pace.rounds; round++) {
    const saved = await runLoad({ kind: 'closed', port, seconds: pace.seconds, streams })
    posted += saved.answered
    if (saved.statuses['303'] !== saved.answered) throw new Error(`a page was not saved: ${JSON.stringify(saved.statuses)}`)
    const committed = await commitLoop(installation, loops, pace.seconds)
    rounds.push({ saved: saved.perSecond, p99: saved.milliseconds.p99, committed })
  }
  // Every post follows on the one before; only the first ones of a round may find their answers already there.
  const written = (await countSaves(installation)) - before
  if (written < posted - 2 * streams.length * pace.rounds) throw new Error(`${posted} pages were posted, ${written} written`)
  return {
    saved: median(rounds.map((round) => round.saved)),
    committed: median(rounds.map((round) => round.committed)),
    ratio: median(rounds.map((round) => round.saved / round.committed)),
    p99: median(rounds.map((round) => round.p99)),
  }
}

function resultOf(name: string, { saved, committed, ratio }: Compared, connections: number): Result {
  const note = `yardstick: begin, insert, commit on ${connections === 1 ? 'one connection' : `${connections} connections`}`
  return { name, value: saved, unit: 'saves/s', yardstick: committed, ratio, note }
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
