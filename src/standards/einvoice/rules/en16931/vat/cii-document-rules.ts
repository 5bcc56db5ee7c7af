// The VAT rules that CII tests once per document: where a category stands, the breakdown has it.
import { path, texts } from '../../../engine/paths.ts'
import type { Rule } from '../../../engine/rules.ts'
import type { XmlDocument } from '../../../xml/document.ts'
import { type Category, canaryIslands, categories, ceutaAndMelilla, outsideScope, standardRate } from './categories.ts'
import { placesOf } from './cii-facts.ts'

type Test = (document: XmlDocument) => boolean

/** The rules 01 of all families and BR-B of CII, for the context of the document. */
export function ciiDocumentRules(): Rule[] {
  return [...categories.map((category) => rule(`BR-${category.family}-01`, breakdownTest(category))), ...splitPaymentRules()]
}

function rule(id: string, holds: Test): Rule {
  return { id, level: 'error', holds }
}

function breakdownTest(category: Category): Test {
  if ([standardRate, canaryIslands, ceutaAndMelilla].includes(category)) return inBreakdownToo(category)
  return category === outsideScope ? onceInBreakdown(category) : inBreakdownOnce(category)
}

/** Who uses the category has it in the breakdown. Two uses count as one of each: so the official tests are written. */
function inBreakdownToo({ code }: Category): Test {
  return (document) => {
    const { line, charge, breakdown } = placesOf(document, code)
    return (line === 0 || line + breakdown >= 2) && (charge === 0 || charge + breakdown >= 2)
  }
}

/** The category stands nowhere, or once in the breakdown and elsewhere too. */
function inBreakdownOnce({ code }: Category): Test {
  return (document) => {
    const { line, charge, breakdown } = placesOf(document, code)
    return breakdown + line + charge === 0 || (breakdown === 1 && line + charge > 0)
  }
}

/** The same, but lines and charges without a breakdown pass. */
function onceInBreakdown({ code }: Category): Test {
  return (document) => {
    const { line, charge, breakdown } = placesOf(document, code)
    return breakdown === 0 || (breakdown === 1 && line + charge > 0)
  }
}

const categoryCodes = path('//ram:CategoryCode')
const countries = path('//ram:CountryID')

/** Split payment: Italian invoices only, and not beside the standard rate. */
function splitPaymentRules(): Rule[] {
  const hasCode = (document: XmlDocument, code: string) => texts(document, 0, categoryCodes).includes(code)
  return [
    rule('BR-B-01', (document) => !hasCode(document, 'B') || texts(document, 0, countries).every((country) => country === 'IT')),
    rule('BR-B-02', (document) => !hasCode(document, 'B') || !hasCode(document, 'S')),
  ]
}
