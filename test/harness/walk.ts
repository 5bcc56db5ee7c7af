// Walking as a person does: fill in by field name, go on, look at every page on the way.
import assert from 'node:assert/strict'
import type { Page } from 'playwright-core'
import { findBarriers, findBarriersOfCopy, scrollsSideways, takePicture, widths } from './browser.ts'

export interface Walk {
  readonly page: Page
  readonly javaScript: boolean
  /** Beginning of the pictures' names: "dog-tax". */
  readonly name: string
  /** Pages seen so far, so that pictures keep their order. */
  readonly seen: { count: number }
}

/** Looks at the page in both widths: a title and one h1, no barriers that axe knows, no sideways scroll; keeps pictures of the walk with scripts. */
export async function look(walk: Walk, what: string): Promise<void> {
  const { page } = walk
  walk.seen.count += 1
  const number = String(walk.seen.count).padStart(2, '0')
  assert.notEqual((await page.title()).trim(), '', `${what} has no title (${page.url()})`)
  assert.equal(await page.locator('h1').count(), 1, `${what} has one h1 (${page.url()})`)
  for (const width of widths) {
    await page.setViewportSize({ width, height: 900 })
    // From the top, or the header that stays in view covers what is measured.
    await page.evaluate('scrollTo(0, 0)')
    if (walk.javaScript) await takePicture(page, `${walk.name}-${number}-${what}-${width}`)
    assert.equal(await scrollsSideways(page), false, `${what} scrolls sideways at ${width} px (${page.url()})`)
    const barriers = walk.javaScript ? await findBarriers(page) : await findBarriersOfCopy(page)
    assert.deepEqual(barriers, [], `${what} at ${width} px (${page.url()})`)
  }
  await page.setViewportSize({ width: 1280, height: 900 })
}

/** Values by field name: text is typed, `true` checks a box, a list checks several, `{ file }` chooses a file. */
export type Values = Readonly<Record<string, string | true | readonly string[] | { readonly file: string }>>

export async function fillIn(page: Page, values: Values): Promise<void> {
  for (const [name, value] of Object.entries(values)) await fillField(page, name, value)
}

async function fillField(page: Page, name: string, value: Values[string]): Promise<void> {
  const fields = page.locator(`main [name="${name}"]`)
  assert.ok((await fields.count()) > 0, `no field ${name} on ${page.url()}`)
  if (typeof value === 'object' && 'file' in value) return fields.first().setInputFiles(value.file)
  if (typeof value === 'object') {
    for (const choice of value) await page.locator(`main [name="${name}"][value="${choice}"]`).check()
    return undefined
  }
  const kind = await fields.first().evaluate((element) => `${element.tagName} ${element.getAttribute('type') ?? ''}`)
  if (value === true) return fields.first().check()
  if (kind.includes('radio') || kind.includes('checkbox')) return page.locator(`main [name="${name}"][value="${value}"]`).check()
  if (kind.startsWith('SELECT')) {
    await fields.first().selectOption(value)
    return undefined
  }
  return fields.first().fill(value)
}

/** A day in its three fields. */
export function day(name: string, date: string): Values {
  const [year = '', month = '', dayOfMonth = ''] = date.split('-')
  return { [`${name}.day`]: String(Number(dayOfMonth)), [`${name}.month`]: String(Number(month)), [`${name}.year`]: year }
}

/** Presses the button and waits for the page behind it. */
export async function press(page: Page, label: string | RegExp): Promise<void> {
  const button = page.locator('main').getByRole('button', { name: label }).first()
  await follow(page, () => button.click())
}

/** Follows a link of the page's main part. */
export async function followLink(page: Page, label: string | RegExp): Promise<void> {
  const link = page.locator('main').getByRole('link', { name: label }).first()
  await follow(page, () => link.click())
}

/** Does what leads to another page, and waits until that page is there: the click alone does not wait for it. */
export async function follow(page: Page, act: () => Promise<void>): Promise<void> {
  await page.waitForLoadState('load')
  const before = await documentOf(page)
  assert.ok(before !== undefined, `${page.url()} is still loading`)
  await act()
  // Asked from outside, because a page without scripts cannot wait by itself.
  for (let waitedMs = 0; waitedMs < 30_000; waitedMs += 30) {
    const now = await documentOf(page)
    if (now !== undefined && now !== before) return
    await page.waitForTimeout(30)
  }
  throw new Error(`nothing followed on ${page.url()}`)
}

/** Tells one loaded document from another; undefined while one is on its way. */
async function documentOf(page: Page): Promise<string | undefined> {
  const state = page.evaluate('`${document.readyState} ${performance.timeOrigin}`').catch(() => '')
  const [readiness, origin] = String(await state).split(' ')
  return readiness === 'complete' ? origin : undefined
}

/** Fills the page in and goes on; fails with the page's own words if it does not let one through. */
export async function goOn(page: Page, values: Values): Promise<void> {
  const before = page.url()
  await fillIn(page, values)
  await press(page, /^(Weiter|Continue)$/)
  const title = await page.title()
  assert.doesNotMatch(title, /^Fehler:/, `${before}: ${await page.locator('main').innerText()}`)
}

/** Reloads until the text is there: what the house does in the background takes a moment. */
export async function untilText(page: Page, text: RegExp, reload: () => Promise<unknown> = () => page.reload()): Promise<void> {
  for (let tries = 0; tries < 60; tries++) {
    if (text.test(await page.locator('body').innerText())) return
    await page.waitForTimeout(500)
    await reload()
  }
  assert.match(await page.locator('body').innerText(), text)
}
