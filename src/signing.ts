// The seals of the house: certificates with their keys, as text.
import { readFile } from 'node:fs/promises'
import { StartError } from '#database'
import type { Config } from './config.ts'

export interface KeyedCertificate {
  /** PEM, the issuers' certificates after it. */
  readonly certificate: string
  /** PEM (PKCS #8). */
  readonly key: string
}

export interface SigningMaterial {
  readonly decisions: KeyedCertificate
  readonly receipts: KeyedCertificate
}

/** Reads the operator's certificate; one seals notices and receipts. */
export async function readSigning(config: Pick<Config, 'signing'>): Promise<SigningMaterial> {
  if (config.signing === undefined) throw new StartError('SIGNING_CERTIFICATE_FILE and SIGNING_KEY_FILE must be set.')
  const [certificate, key] = await Promise.all([readFile(config.signing.certificateFile, 'utf8'), readFile(config.signing.keyFile, 'utf8')])
  return { decisions: { certificate, key }, receipts: { certificate, key } }
}
