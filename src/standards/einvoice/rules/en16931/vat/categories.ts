// The VAT categories of EN 16931 and what sets them apart: one line each is all that most of their rules are made of.
import type { Syntax } from '../states.ts'

/** What a rate must be: the demands of the rules 05 (lines), 06 (allowances) and 07 (charges) of a family. */
export type RateDemand = 'zero' | 'positive' | 'not negative' | 'absent'

/** One VAT category and its family of rules. */
export interface Category {
  /** The ids of its rules are BR-<family>-01 … */
  readonly family: string
  /** The code in the invoice (UNTDID 5305). */
  readonly code: string
  readonly rate: Readonly<Record<Syntax, RateDemand>>
  /** Whether the breakdown needs a reason for exemption or must have none (rule 10). */
  readonly reason: 'needed' | 'forbidden'
  /** Whether amounts are compared per rate, so that a category may stand in several lines of the breakdown. */
  readonly perRate: boolean
}

const zero = { ubl: 'zero', cii: 'zero' } as const

export const standardRate: Category = {
  family: 'S',
  code: 'S',
  rate: { ubl: 'positive', cii: 'positive' },
  reason: 'forbidden',
  perRate: true,
}
export const zeroRate: Category = { family: 'Z', code: 'Z', rate: zero, reason: 'forbidden', perRate: false }
export const exempt: Category = { family: 'E', code: 'E', rate: zero, reason: 'needed', perRate: false }
export const reverseCharge: Category = { family: 'AE', code: 'AE', rate: zero, reason: 'needed', perRate: false }
export const intraCommunity: Category = { family: 'IC', code: 'K', rate: zero, reason: 'needed', perRate: false }
export const exportOutsideEu: Category = { family: 'G', code: 'G', rate: zero, reason: 'needed', perRate: false }
export const outsideScope: Category = {
  family: 'O',
  code: 'O',
  rate: { ubl: 'absent', cii: 'absent' },
  reason: 'needed',
  perRate: false,
}
/** IGIC of the Canary Islands. The CII rules want its rate above zero, the UBL rules allow zero. */
export const canaryIslands: Category = {
  family: 'AF',
  code: 'L',
  rate: { ubl: 'not negative', cii: 'positive' },
  reason: 'forbidden',
  perRate: true,
}
/** IPSI of Ceuta and Melilla. */
export const ceutaAndMelilla: Category = {
  family: 'AG',
  code: 'M',
  rate: { ubl: 'not negative', cii: 'not negative' },
  reason: 'forbidden',
  perRate: true,
}

export const categories: readonly Category[] = [
  reverseCharge,
  canaryIslands,
  ceutaAndMelilla,
  exempt,
  exportOutsideEu,
  intraCommunity,
  outsideScope,
  standardRate,
  zeroRate,
]
