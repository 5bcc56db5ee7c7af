// The OpenID provider: what it offers, how it decides that a sign-in is sure enough, and how it is mounted.
import type { IncomingMessage, ServerResponse } from 'node:http'
import type Provider from 'oidc-provider'
import type { Configuration, interactionPolicy, KoaContextWithOIDC } from 'oidc-provider'
import { reaches } from '#kernel/actors.ts'
import { parseId } from '#kernel/ids.ts'
import { securityHeaders } from '#web/headers.ts'
import type { AccountsDependencies } from '../dependencies.ts'
import { acrOf, acrValues, leastLevel, levelNow, levelOfAcr } from '../domain/levels.ts'
import { isLogoutAddress } from '../reads/clients.ts'
import { subjectFor } from '../reads/subject.ts'
import { postgresAdapter } from './adapter.ts'
import { portalClient } from './clients.ts'
import { internalFetch } from './internal-fetch.ts'
import { errorDocument, logoutDocument } from './provider-pages.ts'

export const mountPath = '/oidc'
export const interactionPath = '/anmelden/schritt'

/** Lives of the provider's records in seconds; its session lasts as long as the portal's. */
const lives = { Session: 12 * 3_600, Interaction: 3_600, Grant: 12 * 3_600, AuthorizationCode: 60, AccessToken: 600, IdToken: 600 }

/** Gives the provider, which is made when first asked for: its library takes 90 ms and 20 MB that a start need not take (measured). */
export type ProviderSource = () => Promise<Provider>

export function openProvider(dependencies: AccountsDependencies): ProviderSource {
  let made: Promise<Provider> | undefined
  return () => (made ??= makeProvider(dependencies))
}

async function makeProvider(dependencies: AccountsDependencies): Promise<Provider> {
  const library = await import('oidc-provider')
  const { settings } = dependencies
  const provider = new library.default(settings.baseUrl + mountPath, configurationOf(dependencies, library.interactionPolicy))
  // Errors reach the person as a page with what to do; the library's console notices are of no use to anybody.
  provider.proxy = true
  return provider
}

/**
 * The provider as a plain handler for everything below /oidc. Host and scheme are those of the public
 * address whatever the request says, so that no forged header can bend an address that the provider writes.
 */
export function providerHandler(
  provider: ProviderSource,
  baseUrl: string,
): (request: IncomingMessage, response: ServerResponse) => Promise<void> {
  let callback: ReturnType<Provider['callback']> | undefined
  const { host, protocol } = new URL(baseUrl)
  const headers = securityHeaders({ secure: protocol === 'https:', formTargets: [] })
  return async (request, response) => {
    callback ??= (await provider()).callback()
    const originalUrl = request.url ?? '/'
    for (const name of ['x-forwarded-host', 'x-forwarded-for', 'forwarded']) delete request.headers[name]
    Object.assign(request.headers, { host, 'x-forwarded-proto': protocol.slice(0, -1) })
    Object.assign(request, { originalUrl, url: originalUrl.slice(mountPath.length) || '/' })
    for (const [name, value] of Object.entries(headers)) response.setHeader(name, value)
    void callback(request, response)
  }
}

function configurationOf(dependencies: AccountsDependencies, policies: typeof interactionPolicy): Configuration {
  const { database, keys, settings, now } = dependencies
  const isSecure = settings.baseUrl.startsWith('https:')
  return {
    adapter: (kind) => postgresAdapter(database, now, kind),
    clients: [portalClient(settings.baseUrl, keys)],
    jwks: { keys: [...keys.signing] },
    cookies: {
      keys: [...keys.cookies],
      names: { session: 'rennsteig_provider', interaction: 'rennsteig_interaction', resume: 'rennsteig_resume' },
      long: { httpOnly: true, sameSite: 'lax', secure: isSecure, path: mountPath, signed: true },
      short: { httpOnly: true, sameSite: 'lax', secure: isSecure, signed: true },
    },
    ttl: lives,
    subjectTypes: ['pairwise'],
    responseTypes: ['code'],
    scopes: ['openid'],
    claims: { openid: ['sub', 'acr', 'amr', 'auth_time', 'sid'] },
    conformIdTokenClaims: false,
    acrValues: [...acrValues],
    clientAuthMethods: ['private_key_jwt', 'client_secret_basic'],
    enabledJWA: { clientAuthSigningAlgValues: ['ES256', 'RS256'], idTokenSigningAlgValues: ['RS256', 'ES256'] },
    pkce: { required: () => true },
    extraParams: ['means'],
    extraClientMetadata: { properties: ['sector'] },
    features: {
      devInteractions: { enabled: false },
      claimsParameter: { enabled: true },
      userinfo: { enabled: false },
      backchannelLogout: { enabled: true },
      rpInitiatedLogout: {
        enabled: true,
        logoutSource: (context, form) => askToLeave(context, form, isSecure),
        postLogoutSuccessSource: (context) => context.redirect(`${settings.baseUrl}/abgemeldet`),
      },
    },
    findAccount: (_context, owner) => ({ accountId: owner, claims: () => ({ sub: owner }) }),
    pairwiseIdentifier: async (_context, account, client) => {
      const owner = parseId<'owner'>(account)
      const sector = client['sector']
      if (owner === undefined || typeof sector !== 'string') throw new Error('a client without a sector cannot be given a subject')
      return subjectFor(dependencies, owner, sector)
    },
    loadExistingGrant: grantOpenId,
    interactions: {
      policy: policyOf(dependencies, policies),
      url: (context, interaction) => interactionUrl(context, interaction.uid, isSecure),
    },
    renderError: (context, out) => {
      context.type = 'html'
      context.body = errorDocument(out.error, out.error_description ?? '')
    },
    fetch: async (url, options) => {
      const target = String(url)
      if (target.startsWith(settings.baseUrl)) return internalFetch(settings)(target, options)
      if (await isLogoutAddress(database, target)) return callService(target, options)
      throw new Error('the provider calls registered logout addresses only')
    },
  }
}

/** Services get the scope `openid` and nothing about the person, so there is nothing to consent to. */
async function grantOpenId(context: KoaContextWithOIDC) {
  const { client, session, provider } = context.oidc
  if (client === undefined || session?.accountId === undefined) return undefined
  const known = session.grantIdFor(client.clientId)
  const existing = known === undefined ? undefined : await provider.Grant.find(known)
  if (existing !== undefined) return existing
  const grant = new provider.Grant({ clientId: client.clientId, accountId: session.accountId })
  grant.addOIDCScope('openid')
  await grant.save()
  return grant
}

/** The library's sign-in checks, with one of ours for levels in place of its comparison of names. */
function policyOf({ settings, now }: AccountsDependencies, policies: typeof interactionPolicy): interactionPolicy.DefaultPolicy {
  const policy = policies.base()
  const login = policy.get('login')
  if (login === undefined) throw new Error('the provider has no sign-in prompt')
  login.checks.remove('essential_acr')
  login.checks.remove('essential_acrs')
  const check = new policies.Check('level', 'a surer sign-in is needed', ({ oidc }) => {
    const session = oidc.session
    if (session?.accountId === undefined) return policies.Check.NO_NEED_TO_PROMPT
    const reached = levelOfAcr(session.acr ?? '') ?? 'none'
    const level = levelNow(reached, session.loginTs === undefined ? undefined : new Date(session.loginTs * 1000), now(), settings.levels)
    // What has decayed is not asserted any more, whoever asks.
    if (level !== reached) session.acr = acrOf(level)
    return reaches(level, leastLevel(wantedAcrs(oidc))) ? policies.Check.NO_NEED_TO_PROMPT : policies.Check.REQUEST_PROMPT
  })
  login.checks.add(check)
  return policy
}

function wantedAcrs(oidc: KoaContextWithOIDC['oidc']): readonly string[] {
  const fromParameter = typeof oidc.params?.['acr_values'] === 'string' ? oidc.params['acr_values'].split(' ') : []
  const claim = oidc.claims?.id_token?.['acr']
  if (claim === null || claim === undefined || claim.essential !== true) return fromParameter
  const named = [claim.value, ...(claim.values ?? [])].filter((value) => typeof value === 'string')
  return [...fromParameter, ...named]
}

/** Our page for this sign-in; a cookie of its own binds it to the browser that began it, so that two windows do not disturb each other. */
function interactionUrl(context: KoaContextWithOIDC, uid: string, isSecure: boolean): string {
  context.cookies.set(interactionCookie(uid), uid, {
    path: '/',
    httpOnly: true,
    sameSite: 'lax',
    secure: isSecure,
    signed: false,
    maxAge: lives.Interaction * 1000,
    overwrite: false,
  })
  const locale = context.oidc.params?.['ui_locales']
  const prefix = locale === 'en' ? '/en' : locale === 'de-x-plain' ? '/einfach' : ''
  return `${prefix}${interactionPath}/${uid}`
}

export function interactionCookie(uid: string): string {
  return `rennsteig_step_${uid.slice(0, 12)}`
}

/** The page that asks before signing out; its form may lead on to the registered address of the service that sent the person. */
function askToLeave(context: KoaContextWithOIDC, form: string, isSecure: boolean): void {
  const target = context.oidc.params?.['post_logout_redirect_uri']
  const formTargets = typeof target === 'string' ? [new URL(target).origin] : []
  context.set({ ...securityHeaders({ secure: isSecure, formTargets }) })
  context.body = logoutDocument(form)
}

/**
 * A call to an address that an authority's service registered. The library's own guard against inner
 * addresses is left out on purpose: authorities sit in an inner network, and the list is the guard.
 */
function callService(address: string, options: RequestInit = {}): Promise<Response> {
  const body = options.body === undefined || options.body === null ? undefined : String(options.body)
  const signal = AbortSignal.timeout(5_000)
  return fetch(address, {
    method: options.method ?? 'GET',
    headers: new Headers(options.headers),
    ...(body === undefined ? {} : { body }),
    redirect: 'error',
    signal,
  })
}
