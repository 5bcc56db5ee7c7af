// All writing SQL on staff: members, sessions, attempts.
import type { Transaction } from '#database'
import type { AuthorityId, StaffId, StaffRole } from '#kernel/actors.ts'
import { derivedId, newId } from '#kernel/ids.ts'
import { attemptWindowMinutes } from './domain/session-rules.ts'

/** Takes a time step of a one-time code; false if it, or a later one, was taken before. */
export async function takeTotpStep(transaction: Transaction, authority: AuthorityId, staff: StaffId, step: number): Promise<boolean> {
  const rows = await transaction.sql`
    update directory.staff_login set totp_last_step = ${step}
    where authority_id = ${authority} and staff_id = ${staff} and (totp_last_step is null or totp_last_step < ${step})
    returning login`
  return rows.length === 1
}

/** Keeps the sealed secret of a second factor until its first code. */
export async function setWaitingFactor(transaction: Transaction, authority: AuthorityId, staff: StaffId, sealed: string): Promise<void> {
  await transaction.sql`
    update directory.staff_login set totp_waiting = ${sealed} where authority_id = ${authority} and staff_id = ${staff}`
}

/** From now on the factor that was waiting is asked for; its first code counts as used. */
export async function startFactor(transaction: Transaction, authority: AuthorityId, staff: StaffId, step: number): Promise<void> {
  await transaction.sql`
    update directory.staff_login set totp_sealed = totp_waiting, totp_waiting = null, totp_last_step = ${step}
    where authority_id = ${authority} and staff_id = ${staff} and totp_waiting is not null`
}

/** True if there was a second factor. */
export async function removeFactor(transaction: Transaction, authority: AuthorityId, staff: StaffId): Promise<boolean> {
  const rows = await transaction.sql`
    update directory.staff_login set totp_sealed = null, totp_waiting = null, totp_last_step = null
    where authority_id = ${authority} and staff_id = ${staff} and totp_sealed is not null returning login`
  return rows.length === 1
}

export async function insertSession(
  transaction: Transaction,
  given: { authority: AuthorityId; staff: StaffId; tokenHash: string; browser: string; now: Date },
): Promise<void> {
  await transaction.sql`
    insert into directory.staff_session (authority_id, session_id, staff_id, token_hash, browser, opened_at, seen_at)
    values (${given.authority}, ${newId<'session'>()}, ${given.staff}, ${given.tokenHash}, ${given.browser.slice(0, 200)}, ${given.now}, ${given.now})`
}

export async function touchSession(transaction: Transaction, authority: AuthorityId, sessionId: string, now: Date): Promise<void> {
  await transaction.sql`
    update directory.staff_session set seen_at = greatest(seen_at, ${now}) where authority_id = ${authority} and session_id = ${sessionId}`
}

/** Ends a session of that member of staff; false if there is none open. */
export async function closeSession(
  transaction: Transaction,
  authority: AuthorityId,
  staff: StaffId,
  sessionId: string,
  now: Date,
): Promise<boolean> {
  const rows = await transaction.sql`
    update directory.staff_session set closed_at = ${now}
    where authority_id = ${authority} and staff_id = ${staff} and session_id = ${sessionId} and closed_at is null
    returning session_id`
  return rows.length === 1
}

export async function appendSignIn(
  transaction: Transaction,
  authority: AuthorityId,
  staff: StaffId,
  event: 'signed-in' | 'refused' | 'signed-out' | 'session-closed' | 'second-factor-on' | 'second-factor-off',
  now: Date,
): Promise<void> {
  await transaction.sql`
    insert into directory.staff_sign_in (authority_id, sign_in_id, staff_id, happened_at, event)
    values (${authority}, ${newId<'sign-in'>()}, ${staff}, ${now}, ${event})`
}

/**
 * Counts one attempt for each subject and gives the count of each within the window. Counted before
 * the password is looked at, so that attempts at the same moment all count.
 */
export async function countAttempts(transaction: Transaction, subjects: readonly string[], now: Date): Promise<number[]> {
  const start = new Date(now.getTime() - attemptWindowMinutes * 60_000)
  const counts: number[] = []
  for (const subject of [...subjects].toSorted()) {
    const [row] = await transaction.sql<{ failures: number }>`
      insert into directory.sign_in_attempt as known (subject_hash, window_start, failures) values (${subject}, ${now}, 1)
      on conflict (subject_hash) do update set
        failures = case when known.window_start < ${start} then 1 else known.failures + 1 end,
        window_start = case when known.window_start < ${start} then ${now} else known.window_start end
      returning failures`
    counts[subjects.indexOf(subject)] = row?.failures ?? 1
  }
  // Old counts go as new ones come, so the table stays as small as the last quarter of an hour.
  await transaction.sql`
    delete from directory.sign_in_attempt where subject_hash in (
      select subject_hash from directory.sign_in_attempt where window_start < ${start} order by window_start limit 20 for update skip locked)`
  return counts
}

export async function forgetAttempts(transaction: Transaction, subjects: readonly string[]): Promise<void> {
  await transaction.sql`delete from directory.sign_in_attempt where subject_hash = any(${subjects}::text[])`
}

export interface StaffEntry {
  readonly authority: AuthorityId
  readonly login: string
  readonly name: string
  readonly unit: string
  readonly roles: readonly StaffRole[]
  readonly passwordHash: string
}

export async function writeStaff(transaction: Transaction, entry: StaffEntry): Promise<StaffId> {
  const staff: StaffId = derivedId('staff', entry.authority, entry.login)
  await transaction.sql`
    insert into directory.staff (authority_id, staff_id, login, name, unit) values (${entry.authority}, ${staff}, ${entry.login}, ${entry.name}, ${entry.unit})
    on conflict (authority_id, staff_id) do update set name = excluded.name, unit = excluded.unit, active = true`
  await transaction.sql`delete from directory.staff_role where authority_id = ${entry.authority} and staff_id = ${staff} and not (role = any(${entry.roles}::text[]))`
  await transaction.sql`
    insert into directory.staff_role (authority_id, staff_id, role)
    select ${entry.authority}, ${staff}, role from unnest(${entry.roles}::text[]) as role on conflict do nothing`
  await transaction.sql`
    insert into directory.staff_login (login, authority_id, staff_id, password_hash) values (${entry.login}, ${entry.authority}, ${staff}, ${entry.passwordHash})
    on conflict (login) do nothing`
  return staff
}
