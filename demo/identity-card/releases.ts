// Releases: what a card gave out waits under a one-time code until the portal fetches it, signed.
import { createHash, generateKeyPairSync, randomBytes, sign } from 'node:crypto'
import type { DemoCard } from './cards.ts'

/** How the simulator behaves badly when asked to. */
export const behaviours = ['normal', 'slow', 'wrong-nonce', 'foreign-key', 'expired', 'expired-answer'] as const
export type Behaviour = (typeof behaviours)[number]

interface Release {
  readonly card: DemoCard
  readonly nonce: string
  readonly behaviour: Behaviour
  readonly releasedAt: number
  fetched: boolean
}

const codeLifeMs = 60_000
const answerLifeSeconds = 120

export type Fetched = { readonly status: 200; readonly token: string; readonly delayMs: number } | { readonly status: 404 | 409 | 410 }

export interface Releases {
  readonly publicKeys: readonly object[]
  release(card: DemoCard, nonce: string, behaviour: Behaviour): string
  fetch(code: string): Fetched
}

export function openReleases(clock: () => number): Releases {
  const own = generateKeyPairSync('ec', { namedCurve: 'P-256' })
  const foreign = generateKeyPairSync('ec', { namedCurve: 'P-256' })
  const kid = randomBytes(8).toString('hex')
  const open = new Map<string, Release>()
  const token = (release: Release): string => {
    const issued = Math.floor(clock() / 1000)
    const encode = (value: object) => Buffer.from(JSON.stringify(value)).toString('base64url')
    const claims = {
      iss: 'rennsteig-demo-identity-card',
      aud: 'rennsteig',
      sub: createHash('sha256').update(`demo-card ${release.card.key}`).digest('hex'),
      nonce: release.behaviour === 'wrong-nonce' ? randomBytes(16).toString('hex') : release.nonce,
      iat: issued,
      exp: release.behaviour === 'expired-answer' ? issued - 1 : issued + answerLifeSeconds,
      attributes: release.card.attributes,
    }
    const text = `${encode({ alg: 'ES256', typ: 'JWT', kid })}.${encode(claims)}`
    const key = release.behaviour === 'foreign-key' ? foreign.privateKey : own.privateKey
    return `${text}.${sign('sha256', Buffer.from(text), { key, dsaEncoding: 'ieee-p1363' }).toString('base64url')}`
  }
  return {
    publicKeys: [{ ...own.publicKey.export({ format: 'jwk' }), kid, alg: 'ES256', use: 'sig' }],
    release(card, nonce, behaviour) {
      for (const [code, release] of open) if (clock() - release.releasedAt > 10 * codeLifeMs) open.delete(code)
      const code = randomBytes(24).toString('base64url')
      open.set(code, { card, nonce, behaviour, releasedAt: clock(), fetched: false })
      return code
    },
    fetch(code) {
      const release = open.get(code)
      if (release === undefined) return { status: 404 }
      if (release.fetched) return { status: 409 }
      release.fetched = true
      if (release.behaviour === 'expired' || clock() - release.releasedAt > codeLifeMs) return { status: 410 }
      return { status: 200, token: token(release), delayMs: release.behaviour === 'slow' ? 8_000 : 0 }
    },
  }
}
