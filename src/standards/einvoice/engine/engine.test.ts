// The engine: paths, values, exact decimals, and the order in which rules see a document.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { type ElementNode, nameOf, type XmlDocument } from '../xml/document.ts'
import { readXml } from '../xml/reader.ts'
import {
  add,
  castDecimal,
  compare,
  type Decimal,
  divide,
  format,
  fromDouble,
  multiply,
  round,
  subtract,
  sumDouble,
  toDouble,
} from './decimal.ts'
import { count, each, first, has, path, textOf, texts } from './paths.ts'
import { compile, match, type Pattern, run } from './rules.ts'
import { booleanOf, castDate, DynamicError, isBlank, isDate, isDecimal, normal, number, upper } from './values.ts'

const source =
  '<ubl:Invoice xmlns:ubl="urn:oasis:names:specification:ubl:schema:xsd:Invoice-2" xmlns:cac="urn:oasis:names:specification:ubl:schema:xsd:CommonAggregateComponents-2"' +
  ' xmlns:cbc="urn:oasis:names:specification:ubl:schema:xsd:CommonBasicComponents-2"><cbc:ID>I</cbc:ID><cbc:Note>n</cbc:Note>' +
  '<cac:InvoiceLine><cbc:ID schemeID="s">1</cbc:ID><cac:Item><cbc:Name>a</cbc:Name><cac:Price><cbc:ID>p</cbc:ID></cac:Price></cac:Item></cac:InvoiceLine>' +
  '<cac:InvoiceLine><cbc:ID>2</cbc:ID></cac:InvoiceLine><x/></ubl:Invoice>'
const reading = readXml(Buffer.from(source))
assert.ok(reading.ok)
const document: XmlDocument = reading.value

test('paths find what XPath finds, once and in document order', () => {
  const cases: readonly (readonly [string, readonly string[]])[] = [
    ['cbc:ID', ['I']],
    ['cac:InvoiceLine/cbc:ID', ['1', '2']],
    ['cbc:Note | cbc:ID', ['I', 'n']],
    ['//cbc:ID', ['I', '1', 'p', '2']],
    ['.//cbc:ID', ['I', '1', 'p', '2']],
    ['/*/cbc:ID', ['I']],
    ['/ubl:Invoice/cac:InvoiceLine//cbc:ID', ['1', 'p', '2']],
    ['cac:InvoiceLine/../cbc:ID', ['I']],
    ['cac:InvoiceLine/cbc:ID/@schemeID', ['s']],
    ['*/cbc:ID', ['1', '2']],
    ['cac:Item', []],
  ]
  for (const [text, expected] of cases) {
    const where = path(text)
    assert.deepEqual(texts(document, 0, where), expected, text)
    assert.equal(count(document, 0, where), expected.length, text)
    assert.equal(has(document, 0, where), expected.length > 0, text)
    assert.equal(textOf(document, 0, where), expected[0] ?? '', text)
    assert.equal(first(document, 0, where), each(document, 0, where)[0] ?? -1, text)
  }
  const name = first(document, 0, path('//cbc:Name'))
  assert.deepEqual(texts(document, name, path('../../cbc:ID')), ['1'])
  assert.deepEqual(texts(document, name, path('ancestor::cac:InvoiceLine/cbc:ID')), ['1'])
  assert.deepEqual(texts(document, name, path('.')), ['a'])
  assert.deepEqual(texts(document, name, path('..')), ['ap'])
})

test('a path with a name nobody knows fails when it is compiled', () => {
  assert.throws(() => path('cbc:Nonsense'), /no name "cbc:Nonsense"/)
  assert.throws(() => match('cac:Foo'), /no name/)
})

test('in a pattern the first context that matches takes a node, and each pattern sees every node', () => {
  const never = (id: string) => ({ id, level: 'error' as const, holds: () => false })
  const isSecond = (tree: XmlDocument, node: ElementNode) => textOf(tree, node, path('cbc:ID')) === '2'
  const patterns: readonly Pattern[] = [
    {
      name: 'lines',
      contexts: [
        { match: match('cac:InvoiceLine', isSecond), rules: [never('second')] },
        { match: match('cac:InvoiceLine | cac:CreditNoteLine'), rules: [never('line')] },
        { match: match('//cac:InvoiceLine/cbc:ID/@schemeID'), rules: [never('scheme')] },
        { match: match('cac:InvoiceLine/cbc:ID'), rules: [never('line id')] },
      ],
    },
    {
      name: 'identifiers',
      contexts: [
        { match: match('/ubl:Invoice/cbc:ID'), rules: [never('root id')] },
        { match: match('cac:InvoiceLine//cbc:ID'), rules: [never('deep id')] },
        { match: match('?'), rules: [never('stranger')] },
      ],
    },
  ]
  const { findings, failed } = run(compile(patterns), document)
  assert.equal(failed, undefined)
  const fired = findings.map(({ rule, node }) => `${rule.id} ${document.text(node)}`)
  assert.deepEqual(fired, [
    'root id I',
    'line 1ap',
    'scheme 1',
    'line id 1',
    'deep id 1',
    'deep id p',
    'second 2',
    'line id 2',
    'deep id 2',
    'stranger ',
  ])
  assert.equal(findings[2]?.attribute, nameOf('@schemeID'))
})

test('a dynamic error ends the run; in the condition of a context it means no match', () => {
  const rule = { id: 'R', level: 'error' as const, holds: () => booleanOf('maybe') }
  assert.ok(run(compile([{ name: 'p', contexts: [{ match: match('cbc:Note'), rules: [rule] }] }]), document).failed instanceof DynamicError)
  const shy = match('cbc:Note', () => booleanOf('maybe'))
  assert.deepEqual(run(compile([{ name: 'p', contexts: [{ match: shy, rules: [rule] }] }]), document), { findings: [] })
})

test('values are those of XPath, not of JavaScript', () => {
  assert.deepEqual([normal(' a\n b\u00a0 '), normal('a b'), normal('a  b'), normal('')], ['a b\u00a0', 'a b', 'a b', ''])
  assert.deepEqual([isBlank(' \t\r\n'), isBlank('\u00a0')], [true, false])
  assert.equal(upper('straße'), 'STRASSE')
  assert.deepEqual(
    [number(' 1e2 '), number('0x1'), number(''), number('INF'), number('Infinity')],
    [100, Number.NaN, Number.NaN, Number.POSITIVE_INFINITY, Number.NaN],
  )
  assert.deepEqual([isDecimal(' +1. '), isDecimal('1e2'), isDecimal('')], [true, false, false])
  assert.deepEqual([booleanOf(' 1 '), booleanOf('false')], [true, false])
  assert.throws(() => booleanOf('TRUE'), DynamicError)
  assert.deepEqual([isDate('2024-02-29'), isDate('2023-02-29'), isDate('2024-02-29T00:00:00')], [true, false, false])
  assert.ok(castDate('2024-01-01') < castDate('2024-01-02') && castDate('2024-01-01+01:00') < castDate('2024-01-01'))
  assert.throws(() => castDate('1.1.2024'), DynamicError)
})

test('decimals divide and round as the official processor does', () => {
  const quotients: readonly (readonly [string, string, string])[] = [
    ['1', '3', '0.333333333333333333'],
    ['2', '3', '0.666666666666666667'],
    ['1', '524288', '0.000001907348632812'],
    ['100000', '7', '14285.714285714285714286'],
    ['0.0001', '3', '0.0000333333333333333333'],
    ['5', '0.003', '1666.666666666666666667'],
    ['1', '20000000000000000000', '0.00000000000000000005'],
    ['7', '0.0000003', '23333333.333333333333333333'],
  ]
  for (const [left, right, expected] of quotients) assert.equal(format(divide(castDecimal(left), castDecimal(right))), expected)
  assert.throws(() => divide(castDecimal('1'), castDecimal('0.0')), DynamicError)
  const rounded = ['2.5', '-2.5', '2.4999', '-0.5', '123456789012345678901.5'].map((text) => format(round(castDecimal(text))))
  assert.deepEqual(rounded, ['3', '-2', '2', '0', '123456789012345678902'])
  assert.equal(format(round(castDecimal('1.005'), 2)), '1.01')
})

test('a double is taken at its exact binary value', () => {
  assert.equal(format(fromDouble(1163.405)), '1163.404999999999972715158946812152862548828125')
  assert.equal(format(fromDouble(sumDouble(['0.1', '0.2']))), '0.3000000000000000444089209850062616169452667236328125')
  assert.throws(() => fromDouble(Number.NaN), DynamicError)
  assert.throws(() => sumDouble(['1', 'x']), DynamicError)
})

test('sums, products and comparisons are exact however long the numbers are', () => {
  const scale = 30
  const exact = (value: Decimal) => (value.big ?? BigInt(value.units)) * 10n ** BigInt(scale - value.scale)
  const decimals = fc
    .tuple(fc.boolean(), fc.stringMatching(/^[0-9]{1,20}$/), fc.stringMatching(/^[0-9]{0,12}$/))
    .map(([minus, whole, rest]) => `${minus ? '-' : ''}${whole}.${rest}`)
  fc.assert(
    fc.property(decimals, decimals, (leftText, rightText) => {
      const [left, right] = [castDecimal(leftText), castDecimal(rightText)]
      assert.equal(exact(add(left, right)), exact(left) + exact(right))
      assert.equal(exact(subtract(left, right)), exact(left) - exact(right))
      assert.equal(exact(multiply(left, right)) * 10n ** BigInt(scale), exact(left) * exact(right))
      assert.equal(Math.sign(compare(left, right)), exact(left) < exact(right) ? -1 : exact(left) > exact(right) ? 1 : 0)
      const unit = 10n ** BigInt(scale - 2)
      const doubled = exact(left) * 2n + unit
      const floor = doubled / (2n * unit) - (doubled % (2n * unit) < 0n ? 1n : 0n)
      assert.equal(exact(round(left, 2)), floor * unit)
    }),
    { numRuns: 500 },
  )
  fc.assert(
    fc.property(fc.double({ noNaN: true, noDefaultInfinity: true, min: -1e9, max: 1e9 }), (value) => toDouble(fromDouble(value)) === value),
  )
})
