// Writes a credit transfer file: the same facts give the same bytes.
import type { Day } from '#kernel/dates.ts'
import type { Cents } from '#kernel/money.ts'
import { readIban } from './iban.ts'
import { isReference, transliterate } from './letters.ts'

export interface Party {
  readonly name: string
  readonly iban: string
}

export interface Transfer {
  /** Comes back with the statement: how a payment is known again. */
  readonly endToEndId: string
  /** Euro cents; 0,01 to 999.999.999,99 €. */
  readonly amount: Cents
  readonly creditor: Party
  /** What the payee reads, up to 140 characters. */
  readonly remittance: string
}

export interface CreditTransferFile {
  readonly messageId: string
  readonly createdAt: Date
  readonly paymentId: string
  /** The day on which the bank is to carry it out. */
  readonly executeOn: Day
  readonly debtor: Party
  readonly transfers: readonly Transfer[]
}

/** The facts make no file that a bank would take; the message says which one. */
export class CreditTransferError extends Error {
  readonly code = 'pain001.no-transfer'
}

const namespace = 'urn:iso:std:iso:20022:tech:xsd:pain.001.001.09'
const mostCents = 99_999_999_999n
const longestName = 70
const longestRemittance = 140

/**
 * A customer credit transfer initiation (pain.001.001.09) in euros for the single euro payments area, one payment block.
 * Names and remittance are written in the characters of the area.
 *
 * @returns the XML in ASCII, lines ended by one line feed
 * @throws CreditTransferError for wrong IBANs, references, amounts, empty names, doubled end-to-end ids, no transfers
 */
export function encodeCreditTransfer(file: CreditTransferFile): string {
  const { transfers, debtor } = file
  if (transfers.length === 0) fail('no transfers')
  if (new Set(transfers.map((transfer) => transfer.endToEndId)).size < transfers.length) fail('an end-to-end id stands twice')
  if (Number.isNaN(file.createdAt.getTime())) fail('no time of creation')
  const count = String(transfers.length)
  const sum = euros(transfers.reduce((total, { amount }) => total + checkedAmount(amount), 0n))
  return `<?xml version="1.0" encoding="UTF-8"?>
<Document xmlns="${namespace}">
<CstmrCdtTrfInitn>
<GrpHdr>
<MsgId>${reference(file.messageId)}</MsgId>
<CreDtTm>${file.createdAt.toISOString().slice(0, 19)}Z</CreDtTm>
<NbOfTxs>${count}</NbOfTxs>
<CtrlSum>${sum}</CtrlSum>
<InitgPty><Nm>${name(debtor.name)}</Nm></InitgPty>
</GrpHdr>
<PmtInf>
<PmtInfId>${reference(file.paymentId)}</PmtInfId>
<PmtMtd>TRF</PmtMtd>
<BtchBookg>false</BtchBookg>
<NbOfTxs>${count}</NbOfTxs>
<CtrlSum>${sum}</CtrlSum>
<PmtTpInf><SvcLvl><Cd>SEPA</Cd></SvcLvl></PmtTpInf>
<ReqdExctnDt><Dt>${file.executeOn}</Dt></ReqdExctnDt>
<Dbtr><Nm>${name(debtor.name)}</Nm></Dbtr>
<DbtrAcct><Id><IBAN>${iban(debtor.iban)}</IBAN></Id></DbtrAcct>
<DbtrAgt><FinInstnId><Othr><Id>NOTPROVIDED</Id></Othr></FinInstnId></DbtrAgt>
<ChrgBr>SLEV</ChrgBr>
${transfers.map(encodeTransfer).join('')}</PmtInf>
</CstmrCdtTrfInitn>
</Document>
`
}

function encodeTransfer({ endToEndId, amount, creditor, remittance }: Transfer): string {
  const text = transliterate(remittance, longestRemittance)
  return `<CdtTrfTxInf>
<PmtId><EndToEndId>${reference(endToEndId)}</EndToEndId></PmtId>
<Amt><InstdAmt Ccy="EUR">${euros(amount)}</InstdAmt></Amt>
<Cdtr><Nm>${name(creditor.name)}</Nm></Cdtr>
<CdtrAcct><Id><IBAN>${iban(creditor.iban)}</IBAN></Id></CdtrAcct>
${text === '' ? '' : `<RmtInf><Ustrd>${text}</Ustrd></RmtInf>\n`}</CdtTrfTxInf>
`
}

function checkedAmount(amount: Cents): Cents {
  return amount > 0n && amount <= mostCents ? amount : fail(`an amount of ${amount} cents`)
}

function euros(amount: Cents): string {
  return `${amount / 100n}.${(amount % 100n).toString().padStart(2, '0')}`
}

function reference(text: string): string {
  return isReference(text) ? text : fail('a reference has other characters, or too many')
}

/** None of the allowed characters means anything in XML but the apostrophe, which is free in text. */
function name(text: string): string {
  return transliterate(text, longestName) || fail('an empty name')
}

function iban(text: string): string {
  return readIban(text) ?? fail('a wrong IBAN')
}

function fail(reason: string): never {
  throw new CreditTransferError(reason)
}
