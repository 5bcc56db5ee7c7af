// The face of the dossiers: file plan, dossiers, documents, search, closing, export.
export { changeGrant } from './actions/change-grant.ts'
export { changeOwner } from './actions/change-owner.ts'
export { type ClosingRefusal, closeDossier, type DossierStep, reopenDossier } from './actions/close-dossier.ts'
export { type DossierExport, type ExportOrder, type ExportProgress, exportDossier } from './actions/export-dossier.ts'
export { addVersion, type DocumentToFile, fileDocument, type VersionToFile } from './actions/file-document.ts'
export { type DocumentRequest, getDocumentFile } from './actions/get-document-file.ts'
export { assignFilePlan, loadFilePlans } from './actions/load-file-plans.ts'
export {
  addDossierCase,
  type CaseStep,
  closeDossierCase,
  type DossierOpening,
  openDossier,
  reopenDossierCase,
} from './actions/open-dossier.ts'
export { search } from './actions/search.ts'
export { type Damage, type Verification, verifyDossier } from './actions/verify-dossier.ts'
export type { Direction, DocumentKind, DocumentVersion, Dossier, DossierCase, DossierState, FiledDocument } from './domain/dossier.ts'
export { DossierError } from './domain/dossier-error.ts'
export { type Grant, type GrantAccess, mayRead as mayReadDossier } from './domain/permissions.ts'
export type { Retention, RetentionFacts } from './domain/retention.ts'
export {
  findDossier,
  findDossierByNumber,
  findDossierOfCase,
  listDocuments,
  listDossierCases,
  listGrants,
  type SearchHit,
} from './reads.ts'
export { documentKindTexts, historyTexts, retentionRuleTexts } from './texts.ts'
