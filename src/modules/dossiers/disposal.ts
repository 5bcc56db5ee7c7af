// A closed dossier as the message 0503 of xdomea: every field of ours has its place there, none is lost.
import type { HistoryEvent } from '#journal'
import { dayInGermany } from '#kernel/dates.ts'
import {
  type CaseRecord,
  type DisposalMessage,
  type DocumentRecord,
  type Extension,
  formatOf,
  type GeneralMetadata,
  type HistoryRecord,
  type Party,
  primaryFileName,
  type RetentionMetadata,
  type VersionRecord,
} from '#standards/xdomea'
import type { DocumentVersion, Dossier, DossierCase, FiledDocument } from './domain/dossier.ts'
import type { FilePlanUnit } from './domain/file-plan.ts'
import { documentKindTexts, historyTexts } from './texts.ts'

export interface WholeDossier {
  readonly dossier: Dossier
  readonly unit: FilePlanUnit
  readonly cases: readonly DossierCase[]
  readonly documents: readonly FiledDocument[]
  readonly history: readonly HistoryEvent[]
}

export interface DisposalHead {
  readonly processId: string
  readonly now: Date
  readonly sender: Party
  readonly recipient: Party
}

/** A file of the package: its name inside, and whose bytes it holds. */
export interface PackedFile {
  readonly name: string
  readonly version: DocumentVersion
}

/** Key of our extensions: reverse name of the product. */
const extensionKey = 'rennsteig'

export function disposalOf(
  whole: WholeDossier,
  head: DisposalHead,
): { readonly message: DisposalMessage; readonly files: readonly PackedFile[] } {
  const { dossier, documents } = whole
  const message: DisposalMessage = {
    processId: head.processId,
    createdAt: head.now,
    sender: head.sender,
    recipient: head.recipient,
    system: { product: 'Rennsteig' },
    wantsArchiveReference: true,
    wantsReceipt: true,
    dossiers: [
      {
        id: dossier.dossier,
        general: generalOf(whole, dossier.subject, dossier.referenceNumber),
        retention: retentionOf(whole),
        term: { begins: dayInGermany(dossier.openedAt), ...(dossier.closedOn === undefined ? {} : { ends: dossier.closedOn }) },
        history: whole.history.map(historyOf),
        documents: documents.filter((document) => document.case === undefined).map((document) => documentOf(whole, document)),
        cases: whole.cases.map((entry) => caseOf(whole, entry)),
        isClosed: dossier.state === 'closed',
        ...(dossier.closedOn === undefined ? {} : { closedOn: dossier.closedOn }),
        extension: dossierExtension(dossier),
      },
    ],
  }
  const files = documents.flatMap((document) => document.versions.map((version) => ({ name: nameOf(version), version })))
  return { message, files }
}

function caseOf(whole: WholeDossier, entry: DossierCase): CaseRecord {
  const closed = entry.closedOn === undefined ? {} : { closedOn: entry.closedOn }
  return {
    id: entry.case,
    general: generalOf(whole, entry.title, whole.dossier.referenceNumber),
    retention: retentionOf(whole),
    dossierSubject: whole.dossier.subject,
    isClosed: entry.closedOn !== undefined,
    ...closed,
    term: { begins: dayInGermany(entry.openedAt), ...(entry.closedOn === undefined ? {} : { ends: entry.closedOn }) },
    history: [],
    documents: whole.documents.filter((document) => document.case === entry.case).map((document) => documentOf(whole, document)),
  }
}

function documentOf(whole: WholeDossier, document: FiledDocument): DocumentRecord {
  const filedOn = dayInGermany(document.filedAt)
  return {
    id: document.document,
    general: { subject: document.title, referenceNumber: whole.dossier.referenceNumber, medium: 'electronic' },
    ...(document.direction === 'incoming' ? { receivedOn: filedOn } : {}),
    ...(document.direction === 'outgoing' ? { sentOn: filedOn } : {}),
    kind: documentKindTexts[document.kind].de,
    history: [],
    versions: document.versions.map(versionOf),
    extensions: [documentExtension(document)],
  }
}

function versionOf(version: DocumentVersion): VersionRecord {
  const file = {
    name: nameOf(version),
    originalName: version.file.name,
    ...(version.filedBy === '' ? {} : { creator: version.filedBy }),
    at: version.filedAt,
    ...(version.isSealed ? { isSealed: true } : {}),
  }
  return { number: String(version.version), formats: [{ ...formatOf(version.file.mediaType, version.archivalLevel), file }] }
}

function nameOf(version: DocumentVersion): string {
  return primaryFileName(version.fileId, version.file.name, version.file.mediaType)
}

function generalOf(whole: WholeDossier, subject: string, referenceNumber: string): GeneralMetadata {
  return {
    subject,
    referenceNumber,
    ...(whole.dossier.unit === undefined ? {} : { leadUnit: whole.dossier.unit }),
    medium: 'electronic',
    filePlanUnit: { mark: whole.unit.mark, content: whole.unit.title },
  }
}

function retentionOf(whole: WholeDossier): RetentionMetadata {
  const { retention } = whole.dossier
  return {
    years: whole.unit.years ?? 'unlimited',
    appraisal: whole.unit.appraisal,
    ...(retention?.endsOn === undefined ? {} : { endsOn: retention.endsOn }),
  }
}

function historyOf(event: HistoryEvent): HistoryRecord {
  return {
    field: `${event.object.kind} ${event.object.id}`,
    actor: event.actor.name === '' ? event.actor.kind : event.actor.name,
    at: event.at,
    remark: JSON.stringify({ position: event.position, action: event.action, detail: event.detail, hash: event.hash }),
    action: historyTexts[event.action]?.de ?? event.action,
  }
}

function dossierExtension(dossier: Dossier): Extension {
  const { retention } = dossier
  const facts = retention === undefined ? [] : [{ name: 'Aufbewahrung', value: JSON.stringify(retention) }]
  const plan = { name: 'Aktenplan', value: `${dossier.plan.key} ${dossier.plan.version}` }
  return { key: extensionKey, name: 'Rennsteig Akte', fields: [plan, ...facts] }
}

/** The archive can compare hashes with what arrived. */
function documentExtension(document: FiledDocument): Extension {
  const fields = document.versions.flatMap((version) => [
    { name: `SHA-256 ${nameOf(version)}`, value: version.file.sha256 },
    { name: `Status ${nameOf(version)}`, value: version.state },
  ])
  return {
    key: extensionKey,
    name: 'Rennsteig Dokument',
    fields: [{ name: 'Art', value: document.kind }, { name: 'Richtung', value: document.direction }, ...fields],
  }
}
