// Handing in: once, complete, signed in and paid; and corrections.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { inTransaction } from '#database'
import type { OwnerId } from '#kernel/actors.ts'
import { newId } from '#kernel/ids.ts'
import { openCorrection } from './actions/open-correction.ts'
import { takeOverDrafts } from './actions/take-over-drafts.ts'
import { onPaymentClosed, onPaymentPaid } from './jobs.ts'
import { findSubmission } from './reads.ts'
import { authority, browserOf, countRows, pathOf } from './testing/house.ts'
import { begin, csrf, fill, openSampleHouse, pdf, person, submissionOf } from './testing/sample-house.ts'

const house = await openSampleHouse()

test('twenty submits at once make one submission and one receipt', async () => {
  const begun = await begin(house)
  await fill(begun)
  const before = [await countRows(house, 'submission'), await countRows(house, 'receipt')]
  const answers = await Promise.all(Array.from({ length: 20 }, () => begun.browser.post(`${begun.base}/absenden`, {})))
  assert.deepEqual(new Set(answers.map(pathOf)), new Set([`${begun.base}/fertig`]))
  assert.deepEqual(
    [await countRows(house, 'submission'), await countRows(house, 'receipt')],
    before.map((count) => count + 1),
  )
})

test('an incomplete draft is not submitted', async () => {
  const begun = await begin(house)
  await begun.browser.post(`${begun.base}/person`, { ...person, go: 'next' })
  const before = await countRows(house, 'submission')
  assert.equal(pathOf(await begun.browser.post(`${begun.base}/absenden`, { ...(await csrf(begun.browser)) })), `${begun.base}/pruefen`)
  assert.equal(await countRows(house, 'submission'), before)
})

test('signing in is asked before submitting, and the draft goes over to the account with its files', async () => {
  const begun = await begin(house, 'kostenpflichtig')
  await fill(begun)
  const form = new FormData()
  form.append('remark', '')
  form.append('proof', pdf, 'beleg.pdf')
  form.append('go', 'next')
  await begun.browser.post(`${begun.base}/papers/mit-dateien`, form)
  const check = await (await begun.browser.get(`${begun.base}/pruefen`)).text()
  assert.match(check, /\/anmelden\?stufe=substantial&amp;weiter=/)
  assert.doesNotMatch(check, /\/absenden"/)
  assert.equal(pathOf(await begun.browser.post(`${begun.base}/absenden`, { ...(await csrf(begun.browser)) })), `${begun.base}/pruefen`)
  const account: OwnerId = newId()
  for (let run = 0; run < 2; run++) await takeOverDrafts(house.dependencies, { visitor: begun.owner, account, now: new Date() })
  const signedIn = browserOf(house, house.signIn(account, 'substantial'))
  const page = await (await signedIn.get(`${begun.base}/papers`)).text()
  assert.match(page, />beleg\.pdf</)
  assert.equal((await begun.browser.get(`${begun.base}/papers`)).status, 404)
  const file = /\/datei\/([0-9a-f-]+)/.exec(page)?.[1] ?? ''
  assert.match(await (await signedIn.get(`${begun.base}/datei/${file}`)).text(), /^%PDF/)
})

test('a payment is opened once; paid it submits by itself, closed it opens the draft again', async () => {
  const begun = await begin(house, 'kostenpflichtig', 'substantial')
  await fill(begun)
  const sent = await Promise.all([1, 2, 3].map(() => begun.browser.post(`${begun.base}/absenden`, {})))
  const [first = ''] = [...new Set(sent.map(pathOf))]
  assert.equal(new Set(sent.map(pathOf)).size, 1)
  assert.match(first, new RegExp(`^/zahlung/${authority}/`))
  const payment = first.split('/').at(-1) ?? ''
  assert.match(await (await begun.browser.get(`${begun.base}/fertig`)).text(), /Zahlung ist noch offen/)
  assert.equal(pathOf(await begun.browser.get(`${begun.base}/person`)), `${begun.base}/fertig`)
  const news = { authority, owner: begun.owner, payment, reference: begun.draft }
  await onPaymentClosed(house.dependencies, news, new Date())
  assert.equal((await begun.browser.get(`${begun.base}/person`)).status, 200)
  await begun.browser.post(`${begun.base}/absenden`, {})
  const before = await countRows(house, 'submission')
  for (let run = 0; run < 3; run++) await onPaymentPaid(house.dependencies, news, new Date())
  assert.equal(await countRows(house, 'submission'), before + 1)
  assert.equal((await submissionOf(house, begun)).paymentId, payment)
  await onPaymentClosed(house.dependencies, news, new Date())
  assert.match(await (await begun.browser.get(`${begun.base}/fertig`)).text(), /Angekommen/)
})

test('a correction is prefilled, marks its questions and makes a second version under the same number', async () => {
  const begun = await begin(house)
  await fill(begun)
  await begun.browser.post(`${begun.base}/absenden`, {})
  const first = await submissionOf(house, begun)
  const wish = {
    authority,
    owner: begun.owner,
    submission: first.submissionId,
    fields: ['person.birthDay'],
    reason: 'Der Tag passt nicht zum Ausweis.',
    now: new Date(),
  }
  const open = () =>
    inTransaction(house.dependencies.database, { authority, owner: begun.owner }, (transaction) => openCorrection(transaction, wish))
  const [opened, again] = [await open(), await open()]
  assert.ok(opened.ok && again.ok && opened.value === again.value)
  const base = `/antrag/${opened.value}`
  const page = await (await begun.browser.get(`${base}/person`)).text()
  assert.match(page, /Der Tag passt nicht zum Ausweis/)
  assert.match(page, /noch einmal ansehen/)
  await begun.browser.post(`${base}/person`, { ...person, 'birthDay.day': '14', go: 'next' })
  assert.equal(pathOf(await begun.browser.post(`${base}/absenden`, {})), `${base}/fertig`)
  const second = await submissionOf(house, begun)
  assert.deepEqual([second.number, second.version], [first.number, 2])
  assert.deepEqual(second.answers['person'], { familyName: 'Yılmaz-Özdemir', birthDay: '1964-08-14' })
  const old = await inTransaction(house.dependencies.database, { authority }, (transaction) =>
    findSubmission(transaction, authority, first.submissionId, 1),
  )
  assert.deepEqual(old?.answers, first.answers)
  const stranger = await inTransaction(house.dependencies.database, { authority, owner: newId() }, (transaction) =>
    openCorrection(transaction, { ...wish, owner: newId() }),
  )
  assert.deepEqual(stranger, { ok: false, reason: 'unknown' })
})
