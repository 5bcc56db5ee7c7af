// Reads of the registered services of authorities: clients of the provider.
import type { AdapterPayload, JWK } from 'oidc-provider'
import type { Database } from '#database'

interface ClientRow {
  readonly client_id: string
  readonly sector: string
  readonly name: string
  readonly redirect_uris: string[]
  readonly post_logout_redirect_uris: string[]
  readonly backchannel_logout_uri: string | null
  readonly token_endpoint_auth_method: 'private_key_jwt' | 'client_secret_basic'
  readonly client_secret: string | null
  readonly public_keys: { readonly keys: readonly JWK[] } | null
}

/** The registered service of an authority, or undefined. Its sector is the authority, not the client: see OpenID Connect Core § 8.1. */
export async function findClient(database: Database, clientId: string): Promise<AdapterPayload | undefined> {
  const [row] = await database.sql<ClientRow>`
    select client_id, sector, name, redirect_uris, post_logout_redirect_uris, backchannel_logout_uri,
      token_endpoint_auth_method, client_secret, public_keys
    from accounts.oidc_client where client_id = ${clientId}`
  return row === undefined ? undefined : toClient(row)
}

/** Whether a service registered this host for its logout messages; the house calls no other. */
export async function isLogoutAddress(database: Database, address: string): Promise<boolean> {
  const rows = await database.sql`select client_id from accounts.oidc_client where backchannel_logout_uri = ${address} limit 1`
  return rows.length > 0
}

function toClient(row: ClientRow): AdapterPayload {
  return {
    client_id: row.client_id,
    client_name: row.name,
    sector: row.sector,
    redirect_uris: row.redirect_uris,
    post_logout_redirect_uris: row.post_logout_redirect_uris,
    response_types: ['code'],
    grant_types: ['authorization_code'],
    token_endpoint_auth_method: row.token_endpoint_auth_method,
    ...(row.client_secret === null ? {} : { client_secret: row.client_secret }),
    ...(row.public_keys === null ? {} : { jwks: row.public_keys }),
    subject_type: 'pairwise',
    require_auth_time: true,
    ...(row.backchannel_logout_uri === null
      ? {}
      : { backchannel_logout_uri: row.backchannel_logout_uri, backchannel_logout_session_required: true }),
  }
}
