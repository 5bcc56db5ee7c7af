// Tests of the cut: what pages use stays, the rest goes, pictures become files.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { classesIn, extractPictures, keepUsed, pruneProperties } from './cut-kern.ts'
import { minify, parseCss, writeCss } from './parse-css.ts'

const used = new Set(['kern-btn', 'kern-label'])

test('a rule stays when all its classes occur', () => {
  assert.equal(writeCss(keepUsed('.kern-btn .kern-label{a:b}.kern-btn .kern-icon{a:b}p{a:b}', used)), '.kern-btn .kern-label{a:b}p{a:b}')
})

test('of a list of selectors only those that can apply stay', () => {
  assert.equal(writeCss(keepUsed('.kern-btn,.kern-card{a:b}', used)), '.kern-btn{a:b}')
})

test('classes that must not be there do not have to occur', () => {
  assert.equal(writeCss(keepUsed('.kern-btn:not(.kern-card):is(.a,.b){a:b}', used)), '.kern-btn:not(.kern-card):is(.a,.b){a:b}')
})

test('an empty media query goes with its rules', () => {
  assert.equal(writeCss(keepUsed('@media (a){.kern-card{a:b}}@media (b){.kern-btn{a:b}}', used)), '@media (b){.kern-btn{a:b}}')
})

test('properties that nothing reads go, also those read only by such', () => {
  const nodes = parseCss(':root{--a:1;--b:var(--a);--c:2;--d:var(--c)}p{x:var(--b,9)}')
  assert.equal(writeCss(pruneProperties(nodes, '')), ':root{--a:1;--b:var(--a)}p{x:var(--b)}')
  assert.match(writeCss(pruneProperties(nodes, 'var(--d)')), /--c:2;--d:var\(--c\)/)
})

test('a fallback stays where the property is not set by the sheet', () => {
  assert.equal(writeCss(pruneProperties(parseCss('p{x:var(--own,4px)}'), '')), 'p{x:var(--own,4px)}')
})

test('pictures are handed over once decoded, without empty sizes', () => {
  const css = `a{mask:url("data:image/svg+xml,%3Csvg height='' width='' id='1'%3E%3C/svg%3E")}`
  const seen: string[] = []
  const result = extractPictures(css, (svg) => `/x/${seen.push(svg)}`)
  assert.deepEqual([result, seen], ['a{mask:url("/x/1")}', ["<svg id='1'></svg>"]])
})

test('minifying keeps strings and drops comments', () => {
  assert.equal(minify('/* x */ a { content: "a  /  b"; color : red; }\n'), 'a{content:"a  /  b";color :red}')
})

test('class names are found in sources as they are written', () => {
  const found = new Set<string>()
  classesIn(`html\`<p class="kern-body kern-body--small">\``, found)
  assert.deepEqual([...found], ['kern-body', 'kern-body--small'])
})
