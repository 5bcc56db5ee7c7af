// The public check of receipts: anyone may ask, nobody may guess.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { newId } from '#kernel/ids.ts'
import { newNumber } from './domain/number.ts'
import { receiptLimit } from './neighbours.ts'
import { browserOf, openTestHouse } from './testing/house.ts'

const house = await openTestHouse()
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
