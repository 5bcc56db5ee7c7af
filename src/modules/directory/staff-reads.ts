// All reading SQL on staff: sign-in look-ups, sessions, roles.
import type { Queryable, Transaction } from '#database'
import type { AuthorityId, Staff, StaffId, StaffRole } from '#kernel/actors.ts'
import type { Theme } from './domain/authority.ts'

export interface StaffMember extends Staff {
  readonly login: string
  readonly isActive: boolean
}

interface StaffRow {
  staff_id: StaffId
  authority_id: AuthorityId
  login: string
  name: string
  unit: string
  active: boolean
  roles: StaffRole[]
}

export interface Login {
  readonly authority: AuthorityId
  readonly staff: StaffId
  readonly passwordHash: string
  /** Sealed secret of the second factor. */
  readonly totpSealed?: string
}

export interface OpenSession extends SessionRow {
  /** How the authority presents itself; undefined if it is not in the directory. */
  readonly theme: Theme | undefined
}

export interface SessionRow {
  readonly sessionId: string
  readonly staff: StaffId
  readonly browser: string
  readonly openedAt: Date
  readonly seenAt: Date
}

/** The one login row whose name the transaction has told the database; row-level security shows no other. */
export async function findLogin(transaction: Transaction, login: string): Promise<Login | undefined> {
  await transaction.sql`select set_config('app.staff_login', ${login}, true)`
  const [row] = await transaction.sql<{ authority_id: AuthorityId; staff_id: StaffId; password_hash: string; totp_sealed: string | null }>`
    select authority_id, staff_id, password_hash, totp_sealed from directory.staff_login where login = ${login}`
  if (row === undefined) return undefined
  const secret = row.totp_sealed === null ? {} : { totpSealed: row.totp_sealed }
  return { authority: row.authority_id, staff: row.staff_id, passwordHash: row.password_hash, ...secret }
}

export interface SecondFactor {
  readonly login: string
  readonly passwordHash: string
  readonly sealed: string | undefined
  /** Of a factor that is being set up. */
  readonly waiting: string | undefined
}

export async function findSecondFactor(transaction: Queryable, authority: AuthorityId, staff: StaffId): Promise<SecondFactor | undefined> {
  const [row] = await transaction.sql<{ login: string; password_hash: string; totp_sealed: string | null; totp_waiting: string | null }>`
    select login, password_hash, totp_sealed, totp_waiting from directory.staff_login where authority_id = ${authority} and staff_id = ${staff}`
  if (row === undefined) return undefined
  const { login, password_hash: passwordHash } = row
  return { login, passwordHash, sealed: row.totp_sealed ?? undefined, waiting: row.totp_waiting ?? undefined }
}

export async function listStaff(transaction: Queryable, authority: AuthorityId): Promise<StaffMember[]> {
  const rows = await transaction.sql<StaffRow>`
    select staff_id, authority_id, login, name, unit, active,
      (select coalesce(array_agg(role order by role), '{}') from directory.staff_role role
        where role.authority_id = staff.authority_id and role.staff_id = staff.staff_id) as roles
    from directory.staff staff
    where authority_id = ${authority} and active
    order by name, login`
  return rows.map(toMember)
}

export async function findStaff(transaction: Queryable, authority: AuthorityId, staffId: StaffId): Promise<StaffMember | undefined> {
  const [row] = await transaction.sql<StaffRow>`
    select staff_id, authority_id, login, name, unit, active,
      (select coalesce(array_agg(role order by role), '{}') from directory.staff_role role
        where role.authority_id = staff.authority_id and role.staff_id = staff.staff_id) as roles
    from directory.staff staff
    where authority_id = ${authority} and staff_id = ${staffId}`
  return row === undefined ? undefined : toMember(row)
}

export async function findOpenSession(transaction: Queryable, authority: AuthorityId, tokenHash: string): Promise<OpenSession | undefined> {
  const [row] = await transaction.sql<SessionColumns & { theme: Theme | null }>`
    select session_id, staff_id, browser, opened_at, seen_at,
      (select theme from directory.authority where authority.authority_id = staff_session.authority_id) as theme
    from directory.staff_session
    where authority_id = ${authority} and token_hash = ${tokenHash} and closed_at is null`
  return row === undefined ? undefined : { ...toSession(row), theme: row.theme ?? undefined }
}

export async function listOpenSessions(transaction: Queryable, authority: AuthorityId, staff: StaffId): Promise<SessionRow[]> {
  const rows = await transaction.sql<SessionColumns>`
    select session_id, staff_id, browser, opened_at, seen_at
    from directory.staff_session
    where authority_id = ${authority} and staff_id = ${staff} and closed_at is null
    order by seen_at desc
    limit 50`
  return rows.map(toSession)
}

function toMember(row: StaffRow): StaffMember {
  return {
    kind: 'staff',
    staff: row.staff_id,
    authority: row.authority_id,
    name: row.name,
    unit: row.unit,
    roles: row.roles,
    login: row.login,
    isActive: row.active,
  }
}

interface SessionColumns {
  session_id: string
  staff_id: StaffId
  browser: string
  opened_at: Date
  seen_at: Date
}

function toSession(row: SessionColumns): SessionRow {
  return { sessionId: row.session_id, staff: row.staff_id, browser: row.browser, openedAt: row.opened_at, seenAt: row.seen_at }
}
