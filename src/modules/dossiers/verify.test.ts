// Tests of verification: every kind of damage is found, and named.
import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { type Id, newId } from '#kernel/ids.ts'
import { openFixture, valueOf } from '#test/harness/dossier-fixture.ts'
import { closedDossier, damageNewestBlob, hostile } from '#test/harness/dossier-package.ts'
import { verifyDossier } from './index.ts'

const fixture = await openFixture()
const { authority, database, files } = fixture

describe('verifying a dossier', () => {
  const verify = async (dossier: Id<'dossier'>) => valueOf(await verifyDossier({ database, files }, { authority, dossier }))

  it('finds nothing in a sound one', async () => {
    const dossier = await closedDossier(fixture, 'Hundesteuer', hostile)
    const found = await verify(dossier)
    assert.deepEqual([found.isChainWhole, found.files, found.damages], [true, 5, []])
  })

  it('finds a flipped byte in a file', async () => {
    const dossier = await closedDossier(fixture, 'Hundesteuer', [{ name: 'a.txt', content: 'noch ganz' }])
    await damageNewestBlob(fixture)
    assert.deepEqual(
      (await verify(dossier)).damages.map((damage) => damage.kind),
      ['content'],
    )
  })

  it('finds a row that was exchanged, a row that was removed, and a changed event', async () => {
    const dossier = await closedDossier(fixture, 'Hundesteuer', [
      { name: 'a.txt', content: 'eins' },
      { name: 'b.txt', content: 'zwei' },
    ])
    const rows = await fixture.admin.sql<{ document_id: string; file: object }>`
      select v.document_id, v.file from dossiers.document_version v join dossiers.document d using (authority_id, document_id)
      where d.dossier_id = ${dossier} order by v.filed_at, v.document_id`
    const [first, second] = rows
    await fixture.admin
      .sql`update dossiers.document_version set file = ${JSON.stringify(second?.file)}::jsonb where document_id = ${first?.document_id}`
    assert.deepEqual(
      (await verify(dossier)).damages.map((damage) => damage.kind),
      ['record'],
    )
    await fixture.admin.sql`delete from dossiers.document_version where document_id = ${second?.document_id}`
    assert.deepEqual((await verify(dossier)).damages.map((damage) => damage.kind).sort(), ['missing', 'record'])
    await fixture.admin.sql`update journal.history set detail = '{}' where dossier_id = ${dossier} and position = 3`
    assert.equal((await verify(dossier)).isChainWhole, false)
  })

  it('says that it does not know one of another authority', async () => {
    assert.deepEqual(await verifyDossier({ database, files }, { authority: newId(), dossier: newId() }), { ok: false, reason: 'unknown' })
  })
})
