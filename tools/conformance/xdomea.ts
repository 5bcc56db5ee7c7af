// Conformance: our xdomea 0503 against the official schemas, code lists and example of the archive's toolkit.

import assert from 'node:assert/strict'
import { execFile } from 'node:child_process'
import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import fc from 'fast-check'
import { confidentialityCodes, formatOf, mediumCodes, readDisposal, writeDisposal, type XdomeaVersion } from '#standards/xdomea'
import { anyDisposal } from '#test/harness/disposal-messages.ts'
import type { Finding } from './fim.ts'

const execute = promisify(execFile)
const seed = 31_0503
const perVersion = 40
const swaps = [
  ['ProzessID', 'Nachrichtentyp'],
  ['Absender', 'Empfaenger'],
  ['Importbestaetigung', 'RueckmeldungArchivkennung'],
  ['Kopf', 'Schriftgutobjekt'],
  ['Identifikation', 'Akteninhalt'],
] as const

/**
 * Validates random messages of both versions, sees broken ones refused, compares the codes we write with the
 * official lists and reads the toolkit's own 0503.
 *
 * @throws AssertionError with the validator's words
 */
export async function checkXdomea(standardsDirectory: string): Promise<readonly Finding[]> {
  const folder = join(standardsDirectory, 'xdomea')
  const work = await mkdtemp(join(tmpdir(), 'rennsteig-xdomea-'))
  try {
    let messages = 0
    for (const version of ['3.1.0', '3.0.0'] as const) {
      const paths = await writeSamples(work, version)
      const verdict = await validate(folder, version, paths)
      assert.equal(verdict.isValid, true, verdict.words)
      messages += paths.length
    }
    const refusedMessages = await countRefused(folder, work)
    await readForeignExample(folder)
    return [
      {
        name: `xdomea: ${messages} random messages valid, ${refusedMessages} broken ones refused by xmllint`,
        ok: messages > 0,
        detail: '',
      },
      { name: `xdomea: ${await countCodes(folder)} codes stand in the official lists`, ok: true, detail: '' },
    ]
  } finally {
    await rm(work, { recursive: true })
  }
}

async function writeSamples(work: string, version: XdomeaVersion): Promise<string[]> {
  const messages = fc.sample(anyDisposal, { numRuns: perVersion, seed })
  return Promise.all(
    messages.map(async (message, index) => {
      const path = join(work, `${version}-${index}.xml`)
      await writeFile(path, writeDisposal(message, version))
      return path
    }),
  )
}

async function countRefused(folder: string, work: string): Promise<number> {
  const message = {
    processId: '0198f3a2-aaaa-7abc-8def-0123456789ab',
    createdAt: new Date(0),
    sender: {},
    recipient: {},
    wantsArchiveReference: true,
    wantsReceipt: true,
    dossiers: [{ id: '0198f3a2-bbbb-7abc-8def-0123456789ab', history: [], documents: [], cases: [] }],
  }
  const path = join(work, 'broken.xml')
  for (const [first, second] of swaps) {
    const part = (name: string) => `<xdomea:${name}>(?:(?!</?xdomea:${name}>).)*</xdomea:${name}>`
    const broken = writeDisposal(message).replace(new RegExp(`(${part(first)})(${part(second)})`, 's'), '$2$1')
    assert.notEqual(broken, writeDisposal(message), `${first} and ${second} are no neighbours`)
    await writeFile(path, broken)
    assert.equal((await validate(folder, '3.1.0', [path])).isValid, false, `the schema accepts ${second} before ${first}`)
  }
  return swaps.length
}

async function validate(folder: string, version: XdomeaVersion, paths: readonly string[]): Promise<{ isValid: boolean; words: string }> {
  const schema = join(folder, 'schema', version, 'xdomea-Nachrichten-AussonderungDurchfuehren.xsd')
  try {
    await execute('xmllint', ['--noout', '--nonet', '--schema', schema, ...paths], { maxBuffer: 64 * 1024 * 1024 })
    return { isValid: true, words: '' }
  } catch (cause) {
    if (!(cause instanceof Error) || !('stderr' in cause)) throw cause
    return { isValid: false, words: String(cause.stderr) }
  }
}

async function readForeignExample(folder: string): Promise<void> {
  const patterns = join(folder, 'examples', 'patterns', '3.0.0')
  const name = (await readdir(patterns)).find((entry) => entry.endsWith('.0503.xml'))
  assert.notEqual(name, undefined, 'the toolkit has no 0503 pattern')
  const message = readDisposal(await readFile(join(patterns, name ?? ''), 'utf8'))
  assert.equal(message.processId.length, 36)
  assert.notEqual(message.sender.institution?.name, undefined)
}

async function countCodes(folder: string): Promise<number> {
  const lists = join(folder, 'codelists', '3.0.0')
  const read = async (name: string): Promise<Set<string>> => {
    const text = await readFile(join(lists, `${name}_1.0.xml`), 'utf8')
    return new Set([...text.matchAll(/<Row>.*?<SimpleValue>([^<]*)<\/SimpleValue>/gs)].map((match) => match[1] ?? ''))
  }
  const formats = ['application/pdf', 'application/xml', 'text/plain', 'image/png', 'image/jpeg', 'message/rfc822', 'x/y'].map(
    (type) => formatOf(type).code,
  )
  const used = {
    Medium: Object.values(mediumCodes),
    Vertraulichkeitsstufe: Object.values(confidentialityCodes),
    Dateiformat: [...formats, formatOf('application/pdf', '2a').code],
    Aussonderungsart: ['A', 'B', 'V'],
    Bewertungsvorschlag: ['A', 'V'],
  }
  let count = 0
  for (const [name, codes] of Object.entries(used)) {
    const official = await read(name)
    for (const code of codes) assert.equal(official.has(code), true, `${name} has no code ${code}`)
    count += codes.length
  }
  return count
}
