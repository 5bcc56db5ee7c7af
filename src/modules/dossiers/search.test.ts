// Tests of the search on a real database: what is found, by whom, and how.
import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { newId } from '#kernel/ids.ts'
import { clerkOf, openFixture, valueOf } from '#test/harness/dossier-fixture.ts'
import { changeGrant, search } from './index.ts'
import { filingIn } from './testing/filing.ts'

const fixture = await openFixture()
const { opened, filed, step } = filingIn(fixture)

describe('the search', () => {
  const find = async (words: string, staff = clerkOf(fixture.authority, 'steueramt', 'clerk')) =>
    fixture.within((transaction) => search(transaction, { authority: staff.authority, words, staff }), staff.authority)

  it('finds subject, number, title, words inside and parts of compounds', async () => {
    const { dossier, referenceNumber } = await opened('Befreiung Zwergpinscher', 'steueramt')
    const document = await filed(dossier, { title: 'Assistenzhundenachweis', text: 'Gutachten Dr. Şimşek' })
    for (const words of [
      'zwergpin',
      referenceNumber,
      'hundenachweis',
      'Nachweis',
      'gutachten simsek',
      'ASSISTENZHUNDENACHWEISE',
      'hundenach',
    ]) {
      const hits = await find(words)
      assert.equal(
        hits.some((hit) => hit.dossier === dossier),
        true,
        words,
      )
    }
    const [hit] = await find('Gutachten')
    assert.deepEqual([hit?.kind, hit?.document?.document, hit?.subject], ['document', document, 'Befreiung Zwergpinscher'])
  })

  it('shows nothing to those without a grant, and follows a changed grant at once', async () => {
    const { dossier } = await opened('Geheimniskrämerei', 'steueramt')
    const outsider = clerkOf(fixture.authority, 'bauamt', 'clerk')
    assert.equal((await find('Geheimniskrämerei', outsider)).length, 0)
    assert.equal((await find('Geheimniskrämerei', clerkOf(newId(), 'steueramt', 'clerk'))).length, 0)
    const change = (access: 'read' | 'none', reason = 'Amtshilfe') =>
      fixture.within((transaction) =>
        changeGrant(transaction, { ...step(dossier), grant: { kind: 'staff', subject: outsider.staff, access }, reason }),
      )
    assert.deepEqual(await change('read', ' '), { ok: false, reason: 'reason-missing' })
    valueOf(await change('read'))
    assert.equal((await find('geheimnis', outsider)).length, 1)
    valueOf(await change('none'))
    assert.equal((await find('geheimnis', outsider)).length, 0)
  })

  it('survives whatever is typed', async () => {
    for (const words of ["'", "\\'", "a' | ~a", '!!! & ( <-> :*', '\u0000', '~ahallo', 'x'.repeat(10_000), '']) {
      assert.deepEqual(await find(words), [], words)
    }
  })

  it('uses the index under row-level security, and stays fast among many documents', async () => {
    const { dossier } = await opened('Nadel', 'steueramt')
    await fixture.admin.sql`
      insert into dossiers.search_entry (authority_id, object_id, object_kind, dossier_id, content_words, words)
      select ${fixture.authority}, gen_random_uuid(), 'document', ${dossier}, '',
        array_to_tsvector(array['heu', 'wort' || (n % 500), ${`~a${fixture.authority}`}, '~ubauamt'])
      from generate_series(1, 20000) n`
    await fixture.admin.sql`analyze dossiers.search_entry`
    const query = `nadel & ~a${fixture.authority}`.replaceAll(/[^ &]+/g, (lexeme) => `''${lexeme}''`)
    const plan = await fixture.within(async (transaction) => {
      const { rows } = await transaction.execute(
        `explain select object_id from dossiers.search_entry where authority_id = '${fixture.authority}' and words @@ '${query}'::tsquery`,
      )
      return JSON.stringify(rows)
    })
    assert.match(plan, /search_entry_words/)
    assert.equal((await find('nadel')).length, 1)
    assert.equal((await find('heu wort7')).length, 0)
    assert.equal((await find('heu', clerkOf(fixture.authority, 'bauamt', 'clerk'))).length, 20)
  })
})
