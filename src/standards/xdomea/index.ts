// xdomea 3.1.0: the disposal message 0503, its file names and code lists.
export { confidentialityCodes, endingOf, formatOf, mediumCodes } from './codes.ts'
export type {
  Appraisal,
  CaseRecord,
  Code,
  Confidentiality,
  DisposalMessage,
  DocumentRecord,
  DossierRecord,
  Extension,
  FormatRecord,
  GeneralMetadata,
  HistoryRecord,
  Medium,
  Party,
  PrimaryFile,
  RetentionMetadata,
  Term,
  VersionRecord,
} from './model.ts'
export { messageName, primaryFileName } from './names.ts'
export { readDisposal } from './read.ts'
export { XmlError } from './tree.ts'
export { writeDisposal, type XdomeaVersion } from './write.ts'
