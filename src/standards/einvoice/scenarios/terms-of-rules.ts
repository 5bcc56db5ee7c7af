// The business term a finding is about, where the rule itself names none: rules that repeat per VAT category or apply to several fields.

/** By the number within the family of a category; what differs in one family stands in `own`. */
const vatTerms: Readonly<Record<string, string>> = {
  '01': 'BG-23',
  '02': 'BT-31',
  '03': 'BT-31',
  '04': 'BT-31',
  '05': 'BT-152',
  '06': 'BT-96',
  '07': 'BT-103',
  '08': 'BT-116',
  '09': 'BT-117',
  '10': 'BT-120',
}
const vatRule = /^BR-(?:S|Z|E|AE|IC|G|O|AF|AG)-(\d\d)$/

const own: Readonly<Record<string, string>> = {
  'BR-IC-11': 'BT-72',
  'BR-IC-12': 'BT-80',
  'BR-O-11': 'BG-23',
  'BR-O-12': 'BT-151',
  'BR-O-13': 'BT-95',
  'BR-O-14': 'BT-102',
  'BR-B-01': 'BT-151',
  'BR-B-02': 'BT-151',
  'BR-CL-18': 'BT-151',
  'BR-CO-09': 'BT-31',
}

/** By where the finding is: the first part of the path that fits. */
const byPlace: Readonly<Record<string, readonly (readonly [RegExp, string])[]>> = {
  'BR-CL-10': parties('BT-29', 'BT-46', 'BT-60'),
  'BR-CL-11': parties('BT-30', 'BT-47', 'BT-61'),
  'BR-CL-14': [[/TaxRepresentative/, 'BT-69'], [/Delivery|ShipTo/, 'BT-80'], [/Origin/, 'BT-159'], ...parties('BT-40', 'BT-55', 'BT-55')],
  'BR-CL-17': [
    [/AllowanceCharge/, 'BT-95'],
    [/./, 'BT-118'],
  ],
  'BR-CL-19': [
    [/Line/, 'BT-140'],
    [/./, 'BT-98'],
  ],
  'BR-CL-20': [
    [/Line/, 'BT-145'],
    [/./, 'BT-105'],
  ],
  'BR-CL-25': parties('BT-34', 'BT-49', 'BT-49'),
}

function parties(seller: string, buyer: string, payee: string): readonly (readonly [RegExp, string])[] {
  return [
    [/Supplier|Seller/, seller],
    [/Customer|Buyer/, buyer],
    [/Payee/, payee],
  ]
}

/** @returns undefined where the rule is about no term, such as those on what a syntax must not use */
export function termOfFinding(rule: string, location: string): string | undefined {
  const known = own[rule] ?? vatTerms[vatRule.exec(rule)?.[1] ?? '']
  return known ?? byPlace[rule]?.find(([place]) => place.test(location))?.[1]
}
