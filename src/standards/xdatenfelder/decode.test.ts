// What the XDatenfelder reader accepts and refuses.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Decoded } from './index.ts'
import { decodeXdatenfelder, xdatenfelderLimits } from './index.ts'

const version2 = 'urn:xoev-de:fim:standard:xdatenfelder_2'
const version3 = 'urn:xoev-de:fim:standard:xdatenfelder_3.0.0'

function decode(text: string, limits = xdatenfelderLimits): Decoded {
  return decodeXdatenfelder(new TextEncoder().encode(text), limits)
}

function message(namespace: string, name: string, content: string): string {
  return `<?xml version="1.0" encoding="UTF-8"?>
<x:${name} xmlns:x="${namespace}">
<x:header><x:nachrichtID>m1</x:nachrichtID><x:erstellungszeitpunkt>2026-01-02T03:04:05.678Z</x:erstellungszeitpunkt></x:header>
${content}
</x:${name}>`
}

const status = '<x:freigabestatus><code>6</code></x:freigabestatus>'
const changed = '<x:letzteAenderung>2026-01-01T00:00:00Z</x:letzteAenderung>'
const harmonised = '<x:schemaelementart><code>HAR</code></x:schemaelementart>'

function group(inside = '', identification = '<x:id>G17000000001</x:id><x:version>1.0.0</x:version>', state = status): string {
  return `<x:datenfeldgruppe><x:identifikation>${identification}</x:identifikation><x:name>Ort</x:name>${state}${changed}${harmonised}${inside}</x:datenfeldgruppe>`
}

function field(inside: string, kind = 'input', type = 'text'): string {
  return `<x:datenfeld><x:identifikation><x:id>F17000000002</x:id><x:version>1.0.0</x:version></x:identifikation><x:name>Straße</x:name>${status}${changed}
${harmonised}<x:feldart><code>${kind}</code></x:feldart><x:datentyp><code>${type}</code></x:datentyp>${inside}</x:datenfeld>`
}

function member(content: string, occurs = '0:1'): string {
  return `<x:struktur><x:anzahl>${occurs}</x:anzahl><x:enthaelt>${content}</x:enthaelt></x:struktur>`
}

function group3(inside = '', identification?: string, state?: string): Decoded {
  return decode(message(version3, 'xdatenfelder.datenfeldgruppe.0103', group(inside, identification, state)))
}

function errorsOf(decoded: Decoded): string[] {
  return decoded.issues.filter((issue) => issue.severity === 'error').map((issue) => issue.code)
}

test('a group of version 3 is read with all it says', () => {
  const decoded =
    group3(`<x:stichwort uri="u">Wort</x:stichwort><x:relation><x:praedikat><code>ERS</code></x:praedikat><x:objekt><x:id>G17000000009</x:id>
<x:version>1.0.0</x:version></x:objekt></x:relation><x:art><code>X</code></x:art>${member(field('<x:praezisierung minLength="1" maxLength="55"/>'), '2:*')}`)
  assert.deepEqual(decoded.issues, [])
  const root = decoded.message?.root
  assert(root?.kind === 'group')
  assert.equal(root.isChoice, true)
  assert.deepEqual(root.keywords, [{ text: 'Wort', uri: 'u' }])
  assert.deepEqual(root.relations, [{ predicate: 'ERS', target: { id: 'G17000000009', version: '1.0.0' } }])
  const [first] = root.members
  assert(first?.contains.kind === 'field')
  assert.deepEqual([first.min, first.max, first.contains.constraints.maxLength], [2, null, 55])
  assert.equal(decoded.lineOf(root), 4)
})

test('a field of version 2 has its bounds in JSON', () => {
  const text = message(
    version2,
    'xdatenfelder.stammdatenschema.0102',
    `<x:stammdatenschema><x:identifikation><x:id>S17000001</x:id></x:identifikation><x:name>N</x:name><x:status><code>aktiv</code></x:status>
<x:freigabedatum></x:freigabedatum>${member(`<x:datenfeld><x:identifikation><x:id>F17000001</x:id><x:version>1.0</x:version></x:identifikation><x:name>Auswahl</x:name>
<x:status><code>aktiv</code></x:status><x:schemaelementart><code>RNG</code></x:schemaelementart><x:feldart><code>select</code></x:feldart>
<x:datentyp><code>text</code></x:datentyp><x:praezisierung>{"minLength":"1","maxLength":10,"note":"so"}</x:praezisierung>
<x:codelisteReferenz><x:identifikation><x:id>C1</x:id></x:identifikation><x:genericodeIdentification><x:canonicalIdentification>urn:a</x:canonicalIdentification>
<x:version>1</x:version><x:canonicalVersionUri>urn:a_1</x:canonicalVersionUri></x:genericodeIdentification></x:codelisteReferenz></x:datenfeld>`)}</x:stammdatenschema>`,
  )
  const decoded = decode(text)
  assert.deepEqual(errorsOf(decoded), [])
  const root = decoded.message?.root
  assert(root?.kind === 'schema' && root.members[0]?.contains.kind === 'field')
  const { constraints, codeList } = root.members[0].contains
  assert.deepEqual([constraints.minLength, constraints.maxLength, constraints.note], [1, 10, 'so'])
  assert.deepEqual(codeList, { id: 'C1', canonicalUri: 'urn:a', version: '1', canonicalVersionUri: 'urn:a_1' })
})

const wrong: readonly [string, () => Decoded, string][] = [
  ['a doubled id', () => group3('', '<x:id>G1</x:id><x:id>G1</x:id>'), 'duplicate-element'],
  ['an empty id', () => group3('', '<x:id/>'), 'empty-value'],
  ['a missing id', () => group3('', '<x:version>1.0.0</x:version>'), 'missing-element'],
  ['a doubled optional text', () => group3('<x:definition/><x:definition/>'), 'duplicate-element'],
  ['an unknown element', () => group3('<x:farbe/>'), 'unexpected-element'],
  ['an element of a foreign namespace', () => group3('<y:definition xmlns:y="urn:y"/>'), 'unexpected-element'],
  ['an unknown status', () => group3('', undefined, '<x:freigabestatus><code>10</code></x:freigabestatus>'), 'invalid-code'],
  ['no status', () => group3('', undefined, ''), 'missing-element'],
  ['an empty status', () => group3('', undefined, '<x:freigabestatus/>'), 'missing-element'],
  ['an unknown field kind', () => group3(member(field('', 'radio'))), 'invalid-code'],
  ['an unknown data type', () => group3(member(field('', 'input', 'blob'))), 'invalid-code'],
  ['an unknown prefilling', () => group3(member(field('<x:vorbefuellung><code>immer</code></x:vorbefuellung>'))), 'invalid-code'],
  ['a length that is no number', () => group3(member(field('<x:praezisierung maxLength="viel"/>'))), 'invalid-value'],
  ['a multiplicity without colon', () => group3(member(field(''), '1')), 'invalid-value'],
  ['a multiplicity that shrinks', () => group3(member(field(''), '3:2')), 'invalid-value'],
  ['two elements in one structure', () => group3(member(field('') + field(''))), 'duplicate-element'],
  ['an empty structure', () => group3(member('')), 'missing-element'],
  ['a day that does not exist', () => group3('<x:gueltigAb>2026-02-30</x:gueltigAb>'), 'invalid-value'],
  [
    'a doubled code in a list',
    () => group3(member(field(`<x:werte>${'<x:wert><x:code>a</x:code><x:name>A</x:name></x:wert>'.repeat(2)}</x:werte>`, 'select'))),
    'invalid-value',
  ],
  [
    'an unknown relation',
    () => group3('<x:relation><x:praedikat><code>AAA</code></x:praedikat><x:objekt><x:id>G1</x:id></x:objekt></x:relation>'),
    'invalid-code',
  ],
  [
    'an unknown namespace',
    () => decode(message('urn:xoev-de:fim:standard:xdatenfelder_4', 'xdatenfelder.datenfeldgruppe.0103', group())),
    'unknown-namespace',
  ],
  ['an unknown message', () => decode(message(version3, 'xdatenfelder.codeliste.0105', group())), 'unknown-message'],
  ['a message of the other content', () => decode(message(version3, 'xdatenfelder.stammdatenschema.0102', group())), 'unexpected-element'],
  [
    'a header given twice',
    () => decode(message(version3, 'xdatenfelder.datenfeldgruppe.0103', `<x:header/>${group()}`)),
    'duplicate-element',
  ],
  ['broken XML', () => decode('<a><b></a>'), 'not-xml'],
  ['nothing', () => decode(''), 'not-xml'],
  ['two roots', () => decode('<a/><b/>'), 'not-xml'],
  ['another encoding', () => decode('<?xml version="1.0" encoding="ISO-8859-1"?><a/>'), 'not-xml'],
  ['bytes that are no UTF-8', () => decodeXdatenfelder(Uint8Array.of(0x3c, 0x61, 0x3e, 0xff, 0x3c, 0x2f, 0x61, 0x3e)), 'not-xml'],
  ['a DOCTYPE with an entity', () => decode('<!DOCTYPE a [<!ENTITY e "x">]><a>&e;</a>'), 'doctype'],
  ['an entity of its own', () => decode('<a>&e;</a>'), 'not-xml'],
  ['a file over the limit', () => decode(`<a>${' '.repeat(100)}</a>`, { ...xdatenfelderLimits, maxBytes: 50 }), 'too-large'],
  ['an abyss', () => decode(`${'<a>'.repeat(201)}${'</a>'.repeat(201)}`), 'too-large'],
  ['too many elements', () => decode(`<a>${'<b/>'.repeat(20)}</a>`, { ...xdatenfelderLimits, maxElements: 10 }), 'too-large'],
]

for (const [what, read, code] of wrong) {
  test(`${what} makes the file invalid (${code})`, () => {
    const decoded = read()
    assert.equal(decoded.isValid, false)
    assert(errorsOf(decoded).includes(code), JSON.stringify(decoded.issues))
    assert(decoded.issues.every((issue) => issue.line >= 1))
  })
}

test('an issue names its line and place', () => {
  const decoded = group3(member(field('')) + member(field('\n<x:farbe/>')))
  const issue = decoded.issues.find((each) => each.code === 'unexpected-element')
  assert.equal(issue?.line, 7)
  assert.equal(issue.path, 'xdatenfelder.datenfeldgruppe.0103/datenfeldgruppe/struktur[2]/enthaelt/datenfeld/farbe')
})

test('an odd id, an odd version and a choice without values are warnings only', () => {
  const decoded = group3(member(field('', 'select')), '<x:id>G123</x:id><x:version>1.2</x:version>')
  assert.equal(decoded.isValid, true)
  assert.deepEqual(new Set(decoded.issues.map((issue) => issue.code)), new Set(['doubtful']))
  assert.equal(decoded.issues.length, 3)
})

test('a flood of errors is cut, and the file stays invalid', () => {
  const decoded = group3('<x:farbe/>'.repeat(5000))
  assert.equal(decoded.isValid, false)
  assert(decoded.issues.length <= 1000)
})
