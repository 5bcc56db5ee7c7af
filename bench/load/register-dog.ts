// A visitor registers a dog over HTTP as a browser without JavaScript would: forms, cookies, redirects.
import { type Answer, type Connection, requestBytes } from './connection.ts'

/** What is typed on each page; pages of entries are reached by their list. */
const typed: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  keeper: { givenNames: 'Erika', familyName: 'Mustermann', 'birthDay.day': '12', 'birthDay.month': '8', 'birthDay.year': '1980' },
  home: { street: 'Am Ehrenberg', houseNumber: '12 a', postalCode: '98693', town: 'Ilmenau' },
  'dogs/dog/neu': {
    ...{ name: 'Bello', breed: 'Dackel', colour: 'braun', sex: 'male' },
    ...{ 'birthDay.day': '1', 'birthDay.month': '4', 'birthDay.year': '2025' },
    ...{ 'keptSince.day': '2', 'keptSince.month': '11', 'keptSince.year': '2026' },
  },
  dogs: {},
  reduction: { reason: 'none' },
  payment: { debit: 'no' },
}

export interface BegunDraft {
  readonly cookie: string
  /** "/antrag/<id>" */
  readonly path: string
}

/** Begins a draft as a new visitor. */
export async function beginDog(connection: Connection, port: number, ars: string): Promise<BegunDraft> {
  const form = new URLSearchParams({ service: 'hundesteuer-anmeldung', ars }).toString()
  const answer = await connection.send(requestBytes(port, { method: 'POST', path: '/antrag/neu', form }))
  const cookie = /\r\nset-cookie: ([^;\r]+)/i.exec(answer.head)?.[1]
  const path = locationOf(answer)
  if (answer.status !== 303 || cookie === undefined || path === undefined) throw new Error(`no draft was begun: ${answer.head}`)
  return { cookie, path }
}

/** The page as it is shown: what its form carries beside the questions. */
export async function readPage(connection: Connection, port: number, draft: BegunDraft, page: string): Promise<URLSearchParams> {
  const { status, body } = await connection.send(requestBytes(port, { method: 'GET', path: `${draft.path}/${page}`, cookie: draft.cookie }))
  if (status !== 200) throw new Error(`${page} was answered with ${status}`)
  const hidden = new URLSearchParams()
  for (const [tag] of body.toString().matchAll(/<input[^>]*type="hidden"[^>]*>/g)) {
    const name = / name="([^"]*)"/.exec(tag)?.[1]
    if (name !== undefined) hidden.append(name, unescape(/ value="([^"]*)"/.exec(tag)?.[1] ?? ''))
  }
  return hidden
}

/** The form of a page, filled in. */
export function filled(page: string, hidden: URLSearchParams, other: Readonly<Record<string, string>> = {}): URLSearchParams {
  const form = new URLSearchParams(hidden)
  for (const [name, value] of Object.entries({ ...typed[page], ...other, go: 'next' })) form.set(name, value)
  return form
}

export async function savePage(
  connection: Connection,
  port: number,
  draft: BegunDraft,
  page: string,
  form: URLSearchParams,
): Promise<Answer> {
  const answer = await connection.send(
    requestBytes(port, { method: 'POST', path: `${draft.path}/${page}`, cookie: draft.cookie, form: form.toString() }),
  )
  if (answer.status !== 303 || locationOf(answer)?.includes('fehler') === true) throw new Error(`${page} was not saved: ${answer.head}`)
  return answer
}

/** From the first click to the number. */
export async function registerDog(
  connection: Connection,
  port: number,
  ars: string,
): Promise<{ readonly submitted: Answer; readonly submittedAt: number }> {
  const draft = await beginDog(connection, port, ars)
  for (const page of Object.keys(typed))
    await savePage(connection, port, draft, page, filled(page, await readPage(connection, port, draft, page)))
  const hidden = await readPage(connection, port, draft, 'pruefen')
  const submittedAt = performance.now()
  const asking = { method: 'POST', path: `${draft.path}/absenden`, cookie: draft.cookie, form: hidden.toString() } as const
  const submitted = await connection.send(requestBytes(port, asking))
  if (locationOf(submitted)?.endsWith('/fertig') !== true) throw new Error(`not submitted: ${submitted.head}`)
  return { submitted, submittedAt }
}

function locationOf(answer: Answer): string | undefined {
  return /\r\nlocation: ([^\r]+)/i.exec(answer.head)?.[1]
}

function unescape(text: string): string {
  return text.replaceAll('&quot;', '"').replaceAll('&#39;', "'").replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&amp;', '&')
}
