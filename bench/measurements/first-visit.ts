// First visit of the start page in Chromium: bytes over the wire by kind, and when the largest part is painted on a slow phone.
import type { Browser, CDPSession, Page } from 'playwright-core'
import { launchBrowser } from '../../test/harness/browser.ts'
import type { Installation } from '../installation.ts'
import { median, type Result } from '../report.ts'

const kilobyte = 1_000
const kinds = { Document: 'HTML', Stylesheet: 'CSS', Font: 'fonts', Script: 'script', Image: 'pictures' } as const
const goals: Readonly<Record<string, number>> = { HTML: 15, CSS: 15, fonts: 25, script: 5 }

export async function measureFirstVisit({ port }: Installation): Promise<readonly Result[]> {
  const browser = await launchBrowser()
  try {
    const { bytes, requests } = await countBytes(browser, `http://localhost:${port}/`)
    const all = [...bytes.values()].reduce((sum, each) => sum + each, 0)
    const paints: number[] = []
    for (let visit = 0; visit < 3; visit++) paints.push(await largestPaint(browser, `http://localhost:${port}/`))
    return [
      { name: 'first visit', value: all / kilobyte, unit: 'kB', goal: { atMost: 60 }, note: `${requests} requests, heads included` },
      ...[...bytes].map(([kind, count]): Result => {
        const most = goals[kind]
        return {
          name: `first visit: ${kind}`,
          value: count / kilobyte,
          unit: 'kB',
          ...(most === undefined ? {} : { goal: { atMost: most } }),
        }
      }),
      {
        name: 'largest paint on a slow phone',
        value: median(paints),
        unit: 'ms',
        note: '1.6 Mbit/s, 150 ms round trip, processor 4 times slower',
      },
    ]
  } finally {
    await browser.close()
  }
}

async function openPage(browser: Browser): Promise<{ readonly page: Page; readonly session: CDPSession }> {
  const context = await browser.newContext({ viewport: { width: 412, height: 915 }, locale: 'de-DE', deviceScaleFactor: 2 })
  const page = await context.newPage()
  const session = await context.newCDPSession(page)
  await session.send('Network.enable')
  return { page, session }
}

async function countBytes(
  browser: Browser,
  address: string,
): Promise<{ readonly bytes: ReadonlyMap<string, number>; readonly requests: number }> {
  const { page, session } = await openPage(browser)
  const kindOf = new Map<string, string>()
  const bytes = new Map<string, number>()
  session.on('Network.responseReceived', ({ requestId, type }) => kindOf.set(requestId, type))
  session.on('Network.loadingFinished', ({ requestId, encodedDataLength }) => {
    const type = kindOf.get(requestId) ?? 'Other'
    const kind = Object.entries(kinds).find(([name]) => name === type)?.[1] ?? 'other'
    bytes.set(kind, (bytes.get(kind) ?? 0) + encodedDataLength)
  })
  await page.goto(address, { waitUntil: 'networkidle' })
  await page.context().close()
  return { bytes, requests: kindOf.size }
}

async function largestPaint(browser: Browser, address: string): Promise<number> {
  const { page, session } = await openPage(browser)
  const throughput = (1.6 * 1_000_000) / 8
  await session.send('Network.emulateNetworkConditions', {
    offline: false,
    latency: 150,
    downloadThroughput: throughput,
    uploadThroughput: throughput / 2,
  })
  await session.send('Emulation.setCPUThrottlingRate', { rate: 4 })
  await page.goto(address, { waitUntil: 'networkidle' })
  const time = await page.evaluate(
    `new Promise((resolve) => new PerformanceObserver((list) => resolve(list.getEntries().at(-1).startTime)).observe({ type: 'largest-contentful-paint', buffered: true }))`,
  )
  await page.context().close()
  return Number(time)
}
