// Tests of the levels: what each way to sign in reaches, how high decays, what OpenID values mean.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { acrOf, defaultLevels, leastLevel, levelNow, levelOf, levelOfAcr, methodsReaching } from './levels.ts'

test('a password alone is low, with a code substantial, the card high', () => {
  assert.equal(levelOf('password', { identityCard: true }, defaultLevels), 'low')
  assert.equal(levelOf('password-and-code', { identityCard: false }, defaultLevels), 'substantial')
  assert.equal(levelOf('identity-card', { identityCard: false }, defaultLevels), 'high')
})

test('a passkey is what the operator says: substantial only where a card enrolled it, never high', () => {
  assert.equal(levelOf('passkey', { identityCard: false }, defaultLevels), 'low')
  assert.equal(levelOf('passkey', { identityCard: true }, defaultLevels), 'substantial')
  assert.equal(levelOf('passkey', { identityCard: true }, { ...defaultLevels, passkeyLevel: 'low' }), 'low')
  assert.equal(levelOf('passkey', { identityCard: false }, { ...defaultLevels, passkeyLevel: 'substantial' }), 'substantial')
})

test('high lasts 15 minutes and then counts as substantial; the others do not decay', () => {
  const at = new Date('2026-11-23T10:00:00Z')
  assert.equal(levelNow('high', at, new Date('2026-11-23T10:15:00Z'), defaultLevels), 'high')
  assert.equal(levelNow('high', at, new Date('2026-11-23T10:15:01Z'), defaultLevels), 'substantial')
  assert.equal(levelNow('high', undefined, at, defaultLevels), 'substantial')
  assert.equal(levelNow('substantial', at, new Date('2026-11-23T22:00:00Z'), defaultLevels), 'substantial')
})

test('only ways that can reach the level are offered, and a password alone never is', () => {
  assert.deepEqual(methodsReaching('high', defaultLevels), ['identity-card'])
  assert.deepEqual(methodsReaching('high', defaultLevels, false), [], 'without a service that reads cards nothing reaches high')
  assert.deepEqual(methodsReaching('substantial', defaultLevels), ['password-and-code', 'passkey', 'identity-card'])
})

test('acr values of ours and of eIDAS name levels; unknown ones ask for nothing', () => {
  assert.equal(levelOfAcr(acrOf('substantial')), 'substantial')
  assert.equal(levelOfAcr('http://eidas.europa.eu/LoA/high'), 'high')
  for (const other of ['urn:rennsteig:loa:none', 'urn:rennsteig:loa:', 'high', 'urn:mace:incommon:iap:silver'])
    assert.equal(levelOfAcr(other), undefined)
  assert.equal(leastLevel([acrOf('high'), acrOf('substantial')]), 'substantial')
  assert.equal(leastLevel(['nonsense']), 'none')
})
