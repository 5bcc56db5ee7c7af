// Conformance with FIM: the official test files get the verdict they are made for, the real Blue Card schema becomes a form.
import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { checkDefinition } from '../../src/modules/forms/domain/check-definition.ts'
import { formFromFim } from '../../src/modules/forms/domain/from-fim.ts'
import { readCodeLists } from '../../src/modules/forms/shipped-forms.ts'
import type { Message, Structure } from '../../src/standards/xdatenfelder/index.ts'
import { decodeXdatenfelder, encodeXdatenfelder } from '../../src/standards/xdatenfelder/index.ts'

export interface Finding {
  readonly name: string
  readonly ok: boolean
  readonly detail: string
}

const ownSchema = new URL('../../data/forms/blaue-karte-eu.xdf3.xml', import.meta.url)

/** Runs all FIM checks on the official files below `standardsDirectory`. */
export async function checkFim(standardsDirectory: string): Promise<readonly Finding[]> {
  const folder = join(standardsDirectory, 'fim')
  const schema = await readFile(join(folder, 'stammdatenschemata/BlaueKarte.xml'))
  return [...(await checkTestFiles(join(folder, 'xdatenfelder-tests'))), ...(await checkImport(schema)), await compareFacts(schema)]
}

/** The files' names say what is wrong with them; the others are sound. */
const expectedCode: readonly (readonly [RegExp, string])[] = [
  [/unknown-namespace/, 'unknown-namespace'],
  [/duplicate/, 'duplicate-element'],
  [/empty/, 'empty-value'],
  [/missing/, 'missing-element'],
  [/unexpected/, 'unexpected-element'],
  [/invalid/, 'invalid-code'],
]

async function checkTestFiles(folder: string): Promise<Finding[]> {
  const names = (await readdir(folder, { recursive: true })).filter((name) => name.endsWith('.xml')).toSorted()
  return Promise.all(
    names.map(async (name) => {
      const { isValid, issues, message } = decodeXdatenfelder(await readFile(join(folder, name)))
      const expected = expectedCode.find(([pattern]) => pattern.test(name))?.[1]
      const errors = issues.filter((issue) => issue.severity === 'error')
      const ok = expected === undefined ? isValid && message !== undefined : errors.some((issue) => issue.code === expected)
      const said = errors.map((issue) => `line ${issue.line}: ${issue.code} ${issue.message}`).join('; ')
      return { name: `fim/${name}`, ok, detail: `${expected ?? 'valid'} expected, ${said || 'valid'}` }
    }),
  )
}

async function checkImport(schema: Uint8Array): Promise<Finding[]> {
  const decoded = decodeXdatenfelder(schema)
  const { message } = decoded
  if (message === undefined || !decoded.isValid) return [{ name: 'fim/S00000121', ok: false, detail: JSON.stringify(decoded.issues) }]
  const codeLists = await readCodeLists()
  const { definition, report } = formFromFim({ ...decoded, message }, codeLists)
  const faults = checkDefinition(definition, new Set(codeLists.map((list) => list.name)))
  const lost = report.notes.filter((note) => note.verdict === 'lost')
  return [
    {
      name: 'fim/S00000121 becomes a form',
      ok: faults.length === 0 && report.placesTaken === report.placesInSource,
      detail: `${report.placesTaken} of ${report.placesInSource} places taken, ${definition.pages.length} pages, ${report.notes.length} notes, ${lost.length} lost, faults ${JSON.stringify(faults)}`,
    },
    { name: 'fim/S00000121 written as version 3', ...checkRewritten(message) },
  ]
}

/** The real schema, written by us in version 3 and read again, has the same structure. */
function checkRewritten(message: Message): { ok: boolean; detail: string } {
  const statuses = { inVorbereitung: '2', aktiv: '6', inaktiv: '7' } as const
  const text = new TextDecoder().decode(encodeXdatenfelder(message))
  const renamed = Object.entries(statuses).reduce(
    (written, [old, now]) => written.replaceAll(`<code>${old}</code>`, `<code>${now}</code>`),
    text,
  )
  const again = decodeXdatenfelder(new TextEncoder().encode(renamed))
  const difference = again.message === undefined ? ['not readable'] : differences(factsOf(message), factsOf(again.message))
  return { ok: again.isValid && difference.length === 0, detail: difference.join('; ') || 'same facts' }
}

/** Our own file must say the same as the official one: ids, order, multiplicity, types, lengths, code lists. */
async function compareFacts(schema: Uint8Array): Promise<Finding> {
  const [official, own] = [decodeXdatenfelder(schema).message, decodeXdatenfelder(await readFile(ownSchema)).message]
  if (official === undefined || own === undefined) return { name: 'fim/our Blue Card schema', ok: false, detail: 'not readable' }
  const found = differences(factsOf(official), factsOf(own))
  return {
    name: 'fim/our Blue Card schema',
    ok: found.length === 0,
    detail: found.join('; ') || `${factsOf(own).length} places with the same facts`,
  }
}

function factsOf(message: Message): string[] {
  const { root } = message
  return root.kind === 'schema' || root.kind === 'group' ? factsOfMembers(root.members, '') : []
}

function factsOfMembers(members: readonly Structure[], parent: string): string[] {
  return members.flatMap(({ min, max, contains }) => {
    const { id, version } = contains.identification
    const path = `${parent}/${longId(id)}V${version.split('.').slice(0, 2).join('.')}`
    const occurs = `${min}:${max ?? '*'} ${contains.elementKind}`
    if (contains.kind === 'group') {
      const rules = contains.rules.map((rule) => longId(rule.identification.id)).join(',')
      return [`${path} ${occurs} ${rules}`, ...factsOfMembers(contains.members, path)]
    }
    const { minLength, maxLength, minValue, maxValue, pattern } = contains.constraints
    const bounds = [minLength, maxLength, minValue, maxValue, pattern].join(',')
    const list = contains.codeList === undefined ? '' : `${contains.codeList.canonicalUri} ${contains.codeList.version}`
    return [`${path} ${occurs} ${contains.name} ${contains.fieldKind} ${contains.dataType} ${bounds} ${list}`]
  })
}

/** Version 2 ids have eight digits, version 3 puts three zeros behind the number circle: F60000227 → F60000000227. */
function longId(id: string): string {
  return /^[SGFR]\d{8}$/.test(id) ? `${id.slice(0, 3)}000${id.slice(3)}` : id
}

function differences(expected: readonly string[], found: readonly string[]): string[] {
  const missing = expected.filter((fact) => !found.includes(fact)).map((fact) => `missing: ${fact}`)
  const extra = found.filter((fact) => !expected.includes(fact)).map((fact) => `extra: ${fact}`)
  const order = missing.length + extra.length === 0 && expected.join() !== found.join() ? ['another order'] : []
  return [...missing, ...extra, ...order]
}
