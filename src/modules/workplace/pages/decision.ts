// Writing a decision: outcome, judgement, preview as the PDF itself, handing in and signing.
import { inTransaction, type Transaction } from '#database'
import type { Staff } from '#kernel/actors.ts'
import { formatInstant } from '#kernel/dates.ts'
import type { Id } from '#kernel/ids.ts'
import {
  type Case,
  type DecisionOutcome,
  type DecisionTemplate,
  findDecision,
  type JudgementField,
  judgementAsTyped,
  lookAtCase,
  missingIn,
  previewNotice,
  readJudgement,
  saveDraft,
} from '#modules/cases'
import { findPublicService } from '#modules/catalogue'
import { answersAsRows, getSubmission } from '#modules/forms'
import { bytes, notFound, page, type Reply, seeOther, type Visit } from '#web'
import type { WorkplaceDependencies } from '../dependencies.ts'
import { decisionTexts } from '../texts.ts'
import { showConflict, stepOf } from './change-case.ts'
import { type DecisionView, decisionPage, type ShownField } from './decision.html.ts'
import { possibleFor } from './possible.ts'
import { casePath, findReadableCase, shownCase, withCase } from './staff.ts'

/** Where the catalogue names no template, an informal answer is written. */
const generalTemplate = 'allgemeine-antwort'

export async function showDecision(dependencies: WorkplaceDependencies, visit: Visit): Promise<Reply> {
  return withCase(visit, async (staff, caseId) => {
    const view = await inTransaction(dependencies.database, { authority: staff.authority }, async (transaction) => {
      const found = await findReadableCase(transaction, staff, caseId)
      if (found === undefined) return undefined
      await lookAtCase(transaction, found, staff, visit.now)
      return readView(dependencies, transaction, { found, staff, visit })
    })
    if (view === undefined) return notFound()
    if (view === 'nothing') return seeOther(visit.frame.href(`${casePath(caseId)}?nicht=no-draft`))
    return page(decisionPage(visit.frame, view))
  })
}

interface Reading {
  readonly found: Case
  readonly staff: Staff
  readonly visit: Visit
}

async function readView(
  dependencies: WorkplaceDependencies,
  transaction: Transaction,
  reading: Reading,
): Promise<DecisionView | 'nothing'> {
  const { found, staff, visit } = reading
  const decision = (await findDecision(transaction, found.authority, found.caseId))?.decision
  const draft = decision?.state === 'issued' ? undefined : decision
  const may = possibleFor(staff, found, decision)
  if (!may.decide && draft === undefined) return 'nothing'
  const template = await templateFor(dependencies, transaction, found)
  const asked = visit.query.get('ergebnis') ?? draft?.outcome
  const outcome = template.outcomes.find((one) => one.key === asked)
  const isDrafted = draft !== undefined && draft.outcome === outcome?.key
  const judgement = isDrafted ? draft.judgement : {}
  const open = isDrafted && visit.query.get('offen') === '1' ? await missingIn(dependencies.cases, transaction, found, visit.now) : []
  const fields = (outcome?.judgement ?? []).map((field) => shownField(field, judgement[field.key] ?? '', open))
  const known = new Set(outcome?.judgement.map((field) => field.key))
  return {
    shown: shownCase(found, staff, visit.now),
    revision: found.revision,
    outcomes: template.outcomes.map(({ key, label }) => ({ value: key, label })),
    outcome: outcome && { key: outcome.key, label: outcome.label },
    fields,
    missingPlaces: await placesInWords(
      dependencies,
      transaction,
      found,
      open.filter((key) => !known.has(key)),
    ),
    draft: isDrafted ? decisionTexts.drafted(draft.drafter.name, formatInstant(draft.draftedAt)) : undefined,
    returnedReason: draft?.state === 'draft' ? draft.returnedReason : undefined,
    // The address changes with each saving, so that no browser shows an old preview.
    previewPath: isDrafted ? casePath(found.caseId, `/bescheid.pdf?stand=${found.revision}`) : undefined,
    fourEyes: found.fourEyes,
    may,
  }
}

function shownField(field: JudgementField, stored: string, open: readonly string[]): ShownField {
  const value = judgementAsTyped(field, stored)
  const { faults } = readJudgement([field], () => value)
  const fault = open.includes(field.key) ? (faults[field.key] ?? 'missing') : undefined
  return { ...field, value, error: fault && decisionTexts.faults[fault](field.label) }
}

/** Questions of the form that the notice names and nobody answered, as the form calls them. */
async function placesInWords(
  dependencies: WorkplaceDependencies,
  transaction: Transaction,
  found: Case,
  paths: readonly string[],
): Promise<readonly string[]> {
  if (paths.length === 0) return []
  const submission = await getSubmission(transaction, found.authority, found.submission, found.submissionVersion)
  const rows =
    submission === undefined
      ? []
      : answersAsRows(submission.definition, submission.answers, 'de', dependencies.cases.codeLists).flatMap((group) => group.rows)
  return paths.map((path) => rows.find((row) => row.path === path)?.label ?? path)
}

async function templateFor(dependencies: WorkplaceDependencies, transaction: Transaction, found: Case): Promise<DecisionTemplate> {
  const key = (await findPublicService(transaction, found.serviceKey))?.online?.decision ?? generalTemplate
  const template = dependencies.cases.templates.get(key) ?? dependencies.cases.templates.get(generalTemplate)
  if (template === undefined) throw new Error(`no decision template ${key}`)
  return template
}

export async function saveDecision(dependencies: WorkplaceDependencies, visit: Visit): Promise<Reply> {
  return withCase(visit, async (staff, caseId) => {
    const chosen = await chosenOutcome(dependencies, visit, staff, caseId)
    if (chosen === undefined) return notFound()
    const { judgement, faults } = readJudgement(chosen.outcome.judgement, (key) => typedValue(visit.form, key))
    const step = stepOf(visit, staff, caseId)
    const outcome = await saveDraft(dependencies.cases, {
      ...step,
      templateKey: chosen.template.key,
      outcome: chosen.outcome.key,
      judgement,
    })
    if (outcome.ok) {
      const isUnreadable = Object.values(faults).some((fault) => fault !== 'missing')
      return seeOther(visit.frame.href(casePath(caseId, isUnreadable ? '/bescheid?offen=1' : '/bescheid')))
    }
    if (outcome.reason === 'unknown') return notFound()
    if (outcome.reason === 'changed-meanwhile') return showConflict({ database: dependencies.database, visit, staff, caseId, done: '' })
    return seeOther(visit.frame.href(`${casePath(caseId)}?nicht=${outcome.reason}`))
  })
}

async function chosenOutcome(
  dependencies: WorkplaceDependencies,
  visit: Visit,
  staff: Staff,
  caseId: Id<'case'>,
): Promise<{ readonly template: DecisionTemplate; readonly outcome: DecisionOutcome } | undefined> {
  return inTransaction(dependencies.database, { authority: staff.authority }, async (transaction) => {
    const found = await findReadableCase(transaction, staff, caseId)
    const template = found && (await templateFor(dependencies, transaction, found))
    const outcome = template?.outcomes.find((one) => one.key === visit.form.get('outcome'))
    return template === undefined || outcome === undefined ? undefined : { template, outcome }
  })
}

/** A day comes as three fields. */
function typedValue(form: URLSearchParams, key: string): string {
  const parts = ['day', 'month', 'year'].map((part) => (form.get(`${key}.${part}`) ?? '').trim())
  const day = parts.every((part) => part === '') ? '' : parts.join('.')
  return form.get(key) ?? day
}

export async function sendPreview(dependencies: WorkplaceDependencies, visit: Visit): Promise<Reply> {
  return withCase(visit, async (staff, caseId) => {
    const isReadable = await inTransaction(dependencies.database, { authority: staff.authority }, async (transaction) => {
      const found = await findReadableCase(transaction, staff, caseId)
      if (found !== undefined) await lookAtCase(transaction, found, staff, visit.now)
      return found !== undefined
    })
    const pdf = isReadable ? await previewNotice(dependencies.cases, { staff, caseId, now: visit.now }) : undefined
    return pdf === undefined ? notFound() : bytes(pdf, { mediaType: 'application/pdf', fileName: 'entwurf.pdf', inline: true })
  })
}
