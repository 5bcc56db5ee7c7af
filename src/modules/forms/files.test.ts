// Files of a draft: taken, refused, shown, removed, resumed, and handed to the authority.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { newId } from '#kernel/ids.ts'
import { authority, browserOf, countRows, pathOf } from './testing/house.ts'
import { answersOf, begin, csrf, fill, openSampleHouse, pdf, submissionOf } from './testing/sample-house.ts'

const house = await openSampleHouse()

test('files are taken, refused with words, shown, removed, and handed to the authority', async () => {
  const begun = await begin(house)
  const { browser, base } = begun
  await fill(begun)
  const upload = async (name: string, content: Blob): Promise<string> => {
    const form = new FormData()
    form.append('remark', 'mit Datei')
    form.append('go', 'upload')
    form.append('proof', content, name)
    return pathOf(await browser.post(`${base}/papers/mit-dateien`, form))
  }
  assert.equal(await upload('../../etc/brief.pdf', pdf), `${base}/papers`)
  assert.equal(await upload('programm.pdf', new Blob([Buffer.from('MZ\x90\0\x03')])), `${base}/papers?datei=proof%7Ewrong-type`)
  assert.equal(
    await upload('gross.pdf', new Blob([Buffer.from('%PDF-1.7\n'), Buffer.alloc(1_000_001)])),
    `${base}/papers?datei=proof%7Etoo-large`,
  )
  assert.equal(
    await upload('bombe.zip', new Blob([Buffer.from('PK\x03\x04', 'latin1'), Buffer.alloc(100)])),
    `${base}/papers?datei=proof%7Ewrong-type`,
  )
  assert.equal(await upload('zwei.pdf', pdf), `${base}/papers`)
  assert.equal(await upload('drei.pdf', pdf), `${base}/papers?datei=proof%7Etoo-many`)
  const text = await (await browser.get(`${base}/papers?datei=proof~too-many`)).text()
  assert.match(text, />brief\.pdf</)
  assert.match(text, /schon genug Dateien/)
  const files = (await answersOf(house, begun))['papers']
  const remove = /name="remove-file" value="([^"]*)"/.exec(text)?.[1] ?? ''
  const [, first = ''] = remove.split(':')
  assert.match(await (await browser.get(`${base}/datei/${first}`)).text(), /^%PDF/)
  const stranger = browserOf(house, house.signIn(newId()))
  assert.equal((await stranger.get(`${base}/datei/${first}`)).status, 404)
  const form = new FormData()
  form.append('remark', 'mit Datei')
  form.append('remove-file', remove)
  await browser.post(`${base}/papers/mit-dateien`, form)
  assert.notDeepEqual((await answersOf(house, begun))['papers'], files)
  await browser.post(`${base}/absenden`, {})
  const submission = await submissionOf(house, begun)
  assert.equal(submission.files.length, 1)
  const [handed] = submission.files
  assert.ok(handed !== undefined && handed.path === 'papers.proof' && handed.file.name === 'zwei.pdf')
  const chunks: Buffer[] = []
  for await (const chunk of house.dependencies.files.read({ authority }, handed.file)) chunks.push(chunk)
  assert.match(Buffer.concat(chunks).toString(), /^%PDF/)
})

test('a resumable upload goes on at its offset, and another owner sees nothing of it', async () => {
  const begun = await begin(house)
  const { base, cookie } = begun
  await fill(begun)
  const headers = {
    cookie: `rennsteig-portal=${cookie}`,
    'sec-fetch-site': 'same-origin',
    'x-rennsteig': '1',
    'x-csrf': (await csrf(begun.browser)).csrf,
  }
  const content = Buffer.concat([Buffer.from('%PDF-1.7\n'), Buffer.alloc(200_000, 32)])
  const ask = (path: string, method: string, more: Record<string, string> = {}, body?: string | Buffer): Promise<Response> =>
    fetch(house.address + path, { method, headers: { ...headers, ...more }, ...(body === undefined ? {} : { body }) })
  const begunUpload = await ask(
    `${base}/dateien?frage=papers.proof`,
    'POST',
    { 'content-type': 'application/json' },
    JSON.stringify({ name: 'plan.pdf', size: content.length }),
  )
  assert.equal(begunUpload.status, 201)
  const place = begunUpload.headers.get('location') ?? ''
  const octets = { 'content-type': 'application/offset+octet-stream' }
  assert.equal(
    (await ask(place, 'PATCH', { ...octets, 'upload-offset': '0' }, content.subarray(0, 100_000))).headers.get('upload-offset'),
    '100000',
  )
  assert.equal((await ask(place, 'HEAD')).headers.get('upload-offset'), '100000')
  assert.equal((await ask(place, 'PATCH', { ...octets, 'upload-offset': '5' }, content.subarray(5))).status, 409)
  const stranger = house.signIn(newId())
  assert.equal((await ask(place, 'HEAD', { cookie: `rennsteig-portal=${stranger}` })).status, 404)
  const last = await ask(place, 'PATCH', { ...octets, 'upload-offset': '100000' }, content.subarray(100_000))
  const answer: unknown = await last.json()
  assert.match(JSON.stringify(answer), /plan\.pdf/)
  assert.match(await (await begun.browser.get(`${base}/papers`)).text(), />plan\.pdf</)
  const large = await ask(
    `${base}/dateien?frage=papers.proof`,
    'POST',
    { 'content-type': 'application/json' },
    JSON.stringify({ name: 'x.pdf', size: 2_000_000 }),
  )
  assert.equal(large.status, 413)
  assert.equal(
    (await ask(`${base}/dateien?frage=person.familyName`, 'POST', { 'content-type': 'application/json' }, '{"name":"x","size":1}')).status,
    404,
  )
})

test('a multipart body that breaks off leaves no file behind', async () => {
  const begun = await begin(house)
  await fill(begun)
  const before = await countRows(house, 'draft_file')
  const body =
    '--x\r\nContent-Disposition: form-data; name="csrf"\r\n\r\n\r\n--x\r\nContent-Disposition: form-data; name="proof"; filename="a.pdf"\r\nContent-Type: application/pdf\r\n\r\n%PDF-1.7 cut'
  const answer = await fetch(`${house.address}${begun.base}/papers/mit-dateien`, {
    method: 'POST',
    redirect: 'manual',
    headers: {
      cookie: `rennsteig-portal=${begun.cookie}`,
      'sec-fetch-site': 'same-origin',
      'content-type': 'multipart/form-data; boundary=x',
    },
    body,
  })
  assert.ok(answer.status >= 400, String(answer.status))
  assert.equal(await countRows(house, 'draft_file'), before)
})
