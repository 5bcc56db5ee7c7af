// The command line of the e-invoice tool: exit codes, the fields of a JSON line, and what a person reads.
import assert from 'node:assert/strict'
import { execFile } from 'node:child_process'
import { createHash } from 'node:crypto'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, before, test } from 'node:test'
import { sampleInvoice } from '../src/standards/einvoice/testing/sample-invoices.ts'
import { CallError, readCall } from './einvoice/call.ts'

const program = join(import.meta.dirname, 'einvoice.ts')
let folder = ''

before(async () => {
  folder = await mkdtemp(join(tmpdir(), 'rennsteig-einvoice-'))
  await writeFile(join(folder, 'good.xml'), sampleInvoice('ubl'))
  await writeFile(join(folder, 'wrong.xml'), sampleInvoice('cii', ['<ram:CityName>Arnstadt</ram:CityName>', '']))
})
after(() => rm(folder, { recursive: true }))

function call(parameters: readonly string[], input = ''): Promise<{ code: number; output: string; errors: string }> {
  return new Promise((resolve) => {
    const child = execFile(
      process.execPath,
      [program, ...parameters],
      { cwd: folder, env: { ...process.env, INIT_CWD: folder } },
      (error, output, errors) => resolve({ code: error === null ? 0 : Number(error.code), output, errors }),
    )
    child.stdin?.end(input)
  })
}

test('one JSON line per file, and 1 where not all are accepted', async () => {
  const { code, output } = await call(['validate', '--json', 'good.xml', 'wrong.xml', 'missing.xml'])
  assert.equal(code, 1)
  const lines = output
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line))
  assert.deepEqual(
    lines.map(({ file, verdict }) => [file, verdict]),
    [
      ['good.xml', 'accept'],
      ['wrong.xml', 'reject'],
      ['missing.xml', 'undefined'],
    ],
  )
  assert.equal(lines[0].sha256, createHash('sha256').update(sampleInvoice('ubl')).digest('hex'))
  assert.deepEqual(lines[0].findings, [])
  const [{ line, ...finding }] = lines[1].findings
  assert.equal(typeof line, 'number')
  assert.deepEqual(finding, {
    step: 'xrechnung',
    rule: 'BR-DE-3',
    level: 'error',
    effectiveLevel: 'error',
    location:
      '/rsm:CrossIndustryInvoice[1]/rsm:SupplyChainTradeTransaction[1]/ram:ApplicableHeaderTradeAgreement[1]/ram:SellerTradeParty[1]/ram:PostalTradeAddress[1]',
    bt: 'BT-37',
  })
  assert.equal(lines[2].error, 'missing')
})

test('names come by standard input too, and 0 says that all are accepted', async () => {
  const { code, output } = await call(['validate', '--json', '-'], 'good.xml\n')
  assert.equal(code, 0)
  assert.equal(JSON.parse(output).scenario, 'EN16931 XRechnung (UBL Invoice)')
})

test('without --json a person reads what is wrong and what to do', async () => {
  const { output } = await call(['validate', 'wrong.xml'])
  assert.match(output, /wrong\.xml: abgelehnt/)
  assert.match(output, /BR-DE-3/)
  assert.match(output, /Zu tun: /)
  assert.match((await call(['validate', '--language', 'en', 'wrong.xml'])).output, /rejected[\s\S]*To do: /)
})

test('an unusable call ends with 2 and says how to call', async () => {
  const { code, errors } = await call(['validate', '--rules', '1999', 'good.xml'])
  assert.equal(code, 2)
  assert.match(errors, /npm run -s einvoice/)
})

test('a file that is no PDF has nothing to extract', async () => {
  assert.equal((await call(['extract', 'good.xml'])).code, 1)
})

test('calls are understood or refused before anything is loaded', () => {
  assert.deepEqual(readCall(['validate', '--json', '--received', '2026-02-01', '--steps', 'en16931,xrechnung', 'a', 'b']), {
    command: 'validate',
    files: ['a', 'b'],
    isJson: true,
    language: 'de',
    received: '2026-02-01',
    steps: ['en16931', 'xrechnung'],
  })
  for (const wrong of [
    [],
    ['judge', 'a'],
    ['validate'],
    ['validate', '--received', '2026-02-30', 'a'],
    ['validate', '--received', '2026-02-01', '--rules', '2026-01-31', 'a'],
    ['validate', '--steps', 'peppol', 'a'],
    ['validate', '--colour', 'a'],
    ['render', 'a', 'b'],
    ['render', '--json', 'a'],
    ['extract', '--language', 'en', 'a'],
  ])
    assert.throws(() => readCall(wrong), CallError, wrong.join(' '))
})
