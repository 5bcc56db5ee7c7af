// Payers: people who pay, cancel, close the tab, click twice, and give up, by a seeded mind of their own.
import { setTimeout as wait } from 'node:timers/promises'
import type { AuthorityId } from '#kernel/actors.ts'
import { newId } from '#kernel/ids.ts'

export interface Payer {
  readonly server: string
  readonly authority: AuthorityId
  readonly random: () => number
}

export interface Walk {
  readonly intention: string
  /** Whether the person saw the end of the payment. */
  readonly arrived: boolean
}

/** What people do at the pay page, and how often in a hundred. */
const habits: readonly [number, string][] = [
  [65, 'zahlen'],
  [15, 'zahlen-und-schliessen'],
  [10, 'abbrechen'],
  [5, 'scheitern'],
  [5, 'weggehen'],
]

/** A generator of numbers from 0 to 1 that a seed repeats (mulberry32). */
export function seeded(seed: number): () => number {
  let state = seed >>> 0
  return () => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
  }
}

/** One person's way from the draft to the end of the payment, repeated where a server is down. */
export async function walk(payer: Payer): Promise<Walk> {
  const owner = newId<'owner'>()
  const draw = payer.random() * 100
  let sum = 0
  const intention = habits.find(([share]) => (sum += share) > draw)?.[1] ?? 'zahlen'
  const clicksTwice = payer.random() < 0.2
  const browser = createBrowser(owner)
  const opened = await browser.insist(
    `${payer.server}/oeffnen/${payer.authority}/${owner}/${newId<'draft'>()}`,
    { method: 'POST' },
    (answer) => answer.location !== undefined,
  )
  const path = opened?.location
  if (path === undefined) return { intention, arrived: false }
  const payPage = await findPayPage(browser, payer.server, path, clicksTwice)
  if (payPage === undefined || intention === 'weggehen') return { intention, arrived: false }
  const back = await act(browser, payPage, intention)
  if (back === undefined) return { intention, arrived: false }
  const end = await seeTheEnd(browser, payer.server, back)
  if (end !== 'closed') return { intention, arrived: end === 'paid' }
  const secondPage = await findPayPage(browser, payer.server, path, clicksTwice)
  const secondBack = secondPage === undefined ? undefined : await act(browser, secondPage, 'zahlen')
  return { intention, arrived: secondBack !== undefined && (await seeTheEnd(browser, payer.server, secondBack)) === 'paid' }
}

interface Answer {
  readonly status: number
  readonly text: string
  readonly location: string | undefined
}

type Browser = ReturnType<typeof createBrowser>

function createBrowser(owner: string) {
  const once = async (url: string, request: RequestInit = {}): Promise<Answer | undefined> => {
    try {
      const headers = { cookie: `rennsteig-portal=${owner}` }
      const response = await fetch(url, { ...request, headers, redirect: 'manual', signal: AbortSignal.timeout(8_000) })
      return { status: response.status, text: await response.text(), location: response.headers.get('location') ?? undefined }
    } catch {
      return undefined
    }
  }
  const insist = async (
    url: string,
    request: RequestInit,
    isGood: (answer: Answer) => boolean,
    tries = 30,
  ): Promise<Answer | undefined> => {
    for (let turn = 0; turn < tries; turn += 1) {
      const answer = await once(url, request)
      if (answer !== undefined && isGood(answer)) return answer
      await wait(150)
    }
    return undefined
  }
  return { once, insist }
}

async function findPayPage(browser: Browser, server: string, path: string, clicksTwice: boolean): Promise<string | undefined> {
  for (let turn = 0; turn < 20; turn += 1) {
    const shown = await browser.insist(`${server}${path}`, {}, (answer) => answer.status === 200)
    if (shown === undefined) return undefined
    const form = new URLSearchParams({ csrf: fieldOf(shown.text, 'csrf'), versuch: fieldOf(shown.text, 'versuch') })
    const click = () => browser.once(`${server}${path}/weiter`, { method: 'POST', body: form })
    const answers = await Promise.all(clicksTwice ? [click(), click()] : [click()])
    const pages = answers.flatMap((answer) => (answer?.location?.includes('/bezahlen/') === true ? [answer.location] : []))
    if (pages[0] !== undefined) return pages[0]
    await wait(300)
  }
  return undefined
}

/** @returns the way back; undefined if the person does not take it */
async function act(browser: Browser, payPage: string, action: string): Promise<string | undefined> {
  await wait(350)
  const answer = await browser.insist(
    payPage,
    { method: 'POST', body: new URLSearchParams({ handlung: action }) },
    (given) => given.status < 400,
  )
  return action === 'zahlen-und-schliessen' ? undefined : answer?.location
}

async function seeTheEnd(browser: Browser, server: string, back: string): Promise<'paid' | 'closed' | 'unseen'> {
  const returned = await browser.insist(back, {}, (answer) => answer.location !== undefined)
  if (returned?.location === undefined) return 'unseen'
  for (let turn = 0; turn < 8; turn += 1) {
    const answer = await browser.insist(`${server}${returned.location}`, {}, (given) => given.status < 400)
    if (answer?.location === '/fertig') return 'paid'
    if (answer !== undefined && /nicht geklappt|abgebrochen/.test(answer.text)) return 'closed'
    await wait(300)
  }
  return 'unseen'
}

function fieldOf(markup: string, name: string): string {
  return new RegExp(`name="${name}"\\s+value="([^"]*)"`).exec(markup)?.[1] ?? ''
}
