// The reader: what is a document and what is not, in every encoding, within limits, and the tree that comes out.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { defaultLimits, nameOf, type XmlDocument, type XmlFaultCode } from './document.ts'
import { readXml } from './reader.ts'

const cbc = 'urn:oasis:names:specification:ubl:schema:xsd:CommonBasicComponents-2'
const head = `<Invoice xmlns="urn:oasis:names:specification:ubl:schema:xsd:Invoice-2" xmlns:cbc="${cbc}">`

function document(text: string | Uint8Array): XmlDocument {
  const reading = readXml(typeof text === 'string' ? Buffer.from(text) : text)
  assert.ok(reading.ok, reading.ok ? '' : JSON.stringify(reading.reason))
  return reading.value
}

function faultOf(text: string | Uint8Array, limits = defaultLimits): XmlFaultCode | undefined {
  const reading = readXml(typeof text === 'string' ? Buffer.from(text) : text, limits)
  return reading.ok ? undefined : reading.reason.code
}

test('elements are numbered in document order and know their family', () => {
  const tree = document(`${head}<cbc:ID>1</cbc:ID><cbc:Note/><x:a xmlns:x="urn:x"><x:b/></x:a></Invoice>`)
  assert.equal(tree.count, 5)
  assert.equal(tree.nameId(1), nameOf('cbc:ID'))
  assert.deepEqual(
    [tree.firstChild(0), tree.nextSibling(1), tree.nextSibling(2), tree.nextSibling(3), tree.firstChild(3)],
    [1, 2, 3, -1, 4],
  )
  assert.deepEqual(
    [tree.parent(0), tree.parent(4), tree.lastDescendant(0), tree.lastDescendant(3), tree.lastDescendant(1)],
    [-1, 3, 4, 4, 1],
  )
  assert.deepEqual([tree.namespace(4), tree.localName(4), tree.qualifiedName(4)], ['urn:x', 'b', 'x:b'])
  assert.equal(tree.location(4), '/ubl:Invoice[1]/Q{urn:x}a[1]/Q{urn:x}b[1]')
})

test('the same name written with another prefix is the same name', () => {
  const tree = document(
    `<q:Invoice xmlns:q="urn:oasis:names:specification:ubl:schema:xsd:Invoice-2"><ID xmlns="${cbc}"/><c:ID xmlns:c="${cbc}"/></q:Invoice>`,
  )
  assert.equal(tree.nameId(0), nameOf('ubl:Invoice'))
  assert.deepEqual([tree.nameId(1), tree.nameId(2)], [nameOf('cbc:ID'), nameOf('cbc:ID')])
  assert.deepEqual([tree.firstNamed(nameOf('cbc:ID')), tree.nextNamed(1), tree.nextNamed(2)], [1, 2, -1])
  assert.equal(tree.location(2), '/ubl:Invoice[1]/cbc:ID[2]')
  assert.equal(tree.resolvePrefix(2, 'c'), cbc)
  assert.equal(tree.resolvePrefix(0, 'c'), undefined)
})

test('text is that of all descendants, with references resolved and markup left out', () => {
  const tree = document(`${head}<cbc:Note> a&amp;b<!-- no --> &#xe4;<![CDATA[<c>&amp;]]><?no?>\r\nd\r<x y=">">e</x></cbc:Note></Invoice>`)
  assert.equal(tree.text(1), ' a&b ä<c>&amp;\nd\ne')
  assert.deepEqual(tree.textNodes(1), [' a&b', ' ä<c>&amp;', '\nd\n'])
  assert.deepEqual([tree.hasOwnText(0), tree.hasOwnText(1), tree.hasCharacters(0)], [false, true, false])
})

test('attribute values are normalised; declarations are no attributes', () => {
  const tree = document(`${head}<cbc:ID schemeID="a\t&#9;&lt;ü\r\nb" xmlns:z="urn:z" z:q='"'/></Invoice>`)
  assert.equal(tree.attributeCount(1), 2)
  assert.equal(tree.attribute(1, nameOf('@schemeID')), 'a \t<ü b')
  assert.equal(tree.attribute(1, nameOf('@listID')), undefined)
  assert.equal(tree.attributeValue(1, 1), '"')
})

const wellFormed = [
  '<a/>',
  '\ufeff<a/>',
  '<?xml version="1.0" standalone="yes"?>\n<!-- c --><?p?><a></a >\n<!-- c -->',
  "<a b='1'\n/>",
  '<a>]]</a>',
  '<ä·/>',
]
const faults: readonly (readonly [string, XmlFaultCode])[] = [
  ['', 'empty'],
  ['x', 'outside-root'],
  ['<a/>x', 'outside-root'],
  ['<a/><b/>', 'outside-root'],
  [' <?xml version="1.0"?><a/>', 'declaration'],
  ['<?xml version="2.0"?><a/>', 'declaration'],
  ['<!DOCTYPE a><a/>', 'doctype'],
  ['<a>', 'not-closed'],
  ['<a', 'not-closed'],
  ['<a></b>', 'end-tag'],
  ['<a></ab>', 'end-tag'],
  ['<ab></a>', 'end-tag'],
  ['<a b="1" b="2"/>', 'duplicate-attribute'],
  ['<a x:b="1" y:b="2" xmlns:x="u" xmlns:y="u"/>', 'duplicate-attribute'],
  ['<a xmlns:x="u" xmlns:x="v"/>', 'duplicate-attribute'],
  ['<x:a/>', 'prefix-unbound'],
  ['<:a/>', 'name'],
  ['<a :b="1"/>', 'name'],
  ['<a b:="1"/>', 'name'],
  ['<?a:b?><a/>', 'processing-instruction'],
  ['<a><b xmlns:x="u"/><x:c/></a>', 'prefix-unbound'],
  ['<a xmlns:x=""/>', 'namespace'],
  ['<a xmlns:xml="u"/>', 'namespace'],
  ['<a b="1"c="2"/>', 'attribute'],
  ['<a b=1/>', 'attribute'],
  ['<a b="<"/>', 'attribute'],
  ['<1a/>', 'name'],
  ['<a:b:c xmlns:a="u"/>', 'name'],
  ['<a>&nbsp;</a>', 'reference'],
  ['<a>&#0;</a>', 'reference'],
  ['<a>&#xD800;</a>', 'reference'],
  ['<a>&</a>', 'reference'],
  ['<a>\u0001</a>', 'character'],
  ['<a>\uffff</a>', 'character'],
  ['<a>]]></a>', 'cdata-end-in-text'],
  ['<a><!-- -- --></a>', 'comment'],
  ['<a><?xml x?></a>', 'declaration'],
  ['<a><![CDATA[x</a>', 'not-closed'],
  ['<?xml version="1.0" encoding="x-none"?><a/>', 'encoding-unknown'],
  ['<?xml version="1.0" encoding="UTF8"?><a/>', 'encoding-unknown'],
  ['<?xml version="1.0" encoding="cp1252"?><a/>', 'encoding-unknown'],
]

test('what is well formed is taken, and each fault is named', () => {
  for (const text of wellFormed) assert.equal(faultOf(text), undefined, text)
  for (const [text, code] of faults) assert.equal(faultOf(text), code, text)
})

test('a fault has line and column', () => {
  const reading = readXml(Buffer.from('<a>\r\n<ü/>\n ü&x;</a>'))
  assert.deepEqual(reading, { ok: false, reason: { code: 'reference', line: 3, column: 3 } })
})

test('every encoding that is declared or marked gives the same text', () => {
  const body = (encoding: string) =>
    `<?xml version="1.0" encoding="${encoding}"?><a>Gebühr 3 €</a>`.replace('€', encoding.startsWith('ISO-8859-1"') ? '' : '€')
  const little = Buffer.from(`\ufeff${body('UTF-16')}`, 'utf16le')
  const big = Buffer.from(little).swap16()
  for (const bytes of [Buffer.from(body('UTF-8')), Buffer.from(`\ufeff${body('utf-8')}`), little, big, little.subarray(2)]) {
    assert.equal(document(bytes).text(0), 'Gebühr 3 €')
  }
  assert.equal(document(Buffer.from('<?xml version="1.0" encoding="ISO-8859-1"?><a>\xfc\x80</a>', 'latin1')).text(0), 'ü\x80')
  assert.equal(document(Buffer.from('<?xml version="1.0" encoding="windows-1252"?><a>\xfc\x80</a>', 'latin1')).text(0), 'ü€')
  assert.equal(document(Buffer.from('<?xml version="1.0" encoding="iso-8859-15"?><a>\xa4</a>', 'latin1')).text(0), '€')
})

test('bytes that are wrong in their encoding are refused, never replaced', () => {
  assert.equal(faultOf(Buffer.from('<a>\xfc</a>', 'latin1')), 'encoding-broken')
  assert.equal(faultOf(Buffer.from('<?xml version="1.0" encoding="US-ASCII"?><a>ü</a>')), 'encoding-broken')
  assert.equal(faultOf(Buffer.from('<?xml version="1.0" encoding="UTF-16"?><a/>')), 'encoding-broken')
  assert.equal(faultOf(Buffer.concat([Buffer.from('\ufeff<a/>', 'utf16le'), Buffer.of(0)])), 'encoding-broken')
  for (const wrong of ['c0af', 'eda080', 'f4908080', 'e4b8']) {
    assert.equal(faultOf(Buffer.concat([Buffer.from('<a>'), Buffer.from(wrong, 'hex'), Buffer.from('</a>')])), 'encoding-broken', wrong)
  }
})

test('limits hold for bytes, depth, elements, attributes, names and text', () => {
  const small = { bytes: 2_000, depth: 3, elements: 70, attributes: 2, nameBytes: 20, textBytes: 500 }
  const cases: readonly (readonly [string, XmlFaultCode | undefined])[] = [
    ['<a><a><a/></a></a>', undefined],
    ['<a><a><a><a/></a></a></a>', 'too-deep'],
    [`<a>${'<b/>'.repeat(69)}</a>`, undefined],
    [`<a>${'<b/>'.repeat(200)}</a>`, 'too-many-elements'],
    ['<a b="" c=""/>', undefined],
    ['<a b="" c="" d=""/>', 'too-many-attributes'],
    [`<${'a'.repeat(20)}/>`, undefined],
    [`<${'a'.repeat(21)}/>`, 'name-too-long'],
    [`<a>${'x'.repeat(500)}</a>`, undefined],
    [`<a>${'x'.repeat(501)}</a>`, 'text-too-long'],
    [`<a b="${'x'.repeat(501)}"/>`, 'text-too-long'],
    [`<a>${' '.repeat(2_000)}</a>`, 'too-large'],
  ]
  for (const [text, code] of cases) assert.equal(faultOf(text, small), code, text.slice(0, 60))
})

test('an attachment of 16 MB passes', () => {
  const attachment = 'QUJD'.repeat(4 * 1024 * 1024)
  const tree = document(`${head}<cbc:EmbeddedDocumentBinaryObject>${attachment}</cbc:EmbeddedDocumentBinaryObject></Invoice>`)
  assert.equal(tree.text(1).length, attachment.length)
})

test('unknown names are numbered per document and leave nothing behind', () => {
  const names = Array.from({ length: 5_000 }, (_, index) => `<n${index}/>`).join('')
  const [first, second] = [document(`<a>${names}</a>`), document('<a><other/></a>')]
  assert.equal(first.localName(5_000), 'n4999')
  assert.equal(second.localName(1), 'other')
  assert.ok(second.nameId(1) < first.nameId(5_000))
})

test('whatever the bytes are, the answer is a document or a fault', () => {
  const pieces = [
    '<a>',
    '</a>',
    '<b c="',
    '"',
    '/>',
    '&amp;',
    '&',
    '<![CDATA[',
    ']]>',
    '<!--',
    '-->',
    '<?p ',
    '?>',
    ' xmlns:x="u"',
    'x:',
    'ü',
    '\0',
    ' ',
    '<?xml version="1.0"?>',
  ]
  fc.assert(
    fc.property(fc.array(fc.oneof(fc.constantFrom(...pieces), fc.string()), { maxLength: 12 }), (parts) => {
      const reading = readXml(Buffer.from(parts.join('')))
      if (reading.ok) for (let node = 0; node < reading.value.count; node += 1) assert.ok(reading.value.text(node).length >= 0)
      else assert.ok(reading.reason.line >= 1 && reading.reason.column >= 1)
    }),
  )
  fc.assert(fc.property(fc.uint8Array({ maxLength: 40 }), (bytes) => readXml(bytes).ok !== undefined))
})
