// Certificates of the demo: a local test CA and one signing certificate per purpose, made at the first start.
import { generateKeyPairSync, type KeyObject, randomBytes } from 'node:crypto'
import { mkdir, readFile, rename, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { issueCertificate } from '#standards/pades'

/** `decisions` seals notices, `receipts` seals receipts of submissions. */
export type CertificatePurpose = 'decisions' | 'receipts'

export interface KeyedCertificate {
  /** PEM. */
  readonly certificate: string
  /** PEM (PKCS #8). */
  readonly key: string
}
export type DemoCertificates = { readonly authority: string } & Readonly<Record<CertificatePurpose, KeyedCertificate>>

const organisation = 'Rennsteig DEMO'
const authorityName = 'Rennsteig DEMO CA'

/**
 * The certificates in that folder, made if they are missing. The names say "Rennsteig DEMO"; nobody may trust them
 * outside a demonstration. The CA's key is thrown away once the certificates are made.
 */
export async function ensureDemoCertificates(folder: string, now: Date): Promise<DemoCertificates> {
  const path = join(folder, 'demo-certificates.json')
  const stored = await readFile(path, 'utf8').catch(() => undefined)
  if (stored !== undefined) return JSON.parse(stored)
  const made = makeDemoCertificates(now)
  await mkdir(folder, { recursive: true })
  const draft = `${path}.${randomBytes(4).toString('hex')}`
  await writeFile(draft, JSON.stringify(made, undefined, 2), { mode: 0o600 })
  await rename(draft, path)
  return made
}

/** New certificates, kept nowhere: for tests. */
export function makeDemoCertificates(now: Date): DemoCertificates {
  const key = newKey()
  const authority = issueCertificate({
    kind: 'authority',
    subject: { commonName: authorityName, organisation },
    key,
    serialNumber: randomBytes(16),
    notBefore: now,
    notAfter: yearsAfter(now, 10),
  })
  const issue = (commonName: string): KeyedCertificate => issueSigner(commonName, key, now)
  return { authority, decisions: issue('Siegel Bescheide (Rennsteig DEMO)'), receipts: issue('Siegel Quittungen (Rennsteig DEMO)') }
}

function issueSigner(commonName: string, authorityKey: KeyObject, now: Date): KeyedCertificate {
  const key = newKey()
  const certificate = issueCertificate({
    kind: 'signer',
    subject: { commonName, organisation },
    key,
    issuer: { commonName: authorityName, organisation, key: authorityKey },
    serialNumber: randomBytes(16),
    notBefore: now,
    notAfter: yearsAfter(now, 3),
  })
  return { certificate, key: key.export({ type: 'pkcs8', format: 'pem' }).toString() }
}

function newKey(): KeyObject {
  return generateKeyPairSync('ec', { namedCurve: 'P-256' }).privateKey
}

function yearsAfter(now: Date, count: number): Date {
  const later = new Date(now)
  later.setUTCFullYear(later.getUTCFullYear() + count)
  return later
}
