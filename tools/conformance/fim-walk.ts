// Conformance with FIM, second part: the imported Blue Card schema is filled in page by page over HTTP and submitted.
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { newId } from '#kernel/ids.ts'
import type { FormDefinition } from '../../src/modules/forms/domain/definition.ts'
import { formFromFim } from '../../src/modules/forms/domain/from-fim.ts'
import { readCodeLists } from '../../src/modules/forms/shipped-forms.ts'
import { ars, countRows, openTestHouse, pathOf } from '../../src/modules/forms/testing/house.ts'
import { decodeXdatenfelder } from '../../src/standards/xdatenfelder/index.ts'
import type { Finding } from './fim.ts'

const mostSteps = 80

/** Imports the official schema as it is and walks it to a submission with one entry of everything that must be there. */
export async function checkFimWalk(standardsDirectory: string): Promise<readonly Finding[]> {
  const definition = await importOfficial(join(standardsDirectory, 'fim/stammdatenschemata/BlaueKarte.xml'))
  if (definition === undefined)
    return [{ name: 'fim/S00000121 walked to submission', ok: false, detail: 'the schema could not be imported' }]
  const house = await openTestHouse([definition])
  const cookie = house.signIn(newId())
  const browser = walker(house.address, cookie)
  const begun = await browser.post('/antrag/neu', { service: definition.key, ars })
  let address = pathOf(begun)
  const seen: string[] = []
  for (let step = 0; step < mostSteps && address !== '' && !address.endsWith('/fertig'); step++) {
    seen.push(address)
    address = await browser.goOn(address)
  }
  const submissions = await countRows(house, 'submission')
  const ok = address.endsWith('/fertig') && submissions === 1
  return [
    {
      name: `fim/S00000121 walked to submission over ${seen.length} pages`,
      ok,
      detail: `${submissions} submissions; stopped at ${address || 'nothing'} after ${seen.at(-1)}: ${browser.fault()}`,
    },
  ]
}

async function importOfficial(file: string): Promise<FormDefinition | undefined> {
  const decoded = decodeXdatenfelder(await readFile(file))
  if (decoded.message === undefined) return undefined
  const { definition } = formFromFim({ ...decoded, message: decoded.message }, await readCodeLists())
  return { ...definition, key: 'blaue-karte-fim' }
}

/** Fills whatever a page asks with the first thing that fits, by its controls alone, as a person who knows nothing of the form. */
function walker(base: string, cookie: string) {
  const headers = { cookie: `rennsteig-portal=${cookie}`, 'sec-fetch-site': 'same-origin' }
  const post = (path: string, fields: Record<string, string> | URLSearchParams) =>
    fetch(base + path, { method: 'POST', headers, body: new URLSearchParams(fields), redirect: 'manual' })
  let fault = ''
  return {
    post,
    fault: () => fault,
    goOn: async (path: string): Promise<string> => {
      const markup = await (await fetch(base + path, { headers })).text()
      const main = markup.slice(markup.indexOf('<main'))
      fault = [...main.matchAll(/<a[^>]*href="#[^"]*"[^>]*>([^<]+)</g)].map((match) => match[1]).join('; ')
      // What is uploaded already is not uploaded again.
      const found = formOf(main)
      const form = path.includes('datei=') || /class="file-name"/.test(main) ? { ...found, files: [] } : found
      const target = form.action === '' ? (path.split('?')[0] ?? path) : form.action
      const response = await (form.isMultipart ? sendParts(base + target, headers, form) : post(target, form.fields))
      return pathOf(response)
    },
  }
}

interface PostedForm {
  readonly action: string
  readonly isMultipart: boolean
  readonly fields: URLSearchParams
  /** Names of file fields with what they accept. */
  readonly files: readonly (readonly [name: string, accept: string])[]
}

const pixel = Buffer.from('iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==', 'base64')
const sheet = Buffer.from('%PDF-1.4\n1 0 obj<</Type/Catalog>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF\n')

async function sendParts(address: string, headers: Record<string, string>, { fields, files }: PostedForm): Promise<Response> {
  const body = new FormData()
  for (const [name, value] of fields) body.append(name, value)
  for (const [name, accept] of files) {
    const isPicture = !/pdf/.test(accept) && accept !== ''
    body.append(name, new Blob([isPicture ? pixel : sheet]), isPicture ? 'bild.png' : 'nachweis.pdf')
  }
  return fetch(address, { method: 'POST', headers, body, redirect: 'manual' })
}

/** The page's main form with an answer in every field; opens a list that still needs its first entry. */
function formOf(main: string): PostedForm {
  const start = main.search(/<form[^>]*method="post"/)
  const form = main.slice(start, main.indexOf('</form>', start))
  const action = /<form[^>]*\saction="([^"]*)"/.exec(form)?.[1] ?? ''
  const fields = new URLSearchParams()
  const faults = new Map([...main.matchAll(/<a[^>]*href="#([^"]*)"[^>]*>([^<]+)</g)].map((match) => [match[1] ?? '', match[2] ?? '']))
  for (const tag of form.matchAll(/<(input|textarea|select)\b([^>]*)>([\s\S]*?)(?=<(?:input|textarea|select|button)\b|$)/g))
    fillTag(fields, tag[1] ?? '', tag[2] ?? '', tag[3] ?? '', faults)
  const missingEntry = /<button[^>]*name="open"[^>]*value="([^"]*\.neu)"[^>]*>(?![\s\S]*name="open"[^>]*value="[^"]*\.0")/.exec(form)?.[1]
  if (missingEntry !== undefined && /Noch nichts eingetragen/.test(form)) fields.set('open', missingEntry)
  else fields.set('go', 'next')
  const files = [...form.matchAll(/<input([^>]*type="file"[^>]*)>/g)].map(
    (match) => [attribute(match[1] ?? '', 'name'), attribute(match[1] ?? '', 'accept')] as const,
  )
  return { action, isMultipart: /<form[^>]*multipart\/form-data/.test(form), fields, files }
}

function fillTag(fields: URLSearchParams, kind: string, attributes: string, rest: string, faults: ReadonlyMap<string, string>): void {
  const name = attribute(attributes, 'name')
  const type = attribute(attributes, 'type')
  if (name === '' || type === 'file' || type === 'submit') return
  if (type === 'hidden') return fields.append(name, attribute(attributes, 'value'))
  if (type === 'radio' || type === 'checkbox') return fields.has(name) ? undefined : fields.append(name, attribute(attributes, 'value'))
  if (kind === 'select') return fields.append(name, /<option[^>]*value="([^"]+)"/.exec(rest)?.[1] ?? '')
  const fault = faults.get(attribute(attributes, 'id'))
  // Told how long or of what kind, a person tries again.
  if (fault !== undefined)
    return fields.append(name, /höchstens (\d+) Zeichen/.test(fault) ? '98693'.slice(0, Number(/höchstens (\d+)/.exec(fault)?.[1])) : '1')
  return fields.append(name, attribute(attributes, 'value') || valueFor(name, attributes))
}

function valueFor(name: string, attributes: string): string {
  if (name.endsWith('.day') || name.endsWith('.month')) return '1'
  if (name.endsWith('.year')) return '2026'
  const type = attribute(attributes, 'type')
  if (type === 'email') return 'amina@example.org'
  if (type === 'tel') return '03677 600'
  const longest = Number(attribute(attributes, 'maxlength') || '40')
  return /numeric|decimal/.test(attribute(attributes, 'inputmode')) ? '1' : 'Angabe'.slice(0, longest)
}

function attribute(attributes: string, name: string): string {
  return new RegExp(`\\b${name}="([^"]*)"`).exec(attributes)?.[1]?.replaceAll('&amp;', '&').replaceAll('&quot;', '"') ?? ''
}
