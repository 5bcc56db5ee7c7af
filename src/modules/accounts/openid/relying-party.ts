// The portal as a relying party of the provider: asks by code flow with PKCE, and reads the answer.
import * as client from 'openid-client'
import type { AssuranceLevel } from '#kernel/actors.ts'
import type { Language } from '#kernel/language.ts'
import type { AccountSettings } from '../dependencies.ts'
import { acrOf, levelOfAcr } from '../domain/levels.ts'
import { callbackPath, portalClientId } from './clients.ts'
import { internalFetch } from './internal-fetch.ts'
import type { AccountKeys } from './keys.ts'
import { mountPath } from './provider.ts'

export interface RelyingParty {
  /** Where to send the browser, and what to keep until it comes back. */
  begin(asked: {
    level: AssuranceLevel
    means: string | undefined
    language: Language
  }): Promise<{ path: string; state: string; nonce: string; codeVerifier: string }>
  /** Exchanges the code of an answer; throws when it does not fit what was asked. */
  finish(answer: URLSearchParams, asked: { state: string; nonce: string; codeVerifier: string }): Promise<Identity>
}

/** What the provider says about who signed in. */
export interface Identity {
  readonly subject: string
  readonly level: AssuranceLevel
  readonly methods: readonly string[]
  readonly authenticatedAt: Date
  readonly sid: string
}

const locales: Record<Language, string> = { de: 'de', en: 'en', plain: 'de-x-plain' }

export async function openRelyingParty(settings: AccountSettings, keys: AccountKeys): Promise<RelyingParty> {
  const issuer = settings.baseUrl + mountPath
  const key = await crypto.subtle.importKey('jwk', keys.portalClient, { name: 'ECDSA', namedCurve: 'P-256' }, false, ['sign'])
  const metadata = {
    issuer,
    authorization_endpoint: `${issuer}/auth`,
    token_endpoint: `${issuer}/token`,
    jwks_uri: `${issuer}/jwks`,
    authorization_response_iss_parameter_supported: true,
  }
  const authentication = client.PrivateKeyJwt({
    key,
    ...(keys.portalClient['kid'] === undefined ? {} : { kid: String(keys.portalClient['kid']) }),
  })
  const configuration = new client.Configuration(metadata, portalClientId, { id_token_signed_response_alg: 'RS256' }, authentication)
  const call = internalFetch(settings)
  configuration[client.customFetch] = (url, options) => call(url, { method: options.method, headers: options.headers, body: options.body })
  client.enableNonRepudiationChecks(configuration)
  // Plain http is for the demo on this machine only; the back channel never leaves it.
  if (!settings.baseUrl.startsWith('https:')) client.allowInsecureRequests(configuration)
  return {
    async begin({ level, means, language }) {
      const codeVerifier = client.randomPKCECodeVerifier()
      const state = client.randomState()
      const nonce = client.randomNonce()
      const url = client.buildAuthorizationUrl(configuration, {
        redirect_uri: settings.baseUrl + callbackPath,
        scope: 'openid',
        state,
        nonce,
        code_challenge: await client.calculatePKCECodeChallenge(codeVerifier),
        code_challenge_method: 'S256',
        acr_values: acrOf(level === 'none' ? 'low' : level),
        ui_locales: locales[language],
        ...(means === undefined ? {} : { means }),
      })
      return { path: url.pathname + url.search, state, nonce, codeVerifier }
    },
    async finish(answer, asked) {
      const url = new URL(`${settings.baseUrl}${callbackPath}?${answer}`)
      const tokens = await client.authorizationCodeGrant(configuration, url, {
        expectedState: asked.state,
        expectedNonce: asked.nonce,
        pkceCodeVerifier: asked.codeVerifier,
        idTokenExpected: true,
      })
      return identityOf(tokens.claims())
    },
  }
}

function identityOf(claims: client.IDToken | undefined): Identity {
  if (claims === undefined) throw new Error('the provider sent no id token')
  const { sub, acr, amr, auth_time: authTime, sid } = claims
  const level = typeof acr === 'string' ? levelOfAcr(acr) : undefined
  if (level === undefined || typeof authTime !== 'number' || typeof sid !== 'string')
    throw new Error('the id token lacks level, time or session')
  const methods = Array.isArray(amr) ? amr.filter((each) => typeof each === 'string') : []
  return { subject: sub, level, methods, authenticatedAt: new Date(authTime * 1000), sid }
}
