// Makes members of staff for the demonstration and for tests.
import { type Database, inTransaction } from '#database'
import type { StaffId, StaffRole } from '#kernel/actors.ts'
import { derivedId } from '#kernel/ids.ts'
import { hashPassword } from '../domain/password.ts'
import { findStaff } from '../staff-reads.ts'
import { writeStaff } from '../staff-writes.ts'

export interface StaffSeed {
  /** Slug of the authority. */
  readonly authority: string
  readonly login: string
  readonly name: string
  readonly unit: string
  readonly roles: readonly StaffRole[]
  readonly password: string
}

/** Makes those who are not there yet and brings the others' names and roles up to date; passwords stay. */
export async function seedStaff(database: Database, list: readonly StaffSeed[]): Promise<readonly StaffId[]> {
  const hashes = new Map<string, string>()
  const made: StaffId[] = []
  for (const seed of list) {
    const { authority: slug, password, ...rest } = seed
    const authority = derivedId<'authority'>('authority', slug)
    const login = rest.login.toLowerCase()
    const id: StaffId = derivedId('staff', authority, login)
    const known = await inTransaction(database, { authority }, (transaction) => findStaff(transaction, authority, id))
    // Hashing is slow on purpose; equal demo passwords are hashed once, known ones not at all.
    const passwordHash = known === undefined ? (hashes.get(password) ?? (await hashPassword(password))) : ''
    if (known === undefined) hashes.set(password, passwordHash)
    made.push(
      await inTransaction(database, { authority }, (transaction) => writeStaff(transaction, { ...rest, login, authority, passwordHash })),
    )
  }
  return made
}
