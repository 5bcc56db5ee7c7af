// Identity card by the simulator of the demo (demo/identity-card): a code for a signed answer, server to server.
import type { JsonWebKey } from 'node:crypto'
import { done, type Outcome, refused } from '#kernel/outcome.ts'
import { type AttributeName, isAttributeName } from '../domain/profile.ts'
import { readSignedClaims } from '../openid/jws.ts'
import type { CardHolder, CardRefusal, IdentityCardProvider } from './identity-card.ts'

export interface DemoIdentityCardSettings {
  /** Address of the simulator for browsers. */
  readonly publicUrl: string
  /** Address of the simulator for us, if it differs. */
  readonly internalUrl?: string
  readonly timeoutMs?: number
}

const audience = 'rennsteig'

export function demoIdentityCard(settings: DemoIdentityCardSettings): IdentityCardProvider {
  const inner = settings.internalUrl ?? settings.publicUrl
  const timeoutMs = settings.timeoutMs ?? 5_000
  return {
    start({ state, nonce, returnTo, language }) {
      const url = new URL('/start', settings.publicUrl)
      url.search = new URLSearchParams({
        state,
        nonce,
        return: returnTo.href,
        purpose: 'Anmeldung beim Rennsteig-Konto',
        language,
      }).toString()
      return url
    },
    async finish({ code, nonce, now }) {
      try {
        const answer = await fetch(new URL('/token', inner), {
          method: 'POST',
          body: new URLSearchParams({ code }),
          signal: AbortSignal.timeout(timeoutMs),
        })
        if (answer.status === 410) return refused('expired')
        if (answer.status === 409) return refused('replayed')
        if (!answer.ok) return refused('unreachable')
        const keys = await fetch(new URL('/jwks', inner), { signal: AbortSignal.timeout(timeoutMs) })
        return readCard(await answer.text(), keysOf(await keys.json()), nonce, now)
      } catch {
        // Refused connections and timeouts: the person is told and may try again.
        return refused('unreachable')
      }
    },
  }
}

function readCard(token: string, keys: readonly JsonWebKey[], nonce: string, now: Date): Outcome<CardHolder, CardRefusal> {
  const claims = readSignedClaims(token, keys)
  if (claims === undefined || claims['aud'] !== audience || claims['nonce'] !== nonce) return refused('forged')
  if (typeof claims['exp'] !== 'number' || claims['exp'] * 1000 <= now.getTime()) return refused('expired')
  if (typeof claims['sub'] !== 'string' || typeof claims['attributes'] !== 'object' || claims['attributes'] === null)
    return refused('forged')
  const attributes: { [Name in AttributeName]?: string } = {}
  for (const [name, value] of Object.entries(claims['attributes'])) {
    if (isAttributeName(name) && typeof value === 'string' && value !== '') attributes[name] = value
  }
  return done({ pseudonym: claims['sub'], attributes })
}

function keysOf(answer: unknown): readonly JsonWebKey[] {
  return typeof answer === 'object' && answer !== null && 'keys' in answer && Array.isArray(answer.keys) ? answer.keys : []
}
