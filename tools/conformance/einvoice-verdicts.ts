// Conformance: our judgement of e-invoices against what the official rules say of the same documents, without an allow-list.
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { type Judgement, judge, type RuleStep } from '#standards/einvoice'
import { bytesOf, documentOf, documentOfRecipe, documentsOfTestSet, type Recipe } from './einvoice-documents.ts'
import type { Finding } from './fim.ts'

/** What the official chain says: `messages` are [step, rule, level, location]; absent where no rule was reached. */
interface Verdict {
  readonly wellFormed: boolean
  readonly scenario: string | null
  readonly xsdValid: boolean | null
  readonly verdict: Judgement['verdict']
  readonly messages?: readonly (readonly [number, string, string, string])[]
}
type Fired = Readonly<Record<'fatal' | 'warning' | 'information', readonly string[]>>

const steps: readonly RuleStep[] = ['en16931', 'xrechnung']
const shown = 12

/** Collects differences of one set of documents. */
class Comparison {
  readonly #title: string
  readonly #differences: string[] = []
  #documents = 0

  constructor(title: string) {
    this.#title = title
  }

  add(document: string, differences: readonly string[]): void {
    this.#documents += 1
    if (differences.length > 0) this.#differences.push(`${document}: ${differences.slice(0, 6).join('; ')}`)
  }

  get finding(): Finding {
    const equal = this.#documents - this.#differences.length
    return {
      name: `einvoice: ${equal} of ${this.#documents} ${this.#title}`,
      ok: this.#documents > 0 && equal === this.#documents,
      detail: `\n  ${this.#differences.slice(0, shown).join('\n  ')}`,
    }
  }
}

/** The 1,691 verdicts: test suite, configuration tests, mutations, examples and foreign invoices, with rule, level and place. */
export async function checkExpectedVerdicts(standardsFolder: string): Promise<readonly Finding[]> {
  const groups = new Map<string, Comparison>()
  for (const line of linesOf<Verdict & { readonly doc: string }>(standardsFolder, 'xrechnung/expected-verdicts.jsonl')) {
    const title = titleOf(line.doc)
    const comparison = groups.get(title) ?? new Comparison(title)
    groups.set(title, comparison)
    comparison.add(line.doc, compare(judge(documentOf(standardsFolder, line.doc), { rules: '2026-01-31' }), line))
  }
  return [...groups.values()].map((group) => group.finding)
}

/** The 1,500 recipes, among them rounding limits where the official rule computes with doubles, and dynamic errors. */
export async function checkMutationRecipes(standardsFolder: string): Promise<readonly Finding[]> {
  const comparison = new Comparison('mutation recipes: verdict, scenario, structure, rules, levels and places')
  for (const line of linesOf<Recipe & { readonly id: string; readonly expected: Verdict }>(
    standardsFolder,
    'xrechnung/random-mutations.jsonl',
  ))
    comparison.add(line.id, compare(judge(documentOfRecipe(standardsFolder, line), { rules: '2026-01-31' }), line.expected))
  return [comparison.finding]
}

/** The 765 unit tests of EN 16931 1.3.16: fragments of invoices, each with the rules that fire. */
export async function checkUnitTests(standardsFolder: string): Promise<readonly Finding[]> {
  const expected = Object.entries(
    readJson<Record<string, { readonly saxonFired: readonly string[] }>>(standardsFolder, 'en16931/unit-tests-expected-saxon.json'),
  )
  const sets = new Map<string, readonly Uint8Array[]>()
  const comparison = new Comparison('unit tests of EN 16931 1.3.16: rules')
  for (const [key, { saxonFired }] of expected) {
    const [path = '', place] = key.split('#')
    const documents = sets.get(path) ?? documentsOfTestSet(standardsFolder, path)
    sets.set(path, documents)
    const bytes = documents[Number(place)]
    const differences =
      bytes === undefined
        ? ['the set has no such document']
        : compareSets(rulesOf(judge(bytes, { rules: 'en16931-1.3.16', steps: ['en16931'] })), saxonFired)
    comparison.add(key, differences)
  }
  return [comparison.finding]
}

/** The 1,161 mutation tests: the rules of XRechnung 2.5.0 that fire, whatever the scenario. */
export async function checkMutationTests(standardsFolder: string): Promise<readonly Finding[]> {
  const expected = readJson<Record<string, { readonly saxonFired: readonly string[] }>>(
    standardsFolder,
    'xrechnung/mutation-tests-expected-saxon.json',
  )
  const comparison = new Comparison('mutation tests: rules of XRechnung 2.5.0')
  for (const [key, { saxonFired }] of Object.entries(expected)) {
    const judgement = judge(documentOf(standardsFolder, key), { rules: 'en16931-1.3.16', steps: ['xrechnung'] })
    comparison.add(key, compareSets(rulesOf(judgement), saxonFired))
  }
  return [comparison.finding]
}

/**
 * The 207 whole invoices: the rules that fire at each level, in both steps, whatever the scenario. Null is a step
 * that broke off. Placeholders in them are not filled.
 */
export async function checkWholeInvoices(standardsFolder: string): Promise<readonly Finding[]> {
  const expected = readJson<Record<string, Readonly<Record<RuleStep, Fired | null>>>>(standardsFolder, 'en16931/expected-saxon.json')
  const comparison = new Comparison('steps of whole invoices (EN 16931 1.3.16, XRechnung 2.5.0): rules and levels')
  for (const [path, fired] of Object.entries(expected)) {
    for (const step of steps) {
      const judgement = judge(bytesOf(standardsFolder, path), { rules: 'en16931-1.3.16', steps: [step] })
      const ours = judgement.findings.map(({ rule, level }) => `${rule} ${level}`)
      comparison.add(`${path} ${step}`, compareSets(judgement.verdict === 'undefined' ? ['broke off'] : ours, rulesIn(fired[step])))
    }
  }
  return [comparison.finding]
}

function rulesIn(fired: Fired | null): readonly string[] {
  if (fired === null) return ['broke off']
  return [
    ...fired.fatal.map((rule) => `${rule} error`),
    ...fired.warning.map((rule) => `${rule} warning`),
    ...fired.information.map((rule) => `${rule} information`),
  ]
}

/** Hostile and broken inputs: those that are no XML, and those that are but match no scenario. All are rejected, none throws. */
export async function checkHostileInvoices(standardsFolder: string): Promise<readonly Finding[]> {
  const expected = readJson<Record<string, readonly string[]>>(standardsFolder, 'xrechnung/hostile/expected.json')
  const comparison = new Comparison('hostile inputs rejected for the right reason')
  for (const [kind, names] of Object.entries(expected)) {
    for (const name of names) {
      const judgement = judge(documentOf(standardsFolder, `xrechnung/hostile/${name}`))
      const first = judgement.findings[0]
      // Our limit on depth answers before the question of a scenario; both reject.
      const step = kind === 'reject-not-well-formed' || first?.rule === 'too-deep' ? 'xml' : 'scenario'
      comparison.add(name, compareSets([judgement.verdict, String(first?.step)], ['reject', step]))
    }
  }
  return [comparison.finding]
}

function titleOf(document: string): string {
  const of = (what: string): string => `${what}: verdict, scenario, structure, rules, levels and places`
  if (document.startsWith('xrechnung/testsuite/')) return of('invoices of the XRechnung test suite')
  if (document.startsWith('xrechnung/validator-configuration/')) return of('configuration tests')
  if (document.startsWith('xrechnung/mutation-tests/')) return of('XRechnung mutations and their originals')
  return of('other expected verdicts')
}

function compare(judgement: Judgement, truth: Verdict): readonly string[] {
  const differences: string[] = []
  const demand = (what: string, ours: unknown, theirs: unknown): void => {
    if (ours !== theirs) differences.push(`${what} ${String(ours)} instead of ${String(theirs)}`)
  }
  demand('verdict', judgement.verdict, truth.verdict)
  demand('well-formed', judgement.findings[0]?.step !== 'xml', truth.wellFormed)
  demand('scenario', judgement.scenario ?? null, truth.scenario)
  demand('xsdValid', judgement.xsdValid ?? null, truth.xsdValid)
  const ours = judgement.findings
    .filter(({ step }) => step === 'en16931' || step === 'xrechnung')
    .map(({ step, rule, level, location }) => `${step} ${rule} ${level} ${location}`)
  const theirs = (truth.messages ?? []).map(([step, rule, level, location]) => `${steps[step - 1]} ${rule} ${level} ${location}`)
  return [...differences, ...compareSets(ours, theirs)]
}

function compareSets(ours: readonly string[], theirs: readonly string[]): readonly string[] {
  const known = new Set(ours)
  const wanted = new Set(theirs)
  return [
    ...[...wanted].filter((entry) => !known.has(entry)).map((entry) => `missing ${entry}`),
    ...[...known].filter((entry) => !wanted.has(entry)).map((entry) => `too much ${entry}`),
  ]
}

function rulesOf({ findings }: Judgement): readonly string[] {
  return findings.map(({ rule }) => rule)
}

function readJson<Content>(standardsFolder: string, path: string): Content {
  return JSON.parse(readFileSync(join(standardsFolder, path), 'utf8')) as Content
}

function linesOf<Line>(standardsFolder: string, path: string): readonly Line[] {
  return readFileSync(join(standardsFolder, path), 'utf8')
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line) as Line)
}
