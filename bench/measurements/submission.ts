// Submission end to end: visitors register dogs from the first click to the number.
import type { Installation } from '../installation.ts'
import { runLoad } from '../processes.ts'
import type { Result } from '../report.ts'
import { commitLoop } from './commit-loop.ts'

const people = 8

export async function measureSubmission(installation: Installation, seconds: number): Promise<readonly Result[]> {
  const { port, admin } = installation
  const count = async () => Number((await admin.sql<{ count: bigint }>`select count(*) as count from forms.submission`)[0]?.count ?? 0)
  await runLoad({ kind: 'submissions', port, seconds: 1, people, ars: '160700029029' })
  const before = await count()
  const { perSecond, answered, milliseconds } = await runLoad({ kind: 'submissions', port, seconds, people, ars: '160700029029' })
  const stored = (await count()) - before
  const committed = await commitLoop(installation, people, Math.min(seconds, 3))
  return [
    {
      name: 'registrations end to end',
      value: perSecond,
      unit: 'each/s',
      yardstick: committed,
      ratio: perSecond / committed,
      note: '15 requests each',
    },
    { name: 'submit p99', value: milliseconds.p99, unit: 'ms', note: `p50 ${milliseconds.p50.toFixed(1)} ms, ${people} at once` },
    { name: 'acknowledged but not stored', value: Math.abs(answered - stored), unit: 'submissions', goal: { atMost: 0 } },
  ]
}
