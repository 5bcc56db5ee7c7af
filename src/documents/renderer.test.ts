// Tests of the renderer: data stays data, equal input gives equal bytes, foreign readers see the right order.
import assert from 'node:assert/strict'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, describe, it } from 'node:test'
import { leftOutWithout, run } from '#test/harness/foreign.ts'
import { sampleLetter } from '#test/harness/letter-sample.ts'
import { createRenderer, letterTemplate, RenderError, sheetTemplate } from './index.ts'

const made = new Date('2026-11-23T10:00:00Z')
const folder = mkdtempSync(join(tmpdir(), 'rennsteig-documents-'))
const renderer = createRenderer()
after(async () => {
  await renderer.close()
  rmSync(folder, { recursive: true })
})

async function textOf(content: object, template = letterTemplate): Promise<string> {
  const path = join(folder, 'document.pdf')
  writeFileSync(path, await renderer.render(template, { ...content }, made))
  return run('pdftotext', '-layout', path, '-')
}

/** Sequences of DIN 91379 beyond single code points, and letters few fonts have. */
const names = [
  'Yılmaz-Özdemir ẞ ß Łódź Đặng Nguyễn Þórr Ðæŋ Škoda Čapek Ģirts Őry İstanbul Ə ə Ʒ ʒ Ǆ ǆ ĸ ŉ ơ ư ȟ ḍ ẖ',
  'A̋ C̀ C̄ C̆ C̈ C̕ C̣ C̦ C̨̆ D̂ F̀ F̄ G̀ H̄ H̦ H̱ J́ J̌ K̀ K̂ K̄ K̇ K̕ K̛ K̦ K͟H K͟h L̂ L̥ L̥̄ L̦ M̀ M̂ M̆ M̐ N̂ N̄ N̆ N̦ P̀ P̄ P̕ P̣ R̆ R̥ R̥̄ S̀ S̄ S̛̄ S̱ T̀ T̄ T̈ T̕ T̛ U̇ Z̀ Z̄ Z̆ Z̈ Z̧',
  'ʰ ʳ ʹ ʺ ʻ ʼ ʾ ʿ ˈ ˌ ‘ ’ ‚ “ ” „ † ‡ … ‰ ′ ″ ‹ › ⁰ ⁴ ⁿ ₀ ₉ € № ™ ∞ ≤ ≥',
]

describe('the renderer', () => {
  it('prints Typst markup in any field as the text it is', { skip: leftOutWithout('pdftotext') }, async () => {
    const hostile = '#panic("x") *fett* _kursiv_ $x$ `roh` <marke> @ref // weg #import "a" \\u{41} "]'
    const text = await textOf(sampleLetter(() => hostile))
    assert.equal(text.includes('#panic("x") *fett* _kursiv_ $x$'), true)
    assert.equal(text.includes('// weg #import'), true)
  })

  it('gives the same bytes for the same input, and others for another day', async () => {
    const [first, second, third] = await Promise.all([
      renderer.render(letterTemplate, { ...sampleLetter() }, made),
      createdElsewhere(),
      renderer.render(letterTemplate, { ...sampleLetter() }, new Date('2026-11-24T10:00:00Z')),
    ])
    assert.deepEqual(first, second)
    assert.notDeepEqual(first, third)
  })

  it('has every letter of DIN 91379 in its fonts', { skip: leftOutWithout('pdftotext') }, async () => {
    for (const name of names) {
      for (const letters of [name, name.toLocaleLowerCase('de')])
        assert.equal((await textOf(sampleLetter(() => letters))).includes('[U+'), false, letters)
    }
  })

  it('shows a letter no font has by its number and drops control characters', { skip: leftOutWithout('pdftotext') }, async () => {
    const text = await textOf(sampleLetter((sample) => `${sample}😀\u0000\u202e\ue000漢`))
    assert.equal(text.includes('Bello[U+1F600][U+E000][U+6F22]'), true)
  })

  it('breaks lines and endless words inside the margins', { skip: leftOutWithout('pdftotext') }, async () => {
    const text = await textOf({ ...sampleLetter(), subject: `${'ŵ'.repeat(10_000)}\nZweite Zeile` })
    assert.equal(text.match(/ŵ/g)?.length, 10_000)
    assert.equal(Math.max(...text.split('\n').map((line) => line.trim().length)) < 140, true)
  })

  it('is tagged, titled, PDF/A-2a and PDF/UA-1 in its own words', { skip: leftOutWithout('pdfinfo', 'qpdf') }, async () => {
    const path = join(folder, 'claims.pdf')
    const pdf = await renderer.render(letterTemplate, { ...sampleLetter() }, made)
    writeFileSync(path, pdf)
    const claims = Buffer.from(pdf).toString('latin1').split('<?xpacket begin').at(-1) ?? ''
    assert.equal(
      claims.includes('<pdfuaid:part>1</pdfuaid:part><pdfaid:part>2</pdfaid:part><pdfaid:conformance>A</pdfaid:conformance>'),
      true,
    )
    assert.match(run('pdfinfo', path), /Title:\s+Bescheid über die Hundesteuer\n[\s\S]*Tagged:\s+yes/)
    assert.match(run('qpdf', '--show-object=trailer', path), /\/Root/)
    assert.match(run('qpdf', '--check', path), /No syntax or stream encoding errors/)
  })

  it('is read in the order a person reads', { skip: leftOutWithout('pdfinfo') }, async () => {
    const path = join(folder, 'order.pdf')
    writeFileSync(path, await renderer.render(letterTemplate, { ...sampleLetter() }, made))
    const heard = run('pdfinfo', '-struct-text', path)
    const order = [
      'Steueramt',
      'Amina Yılmaz-Özdemir',
      'Aktenzeichen',
      'Festsetzung der Hundesteuer',
      'Sehr geehrte',
      'Zeitraum',
      '72,00',
      'Begründung',
      'Bello',
      'erstens',
      'Widerspruch',
      'Mit freundlichen',
      'Katharina',
      'Zahlschein',
    ]
    const places = order.map((words) => heard.indexOf(words))
    assert.deepEqual(
      places,
      [...places].sort((first, second) => first - second),
    )
    assert.equal(places.includes(-1), false)
    for (const tag of ['H1', 'H2', 'Table', 'TH', 'TD', 'L', 'LBody', 'Figure']) assert.match(heard, new RegExp(`^\\s+${tag}\\b`, 'm'), tag)
  })

  it('refuses a picture without a description', async () => {
    const picture = '#paper(given)[#image(bytes("<svg xmlns=\\"http://www.w3.org/2000/svg\\" viewBox=\\"0 0 1 1\\"/>"), format: "svg")]'
    await assert.rejects(renderer.render(picture, { ...sampleLetter() }, made), RenderError)
  })

  it('starts anew after its process has ended', async () => {
    const lonely = createRenderer()
    await lonely.render(letterTemplate, { ...sampleLetter() }, made)
    await lonely.close()
    assert.equal((await lonely.render(letterTemplate, { ...sampleLetter() }, made)).length > 1000, true)
    await lonely.close()
  })

  it('says what is wrong with a template and goes on with the next order', async () => {
    await assert.rejects(renderer.render('#unknown-word', { ...sampleLetter() }, made), /unknown variable/)
    assert.equal((await renderer.render(sheetTemplate, { ...sampleLetter() }, made)).length > 1000, true)
  })
})

async function createdElsewhere(): Promise<Uint8Array> {
  const another = createRenderer()
  const pdf = await another.render(letterTemplate, { ...sampleLetter() }, made)
  await another.close()
  return pdf
}
