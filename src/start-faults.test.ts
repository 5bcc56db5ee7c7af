// The sentence on a failed start names the database that was meant.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { sentenceOf } from './start-faults.ts'

const fault = (code: string) => Object.assign(new Error('no'), { code })
const embedded = { databaseUrl: undefined, dataFolder: '/srv/rennsteig' }
const own = { databaseUrl: 'postgresql://x@db/x', dataFolder: '/srv/rennsteig' }

test('a refused connection is blamed on the database that was meant', () => {
  assert.equal(sentenceOf(fault('ECONNREFUSED'), own), 'The database of DATABASE_URL does not answer.')
  assert.equal(
    sentenceOf(fault('ECONNREFUSED'), embedded),
    'The embedded database in /srv/rennsteig does not answer; /srv/rennsteig/postgres.log says why.',
  )
})

test('no sentence on the embedded database speaks of DATABASE_URL', () => {
  const codes = ['ECONNREFUSED', 'ECONNRESET', 'ETIMEDOUT', 'ENOTFOUND', 'EAI_AGAIN', '28P01', '28000', '3D000', '42501', '57P03', '53300']
  for (const code of codes) {
    const sentence = sentenceOf(fault(code), embedded) ?? ''
    assert.doesNotMatch(sentence, /DATABASE_URL/, code)
    assert.match(sentence, /^[A-Z].+\.$/, code)
  }
})
