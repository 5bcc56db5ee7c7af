// Texts of the rules that allow two digits after the decimal point (BR-DEC and the like).
import { fullLabel } from './labels.ts'
import type { RuleTexts } from './rule-text.ts'

const termByRule: Readonly<Record<string, string>> = {
  'BR-DEC-01': 'BT-92',
  'BR-DEC-02': 'BT-93',
  'BR-DEC-05': 'BT-99',
  'BR-DEC-06': 'BT-100',
  'BR-DEC-09': 'BT-106',
  'BR-DEC-10': 'BT-107',
  'BR-DEC-11': 'BT-108',
  'BR-DEC-12': 'BT-109',
  'BR-DEC-13': 'BT-110',
  'BR-DEC-14': 'BT-112',
  'BR-DEC-15': 'BT-111',
  'BR-DEC-16': 'BT-113',
  'BR-DEC-17': 'BT-114',
  'BR-DEC-18': 'BT-115',
  'BR-DEC-19': 'BT-116',
  'BR-DEC-20': 'BT-117',
  'BR-DEC-23': 'BT-131',
  'BR-DEC-24': 'BT-136',
  'BR-DEC-25': 'BT-137',
  'BR-DEC-27': 'BT-141',
  'BR-DEC-28': 'BT-142',
  'BR-DEX-13': 'BT-DEX-002',
}

/** The text of a rule about decimals; undefined if it is no such rule. */
export function decimalsText(rule: string): RuleTexts | undefined {
  const term = termByRule[rule]
  if (term === undefined) return undefined
  return {
    de: [
      `„${fullLabel(term, 'de')}“ hat zu viele Nachkommastellen`,
      `Das Feld [${term}] enthält {${term}}. Beträge dürfen höchstens zwei Stellen nach dem Komma haben.`,
      'Runden Sie den Betrag auf volle Cent und prüfen Sie danach die Summen der Rechnung.',
    ],
    en: [
      `"${fullLabel(term, 'en')}" has too many decimals`,
      `The field [${term}] holds {${term}}. Amounts may have no more than two digits after the decimal point.`,
      'Round the amount to full cents, then check the totals of the invoice.',
    ],
  }
}
