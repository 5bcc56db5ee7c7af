// Style sheets, scripts, fonts and pictures: read at start, cut, named by content, compressed.
import { createHash } from 'node:crypto'
import { readdir, readFile } from 'node:fs/promises'
import { extname, join, relative, sep } from 'node:path'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import { brotliCompress, constants, gzip } from 'node:zlib'
import { classesIn, extractPictures, keepUsed, pruneProperties } from './styling/cut-kern.ts'
import { minify, writeCss } from './styling/parse-css.ts'
import { themeCss } from './styling/theme.ts'

export interface Asset {
  readonly body: Buffer
  readonly brotli?: Buffer
  readonly gzip?: Buffer
  readonly mediaType: string
  /** The name changes with the content: may be kept for ever. */
  readonly immutable: boolean
}

export interface Assets {
  /** The address of a file in src/web/assets, or of a bundle, or of "theme-<hex>.css"; throws for a name that is not there. */
  href(name: string): string
  /** What stands at a path below /assets/. */
  find(path: string): Asset | undefined
}

const sources = fileURLToPath(new URL('../', import.meta.url))
const folder = fileURLToPath(new URL('assets/', import.meta.url))
const kern = fileURLToPath(import.meta.resolve('@kern-ux/native/dist/kern.min.css'))

/** Sheets that are put together for one kind of page; KERN's stands between the fonts and ours. */
const sheets: Readonly<Record<string, readonly string[]>> = {
  'portal.css': ['base.css', 'controls.css', 'navigation.css', 'portal.css', 'print.css'],
  'workplace.css': ['base.css', 'controls.css', 'navigation.css', 'workplace.css', 'print.css'],
}
const bundledSheets = new Set(['fonts.css', ...Object.values(sheets).flat()])

/** Behaviours that are put together for one kind of page, each a module of its own scope. */
const scripts: Readonly<Record<string, readonly string[]>> = {
  'portal.js': ['error-summary', 'submit-guard', 'date-paste', 'character-count', 'saved-at', 'file-choose'],
  'workplace.js': ['error-summary', 'submit-guard', 'date-paste', 'character-count', 'saved-at', 'file-choose', 'shortcuts', 'undo'],
}

const mediaTypes: Readonly<Record<string, string>> = {
  '.css': 'text/css; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.svg': 'image/svg+xml; charset=utf-8',
  '.png': 'image/png',
  '.woff2': 'font/woff2',
  '.webmanifest': 'application/manifest+json',
  '.txt': 'text/plain; charset=utf-8',
}

/** Reads all there is; some 100 ms. */
export async function loadAssets(): Promise<Assets> {
  const shelf = createShelf()
  const files = await readAll(folder, (name) => extname(name) in mediaTypes)
  for (const [name, body] of files) if (!/\.(css|js)$/.test(name)) shelf.add(name, body)
  const text = (name: string): string => files.get(name)?.toString('utf8') ?? ''
  const linked = (css: string): string =>
    minify(css).replace(/url\("([^":]+)"\)/g, (whole, name: string) => (files.has(name) ? `url("${shelf.href(name)}")` : whole))

  const base = await kernCut(Object.values(sheets).flat().map(text).join(''), (svg) => shelf.addPicture(svg))
  for (const [bundle, parts] of Object.entries(sheets))
    shelf.add(bundle, Buffer.from(linked(text('fonts.css')) + base + parts.map((part) => linked(text(part))).join('')))
  for (const [name, body] of files)
    if (name.endsWith('.css') && !bundledSheets.has(name)) shelf.add(name, Buffer.from(linked(body.toString('utf8'))))

  const script = (name: string): string => text(`scripts/${name}.js`)
  for (const [bundle, parts] of Object.entries(scripts))
    shelf.add(bundle, Buffer.from(parts.map((part) => `{${shorten(script(part))}}`).join('\n')))
  for (const [name, body] of files) if (name.endsWith('.js')) shelf.add(name, Buffer.from(shorten(body.toString('utf8'))))
  await shelf.compress()
  return shelf
}

async function kernCut(own: string, addPicture: (svg: string) => string): Promise<string> {
  const used = new Set<string>()
  const code = await readAll(
    sources,
    (name) => name.endsWith('.ts') && !name.endsWith('.test.ts') && /(html|controls|layout|texts)/.test(name),
  )
  for (const source of code.values()) classesIn(source.toString('utf8'), used)
  const nodes = pruneProperties(keepUsed(minify(await readFile(kern, 'utf8')), used), own)
  return extractPictures(writeCss(nodes), addPicture)
}

/** Whole-line comments and indentation out; what else there is stays as written. */
function shorten(script: string): string {
  return script
    .replace(/^\s*\/\*\*[\s\S]*?\*\/\s*$/gm, '')
    .replace(/^\s*\/\/.*$/gm, '')
    .replace(/^\s+/gm, '')
}

async function readAll(root: string, isWanted: (name: string) => boolean): Promise<Map<string, Buffer>> {
  const entries = await readdir(root, { recursive: true, withFileTypes: true })
  const names = entries
    .filter((entry) => entry.isFile())
    .map((entry) => relative(root, join(entry.parentPath, entry.name)).split(sep).join('/'))
  const files = await Promise.all(names.filter(isWanted).map(async (name) => [name, await readFile(join(root, name))] as const))
  return new Map(files.sort(([one], [other]) => (one < other ? -1 : 1)))
}

interface Shelf extends Assets {
  add(name: string, body: Buffer): void
  addPicture(svg: string): string
  compress(): Promise<void>
}

function createShelf(): Shelf {
  const paths = new Map<string, string>()
  const found = new Map<string, Asset>()
  const themes = new Map<string, Asset | undefined>()
  const add = (name: string, body: Buffer): void => {
    const extension = extname(name)
    const hash = createHash('sha256').update(body).digest('base64url').slice(0, 10)
    const path = `/assets/${name.slice(0, -extension.length)}.${hash}${extension}`
    paths.set(name, path)
    found.set(path, { body, mediaType: mediaTypes[extension] ?? 'application/octet-stream', immutable: true })
  }
  const href = (name: string): string => {
    const theme = /^theme-#?([0-9a-fA-F]{6})\.css$/.exec(name)?.[1]
    if (theme !== undefined) return `/assets/theme-${theme.toLowerCase()}.css`
    const path = paths.get(name)
    if (path === undefined) throw new Error(`no asset named "${name}"`)
    return path
  }
  return {
    add,
    href,
    addPicture: (svg) => {
      const name = `icons/${createHash('sha256').update(svg).digest('hex').slice(0, 8)}.svg`
      if (!paths.has(name)) add(name, Buffer.from(svg))
      return href(name)
    },
    find: (path) => found.get(path) ?? findTheme(path, themes),
    compress: async () => {
      await Promise.all([...found].map(async ([path, asset]) => found.set(path, await compressed(asset))))
    },
  }
}

/** Themes are made when asked for; the number kept is bounded, since anyone may ask. */
function findTheme(path: string, themes: Map<string, Asset | undefined>): Asset | undefined {
  const hex = /^\/assets\/theme-([0-9a-f]{6})\.css$/.exec(path)?.[1]
  if (hex === undefined) return undefined
  const known = themes.get(hex)
  if (known !== undefined) return known
  const css = themeCss(hex)
  if (css === undefined) return undefined
  const asset = { body: Buffer.from(css), mediaType: 'text/css; charset=utf-8', immutable: false }
  if (themes.size > 2000) themes.clear()
  themes.set(hex, asset)
  return asset
}

async function compressed(asset: Asset): Promise<Asset> {
  if (!/^text|svg|json/.test(asset.mediaType) || asset.body.length < 200) return asset
  const brotli = await promisify(brotliCompress)(asset.body, {
    params: { [constants.BROTLI_PARAM_QUALITY]: 9, [constants.BROTLI_PARAM_SIZE_HINT]: asset.body.length },
  })
  return { ...asset, brotli, gzip: await promisify(gzip)(asset.body, { level: 9 }) }
}
