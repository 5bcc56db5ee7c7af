// Pairwise subjects: the name under which a sector knows a person, computed once and then kept.
import { inTransaction } from '#database'
import type { OwnerId } from '#kernel/actors.ts'
import type { AccountsDependencies } from '../dependencies.ts'
import { pairwiseSubject } from '../domain/digests.ts'
import { addLocator } from '../writes/account.ts'
import { locatorOf } from './locators.ts'

const known = new Map<string, string>()
const mostKnown = 5_000

/** The subject of a person for a sector; the stored one stays when the key changes. */
export async function subjectFor(
  { database, keys, now }: Pick<AccountsDependencies, 'database' | 'keys' | 'now'>,
  owner: OwnerId,
  sector: string,
): Promise<string> {
  const version = keys.subjects.at(-1)
  if (version === undefined) throw new Error('there is no key for subjects')
  const computed = pairwiseSubject(version.key, owner, sector)
  const remembered = known.get(computed)
  if (remembered !== undefined) return remembered
  const subject = await inTransaction(database, { owner }, async (transaction) => {
    await transaction.sql`
      insert into accounts.subject (owner_id, sector, key_version, subject) values (${owner}, ${sector}, ${version.version}, ${computed})
      on conflict (owner_id, sector) do nothing`
    const [row] = await transaction.sql<{
      subject: string
    }>`select subject from accounts.subject where owner_id = ${owner} and sector = ${sector}`
    const stored = row?.subject ?? computed
    await addLocator(transaction, { owner, kind: 'subject', digest: locatorOf(keys, 'subject', `${sector} ${stored}`), now: now() })
    return stored
  })
  if (known.size >= mostKnown) known.clear()
  known.set(computed, subject)
  return subject
}
