// Letters carry the authority's arms at their head, readable for who cannot see them.
import assert from 'node:assert/strict'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, test } from 'node:test'
import { createRenderer, letterTemplate } from '#documents'
import { findAuthorityBySlug, loadRegionalData } from '#modules/directory'
import { openTestDatabase } from '#test/harness/database.ts'
import { leftOutWithout, run } from '#test/harness/foreign.ts'
import { sampleLetter } from '#test/harness/letter-sample.ts'
import { letterheadOf } from './letterhead.ts'

const { database } = await openTestDatabase()
await loadRegionalData(database)
const renderer = createRenderer()
const folder = await mkdtemp(join(tmpdir(), 'rennsteig-letterhead-'))
after(async () => {
  await renderer.close()
  await rm(folder, { recursive: true })
})

test('the arms of an authority stand at the head of its letters, with a name', { skip: leftOutWithout('qpdf') }, async () => {
  const found = await findAuthorityBySlug(database, 'stadt-ilmenau')
  assert.ok(found)
  const authority = letterheadOf(found)
  assert.match(authority.arms?.svg ?? '', /^<svg .*>I<\/text><\/svg>$/)
  const structure = async (name: string, head: typeof authority) => {
    const path = join(folder, name)
    await writeFile(path, await renderer.render(letterTemplate, { ...sampleLetter(), authority: head }, new Date('2026-11-23T10:00:00Z')))
    return run('qpdf', '--qdf', '--object-streams=disable', path, '-')
  }
  const { arms: _, ...without } = authority
  assert.match(await structure('with.pdf', authority), /\/Alt \(Wappen Stadt Ilmenau\)/)
  assert.doesNotMatch(await structure('without.pdf', without), /\/S \/Figure/)
})
