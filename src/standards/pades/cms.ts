// CMS SignedData (RFC 5652) as PAdES baseline B-B wants it: detached, with content type, digest and signing certificate, without signing time.
import { createHash, createPrivateKey, type KeyObject, sign } from 'node:crypto'
import { der, objectIdentifier, octets, readDer, sequence, setOf, smallInteger } from './der.ts'

const oid = {
  signedData: '1.2.840.113549.1.7.2',
  plain: '1.2.840.113549.1.7.1',
  contentType: '1.2.840.113549.1.9.3',
  messageDigest: '1.2.840.113549.1.9.4',
  signingCertificateV2: '1.2.840.113549.1.9.16.2.47',
  timeStampToken: '1.2.840.113549.1.9.16.2.14',
  sha256: '2.16.840.1.101.3.4.2.1',
  ecdsaWithSha256: '1.2.840.10045.4.3.2',
  rsaWithSha256: '1.2.840.113549.1.1.11',
} as const

/** Who signs: certificates as DER, the signer's own first, and the private key of that one. */
export interface Signatory {
  readonly certificates: readonly Uint8Array[]
  readonly key: KeyObject
}

/** A time-stamping authority (RFC 3161): gets a SHA-256 digest, returns the token's DER. */
export type TimeStamper = (digest: Uint8Array) => Promise<Uint8Array>

/**
 * The signature of content with that SHA-256 digest (ETSI EN 319 142-1 § 6.3, level B-B; with a time stamper B-T).
 * The signing time stands in the PDF's signature dictionary, so it is no signed attribute here.
 */
export async function signDigest(digest: Uint8Array, signatory: Signatory, timeStamper?: TimeStamper): Promise<Buffer> {
  const [own] = signatory.certificates
  if (own === undefined) throw new TypeError('a signatory needs a certificate')
  const attributes = signedAttributes(digest, own)
  const signature = sign('sha256', attributes, signatory.key)
  const token = timeStamper === undefined ? undefined : await timeStamper(createHash('sha256').update(signature).digest())
  const digestAlgorithm = sequence(objectIdentifier(oid.sha256))
  const signerInfo = sequence(
    smallInteger(1),
    issuerAndSerial(own),
    digestAlgorithm,
    implicit(0xa0, attributes),
    sequence(objectIdentifier(algorithmOf(signatory.key))),
    octets(signature),
    ...(token === undefined ? [] : [implicit(0xa1, setOf(attribute(oid.timeStampToken, token)))]),
  )
  const signedData = sequence(
    smallInteger(1),
    setOf(digestAlgorithm),
    sequence(objectIdentifier(oid.plain)),
    der(0xa0, ...signatory.certificates),
    setOf(signerInfo),
  )
  return sequence(objectIdentifier(oid.signedData), der(0xa0, signedData))
}

/** A signatory from PEM texts; the certificate text may hold its chain. */
export function signatoryFromPem(certificate: string, key: string): Signatory {
  const blocks = [...certificate.matchAll(/-----BEGIN CERTIFICATE-----([^-]+)-----END CERTIFICATE-----/g)]
  return { certificates: blocks.map((block) => Buffer.from(block[1] ?? '', 'base64')), key: createPrivateKey(key) }
}

function signedAttributes(digest: Uint8Array, certificate: Uint8Array): Buffer {
  const certificateDigest = createHash('sha256').update(certificate).digest()
  return setOf(
    attribute(oid.contentType, objectIdentifier(oid.plain)),
    attribute(oid.messageDigest, octets(digest)),
    // ESSCertIDv2 (RFC 5035): its digest algorithm is SHA-256 by default and left out in DER.
    attribute(oid.signingCertificateV2, sequence(sequence(sequence(octets(certificateDigest))))),
  )
}

function attribute(type: string, value: Uint8Array): Buffer {
  return sequence(objectIdentifier(type), setOf(value))
}

/** The same bytes under an implicit context tag. */
function implicit(tag: number, set: Buffer): Buffer {
  const retagged = Buffer.from(set)
  retagged[0] = tag
  return retagged
}

function algorithmOf(key: KeyObject): string {
  if (key.asymmetricKeyType === 'ec') return oid.ecdsaWithSha256
  if (key.asymmetricKeyType === 'rsa') return oid.rsaWithSha256
  throw new TypeError(`keys of type ${key.asymmetricKeyType} cannot sign here`)
}

/** Issuer and serial number out of the certificate (RFC 5280 § 4.1): version, serial, algorithm, issuer. */
function issuerAndSerial(certificate: Uint8Array): Buffer {
  const body = readDer(readDer(readDer(certificate)[0]?.value ?? certificate)[0]?.value ?? certificate)
  const fields = body[0]?.tag === 0xa0 ? body.slice(1) : body
  const [serial, , issuer] = fields
  if (serial === undefined || issuer === undefined) throw new TypeError('the certificate has no serial number or issuer')
  return sequence(issuer.whole, serial.whole)
}
