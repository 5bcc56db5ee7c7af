// Tests of the register codec: columns, encodings, broken files.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { parseDay } from '#kernel/dates.ts'
import { type RegisterEntry, type RegisterRecord, readRegister, readRegisterLine, writeRegisterLine } from './index.ts'

const state = parseDay('2023-11-30') ?? assert.fail()
const sample: RegisterRecord = {
  kind: 'municipality', state, ars: '160710005005', ags: '16071005', name: 'Mühlbach, Stadt', textKey: '63',
  areaHectares: 1234, inhabitants: 5678, postalCode: '99999', hasMorePostalCodes: true,
} // biome-ignore format: one record

async function* of(...chunks: (string | Uint8Array)[]): AsyncGenerator<Uint8Array> {
  for (const chunk of chunks) yield typeof chunk === 'string' ? Buffer.from(chunk) : chunk
}

async function all(content: AsyncIterable<Uint8Array>): Promise<RegisterEntry[]> {
  const entries: RegisterEntry[] = []
  for await (const entry of readRegister(content)) entries.push(entry)
  return entries
}

test('a municipality line gives key, name, figures and postal code', () => {
  const read = readRegisterLine(writeRegisterLine(sample))
  assert.deepEqual(read, { ok: true, value: sample })
})

test('a written record of any kind reads back the same', () => {
  const digits = (length: number) => fc.stringMatching(new RegExp(`^\\d{${length}}$`))
  const name = fc.stringMatching(/^[A-ZÄÖÜ][a-zäöüß]{0,20}(, Stadt|\/Thür\.)?$/)
  const record = fc.oneof(
    fc.record({ kind: fc.constant('land' as const), ars: digits(2), name, seat: name }),
    fc.record({ kind: fc.constant('government-region' as const), ars: digits(3), name }),
    fc.record({ kind: fc.constant('planning-region' as const), ars: digits(4), name, seat: name }),
    fc.record({ kind: fc.constant('district' as const), ars: digits(5), name, seat: name, textKey: fc.constant('43') }),
    fc.record({ kind: fc.constant('association' as const), ars: digits(9), name, textKey: fc.constant('54') }),
    fc
      .tuple(digits(5), digits(4), digits(3), fc.nat(9_999_999), fc.nat(9_999_999), digits(5), name)
      .map(([district, association, number, areaHectares, inhabitants, postalCode, text]) => ({
        kind: 'municipality' as const, ars: district + association + number, ags: district + number, name: text, textKey: '64', areaHectares, inhabitants, postalCode,
      })), // biome-ignore format: one record
  )
  fc.assert(
    fc.property(record, (some) =>
      assert.deepEqual(readRegisterLine(writeRegisterLine({ ...some, state })), { ok: true, value: { ...some, state } }),
    ),
  )
})

test('any text is read or refused, never thrown at', () => {
  fc.assert(fc.property(fc.string({ maxLength: 300, unit: 'binary' }), (line) => assert.equal(typeof readRegisterLine(line).ok, 'boolean')))
})

test('UTF-8 and Latin-1 files give the same records, with or without byte order mark and carriage returns', async () => {
  const line = writeRegisterLine(sample)
  for (const bytes of [Buffer.from(`${line}\n`), Buffer.from(`\uFEFF${line}\r\n`), Buffer.from(line, 'latin1')]) {
    assert.deepEqual(await all(of(bytes)), [{ ok: true, line: 1, record: sample }])
  }
})

test('lines split over chunks at any byte are put together again', async () => {
  const bytes = Buffer.from(`${writeRegisterLine(sample)}\n${writeRegisterLine({ ...sample, name: 'Überall' })}\n`)
  for (let size = 1; size < 40; size += 7) {
    const chunks = Array.from({ length: Math.ceil(bytes.length / size) }, (_, index) => bytes.subarray(index * size, (index + 1) * size))
    const entries = await all(of(...chunks))
    assert.deepEqual(
      entries.map((entry) => entry.ok && entry.record.name),
      ['Mühlbach, Stadt', 'Überall'],
    )
  }
})

test('each faulty line is reported with its number and reason, and the others are read', async () => {
  const good = writeRegisterLine(sample)
  const lines = [
    good,
    good.slice(0, 90),
    `99${good.slice(2)}`,
    `6020231331${good.slice(10)}`,
    `${good.slice(0, 10)}16X71005${good.slice(18)}`,
    `${good.slice(0, 140)}00000A${good.slice(146)}`,
    `${good.slice(0, 165)}9999 ${good.slice(170)}`,
    `${good.slice(0, 22)}${' '.repeat(50)}${good.slice(72)}`,
    'x'.repeat(500),
    good.replace('ü', '\uFFFD'),
    good,
  ]
  const entries = await all(of(lines.join('\n')))
  assert.deepEqual(
    entries.map((entry) => [entry.line, entry.ok ? 'read' : entry.reason]),
    [[1, 'read'], [2, 'truncated'], [3, 'unknown-kind'], [4, 'bad-state'], [5, 'bad-key'], [6, 'bad-number'], [7, 'bad-postal-code'], [8, 'no-name'], [9, 'too-long'], [10, 'damaged-text'], [11, 'read']],
  ) // biome-ignore format: a table
})

test('a line of another encoding in the middle is reported', async () => {
  const line = writeRegisterLine(sample)
  const entries = await all(of(Buffer.from(`${line}\n`), Buffer.from(`${line}\n`, 'latin1'), Buffer.from(`${line}\n`)))
  assert.deepEqual(
    entries.map((entry) => (entry.ok ? 'read' : entry.reason)),
    ['read', 'mixed-encoding', 'read'],
  )
})

test('a UTF-16 file is reported as no text, and a file without line ends stays small in memory', async () => {
  const [first] = await all(of(Buffer.from(`${writeRegisterLine(sample)}\n`, 'utf16le')))
  assert.equal(first !== undefined && !first.ok && first.reason, 'too-long')
  async function* endless(): AsyncGenerator<Uint8Array> {
    const chunk = Buffer.alloc(1 << 20, 0x36)
    for (let count = 0; count < 200; count++) yield chunk
  }
  const before = process.memoryUsage().rss
  assert.deepEqual(
    (await all(endless())).map((entry) => !entry.ok && entry.reason),
    ['too-long'],
  )
  assert.ok(process.memoryUsage().rss - before < 150 << 20)
})
