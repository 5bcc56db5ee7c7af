// Dossier, document and version: nouns and the states they may take.

import type { AuthorityId, OwnerId } from '#kernel/actors.ts'
import type { Day } from '#kernel/dates.ts'
import type { Id } from '#kernel/ids.ts'
import type { Retention } from './retention.ts'

export const dossierStates = ['open', 'closed'] as const
export type DossierState = (typeof dossierStates)[number]

/** Closed means "zu den Akten" (z. d. A.); a closed dossier may be reopened with a reason. */
export const dossierSteps: Record<DossierState, readonly DossierState[]> = { open: ['closed'], closed: ['open'] }

export function mayBecome(from: DossierState, to: DossierState): boolean {
  return dossierSteps[from].includes(to)
}

export const documentKinds = [
  'submission',
  'attachment',
  'confirmation',
  'request',
  'reply',
  'decision',
  'receipt',
  'note',
  'message',
  'other',
] as const
export type DocumentKind = (typeof documentKinds)[number]
export type Direction = 'incoming' | 'outgoing' | 'internal'
export type VersionState = 'draft' | 'final'

export interface Dossier {
  readonly authority: AuthorityId
  readonly dossier: Id<'dossier'>
  /** "22.3-0047/2026": mark of the file plan, number within mark and year. */
  readonly referenceNumber: string
  readonly plan: { readonly key: string; readonly version: number }
  readonly mark: string
  readonly subject: string
  readonly unit?: string
  /** The person it is about; reads of its documents are shown to them. */
  readonly owner?: OwnerId
  readonly state: DossierState
  readonly openedAt: Date
  readonly closedOn?: Day
  readonly retention?: Retention
}

/** A case in the dossier; the case itself belongs to the module cases. */
export interface DossierCase {
  readonly case: Id<'case'>
  readonly title: string
  readonly openedAt: Date
  readonly closedOn?: Day
}

/** Bytes at rest, as the file store describes them. */
export interface FiledFile {
  readonly storageKey: string
  readonly name: string
  readonly mediaType: string
  readonly sizeBytes: number
  readonly sha256: string
  readonly wrappedKey: string
  readonly scan?: 'clean' | 'not-scanned'
}

export interface DocumentVersion {
  readonly version: number
  readonly state: VersionState
  /** Names the bytes; part of the file's name at disposal. */
  readonly fileId: Id<'file'>
  readonly file: FiledFile
  /** Level of PDF/A where the file is known to be one ("2a"). */
  readonly archivalLevel?: string
  readonly isSealed: boolean
  readonly filedAt: Date
  readonly filedBy: string
}

/** `File` is bytes; this is the piece of the dossier with all its versions. */
export interface FiledDocument {
  readonly document: Id<'document'>
  readonly dossier: Id<'dossier'>
  readonly case?: Id<'case'>
  readonly kind: DocumentKind
  readonly direction: Direction
  readonly title: string
  readonly filedAt: Date
  /** Oldest first, at least one. */
  readonly versions: readonly DocumentVersion[]
}

/** "22.3-0047/2026". */
export function referenceNumberOf(mark: string, number: number, year: number): string {
  return `${mark}-${String(number).padStart(4, '0')}/${year}`
}

/** A subject or title as one line: control characters, which the database cannot hold, become spaces. */
export function lineOf(text: string): string {
  return text
    .toWellFormed()
    .replaceAll(/[\p{Cc}\s]+/gu, ' ')
    .trim()
}

/** Whether the newest version is still a draft: such a document keeps its dossier open. */
export function isDraft(document: FiledDocument): boolean {
  return document.versions.at(-1)?.state === 'draft'
}
