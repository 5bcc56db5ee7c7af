// The face of the logs: dossier history, access, lists and searches.
export { type AccessEntry, type AccessEvent, listAccess, recordAccess } from './access.ts'
export { appendHistory, type HistoryEntry, type HistoryEvent, listHistory, verifyHistory } from './history.ts'
export { recordSearch, type SearchEntry } from './search.ts'
