// Tests of the assets: what a first visit weighs, and how it is named and served.
import assert from 'node:assert/strict'
import { before, describe, test } from 'node:test'
import { brotliDecompressSync, gunzipSync } from 'node:zlib'
import { type Asset, type Assets, loadAssets } from './assets.ts'

const kilobyte = 1024

describe('assets', () => {
  let assets: Assets
  before(async () => {
    assets = await loadAssets()
  })
  const get = (name: string): Asset => {
    const asset = assets.find(assets.href(name))
    assert.ok(asset, name)
    return asset
  }

  test('style sheets of a page weigh at most 15 kB, compressed', () => {
    for (const name of ['portal.css', 'workplace.css']) {
      const size = get(name).brotli?.length ?? Number.POSITIVE_INFINITY
      assert.ok(size <= 15 * kilobyte, `${name}: ${size} bytes`)
    }
  })

  test('scripts of a page weigh at most 5 kB, compressed', () => {
    for (const name of ['portal.js', 'workplace.js'])
      assert.ok((get(name).brotli?.length ?? Number.POSITIVE_INFINITY) <= 5 * kilobyte, name)
  })

  test('the fonts that every page needs weigh at most 25 kB together, the others each', () => {
    const size = (name: string): number => get(`fonts/${name}.woff2`).body.length
    assert.ok(size('fira-sans-400-latin') + size('fira-sans-600-latin') <= 25 * kilobyte)
    for (const name of ['fira-sans-400-names', 'fira-sans-600-names', 'noto-sans-400-rare', 'noto-sans-600-rare'])
      assert.ok(size(name) <= 25 * kilobyte, name)
  })

  test('a name changes with the content and may be kept for ever', () => {
    assert.match(assets.href('portal.css'), /^\/assets\/portal\.[\w-]{10}\.css$/)
    assert.equal(get('portal.css').immutable, true)
    assert.equal(assets.find('/assets/portal.css'), undefined)
  })

  test('a page never asks for a data: address or another host, and every file it names is there', () => {
    for (const name of ['portal.css', 'workplace.css']) {
      const css = get(name).body.toString('utf8')
      assert.doesNotMatch(css, /data:|https?:/)
      const named = [...css.matchAll(/url\("([^"]*)"\)/g)].map((match) => match[1] ?? '')
      assert.ok(named.length > 6)
      for (const address of named) assert.ok(assets.find(address), address)
    }
  })

  test('compressed bodies unpack to the plain one', () => {
    const { body, brotli, gzip } = get('portal.css')
    assert.ok(brotli && gzip)
    assert.deepEqual(brotliDecompressSync(brotli), body)
    assert.deepEqual(gunzipSync(gzip), body)
  })

  test('an unknown name is a mistake, an unknown path is nothing', () => {
    assert.throws(() => assets.href('nothing.css'), /no asset named "nothing.css"/)
    for (const path of [
      '/assets/../html.ts',
      '/assets/%2e%2e/html.ts',
      '/assets/',
      '/assets/theme-zzzzzz.css',
      '/assets/theme-1234567.css',
    ]) {
      assert.equal(assets.find(path), undefined, path)
    }
  })

  test('a theme is served for any colour of six digits and revalidated', () => {
    const theme = assets.find(assets.href('theme-#7A1F2B.css'))
    assert.match(theme?.body.toString('utf8') ?? '', /--brand:#7a1f2b/)
    assert.equal(theme?.immutable, false)
  })
})
