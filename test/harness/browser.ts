// A real Chromium for tests: the system's, else the one that npm brings; axe on every page.
import { existsSync, readFileSync } from 'node:fs'
import { mkdir } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { join } from 'node:path'
import { type Browser, type BrowserContext, chromium, type Page } from 'playwright-core'

const flags = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--font-render-hinting=none',
]
const pictures = join(import.meta.dirname, '..', '..', 'test-results')
const axeSource = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')

/** Widths that every page is looked at in: an old phone, a desk. */
export const widths = [320, 1280] as const

export async function launchBrowser(): Promise<Browser> {
  const system = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'].find((path) => existsSync(path))
  if (system !== undefined) return chromium.launch({ executablePath: system, args: flags })
  const { default: packaged } = await import('@sparticuz/chromium')
  return chromium.launch({ executablePath: await packaged.executablePath(), args: [...packaged.args, ...flags] })
}

export interface BrowsingOptions {
  readonly baseURL: string
  readonly javaScript: boolean
  readonly width?: number
}

/** A browser profile of its own, as a new person's. Pages that break the content security policy fail the test. */
export async function openContext(browser: Browser, options: BrowsingOptions): Promise<BrowserContext> {
  return browser.newContext({
    baseURL: options.baseURL,
    javaScriptEnabled: options.javaScript,
    viewport: { width: options.width ?? 1280, height: 900 },
    locale: 'de-DE',
    timezoneId: 'Europe/Berlin',
    reducedMotion: 'reduce',
  })
}

interface AxeFinding {
  readonly id: string
  readonly help: string
  readonly nodes: readonly { readonly target: readonly string[]; readonly failureSummary: string }[]
}

/** Findings of axe for WCAG 2.2 A and AA as readable lines; needs JavaScript only for axe itself. */
export async function findBarriers(page: Page): Promise<readonly string[]> {
  const findings = await page.evaluate(
    `(async () => { ${axeSource}; const result = await axe.run(document, { runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'] }); return result.violations })()`,
  )
  return (findings as readonly AxeFinding[]).flatMap((finding) =>
    finding.nodes.map((node) => `${finding.id}: ${finding.help} (${node.target.join(' ')})`),
  )
}

/**
 * The same for a page without scripts: axe itself is one, with timers, so it looks at a copy of the markup at the same
 * address, where the page's own scripts stay out.
 */
export async function findBarriersOfCopy(page: Page): Promise<readonly string[]> {
  const markup = (await page.content()).replaceAll(/<\/?noscript[^>]*>/g, '')
  const options = { viewport: page.viewportSize(), locale: 'de-DE', reducedMotion: 'reduce' } as const
  const context = await page.context().browser()?.newContext(options)
  if (context === undefined) throw new Error('a page without a browser')
  try {
    const copy = await context.newPage()
    await copy.route('**/*', (route) => {
      const request = route.request()
      if (request.resourceType() === 'script' || (request.isNavigationRequest() && request.frame() !== copy.mainFrame()))
        return route.abort()
      return request.isNavigationRequest() ? route.fulfill({ contentType: 'text/html; charset=utf-8', body: markup }) : route.continue()
    })
    await copy.goto(page.url())
    return await findBarriers(copy)
  } finally {
    await context.close()
  }
}

/** Whether the page can only be read by scrolling to the side. */
export async function scrollsSideways(page: Page): Promise<boolean> {
  return page.evaluate('document.documentElement.scrollWidth > document.documentElement.clientWidth + 1')
}

/** Saves a picture for the manuals and for the eye. */
export async function takePicture(page: Page, name: string): Promise<void> {
  await mkdir(pictures, { recursive: true })
  await page.screenshot({ path: join(pictures, `${name}.png`), fullPage: true })
}
