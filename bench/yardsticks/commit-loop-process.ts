// The yardstick for writes: one row inserted and committed, again and again, with the same driver on the same database.
import pg from 'pg'

interface CommitLoop {
  readonly url: string
  readonly seconds: number
  readonly connections: number
  /** Bytes of the row's text. */
  readonly size: number
}

async function run({ url, seconds, connections, size }: CommitLoop): Promise<number> {
  const admin = new pg.Client({ connectionString: url })
  await admin.connect()
  await admin.query(
    'create schema if not exists bench; create table if not exists bench.row (row_id uuid primary key, content text not null)',
  )
  await admin.end()
  const clients = await Promise.all(
    Array.from({ length: connections }, async () => {
      const client = new pg.Client({ connectionString: url })
      await client.connect()
      return client
    }),
  )
  const content = 'x'.repeat(size)
  const begin = performance.now()
  const end = begin + seconds * 1_000
  let committed = 0
  await Promise.all(
    clients.map(async (client) => {
      while (performance.now() < end) {
        await client.query('begin')
        await client.query({
          name: 'insert',
          text: 'insert into bench.row (row_id, content) values (gen_random_uuid(), $1)',
          values: [content],
        })
        await client.query('commit')
        committed += 1
      }
    }),
  )
  const took = (performance.now() - begin) / 1_000
  await Promise.all(clients.map((client) => client.end()))
  return committed / took
}

process.once('message', (job: CommitLoop) => {
  run(job).then(
    (perSecond) => process.send?.({ perSecond }, () => process.exit(0)),
    (error: unknown) => {
      process.stderr.write(`${String(error)}\n`)
      process.exit(1)
    },
  )
})
