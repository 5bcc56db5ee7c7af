// Actors: who does something, and how surely we know who it is.
import type { Id } from './ids.ts'

/** Levels of assurance (eIDAS Art. 8); `none` is a person we do not know. */
export const assuranceLevels = ['none', 'low', 'substantial', 'high'] as const
export type AssuranceLevel = (typeof assuranceLevels)[number]

export type AuthorityId = Id<'authority'>
/** Owner of what belongs to a person: an account, or a visitor before signing in. */
export type OwnerId = Id<'owner'>
export type StaffId = Id<'staff'>

/** Roles of staff in one authority; `lead` may sign where four eyes are due. */
export const staffRoles = ['clerk', 'lead', 'registry', 'cashier', 'administrator', 'auditor'] as const
export type StaffRole = (typeof staffRoles)[number]

export type Visitor = { readonly kind: 'visitor'; readonly owner: OwnerId }
export type Person = { readonly kind: 'person'; readonly owner: OwnerId; readonly level: AssuranceLevel; readonly name: string }
export type Staff = {
  readonly kind: 'staff'
  readonly staff: StaffId
  readonly authority: AuthorityId
  readonly name: string
  readonly unit: string
  readonly roles: readonly StaffRole[]
}
/** A job of the house itself, named by what it does. */
export type System = { readonly kind: 'system'; readonly name: string }
export type Actor = Visitor | Person | Staff | System

/** Whether a level satisfies another. */
export function reaches(level: AssuranceLevel, wanted: AssuranceLevel): boolean {
  return assuranceLevels.indexOf(level) >= assuranceLevels.indexOf(wanted)
}
