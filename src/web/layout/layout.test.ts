// Tests of the look in a real browser: accessibility, width, policy, fonts, and what the scripts do.
import assert from 'node:assert/strict'
import { readFile } from 'node:fs/promises'
import { createServer, type Server } from 'node:http'
import { after, before, describe, test } from 'node:test'
import { fileURLToPath } from 'node:url'
import { HtmlValidate } from 'html-validate'
import type { Browser, BrowserContextOptions, Page } from 'playwright-core'
import type { Language } from '#kernel/language.ts'
import { launchBrowser } from '#test/harness/browser.ts'
import { type Assets, loadAssets } from '../assets.ts'
import type { Frame } from '../frame.ts'
import type { Html } from '../html.ts'
import { errorPage } from './error-page.ts'
import { displayPatterns, formPatterns, workPatterns } from './pattern-page.ts'

const policy =
  "default-src 'none'; style-src 'self'; font-src 'self'; img-src 'self'; script-src 'self'; connect-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'"
const staff = { name: 'K. Brandt', unit: 'Bürgerservice', roles: ['clerk', 'cashier'], authority: { name: 'Stadt Ilmenau' } } as const

const pages: Readonly<Record<string, (frame: Frame) => Html>> = {
  '/form': formPatterns,
  '/display': (frame) => displayPatterns({ ...frame, personName: 'Amina Yılmaz-Özdemir' }),
  '/work': (frame) => workPatterns({ ...frame, path: '/arbeit', staff }),
  '/not-found': (frame) => errorPage(frame, 'not-found'),
  '/failed': (frame) => errorPage(frame, 'failed', 'a1b2c3d4e5f6'),
  '/expired': (frame) => errorPage({ ...frame, path: '/arbeit' }, 'expired'),
}

describe('the look', () => {
  let assets: Assets
  let server: Server
  let browser: Browser
  let axe: string
  let origin: string
  let posts = 0

  before(async () => {
    assets = await loadAssets()
    axe = await readFile(fileURLToPath(import.meta.resolve('axe-core/axe.min.js')), 'utf8')
    server = createServer((request, response) => {
      const path = (request.url ?? '').split('?')[0] ?? ''
      if (request.method === 'POST') {
        posts++
        // No content: the page stays as it is.
        response.writeHead(204).end()
        return
      }
      const asset = assets.find(path)
      if (asset !== undefined) {
        response.writeHead(200, { 'content-type': asset.mediaType }).end(asset.body)
        return
      }
      const language: Language = path.startsWith('/en/') ? 'en' : path.startsWith('/einfach/') ? 'plain' : 'de'
      const view = pages[path.replace(/^\/(en|einfach)/, '')]
      const headers = { 'content-type': 'text/html; charset=utf-8', 'content-security-policy': policy }
      response.writeHead(view === undefined ? 404 : 200, headers).end(view?.(frameFor(assets, language)).markup)
    }).listen(0, '127.0.0.1')
    await new Promise((resolve) => server.once('listening', resolve))
    const address = server.address()
    assert.ok(address !== null && typeof address === 'object')
    origin = `http://127.0.0.1:${address.port}`
    browser = await launchBrowser()
  })
  after(async () => {
    await browser.close()
    server.closeAllConnections()
    server.close()
  })

  async function onPage(path: string, options: BrowserContextOptions, walk: (page: Page) => Promise<void>): Promise<void> {
    const context = await browser.newContext(options)
    const page = await context.newPage()
    const complaints: string[] = []
    page.on('console', (message) => message.type() === 'error' && complaints.push(message.text()))
    page.on('pageerror', (error) => complaints.push(error.message))
    await page.goto(origin + path, { waitUntil: 'load' })
    await page.evaluate('document.fonts.ready')
    await walk(page)
    await context.close()
    assert.deepEqual(complaints, [], path)
  }

  async function findings(page: Page): Promise<string[]> {
    await page.evaluate(axe)
    const found: unknown = await page.evaluate(
      "axe.run({ runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'] }).then((result) => result.violations.flatMap((v) => v.nodes.map((n) => v.id + ': ' + n.html.slice(0, 160) + ' ' + (n.any[0]?.message ?? ''))))",
    )
    assert.ok(Array.isArray(found))
    return found.map(String)
  }

  for (const path of Object.keys(pages)) {
    for (const width of [320, 1280]) {
      for (const colorScheme of ['light', 'dark'] as const) {
        test(`${path} has no finding and no side scroll at ${width} px, ${colorScheme}`, async () => {
          await onPage(path, { viewport: { width, height: 900 }, colorScheme }, async (page) => {
            assert.deepEqual(await findings(page), [])
            assert.equal(await page.evaluate('document.documentElement.scrollWidth - document.documentElement.clientWidth'), 0)
          })
        })
      }
    }
  }

  test('pages in English and in plain German have no finding either', async () => {
    for (const path of ['/en/form', '/einfach/form', '/en/display', '/einfach/not-found']) {
      await onPage(path, { viewport: { width: 320, height: 900 } }, async (page) => assert.deepEqual(await findings(page), [], path))
    }
  })

  test('the markup is valid', async () => {
    const validator = new HtmlValidate({ extends: ['html-validate:standard'], rules: { 'no-inline-style': 'error', 'long-title': 'off' } })
    for (const [path, view] of Object.entries(pages)) {
      for (const language of ['de', 'en', 'plain'] as const) {
        const report = await validator.validateString(view(frameFor(assets, language)).markup)
        const messages = report.results.flatMap((result) =>
          result.messages.map((message) => `${message.line}: ${message.ruleId} ${message.message}`),
        )
        assert.deepEqual(messages, [], path)
      }
    }
  })

  test('pages hold no inline style, no inline script and no address of another host', () => {
    for (const view of Object.values(pages)) {
      const { markup } = view(frameFor(assets, 'de'))
      assert.doesNotMatch(markup, / style=|<style|<script(?![^>]* src=)| on[a-z]+=|https?:\/\//)
    }
  })

  test('the title says first that there are errors', () => {
    assert.match(formPatterns(frameFor(assets, 'de')).markup, /<title>Fehler: Zum Hund – Stadt Ilmenau – Rennsteig<\/title>/)
    assert.match(displayPatterns(frameFor(assets, 'de')).markup, /<title>Muster – Rennsteig<\/title>/)
  })

  test('names of DIN 91379 are drawn from our fonts', async () => {
    await onPage('/form', { viewport: { width: 1280, height: 900 } }, async (page) => {
      const session = await page.context().newCDPSession(page)
      await session.send('DOM.enable')
      await session.send('CSS.enable')
      await page.evaluate(
        "document.querySelector('h1').textContent = 'Łukasz Żółć Ǧamāl Ṣāliḥ Muṩa M̂bu Č̣ilik Ḥāfiẓ ʾʿ C̈ J̌ T̄ l̥ ḵ C̨̆ K͟H P̄ S̱ M̐'",
      )
      await page.waitForTimeout(400)
      const { root } = await session.send('DOM.getDocument')
      const { nodeId } = await session.send('DOM.querySelector', { nodeId: root.nodeId, selector: 'h1' })
      const { fonts } = await session.send('CSS.getPlatformFontsForNode', { nodeId })
      assert.ok(fonts.length > 0)
      for (const font of fonts) assert.ok(font.isCustomFont, `${font.familyName}: ${font.glyphCount} glyphs`)
    })
  })

  test('a page without such names loads two fonts only', async () => {
    const context = await browser.newContext()
    const page = await context.newPage()
    const loaded: string[] = []
    page.on('request', (request) => request.resourceType() === 'font' && loaded.push(request.url()))
    await page.goto(`${origin}/not-found`, { waitUntil: 'networkidle' })
    await context.close()
    assert.equal(new Set(loaded).size, 2)
  })

  test('a first visit weighs at most 60 kB', async () => {
    const { markup } = displayPatterns(frameFor(assets, 'de'))
    const names = ['portal.css', 'portal.js', 'fonts/fira-sans-400-latin.woff2', 'fonts/fira-sans-600-latin.woff2', 'rennsteig.svg']
    const sizes = names.map((name) => assets.find(assets.href(name))).map((asset) => (asset?.brotli ?? asset?.body)?.length ?? Number.NaN)
    const total = sizes.reduce((sum, size) => sum + size, Buffer.byteLength(markup))
    assert.ok(total <= 60 * 1024, `${total} bytes`)
  })

  test('with forced colours fields, choices and the current step keep their outlines', async () => {
    await onPage('/form', { forcedColors: 'active', viewport: { width: 1280, height: 900 } }, async (page) => {
      for (const selector of ['#f-givenNames', '#f-kind', '.kern-btn--primary', '.step-current .step']) {
        const width = await page.evaluate(`parseFloat(getComputedStyle(document.querySelector('${selector}')).borderTopWidth)`)
        assert.ok(Number(width) >= 1, selector)
      }
      assert.deepEqual(await findings(page), [])
    })
  })

  test('lines of text stay within 66 characters', async () => {
    await onPage('/display', { viewport: { width: 1280, height: 900 } }, async (page) => {
      await page.evaluate(
        "document.querySelector('.timeline-content p').textContent = 'Wir prüfen Ihre Angaben und melden uns dann. '.repeat(20)",
      )
      const perLine = await page.evaluate(
        "(() => { const p = document.querySelector('.timeline-content p'); return p.textContent.length / Math.round(p.getBoundingClientRect().height / parseFloat(getComputedStyle(p).lineHeight)) })()",
      )
      assert.ok(Number(perLine) <= 66, String(perLine))
    })
  })

  test('the summary of errors has the focus, and its link leads into the field', async () => {
    await onPage('/form', {}, async (page) => {
      assert.equal(await page.evaluate("document.activeElement.hasAttribute('data-error-summary')"), true)
      await page.getByRole('link', { name: 'Geben Sie ein Datum ein, das es gibt.' }).click()
      assert.equal(await page.evaluate('document.activeElement.name'), 'birthDay.day')
    })
  })

  test('without scripts the link of the summary still leads to the field', async () => {
    await onPage('/form', { javaScriptEnabled: false }, async (page) => {
      await page.getByRole('link', { name: 'Geben Sie Ihren Familiennamen ein.' }).click()
      assert.equal(new URL(page.url()).hash, '#f-familyName')
      assert.equal(await page.locator('#f-familyName').count(), 1)
    })
  })

  test('a pasted date spreads over day, month and year', async () => {
    await onPage('/form', {}, async (page) => {
      for (const [text, expected] of [
        ['14.12.2026', '14|12|2026'],
        ['2026-03-01', '01|03|2026'],
        ['1 2 1987', '1|2|1987'],
      ] as const) {
        await page.locator('[name="birthDay.day"]').fill(text)
        assert.equal(
          await page.evaluate("['day','month','year'].map((part) => document.getElementsByName('birthDay.' + part)[0].value).join('|')"),
          expected,
        )
      }
    })
  })

  test('a second click sends nothing, and coming back frees the form', async () => {
    await onPage('/form', {}, async (page) => {
      posts = 0
      await page.evaluate(
        "(() => { const form = document.querySelector('main form'); const button = form.querySelector('button.kern-btn--primary'); button.click(); setTimeout(() => button.click(), 50) })()",
      )
      await page.waitForTimeout(400)
      assert.equal(posts, 1)
      await page.evaluate(
        "(() => { dispatchEvent(new PageTransitionEvent('pageshow', { persisted: true })); document.querySelector('main form button.kern-btn--primary').click() })()",
      )
      await page.waitForTimeout(300)
      assert.equal(posts, 2)
    })
  })

  test('the count of characters follows what is typed', async () => {
    await onPage('/form', {}, async (page) => {
      await page.locator('#f-note').fill('x'.repeat(480))
      assert.equal(await page.locator('#f-note-count').textContent(), 'Noch 20 Zeichen')
      await page.locator('#f-note').fill('x'.repeat(503))
      assert.equal(await page.locator('#f-note-count').textContent(), '3 Zeichen zu viel')
    })
  })

  test('whoever saves can say when', async () => {
    await onPage('/form', {}, async (page) => {
      await page.evaluate("document.dispatchEvent(new CustomEvent('rennsteig:saved', { detail: { clock: '15:01' } }))")
      assert.equal(await page.locator('[data-saved-at]').textContent(), 'Gespeichert um 15:01')
    })
  })

  test('keys of the workplace: search, help, rows; none of them while one types', async () => {
    await onPage('/work', {}, async (page) => {
      await page.keyboard.press('j')
      assert.equal(await page.evaluate('document.activeElement.textContent'), '4.32-2026-000123')
      await page.keyboard.press('?')
      assert.equal(await page.evaluate("document.querySelector('dialog').open"), true)
      await page.keyboard.press('Escape')
      await page.keyboard.press('/')
      assert.equal(await page.evaluate('document.activeElement.id'), 'search')
      await page.keyboard.type('j/?')
      assert.equal(await page.locator('#search').inputValue(), 'j/?')
    })
  })

  test('by keyboard the first stop is the way to the content', async () => {
    await onPage('/display', {}, async (page) => {
      await page.keyboard.press('Tab')
      assert.equal(await page.evaluate('document.activeElement.textContent'), 'Zum Inhalt')
      await page.keyboard.press('Enter')
      assert.equal(await page.evaluate('document.activeElement.id'), 'main')
    })
  })
})

function frameFor(assets: Assets, language: Language): Frame {
  const prefix = { de: '', en: '/en', plain: '/einfach' }[language]
  return {
    language,
    path: '/muster',
    address: '/muster?seite=2',
    csrf: 'token',
    demo: true,
    href: (path) => `${prefix}${path}`,
    asset: (name) => assets.href(name),
  }
}
