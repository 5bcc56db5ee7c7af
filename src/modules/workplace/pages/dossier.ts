// The dossier: its documents with versions and hashes, its history with the chain checked, its export.
import { inTransaction } from '#database'
import { listHistory, recordAccess, verifyHistory } from '#journal'
import { formatDay } from '#kernel/dates.ts'
import { parseId } from '#kernel/ids.ts'
import { findAuthority } from '#modules/directory'
import {
  type Dossier,
  exportDossier,
  findDossier,
  listDocuments,
  listDossierCases,
  listGrants,
  mayReadDossier,
  retentionRuleTexts,
  type Verification,
  verifyDossier,
} from '#modules/dossiers'
import { bytes, notFound, page, type Reply, seeOther, type Visit } from '#web'
import type { WorkplaceDependencies } from '../dependencies.ts'
import { dossierTexts } from '../texts.ts'
import { type DossierView, dossierPage } from './dossier.html.ts'
import { mayWork, staffOf } from './staff.ts'
import { eventsOf, shownDocument } from './timeline.ts'

export async function showDossier(dependencies: WorkplaceDependencies, visit: Visit): Promise<Reply> {
  const view = await readDossier(dependencies, visit)
  if (view === undefined) return notFound()
  const isAsked = visit.query.get('pruefen') === '1'
  const checked = isAsked ? await verify(dependencies, visit, view.dossierId) : undefined
  return page(dossierPage(visit.frame, { ...view, checked }))
}

async function readDossier({ database }: WorkplaceDependencies, visit: Visit): Promise<Omit<DossierView, 'checked'> | undefined> {
  const staff = staffOf(visit)
  const { authority } = staff
  const dossierId = parseId<'dossier'>(visit.params['dossier'])
  if (dossierId === undefined) return undefined
  return inTransaction(database, { authority }, async (transaction) => {
    const found = await findDossier(transaction, authority, dossierId)
    const grants = found === undefined ? [] : await listGrants(transaction, authority, dossierId)
    if (found === undefined || !mayReadDossier(staff, authority, grants)) return undefined
    if (found.owner !== undefined) {
      const object = { kind: 'dossier', id: dossierId, title: found.subject }
      await recordAccess(transaction, { authority, owner: found.owner, actor: staff, purpose: 'case-work', object, now: visit.now })
    }
    const documents = (await listDocuments(transaction, authority, dossierId)).map(shownDocument)
    const history = await listHistory(transaction, authority, dossierId)
    const chain = await verifyHistory(transaction, authority, dossierId)
    const cases = await listDossierCases(transaction, authority, dossierId)
    return {
      dossierId,
      ...headOf(found),
      documents,
      events: eventsOf({ history, documents }),
      cases: cases.map((entry) => ({ id: entry.case, title: entry.title, isOpen: entry.closedOn === undefined })),
      mayOpenCases: mayWork(staff) || staff.roles.includes('auditor'),
      chain: chain.ok ? chain.value : undefined,
      mayExport: found.state === 'closed' && mayExport(staff.roles),
      refusal: visit.query.get('nicht') ?? '',
    }
  })
}

function headOf(
  found: Dossier,
): Pick<DossierView, 'referenceNumber' | 'subject' | 'state' | 'openedAt' | 'closedOn' | 'mark' | 'retention'> {
  const { retention } = found
  return {
    referenceNumber: found.referenceNumber,
    subject: found.subject,
    state: found.state,
    openedAt: found.openedAt,
    closedOn: found.closedOn,
    mark: found.mark,
    retention: retention && {
      until: retention.endsOn === undefined ? undefined : formatDay(retention.endsOn),
      rule: retentionRuleTexts[retention.rule].de,
      law: retention.law,
    },
  }
}

async function verify(
  dependencies: WorkplaceDependencies,
  visit: Visit,
  dossier: DossierView['dossierId'],
): Promise<Verification | undefined> {
  const { authority } = staffOf(visit)
  const outcome = await verifyDossier({ database: dependencies.database, files: dependencies.files }, { authority, dossier })
  return outcome.ok ? outcome.value : undefined
}

function mayExport(roles: readonly string[]): boolean {
  return roles.includes('lead') || roles.includes('registry')
}

/** The package leaves while it is made; history and access log name it before the first byte. */
export async function sendExport(dependencies: WorkplaceDependencies, visit: Visit): Promise<Reply> {
  const staff = staffOf(visit)
  const view = await readDossier(dependencies, visit)
  if (view === undefined) return notFound()
  const sender = await findAuthority(dependencies.database, staff.authority)
  const outcome = await exportDossier(
    { database: dependencies.database, files: dependencies.files },
    {
      authority: staff.authority,
      dossier: view.dossierId,
      actor: staff,
      now: visit.now,
      sender: { institution: { name: sender?.name ?? '' }, unit: staff.unit },
      recipient: { institution: { name: dossierTexts.archive } },
    },
  )
  if (!outcome.ok)
    return outcome.reason === 'unknown' ? notFound() : seeOther(visit.frame.href(`/arbeit/akte/${view.dossierId}?nicht=${outcome.reason}`))
  return bytes(outcome.value.stream, { mediaType: 'application/zip', fileName: outcome.value.name })
}
