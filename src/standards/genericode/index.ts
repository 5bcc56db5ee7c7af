// The face of the codec for code lists (OASIS genericode 1.0, as the XRepository publishes them).

export type { CodeList, CodeListColumn, CodeListRow } from './model.ts'
export { CodeListError, readCodeList } from './read.ts'
export { writeCodeList } from './write.ts'
