// Tests of the PDF and DER parts on their own: what is read is what was written, what is broken is refused.
import assert from 'node:assert/strict'
import { createHash, generateKeyPairSync, X509Certificate } from 'node:crypto'
import { describe, it } from 'node:test'
import fc from 'fast-check'
import { attempt, leftOutWithout } from '#test/harness/foreign.ts'
import { issueCertificate } from './certificate.ts'
import { DerError, der, firstNode, objectIdentifier, readDer, sequence, setOf } from './der.ts'
import { readDictionary, textString, writeDictionary } from './dictionary.ts'
import { appendRevision, openPdf, PdfError, readObject, rootNumber } from './revision.ts'

/** The smallest PDF with a classic cross-reference table. */
function smallPdf(): Buffer {
  const objects = [
    '<< /Type /Catalog /Pages 2 0 R >>',
    '<< /Type /Pages /Kids [3 0 R] /Count 1 >>',
    '<< /Type /Page /Parent 2 0 R /MediaBox [0 0 9 9] >>',
  ]
  let text = '%PDF-1.7\n'
  const places = objects.map((body, index) => {
    const at = text.length
    text += `${index + 1} 0 obj\n${body}\nendobj\n`
    return at
  })
  const table = places.map((at) => `${String(at).padStart(10, '0')} 00000 n \n`).join('')
  return Buffer.from(
    `${text}xref\n0 4\n0000000000 65535 f \n${table}trailer\n<< /Size 4 /Root 1 0 R >>\nstartxref\n${text.length}\n%%EOF\n`,
  )
}

describe('a PDF dictionary', () => {
  it('keeps nested dictionaries, arrays, strings and references as they are written', () => {
    const text = '<< /A << /B [1 (x\\)>>) <AB>] >> /C 5 0 R /D/Name /E(a(b)c) /F 1.5 /G[<</H 1>>] /I true>>'
    const entries = readDictionary(text)
    assert.deepEqual(
      [...entries],
      [
        ['A', '<< /B [1 (x\\)>>) <AB>] >>'],
        ['C', '5 0 R'],
        ['D', '/Name'],
        ['E', '(a(b)c)'],
        ['F', '1.5'],
        ['G', '[<</H 1>>]'],
        ['I', 'true'],
      ],
    )
    assert.deepEqual(readDictionary(writeDictionary(entries)), entries)
  })

  it('reads back whatever text strings and numbers it holds', () => {
    const value = fc.oneof(
      fc.integer().map(String),
      fc.string({ unit: 'binary' }).map(textString),
      fc.nat().map((number) => `${number} 0 R`),
    )
    const key = fc.stringMatching(/^[A-Za-z]{1,8}$/)
    fc.assert(
      fc.property(fc.uniqueArray(fc.tuple(key, value), { selector: ([name]) => name }), (pairs) => {
        assert.deepEqual([...readDictionary(writeDictionary(new Map(pairs)))], pairs)
      }),
    )
  })
})

describe('a new revision', () => {
  it('keeps the old bytes, replaces an object and adds one', { skip: leftOutWithout('qpdf') }, () => {
    const before = smallPdf()
    const after = appendRevision(
      openPdf(before),
      new Map([
        [1, '<< /Type /Catalog /Pages 2 0 R /Lang (de) >>'],
        [4, '<< /New true >>'],
      ]),
    )
    assert.deepEqual(after.subarray(0, before.length), before)
    const file = openPdf(after)
    assert.match(readObject(file, rootNumber(file)), /\/Lang \(de\)/)
    assert.match(readObject(file, 4), /New/)
    assert.match(readObject(file, 2), /Kids/)
  })

  it('is refused for what is no such PDF', () => {
    for (const broken of [
      '',
      'no pdf',
      smallPdf().subarray(0, -20),
      Buffer.from(String(smallPdf()).replace('/Size 4', '/Size 4 /Encrypt 9 0 R')),
    ]) {
      assert.throws(() => openPdf(Buffer.from(broken)), PdfError)
    }
  })
})

describe('DER', () => {
  it('reads back nodes of any length', () => {
    fc.assert(
      fc.property(fc.array(fc.uint8Array({ maxLength: 400 })), (values) => {
        const nodes = readDer(Buffer.concat(values.map((value) => der(0x04, value))))
        assert.deepEqual(
          nodes.map((node) => Buffer.from(node.value)),
          values.map((value) => Buffer.from(value)),
        )
      }),
    )
  })

  it('sorts sets, encodes object identifiers and refuses what is cut off', () => {
    assert.equal(setOf(der(4, Buffer.from([2])), der(4, Buffer.from([1]))).toString('hex'), '3106040101040102')
    assert.equal(objectIdentifier('1.2.840.113549.1.9.16.2.47').toString('hex'), '060b2a864886f70d010910022f')
    assert.throws(() => firstNode(sequence(der(4, Buffer.alloc(300))).subarray(0, 100)), DerError)
    assert.throws(() => firstNode(Buffer.from('3085ffffffffff', 'hex')), DerError)
  })
})

describe('a certificate of the test CA', () => {
  it('is read by OpenSSL and names its issuer', { skip: leftOutWithout('openssl') }, () => {
    const { privateKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' })
    const pem = issueCertificate({
      kind: 'authority',
      subject: { commonName: 'Größe', organisation: 'DEMO' },
      key: privateKey,
      serialNumber: createHash('sha256').update('1').digest().subarray(0, 16),
      notBefore: new Date('2026-01-01'),
      notAfter: new Date('2055-01-01'),
    })
    const certificate = new X509Certificate(pem)
    assert.equal(certificate.ca, true)
    assert.equal(certificate.verify(certificate.publicKey), true)
    assert.match(certificate.subject, /CN=Größe/)
    assert.equal(certificate.validTo, 'Jan  1 00:00:00 2055 GMT')
    assert.equal(attempt('openssl', 'version').status, 0)
  })
})
