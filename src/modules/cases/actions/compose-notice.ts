// Composes a decision notice from template, answers and judgement.
import { type Letter, letterTemplate, type Passage } from '#documents'
import { dayInGermany, formatDay } from '#kernel/dates.ts'
import { type AnswerGroup, answersAsRows, prefilledAnswers, type Submission } from '#modules/forms'
import type { CasesDependencies } from '../dependencies.ts'
import type { Case } from '../domain/case.ts'
import { type Decision, type DecisionOutcome, type DecisionTemplate, fillText, placesIn } from '../domain/decision.ts'
import { judgementInWords } from '../domain/judgement.ts'
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
  const facts = { ...factsOf(dependencies, input), authority: letterhead.name, seat }
  const missing = new Set<string>()
  const fill = (text: string): string => {
    const filled = fillText(text, facts)
    for (const name of filled.missing) missing.add(name)
    return filled.text
  }
  const isWanted = (text: string): boolean => !leavesOut(text, outcome, input.judgement)
  const paragraphs = (text: string): Passage[] =>
    fill(text)
      .split(/\n{2,}/)
      .map((part) => ({ kind: 'paragraph', text: part }))
  const operative = outcome.operative.filter(isWanted)
  const remedy = outcome.legalRemedy ?? template.legalRemedy
  const reasons = outcome.reasons.filter(isWanted)
  // Sentences of an administrative act are numbered, so that an objection can name one; other letters read on.
  const isNumbered = remedy.length > 0 && operative.length > 1
  const passages: Passage[] = [
    ...operative.flatMap((text, index) => paragraphs(isNumbered ? `${index + 1}. ${text}` : text)),
    ...(reasons.length === 0 ? [] : [{ kind: 'heading', text: caseTexts.reasons } as const, ...reasons.flatMap(paragraphs)]),
  ]
  const person = prefilledAnswers(submission.definition, submission.answers)
  // Who answers questions is who works on the case, not who signed.
  const clerk = found.assignee?.name ?? signed?.name
  const letter: Letter = {
    language: 'de',
    title: `${fill(outcome.subject)} ${found.referenceNumber}`,
    subject: fill(outcome.subject),
    authority: letterhead,
    recipient: recipientOf(found.applicant, person),
    reference: [
      { label: caseTexts.referenceNumber, value: found.referenceNumber },
      { label: caseTexts.number, value: found.submissionNumber },
      ...(clerk === undefined ? [] : [{ label: caseTexts.clerk, value: clerk }]),
      { label: caseTexts.date, value: formatDay(dayInGermany(signed?.at ?? input.now)) },
    ],
    mark: found.referenceNumber,
    salutation: caseTexts.salutation(found.applicant),
    passages,
    ...(remedy.length === 0 ? {} : { remedy: { title: caseTexts.remedy, paragraphs: remedy.map(fill) } }),
    closing: template.closing,
    signature: signed === undefined ? [caseTexts.preview] : [signed.name, `${seat}, ${formatDay(dayInGermany(signed.at))}`],
  }
  return { letter, missing: [...missing] }
}

export async function renderNotice(dependencies: CasesDependencies, letter: Letter, made: Date): Promise<Uint8Array> {
  return dependencies.documents.render(letterTemplate, { ...letter }, made)
}

/** What a template may name: answers by path, what the case knows, what the clerk judged; authority and seat come from the letterhead. */
function factsOf(dependencies: CasesDependencies, input: NoticeInput): Readonly<Record<string, string>> {
  const { found, submission } = input
  const groups: readonly AnswerGroup[] = answersAsRows(submission.definition, submission.answers, 'de', dependencies.codeLists)
  const answers: Record<string, string> = {}
  for (const row of groups.flatMap((group) => group.rows)) {
    // Entries of a repeated group stand together under the path without positions: "Bello, Waldi".
    const path = row.path.replaceAll(/\.\d+(?=\.|$)/g, '')
    if (row.text !== '') answers[path] = answers[path] === undefined ? row.text : `${answers[path]}, ${row.text}`
  }
  const judged = input.outcome.judgement.map((field) => [field.key, judgementInWords(field, input.judgement[field.key] ?? '')] as const)
  return {
    ...answers,
    applicant: found.applicant,
    number: found.submissionNumber,
    referenceNumber: found.referenceNumber,
    submittedOn: formatDay(dayInGermany(submission.submittedAt)),
    today: formatDay(dayInGermany(input.now)),
    ...Object.fromEntries(judged),
  }
}

/** A sentence is left out where it asks for an optional judgement that was not given. */
function leavesOut(text: string, outcome: DecisionOutcome, judgement: Readonly<Record<string, string>>): boolean {
  return placesIn(text).some((name) => {
    const field = outcome.judgement.find((candidate) => candidate.key === name)
    return field?.isOptional === true && (judgement[name] ?? '') === ''
  })
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
