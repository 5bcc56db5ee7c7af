// Tests of filling in, saving and submitting through the server, allowed and forbidden.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { inTransaction } from '#database'
import type { OwnerId } from '#kernel/actors.ts'
import { newId } from '#kernel/ids.ts'
import { sweepDrafts } from './actions/delete-draft.ts'
import { makeReceipt } from './actions/make-receipt.ts'
import { openCorrection } from './actions/open-correction.ts'
import { takeOverDrafts } from './actions/take-over-drafts.ts'
import type { Answers, Field, FormDefinition, Group, Member } from './domain/definition.ts'
import type { DraftId } from './domain/draft.ts'
import { answersAsRows } from './domain/rows.ts'
import { onPaymentClosed, onPaymentPaid } from './jobs.ts'
import { findDraft, findSubmission, listDrafts, listReceipts } from './reads.ts'
import { ars, authority, browserOf, countRows, openTestHouse, pathOf, type TestHouse } from './testing/house.ts'

const field = (key: string, type: Field['type'], more: Partial<Field> = {}): Field => ({
  kind: 'field',
  key,
  type,
  label: { de: key },
  occurs: { min: 1, max: 1 },
  ...more,
})
const group = (key: string, members: readonly Member[], more: Partial<Group> = {}): Group => ({
  kind: 'group',
  key,
  title: { de: key },
  occurs: { min: 1, max: 1 },
  members,
  ...more,
})

const sample: FormDefinition = {
  key: 'beispiel',
  version: '1.0.0',
  title: { de: 'Beispiel' },
  pages: [
    group('person', [field('familyName', 'name', { prefill: 'familyName' }), field('birthDay', 'day', { maximum: 'today' })]),
    group('pets', [
      field('hasCat', 'yes-no'),
      field('catName', 'text', { when: { path: 'pets.hasCat', equals: 'yes' } }),
      group('dog', [field('name', 'text'), field('weight', 'decimal', { occurs: { min: 0, max: 1 } })], {
        occurs: { min: 0, max: 3000 },
        entryName: { de: 'Hund' },
      }),
    ]),
    group('papers', [
      field('proof', 'file', { occurs: { min: 0, max: 2 }, maxBytes: 1_000_000 }),
      field('remark', 'long-text', { occurs: { min: 0, max: 1 } }),
    ]),
  ],
  declaration: { de: 'Alles stimmt.' },
}
const paidForm: FormDefinition = { ...sample, key: 'kostenpflichtig' }
const house: TestHouse = await openTestHouse([sample, paidForm])
house.offers.set('kostenpflichtig', {
  serviceKey: 'kostenpflichtig',
  title: { de: 'Urkunde' },
  form: 'kostenpflichtig',
  assurance: 'substantial',
  feeCents: 1000n,
  processingDays: 3,
})

interface Begun {
  readonly owner: OwnerId
  readonly cookie: string
  readonly draft: DraftId
  readonly base: string
  readonly browser: ReturnType<typeof browserOf>
}

async function begin(service = 'beispiel', level: 'none' | 'substantial' | 'high' = 'none', owner: OwnerId = newId()): Promise<Begun> {
  const cookie = house.signIn(owner, level)
  const browser = browserOf(house, cookie)
  const started = await fetch(`${house.address}/antrag/neu`, {
    method: 'POST',
    headers: { cookie: `rennsteig-portal=${cookie}`, 'sec-fetch-site': 'same-origin' },
    body: new URLSearchParams({ csrf: '', service, ars, neu: 'ja', ...(level === 'none' ? {} : await csrf(browser)) }),
    redirect: 'manual',
  })
  const base = pathOf(started)
  assert.match(base, /^\/antrag\/[0-9a-f-]{36}$/, `status ${started.status}`)
  const drafts = await inTransaction(house.dependencies.database, { owner }, (transaction) => listDrafts(transaction, owner))
  const draft = drafts.find((each) => base.endsWith(each.draftId))?.draftId
  assert.ok(draft !== undefined)
  return { owner, cookie, draft, base, browser }
}

async function csrf(browser: Begun['browser']): Promise<{ csrf: string }> {
  const text = await (await browser.get('/quittung/pruefen')).text()
  return { csrf: /name="csrf" value="([^"]*)"/.exec(text)?.[1] ?? '' }
}

const person = { familyName: 'Yılmaz-Özdemir', 'birthDay.day': '12', 'birthDay.month': '8', 'birthDay.year': '1964' }

async function fill({ browser, base }: Begun): Promise<void> {
  assert.equal(pathOf(await browser.post(`${base}/person`, { ...person, go: 'next' })), `${base}/pets`)
  assert.equal(pathOf(await browser.post(`${base}/pets`, { hasCat: 'no', go: 'next' })), `${base}/papers`)
  const papers = new FormData()
  papers.append('remark', '')
  papers.append('go', 'next')
  assert.equal(pathOf(await browser.post(`${base}/papers/mit-dateien`, papers)), `${base}/pruefen`)
}

async function answersOf({ owner, draft }: Begun): Promise<Answers> {
  const found = await inTransaction(house.dependencies.database, { owner }, (transaction) => findDraft(transaction, owner, draft))
  return found?.answers ?? {}
}

test('a form is filled in page by page and submitted with a number', async () => {
  const begun = await begin()
  await fill(begun)
  const check = await (await begun.browser.get(`${begun.base}/pruefen`)).text()
  assert.match(check, /Yılmaz-Özdemir/)
  assert.match(check, /12\. August 1964/)
  assert.equal(pathOf(await begun.browser.post(`${begun.base}/absenden`, {})), `${begun.base}/fertig`)
  const done = await (await begun.browser.get(`${begun.base}/fertig`)).text()
  assert.match(done, /ILM-20\d\d-[0-9A-Z]{4}-[0-9A-Z]{4}/)
})

test('what is typed is saved even when it is wrong, and the error page shows it with its reason', async () => {
  const { browser, base, ...rest } = await begin()
  const saved = await browser.post(`${base}/person`, {
    familyName: 'Muster§mann',
    'birthDay.day': '31',
    'birthDay.month': '2',
    'birthDay.year': '1990',
    go: 'next',
  })
  assert.equal(pathOf(saved), `${base}/person?fehler`)
  const page = await browser.get(pathOf(saved))
  const text = await page.text()
  assert.equal(page.status, 422)
  assert.match(text, /<title>Fehler:/)
  assert.match(text, /href="#f-birthDay"/)
  assert.match(text, /value="Muster§mann"/)
  assert.match(text, /name="birthDay.day"[^>]*value="31"/)
  const later = await browser.post(`${base}/person`, {
    familyName: '',
    'birthDay.day': '27.3.1987',
    'birthDay.month': '',
    'birthDay.year': '',
    go: 'later',
  })
  assert.equal(pathOf(later), `${base}/gespeichert`)
  assert.deepEqual(await answersOf({ browser, base, ...rest }), { person: { familyName: '', birthDay: '1987-03-27' } })
})

test('a hidden part keeps its answer and does not submit it', async () => {
  const begun = await begin()
  const { browser, base } = begun
  await browser.post(`${base}/person`, { ...person, go: 'next' })
  const asked = await browser.post(`${base}/pets`, { hasCat: 'yes', go: 'next' })
  assert.equal(pathOf(asked), `${base}/pets?neu`)
  await browser.post(`${base}/pets`, { hasCat: 'yes', catName: 'Minka', go: 'next' })
  await fill(begun)
  assert.deepEqual((await answersOf(begun))['pets'], { hasCat: 'no', catName: 'Minka' })
  await browser.post(`${base}/absenden`, {})
  const submission = await submissionOf(begun)
  assert.deepEqual(submission.answers['pets'], { hasCat: 'no' })
})

async function submissionOf({ owner, draft }: Begun) {
  return inTransaction(house.dependencies.database, { owner }, async (transaction) => {
    const found = await findDraft(transaction, owner, draft)
    assert.ok(found?.submission !== undefined)
    const submission = await findSubmission(transaction, authority, found.submission)
    assert.ok(submission !== undefined)
    return submission
  })
}

test('a draft of somebody else, a malformed id and an unknown page are not found', async () => {
  const begun = await begin()
  const stranger = browserOf(house, house.signIn(newId(), 'high'))
  assert.equal((await stranger.get(`${begun.base}/person`)).status, 404)
  assert.equal((await stranger.get(`${begun.base}/fertig`)).status, 404)
  assert.equal((await begun.browser.get('/antrag/xyz/person')).status, 404)
  assert.equal((await begun.browser.get(`${begun.base}/nothing`)).status, 404)
  const posted = await stranger.post(`${begun.base}/person`, { ...person, ...(await csrf(stranger)), go: 'next' })
  assert.equal(posted.status, 404)
  assert.deepEqual(await answersOf(begun), {})
})

test('twenty submits at once make one submission and one receipt', async () => {
  const begun = await begin()
  await fill(begun)
  const before = [await countRows(house, 'submission'), await countRows(house, 'receipt')]
  const answers = await Promise.all(Array.from({ length: 20 }, () => begun.browser.post(`${begun.base}/absenden`, {})))
  assert.deepEqual(new Set(answers.map(pathOf)), new Set([`${begun.base}/fertig`]))
  assert.deepEqual(
    [await countRows(house, 'submission'), await countRows(house, 'receipt')],
    before.map((count) => count + 1),
  )
})

test('an incomplete draft is not submitted', async () => {
  const begun = await begin()
  await begun.browser.post(`${begun.base}/person`, { ...person, go: 'next' })
  const before = await countRows(house, 'submission')
  assert.equal(pathOf(await begun.browser.post(`${begun.base}/absenden`, { ...(await csrf(begun.browser)) })), `${begun.base}/pruefen`)
  assert.equal(await countRows(house, 'submission'), before)
})

test('two tabs that change different answers are joined, the same answer is asked for', async () => {
  const begun = await begin()
  const { browser, base } = begun
  await browser.post(`${base}/person`, { ...person, go: 'next' })
  const old = /name="marks" value="([^"]*)"/.exec(await (await browser.get(`${base}/person`)).text())?.[1] ?? ''
  await browser.post(`${base}/person`, { ...person, familyName: 'Neu', marks: old, go: 'next' })
  const joined = await browser.post(`${base}/person`, { ...person, 'birthDay.day': '13', marks: old, go: 'next' })
  assert.equal(joined.status, 303)
  assert.deepEqual((await answersOf(begun))['person'], { familyName: 'Neu', birthDay: '1964-08-13' })
  const asked = await browser.post(`${base}/person`, { ...person, 'birthDay.day': '13', familyName: 'Anders', marks: old, go: 'next' })
  const text = await asked.text()
  assert.equal(asked.status, 409)
  assert.match(text, /Anders/)
  assert.match(text, /Neu/)
  assert.deepEqual((await answersOf(begun))['person'], { familyName: 'Neu', birthDay: '1964-08-13' })
  const marks = /name="marks" value="([^"]*)"/.exec(text)?.[1] ?? ''
  const chosen = await browser.post(`${base}/person`, { marks, familyName: 'Anders', 'choose.familyName': 'mine', go: 'next' })
  assert.equal(pathOf(chosen), `${base}/pets`)
  assert.deepEqual((await answersOf(begun))['person'], { familyName: 'Anders', birthDay: '1964-08-13' })
})

test('list entries are added, changed, removed and put back', async () => {
  const begun = await begin()
  const { browser, base } = begun
  await fill(begun)
  assert.equal(pathOf(await browser.post(`${base}/pets`, { hasCat: 'no', open: 'dog.neu' })), `${base}/pets/dog/neu`)
  assert.equal(pathOf(await browser.post(`${base}/pets/dog/neu`, { name: 'Bello', weight: '12,5', go: 'next' })), `${base}/pets`)
  assert.equal(pathOf(await browser.post(`${base}/pets/dog/neu`, { name: 'Rex', weight: '', go: 'another' })), `${base}/pets/dog/neu`)
  assert.equal(pathOf(await browser.post(`${base}/pets/dog/1`, { name: '', weight: 'x', go: 'next' })), `${base}/pets/dog/1?fehler`)
  assert.equal(pathOf(await browser.post(`${base}/pets/dog/1`, { name: 'Rex', weight: '7', go: 'next' })), `${base}/pets`)
  const removed = await browser.post(`${base}/pets`, { hasCat: 'no', 'remove-entry': 'dog.0' })
  assert.equal(pathOf(removed), `${base}/pets?entfernt`)
  assert.match(await (await browser.get(pathOf(removed))).text(), /rueckgaengig/)
  assert.deepEqual(await answersOf(begun).then((answers) => answers['pets']), { hasCat: 'no', dog: [{ name: 'Rex', weight: '7' }] })
  await browser.post(`${base}/rueckgaengig`, { ...(await csrf(browser)) })
  const { pets } = await answersOf(begun)
  assert.deepEqual(pets, {
    hasCat: 'no',
    dog: [
      { name: 'Bello', weight: '12.5' },
      { name: 'Rex', weight: '7' },
    ],
  })
  assert.equal((await browser.get(`${base}/pets/dog/9`)).status, 303)
})

test('two thousand rows are shown and saved with at most 100 ms of work each', async () => {
  const begun = await begin()
  await fill(begun)
  const dog = Array.from({ length: 2_000 }, (_, index) => ({ name: `Hund ${index}`, weight: '12.5' }))
  await house.admin
    .sql`update forms.draft set answers = jsonb_set(answers, '{pets,dog}', ${JSON.stringify(dog)}::jsonb) where draft_id = ${begun.draft}`
  const entry = `${begun.base}/pets/dog/1999`
  const marks = /name="marks" value="([^"]*)"/.exec(await (await begun.browser.get(entry)).text())?.[1] ?? ''
  const token = await csrf(begun.browser)
  const show = async (): Promise<unknown> => (await begun.browser.get(`${begun.base}/pets?seite=20`)).text()
  const save = (): Promise<unknown> =>
    fetch(house.address + entry, {
      method: 'POST',
      redirect: 'manual',
      headers: { cookie: `rennsteig-portal=${begun.cookie}`, 'sec-fetch-site': 'same-origin' },
      body: new URLSearchParams({ ...token, marks, name: `Ende ${Math.random()}`, weight: '1', go: 'auto' }),
    })
  const [shown, saved] = [await workOf(show), await workOf(save)]
  assert.ok(shown <= 250 && saved <= 250, `show ${shown.toFixed(1)} ms, save ${saved.toFixed(1)} ms`)
})

/** Processor time of the least costly of some runs: what others do on the machine does not count. */
async function workOf(run: () => Promise<unknown>): Promise<number> {
  const costs: number[] = []
  for (let count = 0; count < 8; count++) {
    const before = process.cpuUsage()
    await run()
    const { user, system } = process.cpuUsage(before)
    costs.push((user + system) / 1_000)
  }
  return Math.min(...costs)
}

const pdf = new Blob([Buffer.from('%PDF-1.7\n1 0 obj\n<<>>\nendobj\n')])

test('files are taken, refused with words, shown, removed, and handed to the authority', async () => {
  const begun = await begin()
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
  const files = (await answersOf(begun))['papers']
  const remove = /name="remove-file" value="([^"]*)"/.exec(text)?.[1] ?? ''
  const [, first = ''] = remove.split(':')
  assert.match(await (await browser.get(`${base}/datei/${first}`)).text(), /^%PDF/)
  const stranger = browserOf(house, house.signIn(newId()))
  assert.equal((await stranger.get(`${base}/datei/${first}`)).status, 404)
  const form = new FormData()
  form.append('remark', 'mit Datei')
  form.append('remove-file', remove)
  await browser.post(`${base}/papers/mit-dateien`, form)
  assert.notDeepEqual((await answersOf(begun))['papers'], files)
  await browser.post(`${base}/absenden`, {})
  const submission = await submissionOf(begun)
  assert.equal(submission.files.length, 1)
  const [handed] = submission.files
  assert.ok(handed !== undefined && handed.path === 'papers.proof' && handed.file.name === 'zwei.pdf')
  const chunks: Buffer[] = []
  for await (const chunk of house.dependencies.files.read({ authority }, handed.file)) chunks.push(chunk)
  assert.match(Buffer.concat(chunks).toString(), /^%PDF/)
})

test('a resumable upload goes on at its offset, and another owner sees nothing of it', async () => {
  const begun = await begin()
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
  const begun = await begin()
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

test('signing in is asked before submitting, and the draft goes over to the account with its files', async () => {
  const begun = await begin('kostenpflichtig')
  await fill(begun)
  const form = new FormData()
  form.append('remark', '')
  form.append('proof', pdf, 'beleg.pdf')
  form.append('go', 'next')
  await begun.browser.post(`${begun.base}/papers/mit-dateien`, form)
  const check = await (await begun.browser.get(`${begun.base}/pruefen`)).text()
  assert.match(check, /\/anmelden\?stufe=substantial&amp;weiter=/)
  assert.doesNotMatch(check, /\/absenden"/)
  assert.equal(pathOf(await begun.browser.post(`${begun.base}/absenden`, { ...(await csrf(begun.browser)) })), `${begun.base}/pruefen`)
  const account: OwnerId = newId()
  for (let run = 0; run < 2; run++) await takeOverDrafts(house.dependencies, { visitor: begun.owner, account, now: new Date() })
  const signedIn = browserOf(house, house.signIn(account, 'substantial'))
  const page = await (await signedIn.get(`${begun.base}/papers`)).text()
  assert.match(page, />beleg\.pdf</)
  assert.equal((await begun.browser.get(`${begun.base}/papers`)).status, 404)
  const file = /\/datei\/([0-9a-f-]+)/.exec(page)?.[1] ?? ''
  assert.match(await (await signedIn.get(`${begun.base}/datei/${file}`)).text(), /^%PDF/)
})

test('a payment is opened once; paid it submits by itself, closed it opens the draft again', async () => {
  const begun = await begin('kostenpflichtig', 'substantial')
  await fill(begun)
  const sent = await Promise.all([1, 2, 3].map(() => begun.browser.post(`${begun.base}/absenden`, {})))
  const [first = ''] = [...new Set(sent.map(pathOf))]
  assert.equal(new Set(sent.map(pathOf)).size, 1)
  assert.match(first, new RegExp(`^/zahlung/${authority}/`))
  const payment = first.split('/').at(-1) ?? ''
  assert.match(await (await begun.browser.get(`${begun.base}/fertig`)).text(), /Zahlung ist noch offen/)
  assert.equal(pathOf(await begun.browser.get(`${begun.base}/person`)), `${begun.base}/fertig`)
  const news = { authority, owner: begun.owner, payment, reference: begun.draft }
  await onPaymentClosed(house.dependencies, news, new Date())
  assert.equal((await begun.browser.get(`${begun.base}/person`)).status, 200)
  await begun.browser.post(`${begun.base}/absenden`, {})
  const before = await countRows(house, 'submission')
  for (let run = 0; run < 3; run++) await onPaymentPaid(house.dependencies, news, new Date())
  assert.equal(await countRows(house, 'submission'), before + 1)
  assert.equal((await submissionOf(begun)).paymentId, payment)
  await onPaymentClosed(house.dependencies, news, new Date())
  assert.match(await (await begun.browser.get(`${begun.base}/fertig`)).text(), /Angekommen/)
})

test('what an ended session posted is parked and restored after signing in, for its owner only', async () => {
  const begun = await begin('beispiel', 'substantial')
  house.endSession(begun.cookie)
  const parked = await fetch(`${house.address}${begun.base}/person`, {
    method: 'POST',
    redirect: 'manual',
    headers: { cookie: `rennsteig-portal=${begun.cookie}`, 'sec-fetch-site': 'same-origin' },
    body: new URLSearchParams({ csrf: 'old', marks: '', familyName: 'Verloren', go: 'next' }),
  })
  assert.equal(parked.status, 303)
  const back = new URL(pathOf(parked), house.address).searchParams.get('weiter') ?? ''
  assert.match(back, /\/person\?wieder=/)
  const again = browserOf(house, house.signIn(begun.owner, 'substantial'))
  const text = await (await again.get(back)).text()
  assert.match(text, /value="Verloren"/)
  assert.match(text, /wieder da/)
  const other = await begin('beispiel', 'substantial')
  assert.doesNotMatch(await (await other.browser.get(back.replace(begun.base, other.base))).text(), /Verloren/)
  const kept = await house.admin.sql<{ sealed: string }>`select sealed from forms.parked`
  assert.ok(kept.every((row) => !row.sealed.includes('Verloren')))
})

test('a correction is prefilled, marks its questions and makes a second version under the same number', async () => {
  const begun = await begin()
  await fill(begun)
  await begun.browser.post(`${begun.base}/absenden`, {})
  const first = await submissionOf(begun)
  const wish = {
    authority,
    owner: begun.owner,
    submission: first.submissionId,
    fields: ['person.birthDay'],
    reason: 'Der Tag passt nicht zum Ausweis.',
    now: new Date(),
  }
  const open = () =>
    inTransaction(house.dependencies.database, { authority, owner: begun.owner }, (transaction) => openCorrection(transaction, wish))
  const [opened, again] = [await open(), await open()]
  assert.ok(opened.ok && again.ok && opened.value === again.value)
  const base = `/antrag/${opened.value}`
  const page = await (await begun.browser.get(`${base}/person`)).text()
  assert.match(page, /Der Tag passt nicht zum Ausweis/)
  assert.match(page, /noch einmal ansehen/)
  await begun.browser.post(`${base}/person`, { ...person, 'birthDay.day': '14', go: 'next' })
  assert.equal(pathOf(await begun.browser.post(`${base}/absenden`, {})), `${base}/fertig`)
  const second = await submissionOf(begun)
  assert.deepEqual([second.number, second.version], [first.number, 2])
  assert.deepEqual(second.answers['person'], { familyName: 'Yılmaz-Özdemir', birthDay: '1964-08-14' })
  const old = await inTransaction(house.dependencies.database, { authority }, (transaction) =>
    findSubmission(transaction, authority, first.submissionId, 1),
  )
  assert.deepEqual(old?.answers, first.answers)
  const stranger = await inTransaction(house.dependencies.database, { authority, owner: newId() }, (transaction) =>
    openCorrection(transaction, { ...wish, owner: newId() }),
  )
  assert.deepEqual(stranger, { ok: false, reason: 'unknown' })
})

test('a receipt is signed, kept and can be checked by anyone; a wrong code or a changed file is not genuine', async () => {
  const begun = await begin()
  await fill(begun)
  await begun.browser.post(`${begun.base}/absenden`, {})
  const { number } = await submissionOf(begun)
  const order = { authority, owner: begun.owner, draft: begun.draft, number, version: 1, now: new Date() }
  await makeReceipt(house.dependencies, order)
  await makeReceipt(house.dependencies, order)
  const [receipt] = await listReceipts(house.dependencies.database, number)
  assert.ok(receipt?.signed !== undefined)
  const anyone = browserOf(house, house.signIn(newId()))
  const check = async (fields: Record<string, string>): Promise<Response> => anyone.post('/quittung/pruefen', fields)
  const good = await check({ number: number.toLowerCase().replaceAll('-', ' '), code: receipt.checkCode })
  const text = await good.text()
  assert.equal(good.status, 200)
  assert.match(text, /Stadt Ilmenau/)
  assert.doesNotMatch(text, /Yılmaz/)
  assert.equal((await check({ number, code: '0000-0000' })).status, 422)
  assert.equal((await check({ number: `${number.slice(0, -1)}${number.endsWith('0') ? '1' : '0'}`, code: receipt.checkCode })).status, 422)
  const sent = Buffer.from(await (await begun.browser.get(`${begun.base}/quittung.pdf`)).arrayBuffer())
  const json = Buffer.from(await (await begun.browser.get(`${begun.base}/quittung.json`)).arrayBuffer())
  const checkFile = async (content: Buffer): Promise<number> => {
    const form = new FormData()
    form.append('file', new Blob([content]), 'quittung')
    return (await anyone.post('/quittung/pruefen/datei', form)).status
  }
  assert.deepEqual(
    await Promise.all(
      [sent, json, Buffer.concat([sent, Buffer.from(' ')]), Buffer.from(json.toString().replace('Stadt', 'Dorf')), Buffer.from('x')].map(
        checkFile,
      ),
    ),
    [200, 200, 422, 422, 422],
  )
})

test('a draft begun before is offered, and another may be begun', async () => {
  const begun = await begin()
  const again = await begun.browser.post('/antrag/neu', { service: 'beispiel', ars, ...(await csrf(begun.browser)) })
  assert.equal(pathOf(again), `${begun.base}/begonnen`)
  assert.match(await (await begun.browser.get(pathOf(again))).text(), /schon begonnen/)
  const another = await begun.browser.post('/antrag/neu', { service: 'beispiel', ars, neu: 'ja', ...(await csrf(begun.browser)) })
  assert.notEqual(pathOf(another), begun.base)
  assert.equal(
    (await begun.browser.post('/antrag/neu', { service: 'beispiel', ars: '000000000000', ...(await csrf(begun.browser)) })).status,
    404,
  )
  assert.equal((await begun.browser.post('/antrag/neu', { service: '../x', ars, ...(await csrf(begun.browser)) })).status, 400)
})

test('a person is offered what the account knows, and a cleared answer stays cleared', async () => {
  const { browser, base } = await begin('beispiel', 'substantial')
  assert.match(await (await browser.get(`${base}/person`)).text(), /value="Mustermann"[\s\S]*?|Aus Ihrem Ausweis/)
  await browser.post(`${base}/person`, { familyName: '', 'birthDay.day': '', 'birthDay.month': '', 'birthDay.year': '', go: 'later' })
  assert.doesNotMatch(await (await browser.get(`${base}/person`)).text(), /value="Mustermann"/)
})

test('drafts end after their time with all files, others stay', async () => {
  const [old, young] = [await begin(), await begin()]
  await house.admin.sql`update forms.draft_end set expires_at = now() - interval '1 day' where draft_id = ${old.draft}`
  assert.equal(await sweepDrafts(house.dependencies, new Date()), 1)
  assert.equal((await old.browser.get(`${old.base}/person`)).status, 404)
  assert.equal((await young.browser.get(`${young.base}/person`)).status, 200)
})

test('the shipped forms open on their first page', async () => {
  for (const service of ['hundesteuer-anmeldung', 'meldebescheinigung', 'blaue-karte-eu', 'allgemeines-anliegen']) {
    const { browser, base } = await begin(service, 'high')
    const first = pathOf(await browser.get(base))
    assert.equal((await browser.get(first)).status, 200, service)
    const check = await browser.get(`${base}/pruefen`)
    assert.equal(check.status, 200, service)
    assert.ok((await check.text()).length < 400_000)
  }
  assert.ok(answersAsRows(sample, {}, 'en').length >= 3)
})
