// Decisions: templates as data, the draft a clerk fills in, and who may sign it.
import type { StaffId } from '#kernel/actors.ts'
import type { Id } from '#kernel/ids.ts'

/** A question of judgement that the template leaves to the clerk. */
export interface JudgementField {
  readonly key: string
  readonly label: string
  readonly hint?: string
  readonly type: 'text' | 'long-text' | 'day' | 'money' | 'choice'
  readonly choices?: readonly { readonly value: string; readonly label: string }[]
  readonly isOptional?: boolean
}

export interface DecisionOutcome {
  readonly key: string
  readonly label: string
  /** Subject of the notice. */
  readonly subject: string
  /** What is decided, in numbered operative sentences; `{{name}}` stands for an answer, a fact or a judgement. */
  readonly operative: readonly string[]
  readonly reasons: readonly string[]
  readonly judgement: readonly JudgementField[]
  /** In place of the template's, where this outcome differs: a refused certificate is an administrative act. */
  readonly legalRemedy?: readonly string[]
}

export interface DecisionTemplate {
  readonly key: string
  readonly version: string
  readonly outcomes: readonly DecisionOutcome[]
  /** Paragraphs of the instruction on legal remedies (§ 37 (6) VwVfG); none where nothing is decided. */
  readonly legalRemedy: readonly string[]
  readonly closing: string
}

export const decisionStates = ['draft', 'awaiting-signature', 'signed', 'issued'] as const
export type DecisionState = (typeof decisionStates)[number]

export const decisionSteps: Record<DecisionState, readonly DecisionState[]> = {
  draft: ['awaiting-signature', 'signed'],
  'awaiting-signature': ['draft', 'signed'],
  signed: ['issued'],
  issued: [],
}

export interface Decision {
  readonly decisionId: Id<'decision'>
  readonly templateKey: string
  readonly outcome: string
  readonly judgement: Readonly<Record<string, string>>
  readonly state: DecisionState
  readonly drafter: { readonly staff: StaffId; readonly name: string }
  readonly draftedAt: Date
  readonly signer: { readonly staff: StaffId; readonly name: string; readonly at: Date } | undefined
  readonly returnedReason: string | undefined
  /** Version of the submission that it was signed on. */
  readonly submissionVersion: number | undefined
  readonly document: Id<'document'> | undefined
}

export type SigningRefusal = 'own-draft' | 'not-lead'

/**
 * Who may sign: where four eyes are due, a lead who did not draft it; else the clerk who works on it.
 * Undefined means yes.
 */
export function refusesSignature(rule: {
  readonly fourEyes: boolean
  readonly drafter: StaffId
  readonly signer: StaffId
  readonly isLead: boolean
}): SigningRefusal | undefined {
  if (!rule.fourEyes) return undefined
  if (!rule.isLead) return 'not-lead'
  return rule.drafter === rule.signer ? 'own-draft' : undefined
}

/** Places in a template's text that name something: "{{dog.name}}". */
const place = /\{\{\s*([\w.-]+)\s*\}\}/g

/** Names that a text asks for. */
export function placesIn(text: string): readonly string[] {
  return [...text.matchAll(place)].map((found) => found[1] ?? '')
}

/** Fills the places; names that nothing is known for come back so that the clerk sees what is missing. */
export function fillText(
  text: string,
  facts: Readonly<Record<string, string>>,
): { readonly text: string; readonly missing: readonly string[] } {
  const missing: string[] = []
  const filled = text.replaceAll(place, (_whole, name: string) => {
    const value = Object.hasOwn(facts, name) ? facts[name] : undefined
    if (value !== undefined && value !== '') return value
    missing.push(name)
    return '…'
  })
  return { text: filled, missing }
}
