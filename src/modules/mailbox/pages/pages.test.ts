// The mailbox's pages by request and reply: own threads, other people's, replies with papers, attachments; and by eye.
import assert from 'node:assert/strict'
import { createSecretKey, randomBytes } from 'node:crypto'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, test } from 'node:test'
import { pino } from 'pino'
import { inTransaction } from '#database'
import { createFileStore, folderBlobs } from '#files'
import type { OwnerId } from '#kernel/actors.ts'
import { parseDay } from '#kernel/dates.ts'
import { type Id, newId } from '#kernel/ids.ts'
import { findBarriers, launchBrowser, openContext, scrollsSideways, takePicture, widths } from '#test/harness/browser.ts'
import { openTestDatabase } from '#test/harness/database.ts'
import { bytes, createServer, notFound, type Route, type Session } from '#web'
import { loadAssets } from '#web/assets.ts'
import { errorPage } from '#web/layout/index.ts'
import { deliver, findMessage, listMessages, mailboxKinds, mailboxRoutes, setStatus } from '../index.ts'

const { database } = await openTestDatabase(mailboxKinds)
const folder = await mkdtemp(join(tmpdir(), 'mailbox-pages-'))
const files = createFileStore({ blobs: folderBlobs(folder), uploadFolder: join(folder, 'uploads'), masterKey: randomBytes(32) })
const authority = newId<'authority'>()
const now = new Date('2026-11-24T09:00:00Z')
const [erika, amina] = [newId<'owner'>(), newId<'owner'>()]

const sessionOf = (token: string, owner: OwnerId, name: string): Session => ({
  id: newId<'session'>(),
  actor: { kind: 'person', owner, level: 'substantial', name },
  token,
  expiresAt: new Date('2026-11-24T12:00:00Z'),
})
const sessions = new Map([
  ['erika', sessionOf('erika', erika, 'Erika Mustermann')],
  ['amina', sessionOf('amina', amina, 'Amina Yılmaz-Özdemir')],
])
const authorityTheme = async () => ({ name: 'Landratsamt Ilm-Kreis' })
const corrections = new Map<Id<'draft'>, 'open' | 'handed-in'>()
const assets = await loadAssets()
const sheet: Route = {
  method: 'GET',
  path: '/assets/*',
  permission: 'public',
  handler: async (visit) => {
    const asset = assets.find(visit.path)
    return asset === undefined ? notFound() : bytes(asset.body, { mediaType: asset.mediaType, inline: true })
  },
}
const server = await createServer({
  routes: [...mailboxRoutes({ database, files, authorityTheme, correctionState: async (_, __, draft) => corrections.get(draft) }), sheet],
  sessions: {
    portal: { find: async (token) => sessions.get(token), open: async () => sessionOf('visitor', newId<'owner'>(), '') },
    workplace: { find: async () => undefined },
  },
  assets,
  errorPage,
  csrfKey: createSecretKey(randomBytes(32)),
  secure: false,
  trustProxy: false,
  demo: true,
  formTargets: [],
  log: pino({ level: 'silent' }),
  now: () => now,
})
after(async () => {
  await server.close()
  await rm(folder, { recursive: true })
})

const pdf = '%PDF-1.7\n1 0 obj\n<< >>\nendobj\ntrailer\n<< >>\n%%EOF\n'

async function decidedCase(owner: OwnerId): Promise<{ thread: Id<'thread'>; message: Id<'message'> }> {
  async function* content() {
    yield new TextEncoder().encode(pdf)
  }
  const stored = await files.write({ owner }, 'Bescheid Blaue Karte.pdf', content())
  assert(stored.ok)
  const thread = newId<'thread'>()
  const state = { owner, authority, thread, title: 'Blaue Karte EU', number: '2026-000123' }
  const told = { authority, owner, thread } as const
  const [sent, provided] = [new Date('2026-11-20T08:00:00Z'), new Date('2026-11-23T08:00:00Z')]
  return inTransaction(database, { owner }, async (transaction) => {
    await setStatus(transaction, { ...state, status: 'received', now: sent })
    await deliver(transaction, {
      ...told,
      kind: 'confirmation',
      subject: 'Ihr Antrag ist eingegangen',
      text: 'Guten Tag,\n\nwir haben Ihren Antrag erhalten.',
      attachments: [],
      now: sent,
    })
    await setStatus(transaction, {
      ...state,
      status: 'in-review',
      expectedBy: parseDay('2026-12-14'),
      now: new Date('2026-11-21T08:00:00Z'),
    })
    await setStatus(transaction, { ...state, status: 'decided', now: provided })
    const legal = { rule: 'ozg-9', provided } as const
    const message = await deliver(transaction, {
      ...told,
      kind: 'decision',
      subject: 'Bescheid über Ihren Antrag',
      text: 'Guten Tag,\n\nIhr Bescheid liegt bei.',
      attachments: [stored.value],
      legal,
      now: provided,
    })
    assert(message !== undefined)
    return { thread, message }
  })
}

const get = (url: string, who = 'erika') => server.inject({ url, cookies: { 'rennsteig-portal': who } })

async function post(thread: Id<'thread'>, fields: readonly (readonly [string, string, string?])[], who = 'erika') {
  const shown = await get(`/postfach/${thread}`, who)
  const csrf = /name="csrf" value="([^"]+)"/.exec(shown.body)?.[1] ?? ''
  const form = /name="form" value="([^"]+)"/.exec(shown.body)?.[1] ?? newId<'form'>()
  const parts = [['csrf', csrf] as const, ['form', form] as const, ...fields]
  const body = parts.map(([name, value, file]) => {
    const type = file === undefined ? '' : `; filename="${file}"\r\nContent-Type: application/octet-stream`
    return `--line\r\nContent-Disposition: form-data; name="${name}"${type}\r\n\r\n${value}\r\n`
  })
  const headers = { 'content-type': 'multipart/form-data; boundary=line', origin: 'http://localhost', host: 'localhost' }
  const url = `/postfach/${thread}/antwort`
  return server.inject({ method: 'POST', url, cookies: { 'rennsteig-portal': who }, headers, payload: `${body.join('')}--line--\r\n` })
}

test('the list shows each case with its state in one sentence, to its person only', async () => {
  await decidedCase(erika)
  const own = await get('/postfach')
  assert.equal(own.statusCode, 200)
  assert(own.body.includes('Ist entschieden. Der Bescheid liegt bereit.'))
  assert(own.body.includes('Landratsamt Ilm-Kreis'))
  assert(!(await get('/postfach', 'amina')).body.includes('Blaue Karte'))
  assert((await get('/en/postfach')).body.includes('Is decided.'))
})

test('a case shows decision, legal date and course; another person gets 404 for it and its attachment', async () => {
  const { thread, message } = await decidedCase(erika)
  const own = await get(`/postfach/${thread}`)
  assert(own.body.includes('Gilt als bekannt gegeben am 27. November 2026.'))
  assert(own.body.includes('Widerspruch ist möglich bis 28. Dezember 2026.'))
  assert(own.body.includes('Bescheid Blaue Karte.pdf'))
  for (const path of [`/postfach/${thread}`, `/postfach/${thread}/anlage/${message}/1`])
    assert.equal((await get(path, 'amina')).statusCode, 404)
  for (const path of ['/postfach/nonsense', `/postfach/${thread}/anlage/${message}/2`, `/postfach/${thread}/anlage/${message}/0`])
    assert.equal((await get(path)).statusCode, 404)
})

test('the button to correct stays while there is something to hand in', async () => {
  const { thread } = await decidedCase(erika)
  const draft = newId<'draft'>()
  const text = `Bitte berichtigen Sie Ihre Angaben.\n\nHier geht es: /antrag/${draft}`
  await inTransaction(database, { owner: erika }, (transaction) =>
    deliver(transaction, { authority, owner: erika, thread, kind: 'request', subject: 'Rückfrage', text, attachments: [], now }),
  )
  const shown = async (state: 'open' | 'handed-in' | undefined) => {
    corrections.clear()
    if (state !== undefined) corrections.set(draft, state)
    const { body } = await get(`/postfach/${thread}`)
    return { button: body.includes(`href="/antrag/${draft}"`), told: body.includes('Berichtigung abgegeben') }
  }
  assert.deepEqual(await shown('open'), { button: true, told: false })
  assert.deepEqual(await shown('handed-in'), { button: false, told: true })
  assert.deepEqual(await shown(undefined), { button: false, told: false })
})

test('downloading the attachment gives the very bytes and notes the first retrieval', async () => {
  const { thread, message } = await decidedCase(erika)
  const sent = await get(`/postfach/${thread}/anlage/${message}/1`)
  assert.equal(sent.body, pdf)
  assert.match(String(sent.headers['content-disposition']), /^attachment/)
  const found = await inTransaction(database, { owner: erika }, (transaction) => findMessage(transaction, erika, message))
  assert.deepEqual(found?.delivery?.firstRetrievedAt, now)
})

test('without a session the sign-in comes first and leads back; a visitor learns nothing of other threads', async () => {
  const { thread, message } = await decidedCase(erika)
  for (const path of ['/postfach', `/postfach/${thread}`, `/postfach/${thread}/anlage/${message}/1`]) {
    const answer = await server.inject({ url: path })
    assert.deepEqual([answer.statusCode, answer.headers.location], [303, `/anmelden?weiter=${encodeURIComponent(path)}`])
  }
})

test('a reply with a paper goes back to the case; the page says it is sent', async () => {
  const { thread } = await decidedCase(erika)
  const sent = await post(thread, [
    ['text', 'Hier ist mein Vertrag.'],
    ['papers', pdf, 'vertrag.pdf'],
    ['papers', '', ''],
  ])
  assert.equal(sent.statusCode, 303)
  assert.equal(sent.headers.location, `/postfach/${thread}?gesendet=1`)
  assert((await get(`/postfach/${thread}?gesendet=1`)).body.includes('Ihre Antwort ist gesendet.'))
  const messages = await inTransaction(database, { owner: erika }, (transaction) => listMessages(transaction, erika, thread))
  const replied = messages.find((message) => message.kind === 'reply')
  assert.deepEqual([replied?.text, replied?.attachments.map((file) => file.name)], ['Hier ist mein Vertrag.', ['vertrag.pdf']])
})

test('a wrong file type or an empty reply is told at the field, and what was typed stays', async () => {
  const { thread } = await decidedCase(erika)
  const wrong = await post(thread, [
    ['text', 'Mein <b>Text</b>'],
    ['papers', 'MZ not a paper', 'virus.exe'],
  ])
  assert.equal(wrong.statusCode, 422)
  assert(wrong.body.includes('Wählen Sie eine Datei im Format PDF, JPEG oder PNG.'))
  assert(wrong.body.includes('Mein &lt;b&gt;Text&lt;/b&gt;'))
  const empty = await post(thread, [['text', '   ']])
  assert.equal(empty.statusCode, 422)
  assert(empty.body.includes('Schreiben Sie eine Nachricht oder wählen Sie eine Datei.'))
})

test('nobody replies in another person’s thread, or without the form’s field', async () => {
  const { thread } = await decidedCase(erika)
  const foreign = await post(thread, [['text', 'Hallo']], 'amina')
  assert([403, 404].includes(foreign.statusCode), String(foreign.statusCode))
  const messages = await inTransaction(database, { owner: erika }, (transaction) => listMessages(transaction, erika, thread))
  assert(messages.every((message) => message.kind !== 'reply'))
})

test('list, case and a refused reply have no barriers at 320 and 1280 pixels', async () => {
  const { thread } = await decidedCase(erika)
  const baseURL = await server.listen({ port: 0, host: '127.0.0.1' })
  const browser = await launchBrowser()
  try {
    for (const width of widths) {
      const context = await openContext(browser, { baseURL, javaScript: true, width })
      await context.addCookies([{ name: 'rennsteig-portal', value: 'erika', url: baseURL }])
      const page = await context.newPage()
      for (const [path, name] of [
        ['/postfach', 'list'],
        [`/postfach/${thread}`, 'thread'],
        [`/einfach/postfach/${thread}`, 'thread-plain'],
      ] as const) {
        await page.goto(path)
        await takePicture(page, `mailbox-${name}-${width}`)
        assert.deepEqual(await findBarriers(page), [])
        assert.equal(await scrollsSideways(page), false)
      }
      await page.goto(`/postfach/${thread}`)
      await page.click('details summary')
      await page.click('form[enctype] button')
      assert.match(await page.title(), /^Fehler/)
      await takePicture(page, `mailbox-error-${width}`)
      assert.deepEqual(await findBarriers(page), [])
      await context.close()
    }
  } finally {
    await browser.close()
  }
})
