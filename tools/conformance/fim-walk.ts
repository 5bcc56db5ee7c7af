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
  const cookie = house.signIn(newId(), 'high')
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
      fault = [...main.matchAll(/<a href="#[^"]*"[^>]*>([^<]+)</g)].map((match) => match[1]).join('; ')
      const form = formOf(main)
      const response = await post(form.action === '' ? (path.split('?')[0] ?? path) : form.action, form.fields)
      return pathOf(response)
    },
  }
}

/** The page's main form with an answer in every field; opens a list that still needs its first entry. */
function formOf(main: string): { action: string; fields: URLSearchParams } {
  const start = main.search(/<form[^>]*method="post"/)
  const form = main.slice(start, main.indexOf('</form>', start))
  const action = /<form[^>]*\saction="([^"]*)"/.exec(form)?.[1] ?? ''
  const fields = new URLSearchParams()
  for (const tag of form.matchAll(/<(input|textarea|select)\b([^>]*)>([\s\S]*?)(?=<(?:input|textarea|select|button)\b|$)/g))
    fillTag(fields, tag[1] ?? '', tag[2] ?? '', tag[3] ?? '')
  const missingEntry = /<button[^>]*name="open"[^>]*value="([^"]*\.neu)"[^>]*>(?![\s\S]*name="open"[^>]*value="[^"]*\.0")/.exec(form)?.[1]
  if (missingEntry !== undefined && /Noch nichts eingetragen/.test(form)) fields.set('open', missingEntry)
  else fields.set('go', 'next')
  return { action, fields }
}

function fillTag(fields: URLSearchParams, kind: string, attributes: string, rest: string): void {
  const name = attribute(attributes, 'name')
  const type = attribute(attributes, 'type')
  if (name === '' || type === 'file' || type === 'submit') return
  if (type === 'hidden') return fields.append(name, attribute(attributes, 'value'))
  if (type === 'radio' || type === 'checkbox') return fields.has(name) ? undefined : fields.append(name, attribute(attributes, 'value'))
  if (kind === 'select') return fields.append(name, /<option[^>]*value="([^"]+)"/.exec(rest)?.[1] ?? '')
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
