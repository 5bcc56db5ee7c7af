// Tests of the code list codec: what official lists look like, and what others may send.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { type CodeList, CodeListError, readCodeList, writeCodeList } from './index.ts'

const list: Omit<CodeList, 'faults'> = {
  shortName: 'Orte', longName: 'Orte & Höfe', version: '2026-01-01', canonicalUri: 'urn:example:orte', canonicalVersionUri: 'urn:example:orte_2026-01-01',
  columns: [{ id: 'KEY', isRequired: true }, { id: 'Name', isRequired: true }, { id: 'Note', isRequired: false }],
  keyColumns: ['KEY'],
  rows: [{ KEY: '01', Name: 'Ä < B', Note: 'x' }, { KEY: '02', Name: 'C' }],
} // biome-ignore format: a table

async function* of(text: string, encoding: BufferEncoding = 'utf8', size = 7): AsyncGenerator<Uint8Array> {
  const bytes = Buffer.from(text, encoding)
  yield bytes.subarray(0, 200)
  for (let start = 200; start < bytes.length; start += size) yield bytes.subarray(start, start + size)
}

test('a written list reads back the same', async () => {
  assert.deepEqual(await readCodeList(of(writeCodeList(list))), { ...list, faults: [] })
  const value = fc.string({ maxLength: 12 }).filter((text) => !/[^\t\n\r\u0020-\uD7FF\uE000-\uFFFD]/.test(text))
  await fc.assert(
    fc.asyncProperty(fc.uniqueArray(value, { maxLength: 5 }), value, async (keys, name) => {
      const rows = keys.map((KEY) => ({ KEY, Name: name }))
      assert.deepEqual((await readCodeList(of(writeCodeList({ ...list, rows })))).rows, rows)
    }),
    { numRuns: 50 },
  )
})

test('an old list in ISO-8859-1 is read by its declared encoding', async () => {
  const xml = writeCodeList(list).replace('UTF-8', 'ISO-8859-1')
  assert.equal((await readCodeList(of(xml, 'latin1'))).rows[0]?.Name, 'Ä < B')
})

test('values without a column reference go to the next column, empty values count as missing', async () => {
  const xml = writeCodeList({ ...list, rows: [] }).replace(
    '<SimpleCodeList>',
    '<SimpleCodeList><Row><Value><SimpleValue>9</SimpleValue></Value><Value><SimpleValue>N</SimpleValue></Value><Value/></Row>',
  )
  assert.deepEqual((await readCodeList(of(xml))).rows, [{ KEY: '9', Name: 'N' }])
})

test('rows without a required value, with an unknown column or a key seen before are reported', async () => {
  const xml = writeCodeList({
    ...list,
    rows: [{ KEY: '1', Name: 'a' }, { KEY: '1', Name: 'b' }, { KEY: '2' }, { KEY: '3', Name: 'c', Other: 'd' }],
  })
  const read = await readCodeList(of(xml))
  assert.deepEqual(read.rows, [{ KEY: '1', Name: 'a' }])
  assert.deepEqual(read.faults.map(({ reason }) => reason).toSorted(), ['key 1 stands twice', 'no value for Name', 'unknown column Other'])
})

test('what is no code list is refused with a reason', async () => {
  const good = writeCodeList(list)
  for (const bad of [
    '',
    'not xml',
    '<CodeList/>',
    good.slice(0, 600),
    good.replace('<gc:CodeList', '<!DOCTYPE x [<!ENTITY a "aaaa">]><gc:CodeList'),
    good.replace('Ä', '&a;'),
    good.replace('UTF-8', 'x-no-such'),
    good.replace('<Version>2026-01-01</Version>', ''),
  ]) {
    await assert.rejects(readCodeList(of(bad)), CodeListError)
  }
  await assert.rejects(readCodeList(of(good, 'latin1')), CodeListError)
  await assert.rejects(readCodeList(of(good), { maxRows: 1 }), CodeListError)
})
