// X.509 certificates of a small test CA (RFC 5280): what a demo and tests need, no more.
import { createHash, createPublicKey, type KeyObject, sign } from 'node:crypto'
import { der, firstNode, objectIdentifier, octets, readDer, sequence, setOf, smallInteger } from './der.ts'

const oid = {
  ecdsaWithSha256: '1.2.840.10045.4.3.2',
  country: '2.5.4.6',
  organisation: '2.5.4.10',
  commonName: '2.5.4.3',
  subjectKey: '2.5.29.14',
  keyUsage: '2.5.29.15',
  basicConstraints: '2.5.29.19',
  authorityKey: '2.5.29.35',
} as const

/** DER of BIT STRINGs: keyCertSign and cRLSign; digitalSignature and nonRepudiation (RFC 5280 § 4.2.1.3). */
const usages = { authority: Buffer.from('03020106', 'hex'), signer: Buffer.from('030206c0', 'hex') } as const
const yes = Buffer.from('0101ff', 'hex')

export interface CertificateOrder {
  readonly kind: 'authority' | 'signer'
  readonly subject: { readonly commonName: string; readonly organisation: string }
  /** Public or private EC P-256 key of the subject. */
  readonly key: KeyObject
  /** Who issues; left out for a self-signed certificate. */
  readonly issuer?: { readonly commonName: string; readonly organisation: string; readonly key: KeyObject }
  /** 1 to 20 bytes; the first bit is cleared, as serial numbers are positive. */
  readonly serialNumber: Uint8Array
  readonly notBefore: Date
  readonly notAfter: Date
}

/** A certificate as PEM, signed with ECDSA and SHA-256. */
export function issueCertificate(order: CertificateOrder): string {
  const issuer = order.issuer ?? { ...order.subject, key: order.key }
  const algorithm = sequence(objectIdentifier(oid.ecdsaWithSha256))
  const body = sequence(
    der(0xa0, smallInteger(2)),
    der(0x02, positive(order.serialNumber)),
    algorithm,
    nameOf(issuer),
    sequence(instant(order.notBefore), instant(order.notAfter)),
    nameOf(order.subject),
    publicKeyOf(order.key),
    der(0xa3, sequence(...extensions(order, issuer.key))),
  )
  const whole = sequence(body, algorithm, der(0x03, Buffer.from([0]), sign('sha256', body, issuer.key)))
  const lines = whole.toString('base64').match(/.{1,64}/g) ?? []
  return `-----BEGIN CERTIFICATE-----\n${lines.join('\n')}\n-----END CERTIFICATE-----\n`
}

function extensions(order: CertificateOrder, issuerKey: KeyObject): Buffer[] {
  const isAuthority = order.kind === 'authority'
  return [
    extension(oid.basicConstraints, true, sequence(...(isAuthority ? [yes, smallInteger(0)] : []))),
    extension(oid.keyUsage, true, usages[order.kind]),
    extension(oid.subjectKey, false, octets(keyIdentifier(order.key))),
    extension(oid.authorityKey, false, sequence(der(0x80, keyIdentifier(issuerKey)))),
  ]
}

function extension(type: string, isCritical: boolean, value: Uint8Array): Buffer {
  return sequence(objectIdentifier(type), ...(isCritical ? [yes] : []), octets(value))
}

function nameOf(name: { readonly commonName: string; readonly organisation: string }): Buffer {
  const part = (type: string, tag: number, text: string): Buffer =>
    setOf(sequence(objectIdentifier(type), der(tag, Buffer.from(text, 'utf8'))))
  return sequence(
    part(oid.country, 0x13, 'DE'),
    part(oid.organisation, 0x0c, name.organisation),
    part(oid.commonName, 0x0c, name.commonName),
  )
}

/** UTCTime until 2049, GeneralizedTime after (RFC 5280 § 4.1.2.5). */
function instant(time: Date): Buffer {
  const text = `${time.toISOString().replaceAll(/[-:T]/g, '').slice(0, 14)}Z`
  return time.getUTCFullYear() < 2050 ? der(0x17, Buffer.from(text.slice(2))) : der(0x18, Buffer.from(text))
}

function positive(bytes: Uint8Array): Buffer {
  const number = Buffer.from(bytes)
  number[0] = ((number[0] ?? 0) & 0x7f) | 0x40
  return number
}

function publicKeyOf(key: KeyObject): Buffer {
  const publicKey = key.type === 'private' ? createPublicKey(key) : key
  return publicKey.export({ type: 'spki', format: 'der' })
}

/** SHA-1 of the key's bits: a name of the key, no protection (RFC 5280 § 4.2.1.2 (1)). */
function keyIdentifier(key: KeyObject): Buffer {
  const bits = readDer(firstNode(publicKeyOf(key)).value)[1]?.value ?? Buffer.alloc(0)
  return createHash('sha1').update(bits.subarray(1)).digest()
}
