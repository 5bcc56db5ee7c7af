// Who may see a dossier: grants for units, roles and single members of staff; need to know, nothing more.
import type { Actor, AuthorityId, OwnerId, StaffRole } from '#kernel/actors.ts'
import type { Direction } from './dossier.ts'

export type GrantSubject =
  | { readonly kind: 'unit'; readonly subject: string }
  | { readonly kind: 'role'; readonly subject: StaffRole }
  | { readonly kind: 'staff'; readonly subject: string }
export type GrantAccess = 'read' | 'write' | 'none'
export type Grant = GrantSubject & { readonly access: GrantAccess }

/** Grants of a new dossier: its unit works on it, leads and registry read; without a unit the whole authority works on it. Auditors read. */
export function firstGrants(unit: string | undefined): Grant[] {
  const audit: Grant = { kind: 'role', subject: 'auditor', access: 'read' }
  if (unit === undefined) {
    return [...(['clerk', 'lead', 'registry'] as const).map((subject): Grant => ({ kind: 'role', subject, access: 'write' })), audit]
  }
  return [
    { kind: 'unit', subject: unit, access: 'write' },
    { kind: 'role', subject: 'lead', access: 'read' },
    { kind: 'role', subject: 'registry', access: 'read' },
    audit,
  ]
}

/** Whether a grant names this member of staff. */
function isMeant(grant: GrantSubject, staff: Extract<Actor, { kind: 'staff' }>): boolean {
  if (grant.kind === 'unit') return grant.subject === staff.unit
  if (grant.kind === 'role') return staff.roles.some((role) => role === grant.subject)
  return grant.subject === staff.staff
}

/** Staff by grant, jobs of the house always, everybody else never. */
export function mayRead(actor: Actor, authority: AuthorityId, grants: readonly Grant[]): boolean {
  if (actor.kind === 'system') return true
  if (actor.kind !== 'staff' || actor.authority !== authority) return false
  return grants.some((grant) => grant.access !== 'none' && isMeant(grant, actor))
}

/** The person the dossier is about may have what went in and out, not what is internal (§ 29 VwVfG decides on the rest). */
export function mayHave(actor: Actor, owner: OwnerId | undefined, direction: Direction): boolean {
  return (actor.kind === 'person' || actor.kind === 'visitor') && owner !== undefined && actor.owner === owner && direction !== 'internal'
}

/** Lexemes of those who may find the row. */
export function permissionLexemes(authority: AuthorityId, grants: readonly Grant[]): string[] {
  const named = grants.filter((grant) => grant.access !== 'none').map((grant) => lexemeOf(grant))
  return [`~a${authority}`, ...named]
}

/** Lexemes under which this member of staff may find rows. */
export function lexemesOfStaff(staff: Extract<Actor, { kind: 'staff' }>): string[] {
  return [
    lexemeOf({ kind: 'unit', subject: staff.unit }),
    lexemeOf({ kind: 'staff', subject: staff.staff }),
    ...staff.roles.map((role) => lexemeOf({ kind: 'role', subject: role })),
  ]
}

function lexemeOf(grant: GrantSubject): string {
  return `~${grant.kind.charAt(0)}${grant.subject}`
}
