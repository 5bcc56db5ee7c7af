// What an XDatenfelder message says, in our own types: one model for versions 2 and 3.0.0.
import type { DataType, DocumentKind, ElementKind, FieldKind, Predicate, Prefilling, RuleKind, Status } from './codes.ts'

/** Texts, ids and dates that are absent or empty in the file are empty strings here. */
export interface Message {
  readonly standard: '2' | '3.0.0'
  readonly header: Header
  readonly root: Schema | Group | Field | DocumentProfile
}

export interface Header {
  readonly messageId: string
  /** Instant as written, ISO 8601. */
  readonly createdAt: string
  readonly referenceId: string
}

/** `version` is empty for a working copy. */
export interface Identification {
  readonly id: string
  readonly version: string
}

/** Legal or technical source (Bezug); version 2 has no link. */
export interface Reference {
  readonly text: string
  readonly link: string
}

/** Search word (Stichwort) with the vocabulary it comes from. */
export interface Keyword {
  readonly text: string
  readonly uri: string
}

export interface Relation {
  readonly predicate: Predicate
  readonly target: Identification
}

/** What schemas, groups, fields and document profiles have in common. */
export interface Described {
  readonly identification: Identification
  readonly name: string
  readonly description: string
  readonly definition: string
  readonly references: readonly Reference[]
  readonly status: Status
  readonly statusSetOn: string
  readonly statusSetBy: string
  /** Fachlicher Ersteller (version 2). */
  readonly creator: string
  readonly versionNote: string
  readonly validFrom: string
  readonly validUntil: string
  /** Freigabedatum (version 2). */
  readonly releasedOn: string
  readonly publishedOn: string
  readonly changedAt: string
  readonly labelInput: string
  readonly labelOutput: string
  readonly helpInput: string
  readonly helpOutput: string
  readonly keywords: readonly Keyword[]
  readonly relations: readonly Relation[]
}

export interface Schema extends Described {
  readonly kind: 'schema'
  /** 0 not changeable, 1 may be narrowed, 2 may be widened, 3 anything. */
  readonly structureChanges: string
  /** 0 not changeable, 1 changeable. */
  readonly appearanceChanges: string
  readonly documentProfile: Identification | undefined
  readonly rules: readonly Rule[]
  readonly members: readonly Structure[]
}

export interface Group extends Described {
  readonly kind: 'group'
  readonly elementKind: ElementKind
  /** Exactly one of its members is to be filled in (art X). */
  readonly isChoice: boolean
  readonly rules: readonly Rule[]
  readonly members: readonly Structure[]
}

export interface Field extends Described {
  readonly kind: 'field'
  readonly elementKind: ElementKind
  readonly fieldKind: FieldKind
  readonly dataType: DataType
  readonly constraints: Constraints
  /** Preset value, or the text of a label. */
  readonly content: string
  readonly prefilling: Prefilling
  readonly values: readonly ListedValue[]
  readonly codeList: CodeListReference | undefined
  /** Columns of the code list that hold key, name and help. */
  readonly codeKey: string
  readonly nameKey: string
  readonly helpKey: string
  /** Greatest size of an uploaded file in bytes. */
  readonly maxSize: number | undefined
  readonly mediaTypes: readonly string[]
  readonly rules: readonly Rule[]
}

export interface DocumentProfile extends Described {
  readonly kind: 'document-profile'
  readonly isAbstract: boolean
  readonly documentKind: DocumentKind
}

/** One place of an element in a schema or group. `max` null means any number. */
export interface Structure {
  readonly min: number
  readonly max: number | null
  readonly references: readonly Reference[]
  readonly contains: Group | Field
}

export interface Constraints {
  readonly minLength: number | undefined
  readonly maxLength: number | undefined
  readonly minValue: string
  readonly maxValue: string
  readonly pattern: string
  /** Free text of version 2, or a präzisierung that is no JSON. */
  readonly note: string
}

export interface ListedValue {
  readonly code: string
  readonly name: string
  readonly help: string
}

export interface CodeListReference {
  /** Id within the repository (version 2: "C123"). */
  readonly id: string
  readonly canonicalUri: string
  readonly version: string
  readonly canonicalVersionUri: string
}

export interface Rule {
  readonly identification: Identification
  readonly name: string
  readonly description: string
  /** Version 2. */
  readonly definition: string
  /** Version 3. */
  readonly freeText: string
  readonly references: readonly Reference[]
  readonly creator: string
  readonly changedAt: string
  readonly ruleKind: RuleKind | undefined
  readonly script: string
  readonly keywords: readonly Keyword[]
  /** Version 2: status, label, note and dates of the rule. */
  readonly status: Status | undefined
  readonly labelInput: string
  readonly versionNote: string
  readonly validFrom: string
  readonly validUntil: string
  readonly releasedOn: string
  readonly publishedOn: string
}
