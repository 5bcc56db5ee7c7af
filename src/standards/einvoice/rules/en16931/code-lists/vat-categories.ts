// VAT categories (the part of UNTDID 5305 used by EN 16931, and B for split payment in Italy).
// Source: the codes accepted by the EN 16931 rules 1.3.15 and 1.3.16 (validation artefacts of CEN/TC 434), BR-CL-17 and -18.
import { codeList } from './code-list.ts'

export const vatCategories = codeList('AE B E G K L M O S Z')
