// Search over cases, dossiers and documents, with permission.
import { inTransaction } from '#database'
import { recordSearch } from '#journal'
import { listCases } from '#modules/cases'
import { documentKindTexts, search } from '#modules/dossiers'
import { page, type Reply, type Visit } from '#web'
import type { WorkplaceDependencies } from '../dependencies.ts'
import { searchPage } from './search.html.ts'
import { mayWork, shownCase, staffOf } from './staff.ts'

const longestWords = 200
const hitsShown = 20

export async function showSearch({ database, journalKey }: WorkplaceDependencies, visit: Visit): Promise<Reply> {
  const staff = staffOf(visit)
  const { authority } = staff
  const words = (visit.query.get('q') ?? '').replaceAll('\u0000', ' ').trim().slice(0, longestWords)
  if (words === '') return page(searchPage(visit.frame, { words, cases: [], hits: [] }))
  const seesCases = mayWork(staff) || staff.roles.includes('auditor')
  const view = await inTransaction(database, { authority }, async (transaction) => {
    const cases = seesCases ? (await listCases(transaction, authority, { words, order: 'received', limit: hitsShown })).cases : []
    const hits = await search(transaction, { authority, words, staff, limit: hitsShown })
    const shown = cases.length + hits.length
    await recordSearch(transaction, journalKey, { staff, place: 'search', filters: {}, words, shown, now: visit.now })
    return { cases, hits }
  })
  const hits = view.hits.map((hit) => ({
    dossierId: hit.dossier,
    referenceNumber: hit.referenceNumber,
    subject: hit.subject,
    document: hit.document && {
      id: hit.document.document,
      title: hit.document.title,
      kind: documentKindTexts[hit.document.kind].de,
    },
  }))
  return page(searchPage(visit.frame, { words, cases: view.cases.map((found) => shownCase(found, staff, visit.now)), hits }))
}
