// Levels: which means of signing in reaches which level of assurance, for how long, and its name in OpenID Connect.
import { type AssuranceLevel, assuranceLevels, reaches } from '#kernel/actors.ts'

export const meansKinds = ['password', 'totp', 'passkey', 'identity-card'] as const
export type MeansKind = (typeof meansKinds)[number]

/** What was shown in one sign-in, as RFC 8176 method names for the `amr` claim. */
export type SignInMethod = 'password' | 'password-and-code' | 'passkey' | 'identity-card'

/** What the operator allows a passkey to be: a passkey proves possession, not who enrolled it. */
export type PasskeyLevel = 'low' | 'substantial-with-identity-card' | 'substantial'

export interface LevelSettings {
  readonly passkeyLevel: PasskeyLevel
  /** How long a sign-in by identity card counts as `high`. */
  readonly highValidMinutes: number
}

export const defaultLevels: LevelSettings = { passkeyLevel: 'substantial-with-identity-card', highValidMinutes: 15 }

const methodNames: Record<SignInMethod, readonly string[]> = {
  password: ['pwd'],
  'password-and-code': ['pwd', 'otp', 'mfa'],
  passkey: ['pop', 'user', 'mfa'],
  'identity-card': ['sc', 'pin', 'mfa'],
}

/** The `amr` values of a sign-in (RFC 8176). */
export function methodReferences(method: SignInMethod): readonly string[] {
  return methodNames[method]
}

/**
 * The level that a sign-in reaches at the moment it happens.
 *
 * @param enrolledBy whether an identity card was shown for this account before, which a passkey may build on
 */
export function levelOf(method: SignInMethod, enrolledBy: { readonly identityCard: boolean }, settings: LevelSettings): AssuranceLevel {
  if (method === 'identity-card') return 'high'
  if (method === 'password-and-code') return 'substantial'
  if (method === 'password') return 'low'
  if (settings.passkeyLevel === 'substantial') return 'substantial'
  return settings.passkeyLevel === 'substantial-with-identity-card' && enrolledBy.identityCard ? 'substantial' : 'low'
}

/** The level that a sign-in still has now: `high` decays to `substantial`, the others last as long as the session. */
export function levelNow(level: AssuranceLevel, authenticatedAt: Date | undefined, now: Date, settings: LevelSettings): AssuranceLevel {
  if (level !== 'high') return level
  const ageMs = authenticatedAt === undefined ? Number.POSITIVE_INFINITY : now.getTime() - authenticatedAt.getTime()
  return ageMs <= settings.highValidMinutes * 60_000 ? 'high' : 'substantial'
}

/** Ways to sign in that can reach a level, the most usual first. */
export function methodsReaching(wanted: AssuranceLevel, settings: LevelSettings, hasCardReader = true): readonly SignInMethod[] {
  const methods: readonly SignInMethod[] = ['password-and-code', 'passkey', ...(hasCardReader ? (['identity-card'] as const) : [])]
  return methods.filter((method) => reaches(levelOf(method, { identityCard: true }, settings), wanted))
}

const ownPrefix = 'urn:rennsteig:loa:'
const eidasPrefix = 'http://eidas.europa.eu/LoA/'

/** Every `acr` value that the provider understands: our own and those of eIDAS. */
export const acrValues: readonly string[] = (['low', 'substantial', 'high'] as const).flatMap((level) => [
  ownPrefix + level,
  eidasPrefix + level,
])

export function acrOf(level: AssuranceLevel): string {
  return ownPrefix + level
}

/** The level that an `acr` value names, or undefined for a value that is not ours. */
export function levelOfAcr(acr: string): AssuranceLevel | undefined {
  const name = acr.startsWith(ownPrefix) ? acr.slice(ownPrefix.length) : acr.startsWith(eidasPrefix) ? acr.slice(eidasPrefix.length) : ''
  return assuranceLevels.find((level) => level === name && level !== 'none')
}

/** The least level that satisfies a request: OpenID lists acceptable values, so the lowest named one is enough. */
export function leastLevel(acrs: readonly string[]): AssuranceLevel {
  const levels = acrs.flatMap((acr) => levelOfAcr(acr) ?? [])
  return assuranceLevels.find((level) => levels.includes(level)) ?? 'none'
}

/** The level written in a query, or undefined. */
export function parseLevel(text: string | null | undefined): AssuranceLevel | undefined {
  return assuranceLevels.find((level) => level === text)
}
