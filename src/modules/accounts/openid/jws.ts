// Signed tokens from elsewhere (identity card service, logout tokens): checks the signature and reads the claims.
import { createPublicKey, type JsonWebKey, verify } from 'node:crypto'

const algorithms = {
  ES256: { hash: 'sha256', options: { dsaEncoding: 'ieee-p1363' } },
  RS256: { hash: 'sha256', options: {} },
} as const

/** Claims of a token in compact form (RFC 7515) if one of the keys signed it, else undefined. `none` is no algorithm. */
export function readSignedClaims(token: string, keys: readonly JsonWebKey[]): Readonly<Record<string, unknown>> | undefined {
  const [head, body, signature, ...rest] = token.split('.')
  if (head === undefined || body === undefined || signature === undefined || rest.length > 0) return undefined
  const header = parseRecord(head)
  const algorithm = header?.['alg'] === 'ES256' || header?.['alg'] === 'RS256' ? header['alg'] : undefined
  const key = keys.find((candidate) => candidate['kid'] === header?.['kid'])
  if (algorithm === undefined || key === undefined || key.kty !== (algorithm === 'ES256' ? 'EC' : 'RSA')) return undefined
  const { hash, options } = algorithms[algorithm]
  const isSigned = verify(
    hash,
    Buffer.from(`${head}.${body}`),
    { key: createPublicKey({ key, format: 'jwk' }), ...options },
    Buffer.from(signature, 'base64url'),
  )
  return isSigned ? parseRecord(body) : undefined
}

function parseRecord(encoded: string): Readonly<Record<string, unknown>> | undefined {
  try {
    const value: unknown = JSON.parse(Buffer.from(encoded, 'base64url').toString('utf8'))
    return typeof value === 'object' && value !== null ? { ...value } : undefined
  } catch {
    return undefined
  }
}
