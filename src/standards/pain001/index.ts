// The face of the codec for credit transfer files (ISO 20022 pain.001.001.09, SEPA).
export { CreditTransferError, type CreditTransferFile, encodeCreditTransfer, type Party, type Transfer } from './encode.ts'
export { formatIban, readIban } from './iban.ts'
export { isReference, transliterate } from './letters.ts'
