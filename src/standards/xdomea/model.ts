// What an xdomea 3.1.0 disposal message (0503 Aussonderung) says, in our words.
import type { Day } from '#kernel/dates.ts'

/** Aussonderungsart: A worth archiving, B to be appraised, V to be destroyed. */
export type Appraisal = 'A' | 'B' | 'V'
export type Medium = 'electronic' | 'hybrid' | 'paper'
export type Confidentiality = 'open' | 'restricted' | 'confidential' | 'secret' | 'top-secret'

export interface Code {
  readonly code: string
  readonly name?: string
}

/** Kontakt of sender and recipient; the archive looks the agency up by `key`. */
export interface Party {
  readonly key?: Code
  readonly prefix?: Code
  readonly institution?: { readonly name: string; readonly shortName?: string }
  readonly unit?: string
}

/** AllgemeineMetadaten. */
export interface GeneralMetadata {
  readonly subject?: string
  readonly referenceNumber?: string
  /** Federführung. */
  readonly leadUnit?: string
  /** Aktenführung. */
  readonly keepingUnit?: string
  readonly confidentiality?: Confidentiality
  readonly remark?: string
  readonly medium?: Medium
  readonly filePlanUnit?: { readonly mark?: string; readonly content?: string; readonly shortSubject?: string }
}

/** ArchivspezifischeMetadaten; the implementation hint of 0503 makes them obligatory. */
export interface RetentionMetadata {
  readonly years?: number | 'unlimited'
  readonly appraisal?: Appraisal
  readonly mark?: string
  readonly proposal?: 'A' | 'V'
  readonly endsOn?: Day
}

/** HistorienProtokollInformation. */
export interface HistoryRecord {
  readonly field?: string
  readonly oldValue?: string
  readonly newValue?: string
  readonly actor: string
  readonly at: Date
  readonly remark?: string
  readonly action: string
}

/** Laufzeit. */
export interface Term {
  readonly begins?: Day
  readonly ends?: Day
}

/** AnwendungsspezifischeErweiterung: what no element of the standard takes. */
export interface Extension {
  readonly key: string
  readonly name: string
  readonly fields: readonly { readonly name: string; readonly value: string }[]
}

interface RecordBase {
  /** UUID of the object; the archive answers by it (0506). */
  readonly id: string
  /** NummerImUebergeordnetenContainer: all or none within one container. */
  readonly position?: number
  readonly general?: GeneralMetadata
  /** Typ. */
  readonly kind?: string
  readonly history: readonly HistoryRecord[]
}

/** Akte. */
export interface DossierRecord extends RecordBase {
  readonly retention?: RetentionMetadata
  readonly term?: Term
  readonly documents: readonly DocumentRecord[]
  readonly cases: readonly CaseRecord[]
  readonly isClosed?: boolean
  readonly closedOn?: Day
  readonly extension?: Extension
}

/** Vorgang. */
export interface CaseRecord extends RecordBase {
  readonly retention?: RetentionMetadata
  readonly dossierSubject?: string
  readonly isClosed?: boolean
  readonly closedOn?: Day
  readonly term?: Term
  readonly documents: readonly DocumentRecord[]
  readonly extension?: Extension
}

/** Dokument. */
export interface DocumentRecord extends RecordBase {
  readonly foreignReference?: string
  readonly receivedOn?: Day
  readonly sentOn?: Day
  readonly writtenOn?: Day
  readonly clerk?: string
  readonly versions: readonly VersionRecord[]
  readonly extensions: readonly Extension[]
}

export interface VersionRecord {
  readonly number: string
  /** At least one. */
  readonly formats: readonly FormatRecord[]
}

export interface FormatRecord {
  /** Code of the list Dateiformat: three digits, 100 for all others. */
  readonly code: string
  /** Name of the format where the code is 100. */
  readonly otherName?: string
  readonly version: string
  readonly file: PrimaryFile
}

/** Primaerdokument. */
export interface PrimaryFile {
  /** As `primaryFileName` makes it. */
  readonly name: string
  readonly originalName?: string
  readonly creator?: string
  readonly at?: Date
  /** Whether a signature or seal is inside the file. */
  readonly isSealed?: boolean
}

/** The message 0503. */
export interface DisposalMessage {
  readonly processId: string
  readonly createdAt: Date
  readonly sender: Party
  readonly recipient: Party
  readonly system?: { readonly instance?: string; readonly product?: string; readonly version?: string }
  readonly note?: string
  readonly wantsArchiveReference: boolean
  readonly wantsReceipt: boolean
  /** At least one. */
  readonly dossiers: readonly DossierRecord[]
}
