// Drafts: what a person fills in, its states, and what is submitted of it.

import type { AssuranceLevel, AuthorityId, OwnerId } from '#kernel/actors.ts'
import type { Id } from '#kernel/ids.ts'
import type { StoredFile } from '#kernel/stored-file.ts'
import type { Path } from './answers.ts'
import { answerAt, entriesAt } from './answers.ts'
import { visibilityOf } from './conditions.ts'
import type { Answer, Answers, FormDefinition, Member } from './definition.ts'
import { isRepeated } from './validation.ts'

export type DraftId = Id<'draft'>
export type SubmissionId = Id<'submission'>
export type DraftFileId = Id<'file'>

export const draftStates = ['open', 'awaiting-payment', 'submitted', 'expired'] as const
export type DraftState = (typeof draftStates)[number]

export const draftSteps: Record<DraftState, readonly DraftState[]> = {
  open: ['awaiting-payment', 'submitted', 'expired'],
  'awaiting-payment': ['open', 'submitted'],
  submitted: [],
  expired: [],
}

export function mayBecome(from: DraftState, to: DraftState): boolean {
  return draftSteps[from].includes(to)
}

/** Of whom it is known how surely, at the moment of sealing. */
export interface Sealed {
  readonly assurance: AssuranceLevel
  readonly name: string
  readonly at: string
}

/** What a correction answers: which submission, why, and which questions. */
export interface CorrectionOf {
  readonly submission: SubmissionId
  readonly reason: string
  /** Dotted paths of the questions to look at again. */
  readonly fields: readonly string[]
}

/** The entry taken out last, so that it can be put back. */
export interface RemovedEntry {
  readonly path: Path
  readonly index: number
  readonly entry: Answers
}

export interface Draft {
  readonly owner: OwnerId
  readonly draftId: DraftId
  readonly authority: AuthorityId
  readonly serviceKey: string
  readonly ars: string
  readonly definition: FormDefinition
  readonly answers: Answers
  readonly revision: number
  readonly state: DraftState
  readonly correction?: CorrectionOf
  readonly removed?: RemovedEntry
  readonly sealed?: Sealed
  readonly payment?: string
  readonly submission?: SubmissionId
  readonly number?: string
  readonly startedAt: Date
  readonly savedAt: Date
  readonly expiresAt: Date
}

export interface DraftFile {
  readonly fileId: DraftFileId
  readonly draftId: DraftId
  readonly path: string
  readonly file: StoredFile
  /** Set where the file is the authority's already (a correction's). */
  readonly heldBy?: AuthorityId
}

/** What is handed in: answers to what is asked; hidden parts stay in the draft. */
export function submittedAnswers(definition: FormDefinition, answers: Answers): Answers {
  const visibility = visibilityOf(definition, answers)
  const pick = (members: readonly Member[], at: Path): Answers => {
    const picked: Record<string, Answer> = {}
    for (const member of members) {
      const path: Path = [...at, member.key]
      if (!visibility.isShown(path)) continue
      const answer = pickMember(member, path)
      if (answer !== undefined) picked[member.key] = answer
    }
    return picked
  }
  const pickMember = (member: Member, path: Path): Answer | undefined => {
    if (member.kind === 'field') {
      if (member.type === 'hidden') return member.presetValue
      const answer = answerAt(answers, path)
      return answer === '' || (Array.isArray(answer) && answer.length === 0) ? undefined : answer
    }
    if (isRepeated(member)) {
      const entries = entriesAt(answers, path).map((_, index) => pick(member.members, [...path, index]))
      return entries.length === 0 ? undefined : entries
    }
    const group = pick(member.members, path)
    return Object.keys(group).length === 0 ? undefined : group
  }
  return pick(definition.pages, [])
}

/** The answers to questions that the account could have filled, by the attribute's name. */
export function prefilledAnswers(definition: FormDefinition, answers: Answers): ReadonlyMap<string, string> {
  const found = new Map<string, string>()
  const visit = (members: readonly Member[], path: Path): void => {
    for (const member of members) {
      const here: Path = [...path, member.key]
      if (member.kind === 'group') {
        if (!isRepeated(member)) visit(member.members, here)
      } else if (member.prefill !== undefined && !found.has(member.prefill)) {
        const answer = answerAt(answers, here)
        if (typeof answer === 'string' && answer !== '') found.set(member.prefill, answer)
      }
    }
  }
  visit(definition.pages, [])
  return found
}

/** The name of who applies, as it was written into the questions that the account could have filled. */
export function applicantOf(definition: FormDefinition, answers: Answers): { readonly name: string } {
  const found = prefilledAnswers(definition, answers)
  return { name: [found.get('givenNames'), found.get('familyName')].filter((part) => part !== undefined).join(' ') }
}

/** The same bytes for the same content: keys in order, no spaces (RFC 8785 for what answers hold). */
export function canonicalJson(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(canonicalJson).join(',')}]`
  if (typeof value !== 'object' || value === null) return JSON.stringify(value ?? null)
  const entries = Object.entries(value).filter(([, inner]) => inner !== undefined)
  return `{${entries
    .toSorted(([one], [other]) => (one < other ? -1 : 1))
    .map(([key, inner]) => `${JSON.stringify(key)}:${canonicalJson(inner)}`)
    .join(',')}}`
}
