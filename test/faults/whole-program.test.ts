// The whole program under SIGKILL: server, worker and payment simulator die at random while people order, pay and submit.
// The simulator's truth and SQL counts decide.
//
//   node --test test/faults/whole-program.test.ts
//   FAULT_SUBMISSIONS=200 FAULT_SEED=7 node --test test/faults/whole-program.test.ts    more, replayed
import assert from 'node:assert/strict'
import { after, type TestContext, test } from 'node:test'
import { setTimeout as wait } from 'node:timers/promises'
import { inTransaction, type Transaction } from '#database'
import { readDeepFacts, readFacts, readTruth } from './facts.ts'
import { openMortalHouse, signIn } from './house.ts'
import { type Facts, faultsOf, judge, type Verdict, type Word } from './judge.ts'
import { type Ending, orderCertificate, seeded } from './people.ts'
import type { MortalProcess } from './processes.ts'
import { dropKeys, type Finished, findFinished, forgetCase, forgetPosting, openCaseNaively, postNaively, tellAgain } from './unprotected.ts'

const submissions = Number(process.env['FAULT_SUBMISSIONS'] ?? 40)
const seed = Number(process.env['FAULT_SEED'] ?? Date.now() % 100_000)
const people = 20
const atOnce = 12
/** How long the truth may take to arrive after the last person has gone. */
const settleMs = 120_000
/** The killing ends with the last person; on a machine that is too busy for both, after this time. */
const killingMs = 30_000 + submissions * 1_000

const chaos = {
  ...{ lostAnswer: 0.1, lostGetAnswer: 0.08, unavailable: 0.06, slow: 0.08, slowMs: 900 },
  ...{ callbacks: [0.3, 0.4, 0.3], callbackDelayMs: 800, wrongAmount: 0.02, statusRegression: 0.03 },
}

const house = await openMortalHouse({ seed, chaos })
after(() => house.close())
const words: Word[] = []
/** Where people stood when they lost patience. */
const stuck: string[] = []

test('nothing acknowledged is lost, nothing is doubled, while server, worker and payment simulator are killed', {
  timeout: 420_000 + submissions * 1_500,
}, async (context) => {
  const cookies = await signIn(house, people)
  const started = Date.now()
  const endings = await order(cookies)
  const loaded = Date.now()
  await settle()
  const settled = Date.now()
  const facts = await readDeepFacts(house.admin, house.dataFolder)
  const verdict = await judgeNow(facts)
  report(context, { verdict, endings, loadMs: loaded - started, settleMs: settled - loaded, files: facts.readFiles })
  assert.deepEqual(faultsOf(verdict), [], `seed ${seed}: ${JSON.stringify(verdict)}`)
  assert.ok(verdict.paid >= submissions / 2, `only ${verdict.paid} of ${submissions} were paid: the run proves too little`)
  for (const [name, one] of Object.entries(house.processes)) assert.ok(one.kills > 0, `${name} was never killed: the run proves too little`)
  assert.ok(
    words.some((word) => word.number !== undefined),
    'nobody was told a number: the run proves too little',
  )
})

test('what is forgotten is found missing, and told again five times at once it is done again once', { timeout: 120_000 }, async () => {
  await Promise.all([house.processes.server.kill(), house.processes.worker.kill()])
  const finished = await findFinished(house.admin)
  await forgetCase(house.admin, finished)
  await forgetPosting(house.admin, finished)
  const spoiled = faultsOf(await judgeNow(await readFacts(house.admin)))
  for (const fault of ['caseMissing', 'paidWithoutPosting'] as const) assert.ok(spoiled.includes(fault), `${fault} was not seen`)
  await tellAgain(house.admin, finished, 5)
  await house.processes.worker.start()
  await settle()
  const healed = await judgeNow(await readFacts(house.admin))
  assert.deepEqual(faultsOf(healed), [], JSON.stringify(healed))
  await house.processes.worker.kill()
})

test('without its keys a naive consumer doubles case and posting, and the judge sees it', async () => {
  const finished = await findFinished(house.admin)
  const { authority, owner } = finished
  const naively = (work: (transaction: Transaction, finished: Finished) => Promise<void>) =>
    inTransaction(house.admin, { authority, owner }, (transaction) => work(transaction, finished))
  await assert.rejects(naively(openCaseNaively), /duplicate key/)
  await assert.rejects(naively(postNaively), /duplicate key/)
  assert.deepEqual(faultsOf(await judgeNow(await readFacts(house.admin))), [], 'the keys keep out what is naive')
  await dropKeys(house.admin)
  await naively(openCaseNaively)
  await naively(postNaively)
  const found = faultsOf(await judgeNow(await readFacts(house.admin)))
  for (const fault of ['caseDoubled', 'confirmationDoubled', 'postedTwice'] as const)
    assert.ok(found.includes(fault), `${fault} was not seen`)
})

/** People come twelve at a time; until the last has gone, each process is killed 0.5 to 1.5 s after it stood up. */
async function order(cookies: readonly string[]): Promise<readonly Ending[]> {
  const endings: Ending[] = []
  const end = Date.now() + killingMs
  let [next, isOver] = [0, false]
  const visitor = async () => {
    while (next < submissions) {
      next += 1
      const cookie = cookies[next % cookies.length] ?? ''
      const told = (word: Word) => void words.push(word)
      const stuckAt = (place: string) => void stuck.push(place)
      endings.push(await orderCertificate({ server: house.server, cookie, random: seeded(seed * 100_000 + next), told, stuckAt }))
    }
  }
  const killer = async (victim: MortalProcess, random: () => number) => {
    // On a busy machine everything takes longer, so a life is longer too: else nothing would ever be done.
    let slowness = 1
    while (!isOver && Date.now() < end) {
      await wait((500 + random() * 1_000) * slowness)
      if (isOver) return
      await victim.kill()
      await wait(random() * 150)
      const started = Date.now()
      await victim.start()
      slowness = Math.min(12, Math.max(1, (Date.now() - started) / 1_000))
    }
  }
  const killers = Object.values(house.processes).map((victim, index) => killer(victim, seeded(seed + index)))
  await Promise.all(Array.from({ length: atOnce }, visitor))
  isOver = true
  await Promise.all(killers)
  return endings
}

async function judgeNow(facts: Facts): Promise<Verdict> {
  return judge(facts, await readTruth(house.provider), words)
}

/** Until the tables say what the provider knows and people were told, at most so long. */
async function settle(): Promise<void> {
  const end = Date.now() + settleMs
  while (Date.now() < end && faultsOf(await judgeNow(await readFacts(house.admin))).length > 0) await wait(500)
}

interface Run {
  readonly verdict: Verdict
  readonly endings: readonly Ending[]
  readonly loadMs: number
  readonly settleMs: number
  readonly files: number
}

function report(context: TestContext, run: Run): void {
  const processes: readonly (readonly [string, MortalProcess])[] = Object.entries(house.processes)
  const killed = processes.map(([name, one]) => `${name} ${one.kills}`).join(', ')
  const count = (ending: Ending) => run.endings.filter((each) => each === ending).length
  context.diagnostic(`seed ${seed}, ${submissions} orders in ${run.loadMs} ms, settled after ${run.settleMs} ms, killed: ${killed}`)
  context.diagnostic(
    `number read ${count('number')}, left ${count('left')}, wrong amount ${count('mismatch')}, gave up ${count('gave-up')}`,
  )
  context.diagnostic(
    `paid ${run.verdict.paid}, wrong amounts ${run.verdict.wrongAmounts}, files read back ${run.files}, words kept ${words.length}`,
  )
  for (const place of stuck) context.diagnostic(`lost patience at ${place}`)
  if (faultsOf(run.verdict).length === 0) return
  for (const [name, one] of processes) context.diagnostic(`${name}: ${one.output()}`)
}
