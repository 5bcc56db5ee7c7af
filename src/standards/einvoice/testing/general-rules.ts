// Runs the general rules of EN 16931 (BR, BR-CO, BR-DEC, BR-CL) over changed samples and keeps account of which have been seen broken.
import assert from 'node:assert/strict'
import { type CompiledRules, compile, run } from '../engine/rules.ts'
import { en16931Patterns } from '../rules/en16931/index.ts'
import type { State, Syntax } from '../rules/en16931/states.ts'
import { readXml } from '../xml/reader.ts'
import { sampleInvoice } from './sample-invoices.ts'

export type Change = readonly [old: string, changed: string]
/** Ids of general rules in alphabetical order, separated by a space, and the changes that break just these. */
export type Case = readonly [ids: string, ...changes: readonly Change[]]

const general = /^BR-(?:CO-|DEC-|CL-)?\d/

/** Ids of the broken general rules, each once, in alphabetical order; 'undefined' where a rule itself fails. */
export function brokenRules(syntax: Syntax, state: State, changes: readonly Change[]): string {
  const read = readXml(sampleInvoice(syntax, ...changes))
  assert.ok(read.ok)
  const { findings, failed } = run(compiled(syntax, state), read.value)
  if (failed !== undefined) return 'undefined'
  const ids = new Set(findings.map(({ rule }) => rule.id).filter((id) => general.test(id)))
  return [...ids].sort().join(' ')
}

/** The general rules that no case breaks. */
export function neverBroken(syntax: Syntax, state: State, cases: readonly Case[]): string[] {
  const stated = en16931Patterns(syntax, state).flatMap(({ contexts }) => contexts.flatMap(({ rules }) => rules.map(({ id }) => id)))
  const seen = new Set(cases.flatMap(([ids]) => ids.split(' ')))
  return [...new Set(stated)].filter((id) => general.test(id) && !seen.has(id)).sort()
}

const known = new Map<string, CompiledRules>()

function compiled(syntax: Syntax, state: State): CompiledRules {
  const key = `${syntax} ${state}`
  const rules = known.get(key) ?? compile(en16931Patterns(syntax, state))
  known.set(key, rules)
  return rules
}
