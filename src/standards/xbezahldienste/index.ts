// XBezahldienste: the German interface between specialised procedures and payment providers, as a pure codec.
export { amountOnWire, centsFromWire } from './amounts.ts'
export { bookingOnWire, descriptionOnWire, purposeOnWire, transliterate, wordOnWire } from './letters.ts'
export { decodeProblem, encodeProblem } from './problem.ts'
export { decodeRequest, encodeRequest, isRequest, type OrderPosition, type PaymentOrder, type ReceivedOrder } from './request.ts'
export {
  type FunctionalCode,
  type PaymentMethod,
  pathWord,
  paymentMethods,
  schemasByOfficialName,
  type TransactionStatus,
  transactionStates,
} from './schema.ts'
export { decodeTransaction, encodeTransaction, type ReportedTransaction } from './transaction.ts'
export { parseVersion, traitsOf, type Version, versionHeader, versions } from './versions.ts'
