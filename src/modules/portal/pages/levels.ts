// The levels whose services an authority does.
import type { Level } from '#modules/catalogue'
import type { Authority } from '#modules/directory'

/** An association does its members' tasks; an independent city does those of a municipality and of a district. */
export function levelsOf(authority: Pick<Authority, 'level' | 'kind'>): readonly Level[] {
  if (authority.level === 'association') return ['municipality', 'association']
  if (authority.kind === 'city') return ['municipality', 'district']
  return [authority.level]
}
