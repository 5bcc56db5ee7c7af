// Places in memory: municipalities by key, postal code and name, with what people mistype.
import type { Place } from './place.ts'
import { splitPlaceText } from './place.ts'
import { editDistance, searchForm } from './search-form.ts'

export interface PlaceEntry {
  readonly place: Place
  readonly searchName: string
  /** Parts of the municipality and names that its post uses. */
  readonly parts: readonly { readonly name: string; readonly searchName: string }[]
}

export interface PlaceIndex {
  /**
   * Municipalities for what a person typed: a postal code or its beginning, a name or a part of it,
   * with usual typing errors. Best first, at most `limit` (and never more than 50).
   */
  find(text: string, limit: number): readonly Place[]
  byKey(ars: string): Place | undefined
}

interface Name {
  readonly entry: PlaceEntry
  /** Undefined for the municipality's own name. */
  readonly part: string | undefined
  readonly text: string
  readonly heads: readonly string[]
}

/** Of the municipalities that exist now; 601 of them with 4,000 names answer in 0.1 ms. */
export function createPlaceIndex(entries: readonly PlaceEntry[]): PlaceIndex {
  const byKey = new Map(entries.map((entry) => [entry.place.ars, entry.place]))
  const names = entries.flatMap((entry): readonly Name[] => [
    { entry, part: undefined, text: entry.searchName, heads: headsOf(entry.searchName) },
    ...entry.parts.map(({ name, searchName }) => ({ entry, part: name, text: searchName, heads: headsOf(searchName) })),
  ])
  return {
    byKey: (ars) => byKey.get(ars),
    find(text, limit) {
      const most = Math.min(Math.max(limit, 0), 50)
      const { postalCode, words } = splitPlaceText(text, searchForm)
      if (postalCode === '' && words === '') return []
      const isInCode = ({ place }: PlaceEntry) => place.postalCodes.some((code) => code.startsWith(postalCode))
      const inCode = () => entries.filter(isInCode).map(({ place }) => place)
      if (words === '') return inCode().toSorted(bySize).slice(0, most)
      const found = findByName(names, words, postalCode === '' ? () => true : isInCode)
      if (found.length > 0 || words.length < 4) return found.slice(0, most)
      const guessed = guessByName(names, words)
      // A wrong name with a right postal code still says where.
      return (guessed.length > 0 || postalCode === '' ? guessed : inCode().toSorted(bySize)).slice(0, most)
    },
  }
}

function findByName(names: readonly Name[], words: string, isMeant: (entry: PlaceEntry) => boolean): readonly Place[] {
  const best = new Map<PlaceEntry, { readonly rank: number; readonly part: string | undefined }>()
  for (const { entry, part, text } of names) {
    if (!text.includes(words) || !isMeant(entry)) continue
    const rank = rankOf(text, words) + (part === undefined ? 0 : 0.5)
    const known = best.get(entry)
    if (known === undefined || rank < known.rank || (rank === known.rank && (part ?? '') < (known.part ?? '')))
      best.set(entry, { rank, part })
  }
  return [...best]
    .toSorted(([one, { rank }], [other, { rank: otherRank }]) => rank - otherRank || bySize(one.place, other.place))
    .map(([{ place }, { part }]) => placeWith(place, part))
}

/** The whole name, its beginning as a word, its beginning, the beginning of a later word, somewhere. */
function rankOf(name: string, words: string): number {
  if (name === words) return 0
  if (name.startsWith(`${words} `)) return 1
  if (name.startsWith(words)) return 2
  return name.includes(` ${words}`) ? 3 : 4
}

/** Names that differ by a typing error or two, by counted edits. */
function guessByName(names: readonly Name[], words: string): readonly Place[] {
  const allowed = words.length < 7 ? 2 : 3
  const letters = lettersOf(words)
  const best = new Map<PlaceEntry, { readonly edits: number; readonly part: string | undefined }>()
  for (const { entry, part, heads } of names) {
    for (const head of heads) {
      // An edit changes at most two letters of a set: most names are out without counting.
      if (Math.abs(head.length - words.length) > allowed || bitsOf(lettersOf(head) ^ letters) > 2 * allowed) continue
      const edits = editDistance(head, words, allowed)
      if (edits <= allowed && edits < (best.get(entry)?.edits ?? allowed + 1)) best.set(entry, { edits, part })
    }
  }
  return [...best]
    .toSorted(([one, { edits }], [other, { edits: otherEdits }]) => edits - otherEdits || bySize(one.place, other.place))
    .map(([{ place }, { part }]) => placeWith(place, part))
}

/** The name, and its first one and two words: "Rudolstadt" finds "Rudolstadt Schwarza". */
function headsOf(name: string): readonly string[] {
  const words = name.split(' ')
  return words.length === 1 ? words : [...new Set([name, words.slice(0, 1).join(' '), words.slice(0, 2).join(' ')])]
}

function lettersOf(text: string): number {
  let set = 0
  for (let at = 0; at < text.length; at++) set |= 1 << (text.charCodeAt(at) & 31)
  return set
}

function bitsOf(set: number): number {
  let count = 0
  for (let rest = set; rest !== 0; rest &= rest - 1) count += 1
  return count
}

function bySize(one: Place, other: Place): number {
  return (other.inhabitants ?? -1) - (one.inhabitants ?? -1) || (one.ars < other.ars ? -1 : 1)
}

function placeWith(place: Place, part: string | undefined): Place {
  return part === undefined || part === '' ? place : { ...place, part }
}
