// Loads the Leitweg-IDs of the authorities from data/invoices/routing.json; unknown authorities are a fault of the file.
import { readFile } from 'node:fs/promises'
import { type Database, inKeeperTransaction } from '#database'
import type { AuthorityId } from '#kernel/actors.ts'
import { findAuthorityBySlug } from '#modules/directory'
import { readLeitwegId } from '#standards/einvoice'
import { replaceRoutes } from '../writes.ts'

interface RoutingFile {
  /** Slug of the authority that clears what nobody can route. */
  readonly clearing: string
  readonly routes: readonly { readonly leitwegId: string; readonly authority: string; readonly unit?: string }[]
}

/** @throws Error naming the entry whose check digits or authority are wrong */
export async function loadRouting(database: Database, file: string): Promise<number> {
  const { clearing, routes }: RoutingFile = JSON.parse(await readFile(file, 'utf8'))
  const found: { leitwegId: string; authority: AuthorityId; unit?: string }[] = []
  const all: RoutingFile['routes'] = [{ leitwegId: '*', authority: clearing }, ...routes]
  for (const { leitwegId, authority: slug, unit } of all) {
    if (leitwegId !== '*' && !readLeitwegId(leitwegId).ok) throw new Error(`${leitwegId} in ${file} is no Leitweg-ID`)
    const authority = await findAuthorityBySlug(database, slug)
    if (authority === undefined) throw new Error(`${file} names an unknown authority: ${slug}`)
    found.push({ leitwegId, authority: authority.authorityId, ...(unit === undefined ? {} : { unit }) })
  }
  await inKeeperTransaction(database, (transaction) => replaceRoutes(transaction, found))
  return found.length
}
