// Relying parties: the portal itself and the services of authorities.
import type { ClientMetadata } from 'oidc-provider'
import type { AccountKeys } from './keys.ts'
import { publicHalf } from './keys.ts'

/** The portal's name at the provider, and its sector: no authority, so its subjects are its own. */
export const portalClientId = 'portal'
export const portalSector = 'portal'
export const callbackPath = '/anmelden/rueckkehr'
export const backchannelPath = '/anmelden/hintergrund-abmeldung'

/** The portal, registered like any other relying party. */
export function portalClient(baseUrl: string, keys: AccountKeys): ClientMetadata {
  return {
    client_id: portalClientId,
    client_name: 'Rennsteig',
    sector: portalSector,
    redirect_uris: [baseUrl + callbackPath],
    post_logout_redirect_uris: [`${baseUrl}/abgemeldet`],
    response_types: ['code'],
    grant_types: ['authorization_code'],
    token_endpoint_auth_method: 'private_key_jwt',
    token_endpoint_auth_signing_alg: 'ES256',
    id_token_signed_response_alg: 'RS256',
    jwks: { keys: [publicHalf(keys.portalClient)] },
    subject_type: 'pairwise',
    require_auth_time: true,
    backchannel_logout_uri: baseUrl + backchannelPath,
    backchannel_logout_session_required: true,
  }
}
