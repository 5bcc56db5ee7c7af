// Composes a decision notice from template, answers and judgement.
import { type Letter, letterTemplate, type Passage } from '#documents'
import { dayInGermany, formatDay } from '#kernel/dates.ts'
import { type AnswerGroup, answersAsRows, prefilledAnswers, type Submission } from '#modules/forms'
import type { CasesDependencies } from '../dependencies.ts'
import type { Case } from '../domain/case.ts'
import { type Decision, type DecisionOutcome, type DecisionTemplate, fillText } from '../domain/decision.ts'
import { caseTexts } from '../texts.ts'

export interface NoticeInput {
  readonly found: Case
  readonly submission: Submission
  readonly template: DecisionTemplate
  readonly outcome: DecisionOutcome
  readonly judgement: Readonly<Record<string, string>>
  /** Who signs, and when; a preview has neither. */
  readonly signed?: { readonly name: string; readonly at: Date } | undefined
  readonly now: Date
}

export interface ComposedNotice {
  readonly letter: Letter
  /** Names in the template that nothing is known for. */
  readonly missing: readonly string[]
}

/** The letter of a decision; a preview is the same letter with a mark instead of a signature. */
export async function composeNotice(dependencies: CasesDependencies, input: NoticeInput): Promise<ComposedNotice> {
  const { found, submission, outcome, template, signed } = input
  const { letterhead, seat } = await dependencies.letterheadOf(found.authority, found.unit)
  const facts = factsOf(dependencies, input)
  const missing = new Set<string>()
  const fill = (text: string): string => {
    const filled = fillText(text, facts)
    for (const name of filled.missing) missing.add(name)
    return filled.text
  }
  const paragraph = (text: string): Passage => ({ kind: 'paragraph', text: fill(text) })
  const operative = outcome.operative.map(fill)
  const passages: Passage[] = [
    ...(operative.length === 1
      ? [{ kind: 'paragraph', text: operative[0] ?? '' } as const]
      : [{ kind: 'list', entries: operative.map((text, index) => `${index + 1}. ${text}`) } as const]),
    ...(outcome.reasons.length === 0 ? [] : [{ kind: 'heading', text: caseTexts.reasons } as const, ...outcome.reasons.map(paragraph)]),
  ]
  const person = prefilledAnswers(submission.definition, submission.answers)
  const letter: Letter = {
    language: 'de',
    title: `${fill(outcome.subject)} ${found.referenceNumber}`,
    subject: fill(outcome.subject),
    authority: letterhead,
    recipient: recipientOf(found.applicant, person),
    reference: [
      { label: caseTexts.referenceNumber, value: found.referenceNumber },
      { label: caseTexts.number, value: found.submissionNumber },
      { label: caseTexts.clerk, value: signed?.name ?? found.assignee?.name ?? '' },
      { label: caseTexts.date, value: formatDay(dayInGermany(signed?.at ?? input.now)) },
    ],
    mark: found.referenceNumber,
    salutation: caseTexts.salutation(found.applicant),
    passages,
    ...(template.legalRemedy.length === 0 ? {} : { remedy: { title: caseTexts.remedy, paragraphs: template.legalRemedy.map(fill) } }),
    closing: template.closing,
    signature: signed === undefined ? [caseTexts.preview] : [signed.name, `${seat}, ${formatDay(dayInGermany(signed.at))}`],
  }
  return { letter, missing: [...missing] }
}

export async function renderNotice(dependencies: CasesDependencies, letter: Letter, made: Date): Promise<Uint8Array> {
  return dependencies.documents.render(letterTemplate, { ...letter }, made)
}

/** What a template may name: answers by path, what the case knows, what the clerk judged. */
function factsOf(dependencies: CasesDependencies, input: NoticeInput): Readonly<Record<string, string>> {
  const { found, submission } = input
  const groups: readonly AnswerGroup[] = answersAsRows(submission.definition, submission.answers, 'de', dependencies.codeLists)
  const answers = groups.flatMap((group) => group.rows.map((row) => [row.path, row.text] as const))
  return {
    ...Object.fromEntries(answers),
    applicant: found.applicant,
    number: found.submissionNumber,
    referenceNumber: found.referenceNumber,
    submittedOn: formatDay(dayInGermany(submission.submittedAt)),
    today: formatDay(dayInGermany(input.now)),
    ...input.judgement,
  }
}

function recipientOf(applicant: string, person: ReadonlyMap<string, string>): readonly string[] {
  const street = [person.get('street'), person.get('houseNumber')].filter(Boolean).join(' ')
  const town = [person.get('postalCode'), person.get('town')].filter(Boolean).join(' ')
  return [applicant, street, town].filter((line) => line !== '')
}

/** The template and outcome of a decision. @throws Error if the shipped content lacks them */
export function templateOf(
  dependencies: CasesDependencies,
  decision: Pick<Decision, 'templateKey' | 'outcome'>,
): { readonly template: DecisionTemplate; readonly outcome: DecisionOutcome } {
  const template = dependencies.templates.get(decision.templateKey)
  const outcome = template?.outcomes.find((candidate) => candidate.key === decision.outcome)
  if (template === undefined || outcome === undefined) throw new Error(`no decision template ${decision.templateKey}/${decision.outcome}`)
  return { template, outcome }
}
