// Tests of the smaller rules: return paths, profile, codes, passwords, digests, networks, tokens.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { generateSync } from 'otplib'
import { newId } from '#kernel/ids.ts'
import { seal, unseal } from '#kernel/sealing.ts'
import { newToken, ownerOfToken } from '../sessions.ts'
import { newRecoveryCodes, newTotpSecret, parseRecoveryCode, totpStep } from './codes.ts'
import { coarseNetwork, countedNetwork, deviceOf } from './device.ts'
import { pairwiseSubject } from './digests.ts'
import { hashPassword, verifyPassword } from './password.ts'
import { displayName, type Evidence, profileOf } from './profile.ts'
import { localPath, signInPath } from './return-path.ts'

test('a return path is a path of ours, whatever is tried', () => {
  assert.equal(localPath('/antrag/1?x=ä#feld'), '/antrag/1?x=%C3%A4#feld')
  for (const foreign of [
    'https://evil.example',
    '//evil.example',
    '/\\evil.example',
    '\\/evil.example',
    '/\t/evil.example',
    '/..//evil.example',
    'javascript:1',
    '',
    null,
    undefined,
    'x',
  ])
    assert.equal(localPath(foreign), undefined, String(foreign))
  fc.assert(
    fc.property(fc.string(), (text) => {
      const path = localPath(text) ?? '/'
      return new URL(path, 'https://portal.example').origin === 'https://portal.example' && /^\/(?![/\\])/.test(path)
    }),
  )
  assert.equal(signInPath('high', '//evil.example'), '/anmelden?stufe=high&weiter=%2F')
})

test('a name proven by the card beats a typed one; what only was typed stays', () => {
  const owner = newId<'owner'>()
  const at = new Date()
  const typed = (attribute: 'familyName' | 'phone', value: string): Evidence => ({
    attribute,
    value,
    level: 'low',
    source: 'typed',
    verifiedAt: new Date(at.getTime() + 1_000),
  })
  const proven: Evidence = { attribute: 'familyName', value: 'Żółć', level: 'high', source: 'identity-card', verifiedAt: at }
  const profile = profileOf(owner, [typed('familyName', 'Zolc'), proven, typed('phone', '0361 1')], undefined)
  assert.equal(profile.familyName, 'Żółć')
  assert.equal(profile.verified.familyName, 'high')
  assert.equal(profile.phone, '0361 1')
  assert.equal(displayName({ familyName: 'Wulandari' }), 'Wulandari')
})

test('a code of the app counts in its window and once', () => {
  const secret = newTotpSecret()
  const now = new Date('2026-11-23T10:00:10Z')
  const code = (seconds: number) => generateSync({ secret, epoch: Math.floor(now.getTime() / 1000) + seconds })
  const step = totpStep(secret, code(0), now, undefined)
  assert.equal(step, Math.floor(now.getTime() / 30_000))
  assert.equal(totpStep(secret, code(0), now, step), undefined)
  assert.equal(totpStep(secret, code(-30), now, step), undefined, 'an older one after a newer one')
  assert.ok(totpStep(secret, code(30), now, step))
  assert.equal(totpStep(secret, code(-90), now, undefined), undefined)
  for (const nonsense of ['', 'abcdef', '12345', '1234567', '１２３４５６'])
    assert.equal(totpStep(secret, nonsense, now, undefined), undefined)
})

test('recovery codes differ, and are read as people type them', () => {
  const codes = newRecoveryCodes()
  assert.equal(new Set(codes).size, 10)
  assert.equal(parseRecoveryCode((codes[0] ?? '').toLowerCase().replace('-', ' ')), codes[0])
  assert.equal(parseRecoveryCode('123456'), undefined)
})

test('a password is verified by its hash only, and no hash means no', async () => {
  const cost = { logN: 10, parallel: 1 }
  const hash = await hashPassword('vier lange wörter', cost)
  assert.equal(await verifyPassword('vier lange wörter'.normalize('NFD'), hash, cost), true)
  assert.equal(await verifyPassword('vier lange worter', hash, cost), false)
  assert.equal(await verifyPassword('', undefined, cost), false)
})

test('1,000 persons at 50 authorities have 50,000 different subjects, stable under the key', () => {
  const key = new Uint8Array(32).fill(7)
  const authorities = Array.from({ length: 50 }, () => newId<'authority'>())
  const seen = new Set<string>()
  for (let person = 0; person < 1_000; person++) {
    const owner = newId<'owner'>()
    for (const authority of authorities) seen.add(pairwiseSubject(key, owner, authority))
    assert.equal(pairwiseSubject(key, owner, authorities[0] ?? ''), pairwiseSubject(key, owner, authorities[0] ?? ''))
  }
  assert.equal(seen.size, 50_000)
})

test('what is sealed opens with its key and context only', () => {
  const key = new Uint8Array(32).fill(1)
  const sealed = seal(key, 'owner-1', 'secret')
  assert.equal(unseal(key, 'owner-1', sealed), 'secret')
  assert.throws(() => unseal(key, 'owner-2', sealed))
  assert.throws(() => unseal(new Uint8Array(32).fill(2), 'owner-1', sealed))
})

test('devices and networks are kept coarse', () => {
  assert.equal(deviceOf('Mozilla/5.0 (Windows NT 10.0; rv:130.0) Gecko/20100101 Firefox/130.0'), 'Firefox · Windows')
  assert.equal(deviceOf(undefined), '')
  assert.equal(coarseNetwork('203.0.113.9'), '203.0.x.x')
  assert.equal(coarseNetwork('::ffff:203.0.113.9'), '203.0.x.x')
  assert.equal(countedNetwork('2001:db8:1:2:3:4:5:6'), '2001:db8:1:2')
  assert.equal(countedNetwork('2001:db8::1'), '2001:db8:0:0')
})

test('a token names its owner; anything else names nobody', () => {
  const owner = newId<'owner'>()
  assert.equal(ownerOfToken(newToken(owner)), owner)
  for (const nonsense of ['', 'x', 'A'.repeat(64), newToken(owner).slice(1)]) assert.equal(ownerOfToken(nonsense), undefined)
})
