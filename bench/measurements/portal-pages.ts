// Start page and service page: answers a second, against bare node:http with the same bytes.
import { setTimeout as wait } from 'node:timers/promises'
import type { Installation } from '../installation.ts'
import { openConnection, requestBytes } from '../load/connection.ts'
import { runLoad, startProcess } from '../processes.ts'
import { median, type Result } from '../report.ts'

const connections = 16
const ilmenau = '160700029029'

const pages = [
  { name: 'start page', path: '/' },
  { name: 'service page', path: `/leistung/hundesteuer-anmeldung?ort=${ilmenau}` },
]
const encodings = [
  { name: '', accept: undefined },
  { name: ' (br)', accept: 'br, gzip' },
  { name: ' (gzip)', accept: 'gzip' },
]

export async function measurePortalPages(
  { port, freePort }: Installation,
  pace: { readonly rounds: number; readonly seconds: number },
): Promise<readonly Result[]> {
  const results: Result[] = []
  for (const page of pages) {
    for (const encoding of encodings) {
      const asking = { method: 'GET', path: page.path, ...(encoding.accept === undefined ? {} : { accept: encoding.accept }) } as const
      const connection = await openConnection(port)
      const answer = await connection.send(requestBytes(port, asking))
      connection.close()
      if (answer.status !== 200) throw new Error(`${page.path} was answered with ${answer.status}`)
      const bare = await startProcess('yardsticks/bare-server-process.ts', {
        port: freePort,
        headers: headersOf(answer.head),
        body: answer.body.toString('base64'),
      })
      const rate = async (target: number, seconds = pace.seconds) => {
        const job = { kind: 'closed', port: target, seconds, streams: Array.from({ length: connections }, () => [asking]) } as const
        return (await runLoad(job)).perSecond
      }
      try {
        await Promise.all([rate(port, 0.5), rate(freePort, 0.5)])
        const rounds: { ours: number; bare: number }[] = []
        for (let round = 0; round < pace.rounds; round++) rounds.push({ ours: await rate(port), bare: await rate(freePort) })
        results.push({
          name: `${page.name}${encoding.name}`,
          value: median(rounds.map(({ ours }) => ours)),
          unit: 'answers/s',
          yardstick: median(rounds.map((each) => each.bare)),
          ratio: median(rounds.map((each) => each.ours / each.bare)),
          goal: { atLeast: 0.5 },
          note: `${answer.body.length.toLocaleString('en')} bytes`,
        })
      } finally {
        await bare.stop()
        await wait(50)
      }
    }
  }
  return results
}

/** What our server says, but for what node:http adds by itself. */
function headersOf(head: string): Record<string, string> {
  const own = new Set(['date', 'connection', 'keep-alive'])
  return Object.fromEntries(
    head
      .split('\r\n')
      .slice(1)
      .map((line): [string, string] => [line.slice(0, line.indexOf(':')), line.slice(line.indexOf(':') + 1).trim()])
      .filter(([name]) => !own.has(name.toLowerCase())),
  )
}
