// Tests of the statement reader: three versions, batches, exact amounts, and what is refused.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { centsOf, readBankStatements, StatementError } from './index.ts'

async function* of(text: string, encoding: BufferEncoding = 'utf8', size = 211): AsyncGenerator<Uint8Array> {
  const bytes = Buffer.from(text, encoding)
  for (let start = 0; start < bytes.length; start += size) yield bytes.subarray(start, start + size)
}

const transaction = (endToEndId: string, rest = '') => `<TxDtls><Refs><EndToEndId>${endToEndId}</EndToEndId></Refs>${rest}</TxDtls>`
const entry = (amount: string, details: string, status = 'BOOK', more = '') =>
  `<Ntry><Amt Ccy="EUR">${amount}</Amt><CdtDbtInd>DBIT</CdtDbtInd>${more}<Sts>${status}</Sts><BookgDt><Dt>2026-11-25</Dt></BookgDt><NtryDtls>${details}</NtryDtls></Ntry>`
const statement = (entries: string, version = '02', encoding = 'UTF-8') =>
  `<?xml version="1.0" encoding="${encoding}"?><Document xmlns="urn:iso:std:iso:20022:tech:xsd:camt.053.001.${version}"><BkToCstmrStmt><GrpHdr><MsgId>M1</MsgId></GrpHdr><Stmt><Id>S1</Id><Acct><Id><IBAN>DE02120300000000202051</IBAN></Id></Acct>${entries}</Stmt></BkToCstmrStmt></Document>`

test('a debit names its payment, its payee and its day in every version', async () => {
  const party = {
    old: '<RltdPties><Cdtr><Nm>Müller</Nm></Cdtr><CdtrAcct><Id><IBAN>DE02500105170137075030</IBAN></Id></CdtrAcct></RltdPties>',
    new: '<RltdPties><Cdtr><Pty><Nm>Müller</Nm></Pty></Cdtr><CdtrAcct><Id><IBAN>DE02500105170137075030</IBAN></Id></CdtrAcct></RltdPties>',
  }
  for (const version of ['02', '04', '08']) {
    const details = transaction('ZL-1', `${version === '08' ? party.new : party.old}<RmtInf><Ustrd>Rechnung 1</Ustrd></RmtInf>`)
    const read = await readBankStatements(of(statement(entry('12.50', details, version === '08' ? '<Cd>BOOK</Cd>' : 'BOOK'), version)))
    assert.equal(read.version, version)
    const [one] = read.statements[0]?.entries ?? []
    assert.ok(one?.isBooked)
    assert.equal(one.bookedOn, '2026-11-25')
    assert.deepEqual(one.details, [
      {
        direction: 'debit', amount: { currency: 'EUR', value: '12.50' }, endToEndId: 'ZL-1', messageId: undefined, paymentId: undefined,
        counterparty: { name: 'Müller', account: 'DE02500105170137075030' }, remittance: ['Rechnung 1'],
      },
    ]) // biome-ignore format: one value
  }
})

test('in a batch only what the bank names has an amount; what is announced is not booked', async () => {
  const named = transaction('A', '<AmtDtls><TxAmt><Amt Ccy="EUR">1.00</Amt></TxAmt></AmtDtls>')
  const read = await readBankStatements(
    of(statement(entry('3.00', named + transaction('NOTPROVIDED')) + entry('1', transaction('B'), 'PDNG', '<RvslInd>true</RvslInd>'))),
  )
  const [batch, announced] = read.statements[0]?.entries ?? []
  assert.deepEqual(
    batch?.details.map(({ endToEndId, amount }) => [endToEndId, amount?.value]),
    [
      ['A', '1.00'],
      [undefined, undefined],
    ],
  )
  assert.equal(announced?.isBooked, false)
  assert.equal(announced?.isReversal, true)
})

test('an old statement in ISO-8859-1 is read by its declared encoding, in pieces of any size', async () => {
  const xml = statement(entry('1', transaction('Ä')), '02', 'ISO-8859-1')
  const read = await readBankStatements(of(xml, 'latin1', 300))
  assert.equal(read.statements[0]?.entries[0]?.details[0]?.endToEndId, 'Ä')
  await fc.assert(
    fc.asyncProperty(
      fc.integer({ min: 200, max: 900 }),
      fc.array(fc.bigInt({ min: 0n, max: 10n ** 15n }), { maxLength: 8 }),
      async (size, amounts) => {
        const entries = amounts.map((cents, index) =>
          entry(`${cents / 100n}.${(cents % 100n).toString().padStart(2, '0')}`, transaction(`E${index}ß`)),
        )
        const found = (await readBankStatements(of(statement(entries.join('')), 'utf8', size))).statements[0]?.entries ?? []
        assert.deepEqual(
          found.map((one) => centsOf(one.amount)),
          amounts,
        )
        assert.deepEqual(
          found.map((one) => one.details[0]?.endToEndId),
          amounts.map((_, index) => `E${index}ß`),
        )
      },
    ),
    { numRuns: 40 },
  )
})

test('fractions of a cent are no cents; noughts behind them are', () => {
  const cents = (value: string) => centsOf({ currency: 'EUR', value })
  assert.deepEqual(['5', '5.', '5.1', '5.10000', '5.12345', '0.001'].map(cents), [500n, 500n, 510n, 510n, undefined, undefined])
})

test('what is no statement is refused, and so is too much of it', async () => {
  const good = statement(entry('1.00', transaction('A')))
  for (const bad of [
    '', 'no xml', '<Document/>', good.slice(0, -30), good.replace('camt.053.001.02', 'camt.052.001.02'), good.replace('001.02', '001.99'),
    good.replace('?><Document', '?><!DOCTYPE x [<!ENTITY a "aaaa">]><Document'), good.replace('>A<', '>&a;<'), good.replace('1.00', '-1.00'), good.replace('1.00', '1,00'),
    good.replace('1.00', '1.000000'), good.replace('"EUR"', '"eur"'), good.replace('DBIT', 'OUT'), good.replace('<Sts>BOOK</Sts>', ''), good.replace('2026-11-25', '2026-02-30'),
    good.replace('<Id>S1</Id>', ''), good.replace(/<Acct>.*<\/Acct>/, ''), good.replace('<MsgId>M1</MsgId>', ''), good.replace(/<Stmt>.*<\/Stmt>/, ''), good.replace('UTF-8', 'x-none'),
    good.replace('>A<', `>${'x'.repeat(20_001)}<`), good.replace('>A<', `>${'<a>'.repeat(60)}${'</a>'.repeat(60)}<`),
  ]) // biome-ignore format: a list
    await assert.rejects(readBankStatements(of(bad)), StatementError, bad.slice(0, 60))
  await assert.rejects(readBankStatements(of(good), { maxBytes: 100 }), StatementError)
  await assert.rejects(readBankStatements(of(good), { maxEntries: 0 }), StatementError)
  await assert.rejects(readBankStatements(of(good), { maxNodesOfEntry: 5 }), StatementError)
  await assert.rejects(readBankStatements(of(statement(entry('1', transaction('ä'))), 'latin1')), StatementError)
})
