// A house with the sample forms, and what the tests do in it again and again: begin a draft, fill it in, look what was kept.
import assert from 'node:assert/strict'
import { inTransaction } from '#database'
import type { OwnerId } from '#kernel/actors.ts'
import { newId } from '#kernel/ids.ts'
import type { Answer, Answers } from '../domain/definition.ts'
import type { DraftId } from '../domain/draft.ts'
import type { Submission } from '../domain/submission.ts'
import { findDraft, findSubmission, listDrafts } from '../reads.ts'
import { ars, authority, browserOf, openTestHouse, pathOf, type TestHouse } from './house.ts'
import { paidForm, sample } from './sample-forms.ts'

export interface Begun {
  readonly owner: OwnerId
  readonly cookie: string
  readonly draft: DraftId
  readonly base: string
  readonly browser: ReturnType<typeof browserOf>
}

export const person = { familyName: 'Yılmaz-Özdemir', 'birthDay.day': '12', 'birthDay.month': '8', 'birthDay.year': '1964' }
export const pdf = new Blob([Buffer.from('%PDF-1.7\n1 0 obj\n<<>>\nendobj\n')])

export async function openSampleHouse(): Promise<TestHouse> {
  const house = await openTestHouse([sample, paidForm])
  house.offers.set('kostenpflichtig', {
    ...{ serviceKey: 'kostenpflichtig', title: { de: 'Urkunde' }, form: 'kostenpflichtig' },
    ...{ assurance: 'substantial', feeCents: 1000n, processingDays: 3 },
  })
  return house
}

export async function begin(house: TestHouse, service = 'beispiel', level: 'none' | 'substantial' | 'high' = 'none'): Promise<Begun> {
  const owner: OwnerId = newId()
  const cookie = house.signIn(owner, level)
  const browser = browserOf(house, cookie)
  const started = await fetch(`${house.address}/antrag/neu`, {
    method: 'POST',
    headers: { cookie: `rennsteig-portal=${cookie}`, 'sec-fetch-site': 'same-origin' },
    body: new URLSearchParams({ csrf: '', service, ars, neu: 'ja', ...(level === 'none' ? {} : await csrf(browser)) }),
    redirect: 'manual',
  })
  const base = pathOf(started)
  assert.match(base, /^\/antrag\/[0-9a-f-]{36}$/, `status ${started.status}`)
  const drafts = await inTransaction(house.dependencies.database, { owner }, (transaction) => listDrafts(transaction, owner))
  const draft = drafts.find((each) => base.endsWith(each.draftId))?.draftId
  assert.ok(draft !== undefined)
  return { owner, cookie, draft, base, browser }
}

export async function csrf(browser: Begun['browser']): Promise<{ csrf: string }> {
  const text = await (await browser.get('/quittung/pruefen')).text()
  return { csrf: /name="csrf" value="([^"]*)"/.exec(text)?.[1] ?? '' }
}

export async function fill({ browser, base }: Begun): Promise<void> {
  assert.equal(pathOf(await browser.post(`${base}/person`, { ...person, go: 'next' })), `${base}/pets`)
  assert.equal(pathOf(await browser.post(`${base}/pets`, { hasCat: 'no', go: 'next' })), `${base}/papers`)
  const papers = new FormData()
  papers.append('remark', '')
  papers.append('go', 'next')
  assert.equal(pathOf(await browser.post(`${base}/papers/mit-dateien`, papers)), `${base}/pruefen`)
}

/** The kept answers to questions; keys of list entries are left out. */
export async function answersOf(house: TestHouse, { owner, draft }: Begun): Promise<Answers> {
  const found = await inTransaction(house.dependencies.database, { owner }, (transaction) => findDraft(transaction, owner, draft))
  return JSON.parse(JSON.stringify(found?.answers ?? {}, (name, value: Answer) => (name === '#' ? undefined : value)))
}

export async function submissionOf(house: TestHouse, { owner, draft }: Begun): Promise<Submission> {
  return inTransaction(house.dependencies.database, { owner }, async (transaction) => {
    const found = await findDraft(transaction, owner, draft)
    assert.ok(found?.submission !== undefined)
    const submission = await findSubmission(transaction, authority, found.submission)
    assert.ok(submission !== undefined)
    return submission
  })
}
