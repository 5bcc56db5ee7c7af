// Payments under SIGKILL: server, worker and provider are killed at random while people pay. The provider's truth decides.
//
//   node --test test/faults/payments.test.ts                                200 payments, 12 at once
//   FAULT_PAYMENTS=2000 FAULT_SEED=7 node --test test/faults/payments.test.ts   more, replayed
import assert from 'node:assert/strict'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type TestContext, test } from 'node:test'
import { setTimeout as wait } from 'node:timers/promises'
import { newId } from '#kernel/ids.ts'
import { paymentsKinds } from '#modules/payments'
import { openTestDatabase, type TestDatabase } from '#test/harness/database.ts'
import { isClean, judge, readTruth, type Verdict } from './judge.ts'
import { type Naivety, naiveKinds } from './naive-payments.ts'
import { seeded, type Walk, walk } from './payers.ts'
import { freePort, type MortalProcess, mortalProcess } from './processes.ts'

const payments = Number(process.env['FAULT_PAYMENTS'] ?? 200)
const seed = Number(process.env['FAULT_SEED'] ?? Date.now() % 100_000)

const chaos = {
  lostAnswer: 0.12,
  lostGetAnswer: 0.08,
  unavailable: 0.06,
  slow: 0.08,
  slowMs: 900,
  callbacks: [0.3, 0.4, 0.3],
  callbackDelayMs: 800,
  wrongAmount: 0.03,
  statusRegression: 0.05,
}

interface Run {
  readonly payments: number
  readonly naivety: Naivety
  readonly kills: boolean
  readonly chaos: Readonly<Record<string, unknown>>
  /** How long the truth may take to arrive after the last person has gone. */
  readonly patienceMs: number
}

test('no payment is lost, doubled or invented while server, worker and provider are killed', {
  timeout: 120_000 + payments * 300,
}, async (context) => {
  const verdict = await play(context, { payments, naivety: 'none', kills: true, chaos, patienceMs: 45_000 })
  assert.ok(isClean(verdict), `seed ${seed}: ${JSON.stringify(verdict)}`)
  assert.ok(verdict.paid >= payments / 2, `only ${verdict.paid} of ${payments} were paid: the run proves too little`)
})

test('the judge finds double postings when the condition on the state is removed', { timeout: 60_000 }, async (context) => {
  const verdict = await play(context, {
    payments: 24,
    naivety: 'unguarded',
    kills: false,
    chaos: { callbacks: [0, 0, 1], callbackDelayMs: 30 },
    patienceMs: 1_000,
  })
  assert.ok(verdict.postedTwice > 0 && verdict.announcedTwice > 0, `seed ${seed}: nothing found, ${JSON.stringify(verdict)}`)
})

test('the judge finds unknown transactions when the provider is called before the intent is written', {
  timeout: 60_000,
}, async (context) => {
  const verdict = await play(context, { payments: 24, naivety: 'call-first', kills: false, chaos: { lostAnswer: 0.3 }, patienceMs: 1_000 })
  assert.ok(verdict.unknown > 0, `seed ${seed}: nothing found, ${JSON.stringify(verdict)}`)
})

async function play(context: TestContext, run: Run): Promise<Verdict> {
  const { url, admin } = await openTestDatabase([...paymentsKinds, ...naiveKinds])
  await prepare(admin, run.naivety)
  const folder = await mkdtemp(join(tmpdir(), 'rennsteig-faults-'))
  const provider = `http://localhost:${await freePort()}`
  const server = `http://localhost:${await freePort()}`
  const portOf = (address: string) => new URL(address).port
  const own = ['--database', url, '--provider', provider, '--naivety', run.naivety, '--port', portOf(server)]
  const processes: readonly [string, MortalProcess][] = [
    ['provider', simulator(provider, folder, run)],
    [
      'server',
      mortalProcess({ program: 'test/faults/payments-process.ts', parameters: [...own, '--role', 'server'], readyUrl: `${server}/fertig` }),
    ],
    ['worker', mortalProcess({ program: 'test/faults/payments-process.ts', parameters: [...own, '--role', 'worker'] })],
  ]
  try {
    await Promise.all(processes.map(([, one]) => one.start()))
    const started = Date.now()
    const walks = await load(run, server, processes)
    const loaded = Date.now()
    const verdict = await settle(admin, provider, run.patienceMs)
    const killed = processes.map(([name, one]) => `${name} ${one.kills}`).join(', ')
    const seen = walks.filter((one) => one.arrived).length
    context.diagnostic(
      `seed ${seed}, ${run.payments} payments in ${loaded - started} ms, settled after ${Date.now() - loaded} ms, killed: ${killed}, seen to the end: ${seen}`,
    )
    context.diagnostic(JSON.stringify(verdict))
    if (run.naivety === 'none' && !isClean(verdict)) for (const [name, one] of processes) context.diagnostic(`${name}: ${one.errors()}`)
    return verdict
  } finally {
    await Promise.all(processes.map(([, one]) => one.kill()))
    await rm(folder, { recursive: true, force: true })
  }
}

function simulator(provider: string, folder: string, run: Run): MortalProcess {
  const parameters = [
    '--port',
    new URL(provider).port,
    '--folder',
    folder,
    '--seed',
    String(seed),
    '--chaos',
    JSON.stringify(run.chaos),
    '--callback',
    'meldung',
  ]
  return mortalProcess({ program: 'demo/payment-provider/main.ts', parameters, readyUrl: `${provider}/admin/chaos` })
}

async function prepare(admin: TestDatabase['admin'], naivety: Naivety): Promise<void> {
  await admin.sql`create schema faults`
  await admin.sql`create table faults.effect (authority_id uuid not null, payment_id uuid not null, primary key (authority_id, payment_id))`
  await admin.sql`grant usage on schema faults to rennsteig_app`
  await admin.sql`grant select, insert on faults.effect to rennsteig_app`
  if (naivety !== 'unguarded') return
  // The keys of the ledger would stop the naive poll; they are a guard too, and here all guards are off.
  await admin.sql`alter table payments.transfer drop constraint transfer_once_per_attempt`
  await admin.sql`drop index payments.transfer_once_per_payment`
}

/** People come twelve at a time; the killer strikes until the last has gone. */
async function load(run: Run, server: string, processes: readonly [string, MortalProcess][]): Promise<Walk[]> {
  const authority = newId<'authority'>()
  const walks: Walk[] = []
  let next = 0
  let isOver = false
  const person = async () => {
    while (next < run.payments) {
      next += 1
      walks.push(await walk({ server, authority, random: seeded(seed * 100_000 + next) }))
    }
  }
  const killer = async () => {
    const random = seeded(seed)
    while (!isOver) {
      await wait(500 + random() * 900)
      const victim = processes[Math.floor(random() * processes.length)]?.[1]
      if (isOver || victim === undefined) continue
      await victim.kill()
      await wait(random() * 150)
      await victim.start()
    }
  }
  const striking = run.kills ? killer() : Promise.resolve()
  await Promise.all(Array.from({ length: 12 }, person))
  isOver = true
  await striking
  return walks
}

/** Waits until the database says what the provider knows, at most so long. */
async function settle(admin: TestDatabase['admin'], provider: string, patienceMs: number): Promise<Verdict> {
  const end = Date.now() + patienceMs
  let verdict = await judge(admin, await readTruth(provider))
  while (!isClean(verdict) && Date.now() < end) {
    await wait(500)
    verdict = await judge(admin, await readTruth(provider))
  }
  return verdict
}
