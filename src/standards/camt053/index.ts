// The face of the codec for bank statements (ISO 20022 camt.053, versions 02, 04 and 08).
export {
  type Amount,
  type BankStatements,
  type Counterparty,
  centsOf,
  type Direction,
  type Entry,
  type EntryDetail,
  type Statement,
  type Version,
} from './model.ts'
export { readBankStatements } from './read.ts'
export { StatementError, type StatementLimits } from './tree.ts'
