// Reads a bank statement: camt.053.001.02, .04 and .08 differ in few places.
import { type Day, parseDay } from '#kernel/dates.ts'
import type { Amount, BankStatements, Counterparty, Direction, Entry, EntryDetail, Statement, Version } from './model.ts'
import { versions } from './model.ts'
import { fail, find, findAll, type Node, readTree, type StatementLimits, textOf } from './tree.ts'

const namespace = 'urn:iso:std:iso:20022:tech:xsd:camt.053.001.'

/**
 * Reads the statements of a file in bounded memory: an entry is reduced to its facts as soon as it ends.
 *
 * @throws StatementError where the file is no camt.053 of a known version, lacks what a statement needs, or is beyond the limits
 */
export async function readBankStatements(content: AsyncIterable<Uint8Array>, limits: StatementLimits = {}): Promise<BankStatements> {
  const entries = new Map<Node, Entry[]>()
  const maxEntries = limits.maxEntries ?? 100_000
  let count = 0
  let version: Version | undefined
  let document: Node | undefined
  await readTree(content, limits, {
    cut: 'Ntry',
    root: (node, uri) => {
      version = versions.find((one) => uri === `${namespace}${one}`)
      if (node.name !== 'Document' || version === undefined) fail('the root is no camt.053 document of version 02, 04 or 08')
      document = node
    },
    take: (node, parents) => {
      const statement = parents.at(-1)
      if (statement?.name !== 'Stmt' || parents.length !== 3) fail('an entry outside a statement')
      if ((count += 1) > maxEntries) fail(`more than ${maxEntries} entries`)
      const own = entries.get(statement) ?? []
      own.push(readEntry(node))
      entries.set(statement, own)
    },
  })
  const message = find(document, 'BkToCstmrStmt') ?? fail('no statement message')
  const statements = findAll(message, 'Stmt')
  if (version === undefined || statements.length === 0) fail('no statement in the message')
  return {
    version,
    messageId: textOf(message, 'GrpHdr', 'MsgId') ?? fail('the message has no id'),
    statements: statements.map((node) => readStatement(node, entries.get(node) ?? [], textOf(message, 'GrpHdr', 'MsgPgntn', 'PgNb'))),
  }
}

/** Version 08 numbers pages in the statement, older ones in the head of the message. */
function readStatement(node: Node, entries: readonly Entry[], messagePage: string | undefined): Statement {
  const account = find(node, 'Acct')
  return {
    id: textOf(node, 'Id') ?? fail('a statement has no id'),
    page: textOf(node, 'StmtPgntn', 'PgNb') ?? messagePage,
    account: accountOf(account) ?? fail('a statement has no account'),
    currency: textOf(account, 'Ccy'),
    entries,
  }
}

function readEntry(node: Node): Entry {
  const amount = readAmount(find(node, 'Amt')) ?? fail('an entry has no amount')
  const direction = readDirection(node) ?? fail('an entry is neither credit nor debit')
  const status = textOf(node, 'Sts', 'Cd') ?? textOf(node, 'Sts') ?? fail('an entry has no status')
  const transactions = findAll(node, 'NtryDtls').flatMap((details) => findAll(details, 'TxDtls'))
  const whole = transactions.length === 1 ? amount : undefined
  return {
    amount,
    direction,
    isReversal: /^(?:true|1)$/.test(textOf(node, 'RvslInd') ?? ''),
    isBooked: status === 'BOOK',
    bookedOn: readDay(find(node, 'BookgDt')),
    valueOn: readDay(find(node, 'ValDt')),
    reference: textOf(node, 'NtryRef'),
    bankReference: textOf(node, 'AcctSvcrRef'),
    text: textOf(node, 'AddtlNtryInf'),
    details: transactions.map((transaction) => readDetail(transaction, direction, whole)),
  }
}

function readDetail(node: Node, entryDirection: Direction, whole: Amount | undefined): EntryDetail {
  const direction = readDirection(node) ?? entryDirection
  const references = find(node, 'Refs')
  const remittance = find(node, 'RmtInf')
  return {
    direction,
    amount:
      readAmount(find(node, 'Amt')) ??
      readAmount(find(node, 'AmtDtls', 'TxAmt', 'Amt')) ??
      readAmount(find(node, 'AmtDtls', 'InstdAmt', 'Amt')) ??
      whole,
    endToEndId: provided(textOf(references, 'EndToEndId')),
    messageId: provided(textOf(references, 'MsgId')),
    paymentId: provided(textOf(references, 'PmtInfId')),
    counterparty: readCounterparty(find(node, 'RltdPties'), direction),
    remittance: [
      ...findAll(remittance, 'Ustrd').map((line) => line.text.trim()),
      ...findAll(remittance, 'Strd').map((line) => textOf(line, 'CdtrRefInf', 'Ref') ?? ''),
    ].filter((line) => line !== ''),
  }
}

/** Whom our money went to, or who sent it; version 08 puts the name one level deeper. */
function readCounterparty(parties: Node | undefined, direction: Direction): Counterparty {
  const role = direction === 'debit' ? 'Cdtr' : 'Dbtr'
  return {
    name: textOf(parties, role, 'Pty', 'Nm') ?? textOf(parties, role, 'Nm'),
    account: accountOf(find(parties, `${role}Acct`)),
  }
}

function accountOf(node: Node | undefined): string | undefined {
  return textOf(node, 'Id', 'IBAN') ?? textOf(node, 'Id', 'Othr', 'Id')
}

function readDirection(node: Node): Direction | undefined {
  const code = textOf(node, 'CdtDbtInd')
  if (code === undefined) return undefined
  return code === 'CRDT' ? 'credit' : code === 'DBIT' ? 'debit' : fail('neither credit nor debit')
}

/** ISO 20022: up to 18 digits, of which up to five after the point. */
function readAmount(node: Node | undefined): Amount | undefined {
  if (node === undefined) return undefined
  const value = node.text.trim().replace(/^\+/, '')
  const currency = node.attributes['Ccy'] ?? ''
  if (!/^(?:\d{1,18}(?:\.\d{0,5})?|\.\d{1,5})$/.test(value) || !/^[A-Z]{3}$/.test(currency)) fail('an amount is written wrongly')
  return { currency, value: value.startsWith('.') ? `0${value}` : value }
}

/** The day as the bank writes it, also out of an instant in the bank's own time. */
function readDay(node: Node | undefined): Day | undefined {
  const text = textOf(node, 'Dt') ?? textOf(node, 'DtTm')
  return text === undefined ? undefined : (parseDay(text.slice(0, 10)) ?? fail('a day is written wrongly'))
}

function provided(text: string | undefined): string | undefined {
  return text === 'NOTPROVIDED' ? undefined : text
}
