// The face of the two logs: dossier history and access.
export { type AccessEntry, type AccessEvent, listAccess, recordAccess } from './access.ts'
export { appendHistory, type HistoryEntry, type HistoryEvent, listHistory, verifyHistory } from './history.ts'
