// Periods and due dates: BR-29, BR-30, BR-CO-19, BR-CO-20, BR-CO-25.
import { has, path } from '../../../engine/paths.ts'
import { castDate } from '../../../engine/values.ts'
import { nameOf } from '../../../xml/document.ts'
import { present } from '../demands.ts'
import { eachWith, oneText } from '../selection.ts'
import { type Holds, inCii, inUbl, type Statement } from '../statements.ts'

const start = path('cbc:StartDate')
const end = path('cbc:EndDate')
const startCii = path('ram:StartDateTime')
const endCii = path('ram:EndDateTime')
const startDay = path('ram:StartDateTime/udt:DateTimeString')
const endDay = path('ram:EndDateTime/udt:DateTimeString')
const format = nameOf('@format')

/** UBL compares days, whose zone counts where it is written. */
const endsAfterStart: Holds = (document, node) =>
  !has(document, node, start) ||
  !has(document, node, end) ||
  castDate(oneText(document, node, end)) >= castDate(oneText(document, node, start))

/** CII compares the texts of those in the format 102; with an unknown format on one side nothing is later. */
const endsAfterStartCii: Holds = (document, node) => {
  if (!has(document, node, startCii) || !has(document, node, endCii)) return true
  const starts = eachWith(document, node, startDay, format, '102').map((found) => document.text(found))
  const ends = eachWith(document, node, endDay, format, '102').map((found) => document.text(found))
  return ends.some((last) => starts.some((first) => last >= first))
}

export const periodRules: readonly Statement[] = [
  inUbl('BR-29', 'period', () => endsAfterStart),
  inCii('BR-29', 'period', () => endsAfterStartCii),
  inUbl('BR-30', 'linePeriod', () => endsAfterStart),
  inCii('BR-30', 'linePeriod', () => endsAfterStartCii),
  // A UBL period may also hold nothing but the code for the tax point, BT-8.
  inUbl('BR-CO-19', 'period', present('cbc:StartDate', 'cbc:EndDate', 'cbc:DescriptionCode')),
  inCii('BR-CO-19', 'period', present('ram:StartDateTime', 'ram:EndDateTime')),
  inUbl('BR-CO-20', 'linePeriod', present('cbc:StartDate', 'cbc:EndDate')),
  inCii('BR-CO-20', 'linePeriod', present('ram:StartDateTime', 'ram:EndDateTime')),
]
