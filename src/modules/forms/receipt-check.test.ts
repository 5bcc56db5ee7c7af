// The public check of receipts: anyone may ask, nobody may guess.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { newId } from '#kernel/ids.ts'
import { makeReceipt } from './actions/make-receipt.ts'
import { newNumber } from './domain/number.ts'
import { receiptLimit } from './neighbours.ts'
import { listReceipts } from './reads.ts'
import { authority, browserOf } from './testing/house.ts'
import { begin, fill, openSampleHouse, submissionOf } from './testing/sample-house.ts'

const house = await openSampleHouse()

const anyone = browserOf(house, house.signIn(newId()))
const guess = async () => (await anyone.post('/quittung/pruefen', { number: 'ILM-2026-0000-0000', code: '0000-0000' })).status

test('a network that guesses is told to wait, also when it tries with files, and may try again later', async () => {
  await house.admin.sql`delete from accounts.attempt`
  // Numbers that cannot be one are not looked up and not counted.
  for (let tries = 0; tries < 3; tries += 1) assert.equal(await guess(), 422)
  assert.equal((await house.admin.sql`select 1 from accounts.attempt`).length, 0)
  const form = () => {
    const sent = new FormData()
    sent.append('file', new Blob(['no receipt']), 'quittung.pdf')
    return sent
  }
  const guessFile = async () => anyone.post('/quittung/pruefen/datei', form())
  for (let tries = 0; tries < receiptLimit.most; tries += 1) assert.equal((await guessFile()).status, 422)
  const refused = await guessFile()
  assert.equal(refused.status, 429)
  assert.match(await refused.text(), /Warten Sie 15 Minuten/)
  assert.equal((await anyone.post('/quittung/pruefen', { number: newNumber('ILM', 2026), code: '0000-0000' })).status, 429)
  await house.admin.sql`update accounts.attempt set expires_at = now() - interval '1 second'`
  assert.equal((await guessFile()).status, 422)
})

test('a receipt is signed, kept and can be checked by anyone; a wrong code or a changed file is not genuine', async () => {
  const begun = await begin(house)
  await fill(begun)
  await begun.browser.post(`${begun.base}/absenden`, {})
  const { number } = await submissionOf(house, begun)
  const order = { authority, owner: begun.owner, draft: begun.draft, number, version: 1, now: new Date() }
  await makeReceipt(house.dependencies, order)
  await makeReceipt(house.dependencies, order)
  const [receipt] = await listReceipts(house.dependencies.database, number)
  assert.ok(receipt?.signed !== undefined)
  const anyone = browserOf(house, house.signIn(newId()))
  const check = async (fields: Record<string, string>): Promise<Response> => anyone.post('/quittung/pruefen', fields)
  const good = await check({ number: number.toLowerCase().replaceAll('-', ' '), code: receipt.checkCode })
  const text = await good.text()
  assert.equal(good.status, 200)
  assert.match(text, /Stadt Ilmenau/)
  assert.doesNotMatch(text, /Yılmaz/)
  assert.equal((await check({ number, code: '0000-0000' })).status, 422)
  assert.equal((await check({ number: `${number.slice(0, -1)}${number.endsWith('0') ? '1' : '0'}`, code: receipt.checkCode })).status, 422)
  assert.match(await (await begun.browser.get(`${begun.base}/quittung.pdf`)).text(), /"authority":\{"name":"Stadt Ilmenau","arms":\{"svg"/)
  const sent = Buffer.from(await (await begun.browser.get(`${begun.base}/quittung.pdf`)).arrayBuffer())
  const json = Buffer.from(await (await begun.browser.get(`${begun.base}/quittung.json`)).arrayBuffer())
  const checkFile = async (content: Buffer): Promise<number> => {
    const form = new FormData()
    form.append('file', new Blob([content]), 'quittung')
    return (await anyone.post('/quittung/pruefen/datei', form)).status
  }
  assert.deepEqual(
    await Promise.all(
      [sent, json, Buffer.concat([sent, Buffer.from(' ')]), Buffer.from(json.toString().replace('Stadt', 'Dorf')), Buffer.from('x')].map(
        checkFile,
      ),
    ),
    [200, 200, 422, 422, 422],
  )
})
