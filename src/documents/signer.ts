// The signer: seals PDFs and receipts with a certificate of the authority.
import { createPrivateKey, sign, verify, X509Certificate } from 'node:crypto'
import { type SignatureReason, signatoryFromPem, signPdf, type TimeStamper } from '#standards/pades'

/** Signs in the name of the house; another implementation may ask a remote seal or an HSM. */
export interface DocumentSigner {
  /** The PDF with a PAdES signature (baseline B-B, with a time stamper B-T) over its whole content. */
  sign(pdf: Uint8Array, reason: SignatureReason): Promise<Uint8Array>
  /** A detached signature (ECDSA with SHA-256, DER, base64) and the certificate as PEM. */
  signBytes(bytes: Uint8Array): Promise<SignedBytes>
}

export interface SignedBytes {
  readonly signature: string
  readonly certificate: string
}

/**
 * @param certificate PEM; may be followed by its chain
 * @param key private key as PEM (PKCS #8), EC P-256 or RSA
 * @param timeStamper a time-stamping authority (RFC 3161), if there is one
 */
export function createSigner(certificate: string, key: string, timeStamper?: TimeStamper): DocumentSigner {
  const signatory = signatoryFromPem(certificate, key)
  const own = new X509Certificate(certificate)
  if (!own.checkPrivateKey(createPrivateKey(key))) throw new TypeError('the key does not belong to the certificate')
  const pem = own.toString()
  return {
    sign: (pdf, reason) => signPdf(pdf, reason, signatory, timeStamper),
    signBytes: async (bytes) => ({ signature: sign('sha256', bytes, signatory.key).toString('base64'), certificate: pem }),
  }
}

/**
 * Whether these bytes were signed with that certificate and the certificate was issued by `issuer` (PEM).
 * Validity in time is not judged: a receipt stays true after its certificate has ended.
 */
export function verifyBytes(bytes: Uint8Array, signed: SignedBytes, issuer: string): boolean {
  try {
    const certificate = new X509Certificate(signed.certificate)
    const authority = new X509Certificate(issuer)
    if (!certificate.checkIssued(authority) || !certificate.verify(authority.publicKey)) return false
    return verify('sha256', bytes, certificate.publicKey, Buffer.from(signed.signature, 'base64'))
  } catch {
    return false
  }
}
