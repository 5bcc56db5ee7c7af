// An invoice made ready to be shown: labels, values as people write them, findings beside what they concern.

/** The readable view exists in these; there is no plain German of an invoice. */
export type ViewLanguage = 'de' | 'en'

export type FindingLevel = 'error' | 'warning' | 'information'

export interface ViewFinding {
  /** The id of its place on the page. */
  readonly anchor: string
  readonly rule: string
  readonly level: FindingLevel
  readonly title: string
  readonly wrong: string
  readonly todo: string
}

export interface ViewField {
  readonly id: string
  readonly label: string
  readonly value: string
  /** What is added in small letters: a code beside its meaning, the scheme of an identifier. */
  readonly note?: string
  readonly isNumber: boolean
  readonly findings: readonly ViewFinding[]
}

export interface ViewGroup {
  readonly id: string
  readonly label: string
  readonly fields: readonly ViewField[]
  readonly groups: readonly ViewGroup[]
  readonly findings: readonly ViewFinding[]
}

export interface ViewLine {
  readonly number: string
  readonly name: string
  /** "3 Stück × 12,50 EUR"; empty where quantity or price is missing. */
  readonly calculation: string
  readonly amount: string
  /** All that the line says, sub lines left out. */
  readonly group: ViewGroup
  readonly lines: readonly ViewLine[]
  /** Something in it or in a sub line is to be seen at once. */
  readonly hasFindings: boolean
}

export interface ViewAttachment {
  readonly title: string
  readonly description?: string
  /** Shown as text: nobody is led to an address that a stranger wrote. */
  readonly location?: string
  readonly fileName?: string
  readonly mediaType?: string
  readonly bytes?: number
  readonly findings: readonly ViewFinding[]
}

export interface ViewDiscount {
  readonly percentage: string
  readonly days: number
  /** The last day, counted from the date of the invoice. */
  readonly until?: string
  /** What is saved, where it can be told. */
  readonly saves?: string
}

export type ViewVerdict = 'accept' | 'reject' | 'undefined' | 'unchecked'

export interface InvoiceView {
  readonly language: ViewLanguage
  /** "Rechnung", "Gutschrift" … */
  readonly kind: string
  readonly number: string
  readonly issuedOn: string
  readonly seller: string
  readonly buyer: string
  readonly verdict: ViewVerdict
  readonly ruleSet: string
  readonly due: string
  readonly dueOn?: string
  readonly discounts: readonly ViewDiscount[]
  readonly terms: readonly string[]
  readonly totals: readonly ViewField[]
  /** The amount due itself, for its findings. */
  readonly dueField?: ViewField
  readonly vat: readonly ViewGroup[]
  readonly references: readonly ViewField[]
  readonly parties: readonly ViewGroup[]
  readonly delivery: readonly ViewGroup[]
  readonly payment: readonly ViewGroup[]
  readonly adjustments: readonly ViewGroup[]
  readonly preceding: readonly ViewGroup[]
  readonly notes: readonly ViewGroup[]
  readonly process: readonly ViewGroup[]
  readonly lines: readonly ViewLine[]
  readonly attachments: readonly ViewAttachment[]
  /** Errors and warnings in the order of the judgement: the summary on top. */
  readonly findings: readonly ViewFinding[]
  /** Findings nobody has to act on. */
  readonly noted: readonly ViewFinding[]
  /** Those that concern no field that is there. */
  readonly general: readonly ViewFinding[]
}
