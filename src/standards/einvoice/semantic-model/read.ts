// Reads a document into the invoice of the application.
import { readLeitwegId } from '../leitweg-id.ts'
import type { XmlDocument } from '../xml/document.ts'
import { cashDiscountsIn } from './cash-discounts.ts'
import { dayIn, defined, groupIn, groupsIn, identifierIn, identifiersIn, termsIn, textIn, textsIn } from './group.ts'
import type { Address, Adjustment, Contact, Invoice, Line, Party, Payment, Period, Supporting } from './invoice.ts'
import { type GroupEntry, readTree, syntaxOf } from './tree.ts'

/**
 * What an invoice says, typed; it may be read whatever the rules said of it, so everything may be missing.
 *
 * @returns undefined if the document is neither UBL invoice, UBL credit note nor CII
 */
export function readInvoice(document: XmlDocument): Invoice | undefined {
  const syntax = syntaxOf(document)
  const tree = readTree(document)
  if (syntax === undefined || tree === undefined) return undefined
  const paymentTerms = textsIn(tree, 'BT-20')
  return {
    syntax,
    tree,
    ...headOf(tree),
    paymentTerms,
    cashDiscounts: cashDiscountsIn(paymentTerms),
    notes: groupsIn(tree, 'BG-1').map((note) => ({ text: textIn(note, 'BT-22') ?? '', ...defined({ subject: textIn(note, 'BT-21') }) })),
    preceding: groupsIn(tree, 'BG-3').map((group) => ({
      number: textIn(group, 'BT-25') ?? '',
      ...defined({ issuedOn: dayIn(group, 'BT-26') }),
    })),
    ...partiesOf(tree),
    payments: groupsIn(tree, 'BG-16').map(paymentOf),
    allowances: groupsIn(tree, 'BG-20').map((group) => adjustmentOf(group, allowance)),
    charges: groupsIn(tree, 'BG-21').map((group) => adjustmentOf(group, charge)),
    totals: totalsOf(groupIn(tree, 'BG-22')),
    vat: groupsIn(tree, 'BG-23').map((group) => ({
      category: textIn(group, 'BT-118') ?? '',
      ...defined({
        rate: textIn(group, 'BT-119'),
        taxable: textIn(group, 'BT-116'),
        tax: textIn(group, 'BT-117'),
        exemption: textIn(group, 'BT-120'),
        exemptionCode: textIn(group, 'BT-121'),
      }),
    })),
    supporting: groupsIn(tree, 'BG-24').map(supportingOf),
    lines: groupsIn(tree, 'BG-25').map(lineOf),
    thirdPartyPayments: groupsIn(tree, 'BG-DEX-09').map((group) =>
      defined({ type: textIn(group, 'BT-DEX-001'), amount: textIn(group, 'BT-DEX-002'), description: textIn(group, 'BT-DEX-003') }),
    ),
  }
}

function headOf(tree: GroupEntry) {
  const buyerReference = textIn(tree, 'BT-10')
  const leitwegId = readLeitwegId(buyerReference ?? '')
  const process = groupIn(tree, 'BG-2')
  return defined({
    number: textIn(tree, 'BT-1'),
    type: textIn(tree, 'BT-3'),
    issuedOn: dayIn(tree, 'BT-2'),
    dueOn: dayIn(tree, 'BT-9'),
    currency: textIn(tree, 'BT-5'),
    taxCurrency: textIn(tree, 'BT-6'),
    buyerReference,
    leitwegId: leitwegId.ok ? leitwegId.value : undefined,
    project: textIn(tree, 'BT-11'),
    contract: textIn(tree, 'BT-12'),
    purchaseOrder: textIn(tree, 'BT-13'),
    salesOrder: textIn(tree, 'BT-14'),
    receivingAdvice: textIn(tree, 'BT-15'),
    despatchAdvice: textIn(tree, 'BT-16'),
    tender: textIn(tree, 'BT-17'),
    object: identifierIn(tree, 'BT-18'),
    accounting: textIn(tree, 'BT-19'),
    businessProcess: textIn(process, 'BT-23'),
    specification: textIn(process, 'BT-24'),
    period: periodOf(groupIn(tree, 'BG-14'), 'BT-73', 'BT-74'),
  })
}

function partiesOf(tree: GroupEntry) {
  const payee = groupIn(tree, 'BG-10')
  const representative = groupIn(tree, 'BG-11')
  const delivery = groupIn(tree, 'BG-13')
  const deliveredTo = groupIn(delivery, 'BG-15')
  return {
    seller: sellerOf(groupIn(tree, 'BG-4')),
    buyer: buyerOf(groupIn(tree, 'BG-7')),
    ...defined({
      payee: payee && {
        identifiers: identifiersIn(payee, 'BT-60'),
        ...defined({ name: textIn(payee, 'BT-59'), registration: identifierIn(payee, 'BT-61') }),
      },
      taxRepresentative: representative && {
        identifiers: [],
        ...defined({
          name: textIn(representative, 'BT-62'),
          vatId: textIn(representative, 'BT-63'),
          address: addressOf(groupIn(representative, 'BG-12'), ['BT-64', 'BT-65', 'BT-164'], ['BT-66', 'BT-67', 'BT-68', 'BT-69']),
        }),
      },
      delivery:
        delivery &&
        defined({
          name: textIn(delivery, 'BT-70'),
          location: identifierIn(delivery, 'BT-71'),
          on: dayIn(delivery, 'BT-72'),
          address: addressOf(deliveredTo, ['BT-75', 'BT-76', 'BT-165'], ['BT-77', 'BT-78', 'BT-79', 'BT-80']),
        }),
    }),
  }
}

function sellerOf(group: GroupEntry | undefined): Party {
  return {
    identifiers: identifiersIn(group, 'BT-29'),
    ...defined({
      name: textIn(group, 'BT-27'),
      tradingName: textIn(group, 'BT-28'),
      registration: identifierIn(group, 'BT-30'),
      vatId: textIn(group, 'BT-31'),
      taxNumber: textIn(group, 'BT-32'),
      legalInformation: textIn(group, 'BT-33'),
      electronicAddress: identifierIn(group, 'BT-34'),
      address: addressOf(groupIn(group, 'BG-5'), ['BT-35', 'BT-36', 'BT-162'], ['BT-37', 'BT-38', 'BT-39', 'BT-40']),
      contact: contactOf(groupIn(group, 'BG-6'), ['BT-41', 'BT-42', 'BT-43']),
    }),
  }
}

function buyerOf(group: GroupEntry | undefined): Party {
  return {
    identifiers: identifiersIn(group, 'BT-46'),
    ...defined({
      name: textIn(group, 'BT-44'),
      tradingName: textIn(group, 'BT-45'),
      registration: identifierIn(group, 'BT-47'),
      vatId: textIn(group, 'BT-48'),
      electronicAddress: identifierIn(group, 'BT-49'),
      address: addressOf(groupIn(group, 'BG-8'), ['BT-50', 'BT-51', 'BT-163'], ['BT-52', 'BT-53', 'BT-54', 'BT-55']),
      contact: contactOf(groupIn(group, 'BG-9'), ['BT-56', 'BT-57', 'BT-58']),
    }),
  }
}

type Four = readonly [city: string, postCode: string, region: string, country: string]

function addressOf(group: GroupEntry | undefined, lines: readonly string[], [city, postCode, region, country]: Four): Address | undefined {
  if (group === undefined) return undefined
  return {
    lines: lines.flatMap((id) => textsIn(group, id)),
    ...defined({
      city: textIn(group, city),
      postCode: textIn(group, postCode),
      region: textIn(group, region),
      country: textIn(group, country),
    }),
  }
}

function contactOf(group: GroupEntry | undefined, [name, telephone, email]: readonly [string, string, string]): Contact | undefined {
  if (group === undefined) return undefined
  return defined({ name: textsIn(group, name).join(', ') || undefined, telephone: textIn(group, telephone), email: textIn(group, email) })
}

function periodOf(group: GroupEntry | undefined, from: string, to: string): Period | undefined {
  return group === undefined ? undefined : defined({ from: dayIn(group, from), to: dayIn(group, to) })
}

function paymentOf(group: GroupEntry): Payment {
  const card = groupIn(group, 'BG-18')
  const debit = groupIn(group, 'BG-19')
  return {
    code: textIn(group, 'BT-81') ?? '',
    remittance: textsIn(group, 'BT-83'),
    transfers: groupsIn(group, 'BG-17').map((transfer) => ({
      account: (textIn(transfer, 'BT-84') ?? '').replaceAll(/\s/g, ''),
      ...defined({ name: textIn(transfer, 'BT-85'), bic: textIn(transfer, 'BT-86') }),
    })),
    ...defined({
      text: textIn(group, 'BT-82'),
      card: card && { number: textIn(card, 'BT-87') ?? '', ...defined({ holder: textIn(card, 'BT-88') }) },
      directDebit: debit && defined({ mandate: textIn(debit, 'BT-89'), creditor: textIn(debit, 'BT-90'), account: textIn(debit, 'BT-91') }),
    }),
  }
}

/** Amount, base, percentage, reason and its code, tax category and rate. */
type AdjustmentTerms = readonly [string, string, string, string, string, string?, string?]
const allowance: AdjustmentTerms = ['BT-92', 'BT-93', 'BT-94', 'BT-97', 'BT-98', 'BT-95', 'BT-96']
const charge: AdjustmentTerms = ['BT-99', 'BT-100', 'BT-101', 'BT-104', 'BT-105', 'BT-102', 'BT-103']
const lineAllowance: AdjustmentTerms = ['BT-136', 'BT-137', 'BT-138', 'BT-139', 'BT-140']
const lineCharge: AdjustmentTerms = ['BT-141', 'BT-142', 'BT-143', 'BT-144', 'BT-145']

function adjustmentOf(group: GroupEntry, [amount, base, percentage, reason, reasonCode, category, rate]: AdjustmentTerms): Adjustment {
  return {
    amount: textIn(group, amount) ?? '',
    ...defined({
      base: textIn(group, base),
      percentage: textIn(group, percentage),
      category: category === undefined ? undefined : textIn(group, category),
      rate: rate === undefined ? undefined : textIn(group, rate),
      reason: textIn(group, reason),
      reasonCode: textIn(group, reasonCode),
    }),
  }
}

function totalsOf(group: GroupEntry | undefined): Invoice['totals'] {
  return defined({
    lines: textIn(group, 'BT-106'),
    allowances: textIn(group, 'BT-107'),
    charges: textIn(group, 'BT-108'),
    net: textIn(group, 'BT-109'),
    vat: textIn(group, 'BT-110'),
    vatInTaxCurrency: textIn(group, 'BT-111'),
    gross: textIn(group, 'BT-112'),
    paid: textIn(group, 'BT-113'),
    rounding: textIn(group, 'BT-114'),
    due: textIn(group, 'BT-115'),
  })
}

function supportingOf(group: GroupEntry): Supporting {
  const file = termsIn(group, 'BT-125')[0]
  return defined({
    reference: textIn(group, 'BT-122'),
    description: textIn(group, 'BT-123'),
    location: textIn(group, 'BT-124'),
    file: file && { node: file.node, ...defined({ name: file.attributes.filename, mimeCode: file.attributes.mimeCode }) },
  })
}

function lineOf(group: GroupEntry): Line {
  const price = groupIn(group, 'BG-29', 'BG-DEX-07')
  const vat = groupIn(group, 'BG-30', 'BG-DEX-06')
  const item = groupIn(group, 'BG-31', 'BG-DEX-02')
  return {
    id: textIn(group, 'BT-126') ?? '',
    note: textsIn(group, 'BT-127'),
    allowances: groupsIn(group, 'BG-27', 'BG-DEX-03').map((part) => adjustmentOf(part, lineAllowance)),
    charges: groupsIn(group, 'BG-28', 'BG-DEX-04').map((part) => adjustmentOf(part, lineCharge)),
    attributes: groupsIn(item, 'BG-32', 'BG-DEX-08').map((part) => ({
      name: textIn(part, 'BT-160') ?? '',
      value: textIn(part, 'BT-161') ?? '',
    })),
    lines: groupsIn(group, 'BG-DEX-01').map(lineOf),
    ...defined({
      name: textIn(item, 'BT-153'),
      description: textIn(item, 'BT-154'),
      quantity: textIn(group, 'BT-129'),
      unit: textIn(group, 'BT-130'),
      price: textIn(price, 'BT-146'),
      priceQuantity: textIn(price, 'BT-149'),
      priceUnit: textIn(price, 'BT-150'),
      amount: textIn(group, 'BT-131'),
      category: textIn(vat, 'BT-151'),
      rate: textIn(vat, 'BT-152'),
      period: periodOf(groupIn(group, 'BG-26', 'BG-DEX-05'), 'BT-134', 'BT-135'),
      orderLine: textIn(group, 'BT-132'),
      accounting: textIn(group, 'BT-133'),
      sellerItem: textIn(item, 'BT-155'),
      buyerItem: textIn(item, 'BT-156'),
      standardItem: identifierIn(item, 'BT-157'),
    }),
  }
}
