// The load driver: a process of its own that does one job and tells what it saw.
import { setTimeout as wait } from 'node:timers/promises'
import { build, type Histogram } from 'hdr-histogram-js'
import { type Asking, type Connection, openConnection, requestBytes } from './connection.ts'
import type { ClosedLoop, LoadJob, LoadResult, OpenLoop, Submissions } from './jobs.ts'
import { registerDog } from './register-dog.ts'

interface Tally {
  readonly times: Histogram
  readonly statuses: Record<string, number>
  answered: number
}

const newTally = (): Tally => ({
  times: build({ lowestDiscernibleValue: 1, highestTrackableValue: 120_000_000, numberOfSignificantValueDigits: 3 }),
  statuses: {},
  answered: 0,
})

function note(tally: Tally, status: number, sinceMs: number): void {
  tally.answered += 1
  tally.statuses[status] = (tally.statuses[status] ?? 0) + 1
  tally.times.recordValue(Math.max(1, Math.round((performance.now() - sinceMs) * 1_000)))
}

function resultOf(tally: Tally, seconds: number): LoadResult {
  const at = (percentile: number) => tally.times.getValueAtPercentile(percentile) / 1_000
  return {
    answered: tally.answered,
    perSecond: tally.answered / seconds,
    statuses: tally.statuses,
    milliseconds: { p50: at(50), p95: at(95), p99: at(99), most: tally.times.maxValue / 1_000 },
  }
}

async function runClosed({ port, seconds, streams }: ClosedLoop): Promise<LoadResult> {
  const tally = newTally()
  const connections = await Promise.all(streams.map(() => openConnection(port)))
  const begin = performance.now()
  const end = begin + seconds * 1_000
  await Promise.all(
    streams.map(async (stream, index) => {
      const requests = stream.map((asking) => requestBytes(port, asking))
      for (let turn = 0; performance.now() < end; turn++) {
        const request = requests[turn % requests.length]
        const sent = performance.now()
        if (request === undefined) return
        const answer = await connections[index]?.send(request)
        note(tally, answer?.status ?? 0, sent)
      }
    }),
  )
  const took = (performance.now() - begin) / 1_000
  for (const connection of connections) connection.close()
  return resultOf(tally, took)
}

async function runOpen({ port, seconds, warmSeconds, perSecond, requests }: OpenLoop): Promise<LoadResult> {
  const tally = newTally()
  const idle: Connection[] = await Promise.all(Array.from({ length: 32 }, () => openConnection(port)))
  const begin = performance.now() + 20
  const counted = begin + warmSeconds * 1_000
  const ask = async (asking: Asking, due: number) => {
    const connection = idle.shift() ?? (await openConnection(port))
    const answer = await connection.send(requestBytes(port, asking))
    if (due >= counted) note(tally, answer.status, due)
    idle.push(connection)
  }
  const total = Math.round((warmSeconds + seconds) * perSecond)
  const running: Promise<void>[] = []
  for (let number = 0; number < total; ) {
    const now = performance.now()
    for (; number < total && begin + (number * 1_000) / perSecond <= now; number++) {
      const asking = requests[number % requests.length]
      if (asking !== undefined) running.push(ask(asking, begin + (number * 1_000) / perSecond))
    }
    await wait(1)
  }
  await Promise.all(running)
  const took = (performance.now() - counted) / 1_000
  for (const connection of idle) connection.close()
  return resultOf(tally, took)
}

async function runSubmissions({ port, seconds, people, ars }: Submissions): Promise<LoadResult> {
  const tally = newTally()
  const begin = performance.now()
  const end = begin + seconds * 1_000
  await Promise.all(
    Array.from({ length: people }, async () => {
      const connection = await openConnection(port)
      while (performance.now() < end) {
        const { submitted, submittedAt } = await registerDog(connection, port, ars)
        note(tally, submitted.status, submittedAt)
      }
      connection.close()
    }),
  )
  return resultOf(tally, (performance.now() - begin) / 1_000)
}

async function run(job: LoadJob): Promise<LoadResult> {
  switch (job.kind) {
    case 'closed':
      return runClosed(job)
    case 'open':
      return runOpen(job)
    case 'submissions':
      return runSubmissions(job)
  }
}

process.once('message', (job: LoadJob) => {
  run(job).then(
    (result) => process.send?.({ result }, () => process.exit(0)),
    (error: unknown) => process.send?.({ failure: error instanceof Error ? error.message : String(error) }, () => process.exit(1)),
  )
})
