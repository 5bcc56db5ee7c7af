// The page of bank statements.
import { inTransaction } from '#database'
import { page, type Reply, seeOther, type Visit } from '#web'
import { type StatementRefusal, takeStatement } from '../actions/take-statement.ts'
import type { PayDependencies } from '../pay-dependencies.ts'
import { listStatements } from '../pay-reads.ts'
import { statementRefusals } from '../texts/pay.ts'
import { statementPath } from './pay-parts.html.ts'
import { payingStaff } from './pay-runs.ts'
import { type StatementsView, statementsPage } from './statements.html.ts'

export async function showStatements(dependencies: PayDependencies, visit: Visit): Promise<Reply> {
  return show(dependencies, visit)
}

async function show({ database }: PayDependencies, visit: Visit, refusal?: StatementRefusal): Promise<Reply> {
  const { authority } = payingStaff(visit)
  const statements = await inTransaction(database, { authority }, (transaction) => listStatements(transaction, authority))
  const html = statementsPage(visit.frame, {
    statements: statements.map(({ statementId, takenAt, takenBy, matched, unmatched }) => ({
      ...{ id: statementId, takenAt, takenBy: takenBy.name, matched, unmatched },
    })),
    problem: refusal === undefined ? undefined : statementRefusals[refusal],
    result: resultOf(visit.query),
  })
  return page(html, { status: refusal === undefined ? 200 : 422 })
}

/** What the address says of the statement just taken in. */
function resultOf(query: URLSearchParams): StatementsView['result'] {
  if (query.has('bekannt')) return 'known'
  const [matched, unmatched] = [query.get('bezahlt') ?? '', query.get('offen') ?? '']
  return /^\d{1,6}$/.test(matched) && /^\d{1,6}$/.test(unmatched) ? { matched: Number(matched), unmatched: Number(unmatched) } : undefined
}

export async function takeStatementFile(dependencies: PayDependencies, visit: Visit): Promise<Reply> {
  for await (const part of visit.parts()) {
    if (part.kind !== 'file' || part.name !== 'auszug' || part.fileName === '') continue
    const { fileName, content } = part
    const outcome = await takeStatement(dependencies, { staff: payingStaff(visit), fileName, content, now: visit.now })
    if (!outcome.ok) return show(dependencies, visit, outcome.reason)
    const fresh = outcome.value.filter(({ isNew }) => isNew)
    const sum = (of: 'matched' | 'unmatched') => fresh.reduce((total, one) => total + one[of], 0)
    const told = fresh.length === 0 ? 'bekannt=1' : `bezahlt=${sum('matched')}&offen=${sum('unmatched')}`
    return seeOther(visit.frame.href(`${statementPath}?${told}`))
  }
  return show(dependencies, visit, 'empty')
}
