// Codes for the date when VAT becomes due, BT-8: UBL takes UNTDID 2005, CII takes UNTDID 2475.
// Source: the codes accepted by the EN 16931 rules 1.3.15 and 1.3.16 (validation artefacts of CEN/TC 434), BR-CL-06.
import { type CodeListPerSyntax, codeList } from './code-list.ts'

export const taxPointCodes: CodeListPerSyntax = { ubl: codeList('3 35 432'), cii: codeList('5 29 72') }
