// People: order a certificate and pay for it, reload when nothing comes, press again, open a second tab, or go away.
import { setTimeout as wait } from 'node:timers/promises'
import type { Word } from './judge.ts'

export interface PersonSettings {
  readonly server: string
  /** Of a session at level substantial. */
  readonly cookie: string
  readonly random: () => number
  /** Told at the moment it was read, because nobody may forget it. */
  readonly told: (word: Word) => void
  readonly stuckAt: (place: string) => void
}

/** What people do at the pay page, and how often in a hundred. */
const habits: readonly (readonly [number, string])[] = [
  [70, 'zahlen'],
  [12, 'zahlen-und-schliessen'],
  [6, 'abbrechen'],
  [4, 'scheitern'],
  [3, 'falscher-betrag'],
  [5, 'weggehen'],
]
const patienceMs = 240_000
const ilmenau = '160700029029'
const number = /\b[A-Z]{2,5}-20\d\d-[0-9A-Z]{4}-[0-9A-Z]{4}\b/

const answers: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  applicant: {
    givenNames: 'Łucja Zoë',
    familyName: 'Ağaoğlu-Großmann',
    'birthDay.day': '29',
    'birthDay.month': '2',
    'birthDay.year': '1984',
  },
  home: { street: 'Schwanitzstraße', houseNumber: '12 a', postalCode: '98693', town: 'Ilmenau' },
  certificate: { kind: 'simple', purpose: 'bank', copies: '2' },
  delivery: { way: 'mailbox' },
}

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

/** How a walk ended: with a number read, gone on purpose, told of a wrong amount, or out of patience. */
export type Ending = 'number' | 'left' | 'mismatch' | 'gave-up'

/** One order from the first page to the number. */
export async function orderCertificate(settings: PersonSettings): Promise<Ending> {
  const draw = settings.random() * 100
  let sum = 0
  const intention = habits.find(([share]) => (sum += share) > draw)?.[1] ?? 'zahlen'
  const tabs = settings.random() < 0.12 ? 2 : 1
  const person: Person = { ...settings, intention, until: Date.now() + patienceMs, pressesTwice: settings.random() < 0.2 }
  const start = await begin(person)
  if (start === undefined) return 'gave-up'
  const endings = await Promise.all(Array.from({ length: tabs }, () => walk({ ...person }, start)))
  return endings.find((ending) => ending === 'number') ?? endings[0] ?? 'gave-up'
}

interface Person extends PersonSettings {
  /** Changes once: who cancelled or failed pays the second time. */
  intention: string
  readonly until: number
  readonly pressesTwice: boolean
}

interface Answer {
  readonly status: number
  readonly text: string
  readonly location: string | undefined
  readonly refresh: string | undefined
}

async function begin(person: Person): Promise<string | undefined> {
  while (Date.now() < person.until) {
    const page = await ask(person, `${person.server}/quittung/pruefen`)
    const fields = { csrf: fieldOf(page?.text ?? '', 'csrf'), service: 'meldebescheinigung', ars: ilmenau, neu: 'ja' }
    const answer = page?.status === 200 ? await ask(person, `${person.server}/antrag/neu`, fields) : undefined
    if (answer?.location !== undefined) return answer.location
    await hesitate(person)
  }
  return undefined
}

/** From page to page; what fails is tried again from the same page. */
async function walk(person: Person, start: string): Promise<Ending> {
  const draft = /\/antrag\/([0-9a-f-]{36})/.exec(start)?.[1] ?? ''
  let at = start
  while (Date.now() < person.until) {
    const step = await stepFrom(person, at, draft)
    if (step === undefined) await hesitate(person)
    else if ('ending' in step) return step.ending
    else at = step.to
  }
  person.stuckAt(at)
  return 'gave-up'
}

type Step = { readonly to: string } | { readonly ending: Ending } | undefined

async function stepFrom(person: Person, at: string, draft: string): Promise<Step> {
  const { pathname } = new URL(at)
  if (pathname.startsWith('/bezahlen/')) return payAt(person, at)
  const page = await ask(person, at)
  if (page === undefined || page.status >= 500) return undefined
  if (page.location !== undefined) {
    // Only a payment that counts leads from the payment's page to the end.
    if (pathname.startsWith('/zahlung/') && page.location.endsWith('/fertig')) person.told({ draft })
    return { to: page.location }
  }
  if (page.status !== 200) return undefined
  if (pathname.startsWith('/zahlung/')) return stepFromPayment(person, at, page)
  const last = pathname.split('/').at(-1) ?? ''
  if (last === 'fertig') return readEnd(person, page, draft)
  const csrf = fieldOf(page.text, 'csrf')
  if (last === 'pruefen') return press(person, `${at.replace(/\/pruefen.*$/, '')}/absenden`, { csrf })
  return press(person, at.replace(/\?.*$/, ''), { ...answers[last], csrf, marks: fieldOf(page.text, 'marks'), go: 'next' })
}

function readEnd(person: Person, page: Answer, draft: string): Step {
  const shown = number.exec(page.text)?.[0]
  if (shown === undefined) return undefined
  person.told({ draft, number: shown })
  return { ending: 'number' }
}

async function stepFromPayment(person: Person, at: string, page: Answer): Promise<Step> {
  const next = /^(\d+); url=(.*)$/.exec(page.refresh ?? '')
  if (next?.[2] !== undefined) {
    await wait(Math.min(Number(next[1]) * 1_000, 1_500))
    return { to: new URL(next[2], at).href }
  }
  const path = at.replace(/\?.*$/, '')
  if (page.text.includes(`${new URL(path).pathname}/weiter`))
    return press(person, `${path}/weiter`, { csrf: fieldOf(page.text, 'csrf'), versuch: fieldOf(page.text, 'versuch') })
  return { ending: 'mismatch' }
}

async function payAt(person: Person, at: string): Promise<Step> {
  const { intention } = person
  if (intention === 'weggehen') return { ending: 'left' }
  const answer = await ask(person, at, { handlung: intention })
  if (answer === undefined || answer.status >= 400) return undefined
  if (intention === 'abbrechen' || intention === 'scheitern') person.intention = 'zahlen'
  if (intention === 'zahlen-und-schliessen') return { ending: 'left' }
  return answer.location === undefined ? undefined : { to: answer.location }
}

/** Sends a form, some people twice at once; any answer that leads on is good. */
async function press(person: Person, url: string, fields: Readonly<Record<string, string>>): Promise<Step> {
  const answered = await Promise.all(Array.from({ length: person.pressesTwice ? 2 : 1 }, () => ask(person, url, fields)))
  const leading = answered.find((answer) => answer?.location !== undefined)
  return leading?.location === undefined ? undefined : { to: leading.location }
}

/** GET, or POST of the fields; undefined if there was no answer. */
async function ask(person: Person, url: string, fields?: Readonly<Record<string, string>>): Promise<Answer | undefined> {
  try {
    const response = await fetch(url, {
      redirect: 'manual',
      signal: AbortSignal.timeout(15_000),
      headers: { cookie: `rennsteig-portal=${person.cookie}`, 'sec-fetch-site': 'same-origin' },
      ...(fields === undefined ? {} : { method: 'POST', body: new URLSearchParams(fields) }),
    })
    const location = response.headers.get('location')
    return {
      status: response.status,
      text: await response.text(),
      location: location === null ? undefined : new URL(location, url).href,
      refresh: response.headers.get('refresh') ?? undefined,
    }
  } catch {
    return undefined
  }
}

async function hesitate(person: Person): Promise<void> {
  await wait(150 + person.random() * 350)
}

function fieldOf(markup: string, name: string): string {
  return new RegExp(`name="${name}"\\s+value="([^"]*)"`).exec(markup)?.[1] ?? ''
}
