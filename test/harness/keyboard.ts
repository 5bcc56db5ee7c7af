// Walking by keyboard alone: what has the focus, whether one sees it, and how to get somewhere by Tab and arrows.
import assert from 'node:assert/strict'
import type { Page } from 'playwright-core'

export interface Focus {
  /** Tells stops of one page apart; empty where nothing has the focus. */
  readonly key: string
  readonly name: string
  readonly type: string
  readonly value: string
  readonly className: string
  readonly inMain: boolean
  readonly inErrorSummary: boolean
  readonly isInView: boolean
  /** A line around it, as computed by the browser. */
  readonly isVisible: boolean
}

const mostStops = 150
const look = `(() => {
  const element = document.activeElement
  const nothing = { key: '', name: '', type: '', value: '', className: '', inMain: false, inErrorSummary: false, isInView: false, isVisible: false }
  if (!element || element === document.body) return nothing
  const lined = (each) => {
    const style = each && getComputedStyle(each)
    return Boolean(style) && ((style.outlineStyle !== 'none' && parseFloat(style.outlineWidth) >= 2) || style.boxShadow !== 'none')
  }
  const box = element.getBoundingClientRect()
  const all = [...document.querySelectorAll('*')]
  return {
    key: element.tagName + ' ' + all.indexOf(element) + ' ' + (element.textContent ?? '').trim().slice(0, 30),
    name: element.getAttribute('name') ?? '',
    type: element.getAttribute('type') ?? '',
    value: element.value ?? '',
    className: element.className,
    inMain: Boolean(element.closest('main')),
    inErrorSummary: Boolean(element.closest('[data-error-summary]')),
    isInView: box.bottom > 0 && box.top < innerHeight && box.right > 0 && box.left < innerWidth,
    isVisible: lined(element) || lined(element.closest('.file-drop')) || (element.type === 'radio' || element.type === 'checkbox') && lined(element.nextElementSibling),
  }
})()`

export async function focused(page: Page): Promise<Focus> {
  return page.evaluate<Focus>(look)
}

/** Presses Tab until the focus is there; each stop on the way is seen, and none holds the focus fast. */
export async function tabTo(page: Page, selector: string): Promise<void> {
  let before = ''
  for (let stops = 0; stops < mostStops; stops++) {
    if (await page.evaluate<boolean>(`document.activeElement?.matches(${JSON.stringify(selector)}) ?? false`)) return
    await page.keyboard.press('Tab')
    const stop = await focused(page)
    if (stop.key === '') continue // the browser's own window between end and beginning
    assert.notEqual(stop.key, before, `the focus is trapped on ${stop.key} (${page.url()})`)
    assert.ok(stop.isVisible && stop.isInView, `the focus is not seen on ${stop.key} (${page.url()})`)
    before = stop.key
  }
  assert.fail(`${selector} is not reached by Tab on ${page.url()}`)
}

/** Types into fields by name, in their order on the page; radio buttons and lists are chosen by arrows. */
export async function typeInto(page: Page, values: Readonly<Record<string, string>>): Promise<void> {
  for (const [name, value] of Object.entries(values)) {
    await tabTo(page, `[name="${name}"]`)
    const { type } = await focused(page)
    if (type === 'radio') await choose(page, value)
    else {
      await page.keyboard.press('Control+a')
      await page.keyboard.type(value)
    }
  }
}

async function choose(page: Page, value: string): Promise<void> {
  for (let steps = 0; steps < 20; steps++) {
    if ((await focused(page)).value === value) return page.keyboard.press('Space')
    await page.keyboard.press('ArrowDown')
  }
  assert.fail(`${value} is not reached by arrows on ${page.url()}`)
}

/** Presses a key that leads to another page, and waits for it. */
export async function pressToGo(page: Page, key: string): Promise<void> {
  const loaded = page.waitForEvent('load')
  await page.keyboard.press(key)
  await loaded
}
