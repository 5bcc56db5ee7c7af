// Tests of escaping: whatever a person writes stays text.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { attributes, escapeHtml, html, rawHtml } from './html.ts'

const hostile = `<script>alert("x")</script>&'"`

test('text between tags cannot open a tag', () => {
  assert.equal(html`<p>${hostile}</p>`.markup, '<p>&lt;script&gt;alert(&quot;x&quot;)&lt;/script&gt;&amp;&#39;&quot;</p>')
})

test('text in an attribute cannot end it', () => {
  assert.equal(html`<a title="${'" onclick="x'}">`.markup, '<a title="&quot; onclick=&quot;x">')
  assert.equal(html`<a title='${"' onclick='x"}'>`.markup, "<a title='&#39; onclick=&#39;x'>")
  assert.equal(attributes({ value: '"><script>' }).markup, ' value="&quot;&gt;&lt;script&gt;"')
})

test('lists are joined and each part is escaped', () => {
  assert.equal(html`${['<', html`<b>${'>'}</b>`, [1, 2n]]}`.markup, '&lt;<b>&gt;</b>12')
})

test('false, null and undefined write nothing, zero and the empty text do', () => {
  assert.equal(html`[${false}${null}${undefined}${0}${''}]`.markup, '[0]')
})

test('markup made by html is not escaped twice, text that looks like it is', () => {
  assert.equal(html`${html`<i>${'&'}</i>`}${'&amp;'}`.markup, '<i>&amp;</i>&amp;amp;')
  assert.equal(html`${rawHtml('<hr>')}`.markup, '<hr>')
})

test('an object that pretends to be markup is not taken for it', () => {
  const forged: unknown = JSON.parse('{"markup":"<script>"}')
  assert.doesNotMatch(html`${String(forged)}`.markup, /<script>/)
})

test('true attributes stand bare, absent ones are left out', () => {
  assert.equal(attributes({ checked: true, disabled: false, id: undefined, rows: 3 }).markup, ' checked rows="3"')
})

test('no text ever brings a sign of markup, and it reads back as it was', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), (text) => {
      const written = html`${text}`.markup
      assert.doesNotMatch(written, /[<>"']/)
      assert.doesNotMatch(written, /&(?!(amp|lt|gt|quot|#39);)/)
      assert.equal(readBack(written), text)
      assert.equal(written, escapeHtml(text))
    }),
  )
})

function readBack(markup: string): string {
  const entities: Record<string, string> = { '&amp;': '&', '&lt;': '<', '&gt;': '>', '&quot;': '"', '&#39;': "'" }
  return markup.replace(/&[a-z0-9#]+;/g, (entity) => entities[entity] ?? entity)
}
