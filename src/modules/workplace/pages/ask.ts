// Asks the person for a correction of chosen answers, or for papers.
import { inTransaction } from '#database'
import type { Staff } from '#kernel/actors.ts'
import type { Id } from '#kernel/ids.ts'
import { askPerson, lookAtCase, mayCaseBecome } from '#modules/cases'
import { answersAsRows, getSubmission } from '#modules/forms'
import { notFound, page, type Reply, seeOther, type Visit } from '#web'
import type { WorkplaceDependencies } from '../dependencies.ts'
import { askTexts } from '../texts.ts'
import { type AskView, askPage } from './ask.html.ts'
import { change } from './change-case.ts'
import { casePath, findReadableCase, shownCase, withCase } from './staff.ts'

const mostPaths = 300

export async function showAsking(dependencies: WorkplaceDependencies, visit: Visit): Promise<Reply> {
  return withCase(visit, (staff, caseId) => show(dependencies, visit, { staff, caseId, errors: {} }))
}

export async function ask(dependencies: WorkplaceDependencies, visit: Visit): Promise<Reply> {
  return withCase(visit, async (staff, caseId) => {
    const { form } = visit
    const kind = form.get('kind')
    const reason = form.get('reason') ?? ''
    const chosen = form.getAll('path').slice(0, mostPaths)
    const errors: Record<string, string> = {}
    if (kind !== 'correction' && kind !== 'papers') errors['kind'] = askTexts.errors.kind
    if (kind === 'correction' && chosen.length === 0) errors['path'] = askTexts.errors.fields
    if (reason.trim() === '') errors['reason'] = askTexts.errors.reason
    if ((kind !== 'correction' && kind !== 'papers') || Object.keys(errors).length > 0)
      return show(dependencies, visit, { staff, caseId, errors })
    const known = await knownPaths(dependencies, staff, caseId)
    const paths = kind === 'correction' ? chosen.filter((path) => known.has(path)) : []
    return change({ database: dependencies.database, visit, staff, caseId, done: 'nachgefragt' }, (step) =>
      askPerson(dependencies.cases, { ...step, kind, reason, paths }),
    )
  })
}

interface Showing {
  readonly staff: Staff
  readonly caseId: Id<'case'>
  readonly errors: Readonly<Record<string, string>>
}

async function show(dependencies: WorkplaceDependencies, visit: Visit, { staff, caseId, errors }: Showing): Promise<Reply> {
  const { form } = visit
  const view = await inTransaction(
    dependencies.database,
    { authority: staff.authority },
    async (transaction): Promise<AskView | 'state' | undefined> => {
      const found = await findReadableCase(transaction, staff, caseId)
      if (found === undefined) return undefined
      if (!mayCaseBecome(found.state, 'waiting-for-person')) return 'state'
      const submission = await getSubmission(transaction, found.authority, found.submission, found.submissionVersion)
      await lookAtCase(transaction, found, staff, visit.now)
      return {
        shown: shownCase(found, staff, visit.now),
        // A form that came back with errors keeps the revision it was made from.
        revision: Number(form.get('revision') ?? found.revision),
        groups:
          submission === undefined ? [] : answersAsRows(submission.definition, submission.answers, 'de', dependencies.cases.codeLists),
        typed: { kind: form.get('kind') ?? '', reason: form.get('reason') ?? '', paths: form.getAll('path') },
        errors,
      }
    },
  )
  if (view === undefined) return notFound()
  if (view === 'state') return seeOther(visit.frame.href(`${casePath(caseId)}?nicht=wrong-state`))
  return page(askPage(visit.frame, view), Object.keys(errors).length > 0 ? { status: 422 } : {})
}

/** Only what was asked can be put right. */
async function knownPaths(dependencies: WorkplaceDependencies, staff: Staff, caseId: Id<'case'>): Promise<ReadonlySet<string>> {
  return inTransaction(dependencies.database, { authority: staff.authority }, async (transaction) => {
    const found = await findReadableCase(transaction, staff, caseId)
    const submission = found && (await getSubmission(transaction, found.authority, found.submission, found.submissionVersion))
    if (submission === undefined) return new Set()
    const groups = answersAsRows(submission.definition, submission.answers, 'de', dependencies.cases.codeLists)
    return new Set(groups.flatMap((group) => group.rows.map((row) => row.path)))
  })
}
