// The supplier's pages: checked before sending, sent once, seen by nobody else; hostile uploads end in a clear answer.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { OwnerId } from '#kernel/actors.ts'
import { newId } from '#kernel/ids.ts'
import { dropChecked } from './actions/check-files.ts'
import { uploadLimit } from './dependencies.ts'
import { numbered, sample } from './testing/receiving.ts'
import { openSupplierHouse } from './testing/supplier-house.ts'

const house = await openSupplierHouse()
const { admin, address } = house

/** A browser without JavaScript: one cookie, forms by their fields. */
function browser(cookie = '') {
  let token = cookie
  const headers = () => ({ cookie: token === '' ? '' : `rennsteig-portal=${token}`, 'sec-fetch-site': 'same-origin' })
  const get = async (path: string) => fetch(address + path, { headers: headers(), redirect: 'manual' })
  const csrf = async () => /name="csrf" value="([^"]*)"/.exec(await (await get('/rechnung')).text())?.[1] ?? ''
  const post = async (path: string, body: FormData | URLSearchParams) => {
    const response = await fetch(address + path, { method: 'POST', headers: headers(), body, redirect: 'manual' })
    token = /rennsteig-portal=([^;]*)/.exec(response.headers.get('set-cookie') ?? '')?.[1] ?? token
    return response
  }
  return {
    get,
    text: async (path: string) => (await get(path)).text(),
    async check(...files: readonly (readonly [name: string, content: string | Uint8Array<ArrayBuffer>])[]) {
      const form = new FormData()
      form.append('csrf', await csrf())
      for (const [name, content] of files) form.append('files', new Blob([content]), name)
      return post('/rechnung/pruefen', form)
    },
    send: async (fields: Record<string, string>) => post('/rechnung/senden', new URLSearchParams({ csrf: await csrf(), ...fields })),
    remove: async (checked: string) => post('/rechnung/entfernen', new URLSearchParams({ csrf: await csrf(), remove: checked })),
  }
}

const buttons = (text: string) => [...text.matchAll(/name="checked" value="([^"]*)"/g)].map(([, id = '']) => id)
const receipts = async () => (await admin.sql`select 1 from invoices.receipt`).length

test('good and wrong invoices are told apart before anything is sent; then one is sent and its page says where it is', async () => {
  const supplier = browser()
  const before = await receipts()
  assert.equal(
    (await supplier.check(['a-gut.xml', numbered('S-1')], ['b-falsch.xml', numbered('S-2').replace('>3777.00<', '>3777.10<')])).status,
    303,
  )
  const page = await supplier.text('/rechnung')
  assert.match(page, /a-gut\.xml.*In Ordnung.*Stadt Ilmenau.*b-falsch\.xml.*So nicht annehmbar.*Gesamtbetrag brutto stimmt nicht/s)
  assert.match(await supplier.text('/en/rechnung'), /gut\.xml.*In order.*Not acceptable like this/s)
  assert.equal(await receipts(), before)
  const [good = '', wrong = ''] = buttons(page)
  const sent = await supplier.send({ checked: good })
  assert.equal(sent.status, 303)
  const path = sent.headers.get('location') ?? ''
  assert.match(path, /^\/rechnung\/RE-2026-[0-9A-Z-]{9}\/[\w-]{22}$/)
  const state = await supplier.text(path)
  assert.match(state, /Angenommen.*Stadt Ilmenau/s)
  assert.match(await supplier.text(`${path}/ansicht`), /3\.302,00 EUR/)
  assert.equal(await supplier.text(`${path}/datei`), numbered('S-1'))
  assert.match(await supplier.text(`/en${path}`), /Accepted/)
  const returned = await supplier.text((await supplier.send({ checked: wrong })).headers.get('location') ?? '')
  assert.match(returned, /Zurückgegeben.*Gesamtbetrag brutto stimmt nicht/s)
  assert.equal(await receipts(), before + 2)
  assert.deepEqual(buttons(await supplier.text('/rechnung')), [])
})

test('a click twice sends once, and all faultless ones go at once', async () => {
  const supplier = browser()
  await supplier.check(['a.xml', numbered('Z-1')], ['b.xml', numbered('Z-2')], ['c.xml', '<?xml version="1.0"?><a/>'])
  const before = await receipts()
  const page = await (await supplier.send({ all: 'good' })).text()
  assert.equal(page.match(/RE-2026-/g)?.length, 4) // number and address of two
  assert.equal(await receipts(), before + 2)
  assert.match(await (await supplier.send({ all: 'good' })).text(), /nichts mehr zu senden/)
  assert.equal(await receipts(), before + 2)
  const [left = ''] = buttons(await supplier.text('/rechnung'))
  await supplier.remove(left)
  assert.deepEqual(buttons(await supplier.text('/rechnung')), [])
})

test('what one has checked is seen, sent and removed by nobody else, and is gone after its hour', async () => {
  const supplier = browser()
  const stranger = browser()
  await supplier.check(['meine.xml', numbered('F-1')])
  await stranger.check(['andere.xml', numbered('F-2')])
  const [mine = ''] = buttons(await supplier.text('/rechnung'))
  assert.doesNotMatch(await stranger.text('/rechnung'), /meine\.xml/)
  assert.match(await (await stranger.send({ checked: mine })).text(), /nichts mehr zu senden/)
  await stranger.remove(mine)
  assert.deepEqual(buttons(await supplier.text('/rechnung')), [mine])
  const [job] = await admin.sql<{ data: Parameters<typeof dropChecked>[1]; hours: number }>`
    select data, extract(epoch from start_after - created_on) / 3600 as hours from pgboss.job
    where name = 'invoices.checked-expired' and data ->> 'checked' = ${mine}`
  assert.equal(Math.round(Number(job?.hours)), 1)
  assert.ok(job)
  await dropChecked(house.dependencies, job.data)
  await dropChecked(house.dependencies, job.data)
  assert.deepEqual(buttons(await supplier.text('/rechnung')), [])
})

test('a receipt opens by its token alone, or for the account that sent it', async () => {
  const owner: OwnerId = newId()
  const supplier = browser(house.signIn(owner))
  await supplier.check(['konto.xml', numbered('A-1')])
  const [one = ''] = buttons(await supplier.text('/rechnung'))
  const path = (await supplier.send({ checked: one })).headers.get('location') ?? ''
  const own = /\/rechnung\/RE-[0-9A-Z-]+\/konto/.exec(await supplier.text('/rechnung'))?.[0] ?? ''
  assert.equal((await supplier.get(own)).status, 200)
  const stranger = browser(house.signIn(newId()))
  assert.equal((await stranger.get(own)).status, 404)
  assert.doesNotMatch(await stranger.text('/rechnung'), /konto\.xml/)
  assert.equal((await stranger.get(path)).status, 200)
  for (const wrong of [`${path.slice(0, -1)}_`, '/rechnung/RE-2026-0000-0000/x', `${path}%00`, '/rechnung/..%2f/x'])
    assert.equal((await browser().get(wrong)).status, 404, wrong)
  assert.equal((await browser().get(`${path.slice(0, -3)}/datei`)).status, 404)
})

test('hostile uploads end in a clear answer and leave nothing', async () => {
  const supplier = browser()
  const count = async () => (await admin.sql`select 1 from invoices.checked_file`).length
  const before = await count()
  const zip = Buffer.concat([Buffer.from('PK\u0003\u0004'), Buffer.alloc(3_000)])
  for (const [name, content, answer] of [
    ['bombe.zip', zip, /bombe\.zip.*weder XML noch PDF/],
    ['leer.xml', '', /leer\.xml.*ist leer/],
    ['<script>alert(1).html', '<html><script>alert(1)</script>', /&lt;script&gt;.*weder XML noch PDF/],
    ['riesig.xml', Buffer.alloc(51 * 1024 * 1024, '<?xml version="1.0"?><a> '), /riesig\.xml.*größer als 50 MB/],
  ] as const) {
    const response = await supplier.check([name, content])
    const text = await response.text()
    assert.equal(response.status, 422, name)
    assert.match(text, answer)
    assert.doesNotMatch(text, /<script>alert/)
  }
  assert.equal((await supplier.check()).status, 422)
  assert.equal(await count(), before)
  assert.equal(
    (await supplier.check(['../../../etc/passwd', sample.replace('Vielen Dank', '<!-- -->Vielen Dank')], ['zu.exe', zip])).status,
    422,
  )
  const page = await supplier.text('/rechnung')
  assert.match(page, />passwd</)
  assert.doesNotMatch(page, /\.\.\//)
  const foreign = await fetch(`${address}/rechnung/pruefen`, {
    method: 'POST',
    headers: { 'sec-fetch-site': 'cross-site' },
    body: new FormData(),
  })
  assert.equal(foreign.status, 403)
})

test('a network that sends without end is told to wait', async () => {
  await admin.sql`delete from accounts.attempt`
  const supplier = browser()
  const many = Array.from({ length: 40 }, (_, index) => [`${index}.xml`, ''] as const)
  for (let files = 0; files < uploadLimit.most; files += 40) assert.equal((await supplier.check(...many)).status, 422)
  const refused = await supplier.check(['eine.xml', numbered('N-1')])
  assert.equal(refused.status, 429)
  assert.match(await refused.text(), /Warten Sie 15 Minuten/)
  await admin.sql`delete from accounts.attempt`
})
