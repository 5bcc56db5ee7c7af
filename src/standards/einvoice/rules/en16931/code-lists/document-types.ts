// Document type codes (UNTDID 1001): what an invoice and what a credit note may be.
// Source: the codes accepted by the EN 16931 rules 1.3.15 and 1.3.16 (validation artefacts of CEN/TC 434), BR-CL-01.
import { codeList, union } from './code-list.ts'

/** Types of a UBL Invoice. */
export const invoiceTypes = codeList(
  `
  102 130 202 203 204 211 218 219 295 325 326 331 380 382 383 384 385 386 387 388 389 390 393 394 395 456 457 471 472 473 500 501 527 553
  575 623 633 71 751 780 80 81 817 82 84 870 875 876 877 935
`,
  [{ until: '1.3.15', codes: '502 503' }],
)

/** Types of a UBL CreditNote. 502 and 503 moved here in 1.3.16. */
export const creditNoteTypes = codeList('261 262 296 308 381 396 420 458 532 81 83', [{ since: '1.3.16', codes: '502 503' }])

/** Types of a CII invoice, which has one root element for both. */
export const documentTypes = union(invoiceTypes, creditNoteTypes)
