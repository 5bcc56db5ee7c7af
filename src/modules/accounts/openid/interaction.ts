// One sign-in at the provider as our pages see it: who asks, how sure it must be, and how it ends.
import type { IncomingMessage } from 'node:http'
import type Provider from 'oidc-provider'
import type { AssuranceLevel, OwnerId } from '#kernel/actors.ts'
import { parseId } from '#kernel/ids.ts'
import { readCookie } from '#web/headers.ts'
import { sha256 } from '../domain/digests.ts'
import { acrOf, leastLevel, methodReferences, type SignInMethod } from '../domain/levels.ts'
import { portalClientId } from './clients.ts'
import { interactionCookie } from './provider.ts'

export interface SignIn {
  readonly uid: string
  /** Names the state of this sign-in in the database. */
  readonly digest: string
  readonly client: string
  readonly isPortal: boolean
  readonly wanted: AssuranceLevel
  /** The way to sign in that was chosen before the provider was asked. */
  readonly chosen: string | undefined
  /** Who is signed in already, and needs a surer sign-in. */
  readonly account: OwnerId | undefined
}

/** The sign-in of this browser, or undefined: expired, finished, or begun in another browser. */
export async function findSignIn(provider: Provider, request: IncomingMessage, uid: string): Promise<SignIn | undefined> {
  if (!/^[\w-]{10,100}$/.test(uid) || readCookie(request.headers.cookie, interactionCookie(uid)) !== uid) return undefined
  const interaction = await provider.Interaction.find(uid)
  if (interaction === undefined) return undefined
  const { params, session } = interaction
  const clientId = typeof params['client_id'] === 'string' ? params['client_id'] : ''
  const client = await provider.Client.find(clientId)
  const acrs = typeof params['acr_values'] === 'string' ? params['acr_values'].split(' ') : []
  return {
    uid,
    digest: sha256(`sign-in ${uid}`),
    client: client?.clientName ?? clientId,
    isPortal: clientId === portalClientId,
    wanted: leastLevel(acrs),
    chosen: typeof params['means'] === 'string' ? params['means'] : undefined,
    account: parseId<'owner'>(session?.accountId),
  }
}

export interface Proven {
  readonly owner: OwnerId
  readonly method: SignInMethod
  readonly level: AssuranceLevel
  readonly now: Date
}

/** Ends the sign-in with success. Returns the path at the provider where the browser goes on. */
export async function completeSignIn(provider: Provider, uid: string, proven: Proven): Promise<string> {
  const interaction = await provider.Interaction.find(uid)
  if (interaction === undefined) throw new Error('the sign-in has expired')
  const former = interaction.session
  if (former !== undefined && former.accountId !== proven.owner) {
    // Another person at the same browser: the provider would ask to sign out by a form with a script; we end the former session here.
    const session = await provider.Session.findByUid(former.uid)
    await session?.destroy()
    delete interaction.session
  }
  const login = {
    accountId: proven.owner,
    acr: acrOf(proven.level),
    amr: [...methodReferences(proven.method)],
    ts: Math.floor(proven.now.getTime() / 1000),
    remember: false,
  }
  return keepResult(interaction, { login }, proven.now)
}

/** Ends the sign-in without one; the relying party hears `access_denied`. */
export async function abandonSignIn(provider: Provider, uid: string, now: Date): Promise<string> {
  const interaction = await provider.Interaction.find(uid)
  if (interaction === undefined) throw new Error('the sign-in has expired')
  return keepResult(interaction, { error: 'access_denied', error_description: 'the person did not sign in' }, now)
}

type Interaction = InstanceType<Provider['Interaction']>

async function keepResult(interaction: Interaction, result: NonNullable<Interaction['result']>, now: Date): Promise<string> {
  interaction.result = result
  await interaction.save(Math.max(60, interaction.exp - Math.floor(now.getTime() / 1000)))
  const target = new URL(interaction.returnTo)
  return target.pathname + target.search
}
