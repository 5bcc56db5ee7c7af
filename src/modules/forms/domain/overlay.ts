// Overlays: what an importer cannot know, laid over an imported form: order, words, conditions, prefill, further questions.
import type { Localised } from '#kernel/language.ts'
import type { Check, Condition, Field, FormDefinition, Group, Member, Occurs, ProseRule } from './definition.ts'
import { placesOf } from './walk.ts'

/** Takes an imported group or field by its path, and changes what is named. */
export interface Taken extends Partial<Omit<Field, 'kind' | 'source'>> {
  readonly from: string
  readonly title?: Localised
  readonly entryName?: Localised
  /** Of a group: its members in this order; without it, all as they were imported. */
  readonly members?: readonly Placement[]
}

/** A new group around others. */
export interface Gathered {
  readonly group: Omit<Group, 'kind' | 'members' | 'occurs'> & { readonly occurs?: Occurs }
  readonly members: readonly Placement[]
}

/** A question that the imported schema does not have. */
export interface Added {
  readonly add: Member
}

export type Placement = Taken | Gathered | Added

export interface OverlayPage {
  readonly key: string
  readonly title: Localised
  readonly hint?: Localised
  readonly when?: Condition
  readonly members: readonly Placement[]
}

export interface Overlay {
  readonly key: string
  readonly version: string
  readonly title: Localised
  readonly pages: readonly OverlayPage[]
  /** Imported parts that are not asked, with the reason. */
  readonly leaveOut?: readonly { readonly from: string; readonly why: string }[]
  readonly checks?: readonly Check[]
  readonly declaration?: Localised
}

export interface OverlayError {
  /** The path that the overlay names, or that it forgot. */
  readonly path: string
  readonly problem: 'unknown-path' | 'placed-twice' | 'not-placed' | 'not-a-group'
}

export type Overlaid =
  | { readonly ok: true; readonly definition: FormDefinition }
  | { readonly ok: false; readonly errors: readonly OverlayError[] }

interface Laying {
  readonly imported: ReadonlyMap<string, Member>
  readonly placed: Set<string>
  readonly errors: OverlayError[]
}

/**
 * Lays an overlay over an imported form. Every imported field must be placed once or left out with a reason:
 * a schema that changes under the overlay is noticed here, and not by the people who fill in.
 */
export function applyOverlay(definition: FormDefinition, overlay: Overlay): Overlaid {
  const laying: Laying = {
    imported: new Map(placesOf(definition).map(({ path, member }) => [path, member])),
    placed: new Set(),
    errors: [],
  }
  const pages = overlay.pages.map(
    ({ members, ...page }): Group => ({ kind: 'group', occurs: { min: 1, max: 1 }, ...page, members: lay(laying, members) }),
  )
  for (const { from } of overlay.leaveOut ?? []) placeAll(laying, from)
  for (const [path, member] of laying.imported) {
    if (member.kind === 'field' && !laying.placed.has(path)) laying.errors.push({ path, problem: 'not-placed' })
  }
  if (laying.errors.length > 0) return { ok: false, errors: laying.errors }
  const { key, version, title, checks, declaration } = overlay
  const rules = rulesAtTheirNewPlaces(definition, pages)
  return {
    ok: true,
    definition: {
      key,
      version,
      title,
      pages,
      ...(checks === undefined ? {} : { checks }),
      ...(rules.length === 0 ? {} : { proseRules: rules }),
      ...(declaration === undefined ? {} : { declaration }),
      ...(definition.source === undefined ? {} : { source: definition.source }),
    },
  }
}

function lay(laying: Laying, placements: readonly Placement[]): Member[] {
  return placements.flatMap((placement): Member[] => {
    if ('add' in placement) return [placement.add]
    if ('from' in placement) return layTaken(laying, placement)
    const { group, members } = placement
    return [{ kind: 'group', occurs: { min: 1, max: 1 }, ...group, members: lay(laying, members) }]
  })
}

function layTaken(laying: Laying, taken: Taken): Member[] {
  const { from, title, entryName, members, ...changes } = taken
  const member = laying.imported.get(from)
  if (member === undefined) {
    laying.errors.push({ path: from, problem: 'unknown-path' })
    return []
  }
  if (member.kind === 'field') {
    if (members !== undefined) laying.errors.push({ path: from, problem: 'not-a-group' })
    placeAll(laying, from)
    // Whoever gives values of his own does not mean the imported list.
    const { codeList, choices, ...rest } = member
    const list =
      changes.choices !== undefined || changes.codeList !== undefined ? {} : { ...(codeList && { codeList }), ...(choices && { choices }) }
    return [{ ...rest, ...list, ...changes }]
  }
  if (members === undefined) placeAll(laying, from)
  const { key, hint, when, occurs } = changes
  const group: Group = {
    ...member,
    members: members === undefined ? member.members : lay(laying, members),
    ...(title === undefined ? {} : { title }),
    ...(entryName === undefined ? {} : { entryName }),
    ...(key === undefined ? {} : { key }),
    ...(hint === undefined ? {} : { hint }),
    ...(when === undefined ? {} : { when }),
    ...(occurs === undefined ? {} : { occurs }),
  }
  return [group]
}

function placeAll(laying: Laying, from: string): void {
  if (!laying.imported.has(from)) {
    laying.errors.push({ path: from, problem: 'unknown-path' })
    return
  }
  for (const [path, member] of laying.imported) {
    if (member.kind !== 'field' || (path !== from && !path.startsWith(`${from}.`))) continue
    if (laying.placed.has(path)) laying.errors.push({ path, problem: 'placed-twice' })
    laying.placed.add(path)
  }
}

/** A rule follows its element, or the first question of its group that is still asked; else it stands at the whole form. */
function rulesAtTheirNewPlaces(definition: FormDefinition, pages: readonly Group[]): readonly ProseRule[] {
  const before = placesOf(definition)
  const after = placesOf({ ...definition, pages })
  return (definition.proseRules ?? []).map((rule) => {
    if (rule.path === '') return rule
    const candidates = before
      .filter(({ path }) => path === rule.path || path.startsWith(`${rule.path}.`))
      .map(({ member }) => member.source)
    const places = candidates.map((source) => after.find(({ member }) => source !== undefined && member.source === source))
    return { ...rule, path: places.find((place) => place !== undefined)?.path ?? '' }
  })
}
