// The shield of an authority as a picture.
import type { Database } from '#database'
import { bytes, notFound, type Reply, type Visit } from '#web'
import { findAuthorityBySlug } from '../authority-reads.ts'
import { drawShield } from '../domain/shield.ts'

export async function showArms(database: Database, visit: Visit): Promise<Reply> {
  const found = await findAuthorityBySlug(database, visit.params['slug'] ?? '')
  if (found === undefined) return notFound()
  const svg = drawShield(found.name, found.theme.accent)
  return bytes(Buffer.from(svg), { mediaType: 'image/svg+xml', inline: true, headers: { 'cache-control': 'public, max-age=86400' } })
}
