// Reasons of an allowance (the part of UNTDID 5189 used by EN 16931).
// Source: the codes accepted by the EN 16931 rules 1.3.15 and 1.3.16 (validation artefacts of CEN/TC 434), BR-CL-19.
import { codeList } from './code-list.ts'

export const allowanceReasons = codeList('100 102 103 104 105 41 42 60 62 63 64 65 66 67 68 70 71 88 95')
