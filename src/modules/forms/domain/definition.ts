// Form definitions: what a form asks, as plain JSON with versions; imported from FIM or written by hand.
import type { Localised } from '#kernel/language.ts'

/** How often a field or group may stand: `max` null means any number. */
export interface Occurs {
  readonly min: number
  readonly max: number | null
}

/** A condition over answers of the same form; paths are dotted keys from the root ("dog.isGuideDog"). */
export type Condition =
  | { readonly path: string; readonly equals: string }
  | { readonly path: string; readonly oneOf: readonly string[] }
  | { readonly path: string; readonly isAnswered: boolean }
  | { readonly all: readonly Condition[] }
  | { readonly any: readonly Condition[] }
  | { readonly not: Condition }

export interface Choice {
  readonly value: string
  readonly label: Localised
  readonly hint?: Localised
  /** Codes that identity cards and passports print for this choice. */
  readonly onPapers?: readonly string[]
}

/** What a field takes; the answer's JSON shape is a string for all but `file` (list of file ids) and `choices` (list of values). */
export type FieldType =
  | 'text' // one line
  | 'long-text'
  | 'name' // DIN 91379 letters
  | 'day' // "2026-02-01"
  | 'partial-day' // "2026", "2026-02" or a whole day: dates of birth may be incomplete
  | 'time'
  | 'instant'
  | 'integer'
  | 'decimal' // German comma accepted, stored with a dot
  | 'money' // cents as a decimal integer string
  | 'yes-no' // "yes" | "no"
  | 'choice'
  | 'choices'
  | 'email'
  | 'phone'
  | 'iban'
  | 'postal-code'
  | 'country' // ISO or Destatis key by code list
  | 'file'
  | 'note' // text shown, nothing asked (FIM label)
  | 'hidden'

export interface Field {
  readonly kind: 'field'
  /** Unique among its siblings; `[a-zA-Z][a-zA-Z0-9]*`. */
  readonly key: string
  readonly type: FieldType
  readonly label: Localised
  readonly hint?: Localised
  /** Why we ask, when it may surprise; with its legal basis. */
  readonly why?: Localised
  readonly occurs: Occurs
  readonly minLength?: number
  readonly maxLength?: number
  /** For numbers and days; days as "2026-02-01" or "today", "today+30", "today-6570". */
  readonly minimum?: string
  readonly maximum?: string
  /** ECMAScript pattern with the `u` flag, anchored by the engine, with the sentence shown when it does not match. */
  readonly pattern?: { readonly expression: string; readonly message: Localised }
  /** For `choice` and `choices`; else the name of a code list in data/code-lists. */
  readonly choices?: readonly Choice[]
  readonly codeList?: string
  /** For `file`. */
  readonly mediaTypes?: readonly string[]
  readonly maxBytes?: number
  /** Name of a profile attribute that fills the field ("familyName"). */
  readonly prefill?: string
  /** Value of the HTML autocomplete attribute. */
  readonly autocomplete?: string
  readonly presetValue?: string
  readonly when?: Condition
  /** Where it comes from: FIM id and version ("F60000227V1.0"). */
  readonly source?: string
}

export interface Group {
  readonly kind: 'group'
  readonly key: string
  readonly title: Localised
  readonly hint?: Localised
  /** A repeatable group (max > 1 or null) is answered by a list. */
  readonly occurs: Occurs
  /** What one entry is called on the "add another" button ("Kind"). */
  readonly entryName?: Localised
  readonly members: readonly Member[]
  readonly when?: Condition
  readonly source?: string
}

export type Member = Field | Group

/** A rule of the schema that exists only as prose: shown to the designer, not executed. */
export interface ProseRule {
  readonly id: string
  readonly text: string
  /** Path of the element that it stands at, "" for the whole form. */
  readonly path: string
}

/** A check across fields that the engine executes. */
export interface Check {
  /** Field at which the message is shown. */
  readonly path: string
  readonly valid: Condition
  readonly message: Localised
}

export interface FormDefinition {
  readonly key: string
  readonly version: string
  readonly title: Localised
  /** The pages, one theme each, in order. */
  readonly pages: readonly Group[]
  readonly checks?: readonly Check[]
  readonly proseRules?: readonly ProseRule[]
  /** What the person declares when submitting ("Meine Angaben sind richtig"). */
  readonly declaration?: Localised
  readonly source?: { readonly standard: string; readonly schema: string; readonly version: string }
}

/** Answers mirror the definition: page key → member key → string | list | object. */
export type Answer = string | readonly string[] | Answers | readonly Answers[]
export interface Answers {
  readonly [key: string]: Answer
}
