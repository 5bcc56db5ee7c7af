// Loads the file plans shipped as data; the same version twice changes nothing.
import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { type Database, inKeeperTransaction, type Transaction } from '#database'
import type { AuthorityId } from '#kernel/actors.ts'
import { digestOf, FilePlanError, parseFilePlan } from '../domain/file-plan.ts'
import { insertFilePlan, putAuthorityPlan } from '../writes.ts'

/**
 * Reads every plan in that folder.
 *
 * @returns how many versions were new
 * @throws FilePlanError if a stored version says something else: plans change by new versions only
 */
export async function loadFilePlans(database: Database, folder: string): Promise<number> {
  const names = (await readdir(folder)).filter((name) => name.endsWith('.json')).sort()
  const plans = await Promise.all(names.map(async (name) => parseFilePlan(await readFile(join(folder, name), 'utf8'))))
  return inKeeperTransaction(database, async (transaction) => {
    let added = 0
    for (const plan of plans) {
      const digest = digestOf(plan)
      const stored = await insertFilePlan(transaction, plan, digest)
      if (stored === undefined) added += 1
      else if (stored !== digest) throw new FilePlanError(`file plan ${plan.key} version ${plan.version} was changed; raise its version`)
    }
    return added
  })
}

/** Which plan an authority works with ("municipality", "district"); needs the authority's scope. */
export async function assignFilePlan(transaction: Transaction, authority: AuthorityId, plan: string): Promise<void> {
  await putAuthorityPlan(transaction, authority, plan)
}
