// What a person reads about a broken rule, in both languages; the marks in it are filled in from the invoice.

/**
 * A title, what is wrong, what to do. Marks: [BT-112] is the field's name with its number, {BT-112} the value found, {.} the text of
 * the place itself, {@schemeID} an attribute of it, {= BT-109 + BT-110} a sum, {taxable} and the like a figure of `figures.ts`.
 */
export type RuleText = readonly [title: string, wrong: string, todo: string]

export interface RuleTexts {
  readonly de: RuleText
  readonly en: RuleText
}

export type TextTable = Readonly<Record<string, RuleTexts>>
export type TextLanguage = keyof RuleTexts
