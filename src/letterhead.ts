// The head and foot of an authority's letters, from what the directory knows of it.
import type { Letterhead } from '#documents'
import { type Authority, drawShield } from '#modules/directory'

/** As the letters' template takes it; the arms are the shield of the authority's pages. */
export function letterheadOf(found: Authority, unit?: string): Letterhead {
  const named = found.units.find((candidate) => candidate.key === unit)?.name.de
  return {
    name: found.name,
    ...(named === undefined ? {} : { unit: named }),
    returnLine: found.letterhead.returnLine,
    footer: [...found.letterhead.lines, found.phone, found.email],
    ...(found.theme.accent === undefined ? {} : { accent: found.theme.accent }),
    arms: { svg: drawShield(found.name, found.theme.accent) },
  }
}
