// The face of the directory: places, authorities, staff.

export { resetFactor } from './actions/change-second-factor.ts'
export { type ImportOptions, type ImportReport, importRegister } from './actions/import-register.ts'
export { type Loaded, loadRegionalData } from './actions/load-regions.ts'
export { type StaffSeed, seedStaff } from './actions/seed-staff.ts'
export { endStaffSession, type SignIn, signInStaff } from './actions/sign-in-staff.ts'
export {
  type AuthorityFilter,
  administrationOf,
  authoritiesAt,
  findAuthority,
  findAuthorityBySlug,
  listAuthorities,
  namesOfAuthorities,
} from './authority-reads.ts'
export type { DirectoryDependencies } from './dependencies.ts'
export { authoritiesOfRegions, findMunicipality, findPlaces } from './directory-memory.ts'
export type {
  Address,
  Authority,
  AuthorityEntry,
  AuthorityKind,
  AuthorityLevel,
  AuthorityUnit,
  Letterhead,
} from './domain/authority.ts'
export type { Chain, Followed, Place } from './domain/place.ts'
export type { RegionKind } from './domain/region.ts'
export { drawShield } from './domain/shield.ts'
export { chainOf, followSuccessors, getPlace } from './reads.ts'
export { directoryRoutes } from './routes.ts'
export { findStaff, listStaff, type StaffMember } from './staff-reads.ts'
export { createStaffSessionStore, type StaffSessionStore } from './staff-sessions.ts'
