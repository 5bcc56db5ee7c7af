// What the accounts' pages work with: dependencies, the provider, and the portal as its relying party.
import { type Reply, seeOther, type Visit } from '#web'
import type { AccountsDependencies } from './dependencies.ts'
import { completeSignIn, findSignIn, type Proven, type SignIn } from './openid/interaction.ts'
import { interactionPath, type ProviderSource } from './openid/provider.ts'
import type { RelyingParty } from './openid/relying-party.ts'

export interface AccountsContext {
  readonly dependencies: AccountsDependencies
  readonly provider: ProviderSource
  readonly party: RelyingParty
}

/** The sign-in that the page's address names, if it belongs to this browser. */
export async function signInOf({ provider }: AccountsContext, visit: Visit): Promise<SignIn | undefined> {
  return findSignIn(await provider(), visit.raw.request, visit.params['uid'] ?? '')
}

export function stepPath(signIn: SignIn, step = ''): string {
  return `${interactionPath}/${signIn.uid}${step === '' ? '' : `/${step}`}`
}

/** Goes on after a successful sign-in: the portal at once; another service by a link, because browsers follow no form to another site. */
export async function goOn({ provider }: AccountsContext, visit: Visit, signIn: SignIn, proven: Proven): Promise<Reply> {
  const path = await completeSignIn(await provider(), signIn.uid, proven)
  return seeOther(signIn.isPortal ? path : visit.frame.href(stepPath(signIn, 'weiter')))
}
