// A browser's answer about a passkey, read from the text of a form field: shape first, truth later.
import type { AuthenticationResponseJSON, RegistrationResponseJSON } from '@simplewebauthn/server'

const longest = 20_000

export function parseAssertion(text: string): AuthenticationResponseJSON | undefined {
  const answer = parse(text)
  if (answer === undefined) return undefined
  const { id, response } = answer
  const [clientDataJSON, authenticatorData, signature] = [response['clientDataJSON'], response['authenticatorData'], response['signature']]
  if (typeof clientDataJSON !== 'string' || typeof authenticatorData !== 'string' || typeof signature !== 'string') return undefined
  return { id, rawId: id, type: 'public-key', clientExtensionResults: {}, response: { clientDataJSON, authenticatorData, signature } }
}

export function parseAttestation(text: string): RegistrationResponseJSON | undefined {
  const answer = parse(text)
  if (answer === undefined) return undefined
  const { id, response } = answer
  const [clientDataJSON, attestationObject] = [response['clientDataJSON'], response['attestationObject']]
  if (typeof clientDataJSON !== 'string' || typeof attestationObject !== 'string') return undefined
  return { id, rawId: id, type: 'public-key', clientExtensionResults: {}, response: { clientDataJSON, attestationObject } }
}

function parse(text: string): { readonly id: string; readonly response: Readonly<Record<string, unknown>> } | undefined {
  if (text.length > longest) return undefined
  try {
    const value: unknown = JSON.parse(text)
    if (typeof value !== 'object' || value === null || !('id' in value) || !('response' in value)) return undefined
    const { id, response } = value
    if (typeof id !== 'string' || !/^[\w-]{1,1400}$/.test(id) || typeof response !== 'object' || response === null) return undefined
    return { id, response: { ...response } }
  } catch {
    return undefined
  }
}
