// The mail catcher's page and orders.
import assert from 'node:assert/strict'
import { once } from 'node:events'
import { after, test } from 'node:test'
import { createCatcher } from './catcher.ts'
import { createCatcherServer } from './server.ts'

const catcher = createCatcher()
const server = createCatcherServer(catcher).listen(0, '127.0.0.1')
await once(server, 'listening')
const address = server.address()
assert(typeof address === 'object' && address !== null)
const base = `http://127.0.0.1:${address.port}`
after(() => server.close())
const order = (path: string, body: string) => fetch(`${base}${path}`, { method: 'POST', body, redirect: 'manual' })

test('the page says that it is a simulator, and lists mails as JSON too', async () => {
  const page = await fetch(base)
  assert((await page.text()).includes('Simulator'))
  assert.match(page.headers.get('content-security-policy') ?? '', /default-src 'none'/)
  assert.deepEqual(await (await fetch(`${base}/mails`)).json(), [])
})

test('it behaves as told, and refuses what it does not know', async () => {
  assert.equal((await order('/manner', 'manner=bounce&times=2')).status, 303)
  assert.equal(catcher.manner(), 'bounce')
  assert.equal((await order('/manner', 'manner=explode')).status, 400)
  assert.equal(catcher.manner(), 'bounce')
  assert.equal((await order('/manner', 'manner=take')).status, 303)
  assert.equal((await fetch(`${base}/nothing`)).status, 404)
})
