// Keys of the accounts: made once, kept by the caller in the data folder, read again at each start.
import { generateKeyPairSync, type JsonWebKey, randomBytes } from 'node:crypto'

export interface AccountKeys {
  /** Seals the secrets of authenticator apps. */
  readonly seal: Uint8Array
  /** Makes digests of what could be guessed: sign-in names, cards, codes. */
  readonly lookup: Uint8Array
  /** Make pairwise subjects; the last one is used for new ones, stored ones stay. */
  readonly subjects: readonly { readonly version: number; readonly key: Uint8Array }[]
  /** Sign the provider's cookies, the first signs. */
  readonly cookies: readonly string[]
  /** Private keys of the provider: RS256 (what every client can read) and ES256. */
  readonly signing: readonly JsonWebKey[]
  /** Private key by which the portal shows the provider who it is (private_key_jwt). */
  readonly portalClient: JsonWebKey
}

interface StoredKeys {
  readonly seal: string
  readonly lookup: string
  readonly subjects: readonly { readonly version: number; readonly key: string }[]
  readonly cookies: readonly string[]
  readonly signing: readonly JsonWebKey[]
  readonly portalClient: JsonWebKey
}

/** New keys as JSON text; the caller keeps it where only the service can read it (mode 600). */
export function createAccountKeys(): string {
  const random = () => randomBytes(32).toString('base64url')
  const rsa = generateKeyPairSync('rsa', { modulusLength: 2048 }).privateKey.export({ format: 'jwk' })
  const ellipticKey = () => generateKeyPairSync('ec', { namedCurve: 'P-256' }).privateKey.export({ format: 'jwk' })
  const kid = () => randomBytes(8).toString('hex')
  const stored: StoredKeys = {
    seal: random(),
    lookup: random(),
    subjects: [{ version: 1, key: random() }],
    cookies: [random()],
    signing: [
      { ...rsa, kid: kid(), alg: 'RS256', use: 'sig' },
      { ...ellipticKey(), kid: kid(), alg: 'ES256', use: 'sig' },
    ],
    portalClient: { ...ellipticKey(), kid: kid(), alg: 'ES256', use: 'sig' },
  }
  return JSON.stringify(stored)
}

/** Reads what `createAccountKeys` made; throws when the text is no such JSON. */
export function readAccountKeys(text: string): AccountKeys {
  const stored: StoredKeys = JSON.parse(text)
  const bytes = (encoded: string) => new Uint8Array(Buffer.from(encoded, 'base64url'))
  if (bytes(stored.seal).length !== 32 || bytes(stored.lookup).length !== 32) throw new Error('the keys of the accounts are damaged')
  return {
    seal: bytes(stored.seal),
    lookup: bytes(stored.lookup),
    subjects: stored.subjects.map(({ version, key }) => ({ version, key: bytes(key) })),
    cookies: stored.cookies,
    signing: stored.signing,
    portalClient: stored.portalClient,
  }
}

/** The public half of a private key. */
export function publicHalf(key: JsonWebKey): JsonWebKey {
  const { d: _d, p: _p, q: _q, dp: _dp, dq: _dq, qi: _qi, ...rest } = key
  return rest
}
