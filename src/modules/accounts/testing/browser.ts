// A browser for tests without a window: keeps cookies, follows redirects, fills forms as a person without JavaScript would.

export interface TestPage {
  readonly url: string
  readonly status: number
  readonly text: string
  readonly headers: Headers
  /** Addresses passed on the way here. */
  readonly hops: readonly string[]
}

export class TestBrowser {
  /** By host, then by name and path. */
  readonly cookies = new Map<string, { readonly value: string; readonly path: string }>()
  readonly headers: Record<string, string>

  constructor(headers: Record<string, string> = { 'user-agent': 'Mozilla/5.0 (X11; Linux x86_64) Firefox/130.0' }) {
    this.headers = headers
  }

  get(url: string): Promise<TestPage> {
    return this.#go(new URL(url), 'GET', undefined)
  }

  /** Sends the form of a page whose action ends so, with its hidden fields and these. */
  submit(page: TestPage, action: string, fields: Record<string, string> = {}): Promise<TestPage> {
    const form = formsOf(page).find((each) => each.action.split('?')[0]?.endsWith(action))
    if (form === undefined)
      throw new Error(
        `no form to ${action} on ${page.url} (${page.status}): ${page.text
          .replaceAll(/<[^>]*>/g, ' ')
          .replaceAll(/\s+/g, ' ')
          .slice(0, 500)}`,
      )
    return this.post(new URL(form.action, page.url).href, { ...form.fields, ...fields }, page.url)
  }

  post(url: string, fields: Record<string, string>, from: string): Promise<TestPage> {
    const target = new URL(url)
    return this.#go(target, 'POST', new URLSearchParams(fields), {
      'sec-fetch-site': new URL(from).origin === target.origin ? 'same-origin' : 'cross-site',
    })
  }

  cookie(name: string): string | undefined {
    return [...this.cookies].find(([key]) => key.startsWith(`${name} `))?.[1].value
  }

  async #go(start: URL, method: string, body: URLSearchParams | undefined, more: Record<string, string> = {}): Promise<TestPage> {
    const hops: string[] = []
    let [url, verb, sent, extra] = [start, method, body, more]
    for (let hop = 0; hop < 12; hop++) {
      const response = await fetch(url, {
        method: verb,
        redirect: 'manual',
        headers: { ...this.headers, ...extra, cookie: this.#cookiesFor(url) },
        ...(sent === undefined ? {} : { body: sent }),
      })
      this.#keep(response)
      const location = response.headers.get('location')
      if (response.status < 300 || response.status >= 400 || location === null)
        return { url: url.href, status: response.status, text: await response.text(), headers: response.headers, hops }
      await response.arrayBuffer()
      hops.push(url.href)
      ;[url, verb, sent, extra] = [new URL(location, url), 'GET', undefined, {}]
    }
    throw new Error(`too many redirects: ${hops.join(' → ')}`)
  }

  #cookiesFor(url: URL): string {
    return [...this.cookies]
      .filter(([, { path }]) => url.pathname.startsWith(path))
      .map(([key, { value }]) => `${key.split(' ')[0]}=${value}`)
      .join('; ')
  }

  #keep(response: Response): void {
    for (const line of response.headers.getSetCookie()) {
      const [pair = '', ...flags] = line.split(/;\s*/)
      const at = pair.indexOf('=')
      const path = flags.find((flag) => flag.toLowerCase().startsWith('path='))?.slice(5) ?? '/'
      const isGone = flags.some((flag) => /^max-age=0$/i.test(flag) || /^expires=Thu, 01 Jan 1970/i.test(flag))
      const key = `${pair.slice(0, at)} ${path}`
      if (isGone) this.cookies.delete(key)
      else this.cookies.set(key, { value: pair.slice(at + 1), path })
    }
  }
}

function formsOf(page: TestPage): readonly { action: string; fields: Record<string, string> }[] {
  return [...page.text.matchAll(/<form([^>]*)>([\s\S]*?)<\/form>/g)].map(([, head = '', body = '']) => ({
    action: unescape(/action="([^"]*)"/.exec(head)?.[1] ?? ''),
    fields: Object.fromEntries(
      [...body.matchAll(/<input type="hidden" name="([^"]*)"[^>]*?value="([^"]*)"/g)].map(([, name = '', value = '']) => [
        name,
        unescape(value),
      ]),
    ),
  }))
}

/** The address of the link with this text. */
export function linkTo(page: TestPage, text: string): string {
  const found = [...page.text.matchAll(/<a [^>]*?href="([^"]*)"[^>]*>([\s\S]*?)<\/a>/g)].find(([, , label = '']) =>
    label.replaceAll(/<[^>]*>/g, '').includes(text),
  )
  if (found?.[1] === undefined) throw new Error(`no link "${text}" on ${page.url}`)
  return new URL(unescape(found[1]), page.url).href
}

function unescape(text: string): string {
  return text.replaceAll('&quot;', '"').replaceAll('&#39;', "'").replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&amp;', '&')
}
