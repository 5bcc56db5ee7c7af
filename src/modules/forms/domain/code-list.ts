// Code lists: values to choose from, with the official list they come from.
import type { Localised } from '#kernel/language.ts'
import type { Choice } from './definition.ts'

export interface CodeList {
  /** As fields name it ("nationality"). */
  readonly name: string
  readonly title: Localised
  readonly source: {
    readonly publisher: string
    /** Canonical URI of the official list, where there is one. */
    readonly uri?: string
    readonly version?: string
    /** Day on which the facts were taken over. */
    readonly taken: string
    /** Other lists with the same codes. */
    readonly alsoFor?: readonly string[]
  }
  readonly entries: readonly Choice[]
}

/** The choice of a code: the list's own, or the one that identity cards and passports print for it. */
export function findChoice(choices: readonly Choice[], code: string): Choice | undefined {
  return choices.find((choice) => choice.value === code) ?? choices.find((choice) => choice.onPapers?.includes(code) === true)
}

/** The list that stands for a canonical URI, whatever its version. */
export function findCodeList(lists: readonly CodeList[], canonicalUri: string): CodeList | undefined {
  return lists.find(({ source }) => source.uri === canonicalUri || source.alsoFor?.includes(canonicalUri))
}
