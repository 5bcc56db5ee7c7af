// The workplace's routes: work list, case, decision, dossier, search, documents.
import type { StaffRole } from '#kernel/actors.ts'
import type { Language } from '#kernel/language.ts'
import type { Reply, Route, Visit } from '#web'
import type { WorkplaceDependencies } from './dependencies.ts'
import { ask, showAsking } from './pages/ask.ts'
import { goToNext, showCase } from './pages/case.ts'
import { settleDifference, showDifference, showDifferences } from './pages/cash-office.ts'
import { assignTo, close, giveBack, handIn, reopen, sign, undoChange, writeNote } from './pages/change-case.ts'
import { saveDecision, sendPreview, showDecision } from './pages/decision.ts'
import { sendDocument } from './pages/document.ts'
import { sendExport, showDossier } from './pages/dossier.ts'
import { deleteKeptView, keepView, renameKeptView } from './pages/saved-views.ts'
import { showSearch } from './pages/search.ts'
import { showWorkList, takeChosen, undoTaking } from './pages/work-list.ts'

const working: readonly StaffRole[] = ['clerk', 'lead']
const seeing: readonly StaffRole[] = ['clerk', 'lead', 'auditor']
const finding: readonly StaffRole[] = ['clerk', 'lead', 'registry', 'auditor']
const settling: readonly StaffRole[] = ['cashier']
const exporting: readonly StaffRole[] = ['lead', 'registry']

/** The work of a German authority is done in German (§ 23 ThürVwVfG); a page that mixes languages would be read out wrongly. */
const written: readonly Language[] = ['de']

type PageHandler = (dependencies: WorkplaceDependencies, visit: Visit) => Promise<Reply>

export function workplaceRoutes(dependencies: WorkplaceDependencies): readonly Route[] {
  const get = (path: string, staff: readonly StaffRole[], handler: PageHandler): Route => ({
    method: 'GET',
    path,
    permission: { staff },
    languages: written,
    handler: (visit) => handler(dependencies, visit),
  })
  const post = (path: string, staff: readonly StaffRole[], handler: PageHandler): Route => ({
    method: 'POST',
    path,
    permission: { staff },
    languages: written,
    body: 'form',
    handler: (visit) => handler(dependencies, visit),
  })
  const oneCase = '/arbeit/vorgang/:case'
  const decision = `${oneCase}/bescheid`
  return [
    get('/arbeit', [...finding, ...settling], showWorkList),
    post('/arbeit/uebernehmen', working, takeChosen),
    post('/arbeit/rueckgaengig', working, undoTaking),
    post('/arbeit/ansichten', seeing, keepView),
    post('/arbeit/ansichten/:view', seeing, renameKeptView),
    post('/arbeit/ansichten/:view/loeschen', seeing, deleteKeptView),
    get('/arbeit/kasse', settling, showDifferences),
    get('/arbeit/kasse/:attempt/:kind', settling, showDifference),
    post('/arbeit/kasse/:attempt/:kind', settling, settleDifference),
    get('/arbeit/suche', finding, showSearch),
    get(oneCase, seeing, showCase),
    get(`${oneCase}/naechster`, working, goToNext),
    post(`${oneCase}/zuweisen`, working, assignTo),
    post(`${oneCase}/rueckgaengig`, working, undoChange),
    post(`${oneCase}/vermerk`, working, writeNote),
    get(`${oneCase}/nachfrage`, working, showAsking),
    post(`${oneCase}/nachfrage`, working, ask),
    get(decision, seeing, showDecision),
    post(decision, working, saveDecision),
    get(`${decision}.pdf`, seeing, sendPreview),
    post(`${decision}/abgeben`, working, handIn),
    post(`${decision}/unterschreiben`, ['lead'], sign),
    post(`${decision}/zurueckgeben`, ['lead'], giveBack),
    post(`${oneCase}/schliessen`, working, close),
    post(`${oneCase}/wiederaufnehmen`, working, reopen),
    get('/arbeit/akte/:dossier', finding, showDossier),
    post('/arbeit/akte/:dossier/export', exporting, sendExport),
    get('/arbeit/dokument/:document', finding, sendDocument),
  ]
}
