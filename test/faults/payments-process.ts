// A server or a worker of payments alone: what the fault test kills.
import { parseArgs } from 'node:util'
import { inTransaction, openDatabase, openPool } from '#database'
import { connectOutbox, handleJob, type JobHandler, startWorker } from '#jobs'
import type { AuthorityId } from '#kernel/actors.ts'
import { parseId } from '#kernel/ids.ts'
import { createXbezahldienste, type PaymentId, type PaymentsDependencies, paymentPaid, paymentsJobs } from '#modules/payments'
import { json, type Route, seeOther } from '#web'
import { enqueueNaivePoll, naiveJobs, naivelyOpen, naivelyPoll } from './naive-payments.ts'
import { servePayments } from './payments-server.ts'

const { values } = parseArgs({
  options: {
    role: { type: 'string', default: 'server' },
    port: { type: 'string', default: '0' },
    database: { type: 'string', default: '' },
    provider: { type: 'string', default: '' },
    naivety: { type: 'string', default: 'none' },
  },
})

const database = openDatabase(openPool({ url: values.database, role: 'rennsteig_app', connections: 8 }))
await connectOutbox(database, values.database, () => undefined)
const provider = createXbezahldienste({ url: values.provider, originatorId: 'faults', endPointId: 'portal' })
const dependencies: PaymentsDependencies = {
  database,
  providerOf: () => provider,
  baseUrl: `http://localhost:${values.port}`,
  // The same steps as in the product, faster, so that the truth arrives within the test.
  schedule: [
    { untilMs: 2_000, pauseMs: 500 },
    { untilMs: 20_000, pauseMs: 2_000 },
    { untilMs: 3_600_000, pauseMs: 4_000 },
  ],
  documents: { render: () => Promise.reject(new Error('no documents here')) },
  payeeOf: async () => ({ theme: { name: 'Kasse' }, letterhead: { name: 'Kasse' } }),
}

/** The effect of a payment: counted by its key, as every consumer of events must. */
const effects: JobHandler = handleJob(paymentPaid, async ({ authority, payment }) => {
  await inTransaction(database, { authority }, async (transaction) => {
    await transaction.sql`insert into faults.effect (authority_id, payment_id) values (${authority}, ${payment}) on conflict do nothing`
  })
})

/** The way back and the call in the naive manner: both ask at once and both act on what they saw. */
function naiveRoutes(): Route[] {
  const address = (params: Readonly<Record<string, string>>) =>
    [parseId<'authority'>(params['authority']), parseId<'payment'>(params['payment'])] as const
  const poll = async (authority: AuthorityId | undefined, payment: PaymentId | undefined) => {
    if (authority === undefined || payment === undefined) return
    await enqueueNaivePoll(database, authority, payment)
    await naivelyPoll(database, provider, authority, payment)
  }
  return [
    {
      method: 'GET',
      path: '/zahlung/:authority/:payment/zurueck',
      permission: 'public',
      handler: async (visit) => {
        await poll(...address(visit.params))
        return seeOther(`/zahlung/${visit.params['authority']}/${visit.params['payment']}?stand=pruefung`)
      },
    },
    {
      method: 'POST',
      path: '/zahlung/:authority/:payment/meldung',
      permission: 'machine',
      handler: async (visit) => {
        await poll(...address(visit.params))
        return json({}, { status: 202 })
      },
    },
  ]
}

async function serve(): Promise<void> {
  const naive = { database, provider, baseUrl: dependencies.baseUrl }
  await servePayments({
    port: Number(values.port),
    dependencies,
    assets: { href: (name) => `/assets/${name}`, find: () => undefined },
    formTargets: [],
    ...(values.naivety === 'unguarded' ? { instead: naiveRoutes() } : {}),
    ...(values.naivety === 'call-first' ? { open: (authority, owner, reference) => naivelyOpen(naive, authority, owner, reference) } : {}),
  })
}

async function work(): Promise<void> {
  const handlers = values.naivety === 'unguarded' ? naiveJobs(database, provider) : []
  const report = (error: unknown) => process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`)
  await startWorker(values.database, [...paymentsJobs(dependencies), effects, ...handlers], {
    failed: (kind, attempt, error) => report(`${kind} ${attempt} ${String(error)}`),
    trouble: report,
  })
}

await (values.role === 'worker' ? work() : serve())
