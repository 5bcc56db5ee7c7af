// Style sheets, scripts, fonts and pictures, by names that change with their content.
import { bytes, notFound, type Route } from '#web'
import type { Assets } from '#web/assets.ts'

const forEver = 'public, max-age=31536000, immutable'
const shortly = 'public, max-age=300'

export function assetsRoute(assets: Assets): Route {
  return {
    method: 'GET',
    path: '/assets/*',
    permission: 'machine',
    handler: async (visit) => {
      const asset = assets.find(visit.path)
      if (asset === undefined) return notFound()
      const accepted = String(visit.raw.request.headers['accept-encoding'] ?? '')
      const encoded = choose(asset, accepted)
      const headers = {
        'cache-control': asset.immutable ? forEver : shortly,
        vary: 'accept-encoding',
        ...(encoded.encoding === undefined ? {} : { 'content-encoding': encoded.encoding }),
      }
      return bytes(encoded.body, { mediaType: asset.mediaType, headers })
    },
  }
}

function choose(asset: { body: Buffer; brotli?: Buffer; gzip?: Buffer }, accepted: string): { body: Buffer; encoding?: string } {
  if (asset.brotli !== undefined && /\bbr\b/.test(accepted)) return { body: asset.brotli, encoding: 'br' }
  if (asset.gzip !== undefined && /\bgzip\b/.test(accepted)) return { body: asset.gzip, encoding: 'gzip' }
  return { body: asset.body }
}
