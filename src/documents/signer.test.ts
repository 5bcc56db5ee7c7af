// Tests of the signer, judged by poppler, OpenSSL and qpdf.
import assert from 'node:assert/strict'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, before, describe, it } from 'node:test'
import { listSignatures } from '#standards/pades'
import { attempt, leftOutWithout, run } from '#test/harness/foreign.ts'
import { sampleLetter } from '#test/harness/letter-sample.ts'
import { makeDemoCertificates } from '../../demo/certificates/index.ts'
import { createRenderer, createSigner, letterTemplate, verifyBytes } from './index.ts'

const now = new Date('2026-11-23T10:00:00Z')
const folder = mkdtempSync(join(tmpdir(), 'rennsteig-signer-'))
const certificates = makeDemoCertificates(new Date())
const signer = createSigner(certificates.decisions.certificate, certificates.decisions.key)
const reason = { name: 'Stadt Ilmenau (Größe)', reason: 'Bescheid', location: 'Ilmenau', now }
let unsigned: Uint8Array
let signed: Uint8Array

before(async () => {
  const renderer = createRenderer()
  unsigned = await renderer.render(letterTemplate, { ...sampleLetter() }, now)
  signed = await signer.sign(unsigned, reason)
  await renderer.close()
})
after(() => rmSync(folder, { recursive: true }))

function stored(name: string, bytes: Uint8Array | string): string {
  const path = join(folder, name)
  writeFileSync(path, bytes)
  return path
}

/** OpenSSL's word on the n-th signature against the demo's CA. */
function judge(pdf: Uint8Array, place = 0): { readonly status: number | null; readonly output: string } {
  const signature = listSignatures(pdf)[place]
  assert.notEqual(signature, undefined)
  const cms = stored('signature.der', signature?.cms ?? '')
  const content = stored('signed.bin', signature?.signed ?? '')
  const authority = stored('authority.pem', certificates.authority)
  return attempt(
    'openssl',
    'cms',
    '-verify',
    '-binary',
    '-inform',
    'DER',
    '-in',
    cms,
    '-content',
    content,
    '-CAfile',
    authority,
    '-purpose',
    'any',
    '-out',
    '/dev/null',
  )
}

describe('a signed notice', () => {
  it('is valid for poppler and covers the whole file', { skip: leftOutWithout('pdfsig') }, () => {
    const words = run('pdfsig', '-nocert', stored('valid.pdf', signed))
    assert.match(words, /Signature Type: ETSI\.CAdES\.detached/)
    assert.match(words, /Total document signed/)
    assert.match(words, /Signature is Valid/)
  })

  it('is valid for OpenSSL with the certificate chain of the CA', { skip: leftOutWithout('openssl') }, () => {
    const word = judge(signed)
    assert.match(word.output, /Verification successful/)
    assert.equal(word.status, 0)
  })

  it('is invalid after any flipped byte outside the signature', { skip: leftOutWithout('openssl', 'pdfsig') }, () => {
    for (const place of [100, Math.floor(unsigned.length / 2), unsigned.length - 30, signed.length - 40]) {
      const bent = Uint8Array.from(signed)
      bent[place] = (bent[place] ?? 0) ^ 1
      assert.notEqual(judge(bent).status, 0, `byte ${place}`)
    }
    const bent = Uint8Array.from(signed)
    bent[Math.floor(unsigned.length / 2)] = (bent[Math.floor(unsigned.length / 2)] ?? 0) ^ 1
    assert.doesNotMatch(attempt('pdfsig', '-nocert', stored('bent.pdf', bent)).output, /Signature is Valid/)
  })

  it('is invalid under another CA', { skip: leftOutWithout('openssl') }, () => {
    const other = makeDemoCertificates(new Date())
    const signature = listSignatures(signed)[0]
    const word = attempt(
      'openssl',
      'cms',
      '-verify',
      '-binary',
      '-inform',
      'DER',
      '-in',
      stored('a.der', signature?.cms ?? ''),
      '-content',
      stored('a.bin', signature?.signed ?? ''),
      '-CAfile',
      stored('other.pem', other.authority),
      '-purpose',
      'any',
      '-out',
      '/dev/null',
    )
    assert.notEqual(word.status, 0)
  })

  it('keeps the unsigned letter as its first bytes and stays a sound PDF', { skip: leftOutWithout('qpdf', 'pdfinfo') }, () => {
    assert.equal(Buffer.from(signed).subarray(0, unsigned.length).equals(unsigned), true)
    const path = stored('sound.pdf', signed)
    assert.match(run('qpdf', '--check', path), /No syntax or stream encoding errors/)
    assert.match(run('pdfinfo', path), /Tagged:\s+yes/)
  })

  it('takes a second signature, and the first stays valid', { skip: leftOutWithout('openssl', 'pdfsig') }, async () => {
    const twice = await signer.sign(signed, { ...reason, reason: 'Zweite Unterschrift' })
    assert.equal(listSignatures(twice).length, 2)
    assert.equal(judge(twice, 0).status, 0)
    assert.equal(judge(twice, 1).status, 0)
    assert.deepEqual(
      listSignatures(twice).map((signature) => signature.coversWholeFile),
      [false, true],
    )
    assert.equal(run('pdfsig', '-nocert', stored('twice.pdf', twice)).match(/Signature is Valid/g)?.length, 2)
  })

  it('carries a time stamp where there is an authority for it', { skip: leftOutWithout('openssl') }, async () => {
    const token = Buffer.from('3003020101', 'hex')
    const stamped = createSigner(certificates.decisions.certificate, certificates.decisions.key, async () => token)
    const [signature] = listSignatures(await stamped.sign(unsigned, reason))
    assert.equal(signature?.cms.includes(token), true)
  })
})

describe('signed bytes', () => {
  const receipt = Buffer.from('{"number":"R-1","answers":"ä"}')

  it('are valid as they were signed, and with OpenSSL', { skip: leftOutWithout('openssl') }, async () => {
    const proof = await signer.signBytes(receipt)
    assert.equal(verifyBytes(receipt, proof, certificates.authority), true)
    const key = stored('key.pem', run('openssl', 'x509', '-in', stored('own.pem', proof.certificate), '-noout', '-pubkey'))
    const signature = stored('receipt.sig', Buffer.from(proof.signature, 'base64'))
    assert.match(run('openssl', 'dgst', '-sha256', '-verify', key, '-signature', signature, stored('receipt', receipt)), /Verified OK/)
  })

  it('are invalid when changed, under another CA, or with a foreign certificate', async () => {
    const proof = await signer.signBytes(receipt)
    const other = makeDemoCertificates(new Date())
    assert.equal(verifyBytes(Buffer.from('{}'), proof, certificates.authority), false)
    assert.equal(verifyBytes(receipt, proof, other.authority), false)
    assert.equal(verifyBytes(receipt, { ...proof, certificate: other.receipts.certificate }, certificates.authority), false)
    assert.equal(verifyBytes(receipt, { signature: 'nonsense', certificate: 'none' }, certificates.authority), false)
  })

  it('need the key that belongs to the certificate', () => {
    assert.throws(() => createSigner(certificates.decisions.certificate, certificates.receipts.key), /does not belong/)
  })
})
