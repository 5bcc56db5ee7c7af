// Asks a group of the tree for its terms.
import type { Day } from '#kernel/dates.ts'
import type { Identifier } from './invoice.ts'
import type { GroupEntry, TermEntry } from './tree.ts'
import { isoDay } from './values.ts'

export function groupsIn(group: GroupEntry | undefined, ...ids: readonly string[]): readonly GroupEntry[] {
  return group === undefined ? [] : group.entries.filter((entry): entry is GroupEntry => entry.type === 'group' && ids.includes(entry.id))
}

export function groupIn(group: GroupEntry | undefined, ...ids: readonly string[]): GroupEntry | undefined {
  return groupsIn(group, ...ids)[0]
}

export function termsIn(group: GroupEntry | undefined, id: string): readonly TermEntry[] {
  return group === undefined ? [] : group.entries.filter((entry): entry is TermEntry => entry.type !== 'group' && entry.id === id)
}

/** The first value, white space trimmed; undefined where it is blank. */
export function textIn(group: GroupEntry | undefined, id: string): string | undefined {
  const text = termsIn(group, id)[0]?.value.trim()
  return text === '' ? undefined : text
}

export function textsIn(group: GroupEntry | undefined, id: string): readonly string[] {
  return termsIn(group, id).flatMap((entry) => (entry.value.trim() === '' ? [] : [entry.value.trim()]))
}

export function dayIn(group: GroupEntry | undefined, id: string): Day | undefined {
  return isoDay(textIn(group, id) ?? '')
}

export function identifiersIn(group: GroupEntry | undefined, id: string): readonly Identifier[] {
  return termsIn(group, id).flatMap(({ value, attributes: { scheme, schemeVersion } }) => {
    const text = value.trim()
    return text === ''
      ? []
      : [{ text, ...(scheme === undefined ? {} : { scheme }), ...(schemeVersion === undefined ? {} : { schemeVersion }) }]
  })
}

export function identifierIn(group: GroupEntry | undefined, id: string): Identifier | undefined {
  return identifiersIn(group, id)[0]
}

type Defined<Fields> = { readonly [Key in keyof Fields]?: Exclude<Fields[Key], undefined> }

/** The fields that have a value: an absent one is not there at all. */
export function defined<Fields extends object>(fields: Fields): Defined<Fields> {
  const entries = Object.entries(fields).filter(([, value]) => value !== undefined)
  return Object.fromEntries(entries) as Defined<Fields>
}
