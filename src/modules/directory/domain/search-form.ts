// The form of a name that is searched: what people may type differently is made the same.

const letters: Record<string, string> = { ä: 'ae', ö: 'oe', ü: 'ue', ß: 'ss', æ: 'ae', ø: 'oe', ł: 'l', đ: 'd', ı: 'i' }

/** "Mühlhausen/Thüringen, Stadt" and "muehlhausen thueringen stadt" have one search form. */
export function searchForm(text: string): string {
  return text
    .normalize('NFC')
    .toLowerCase()
    .replaceAll(/[äöüßæøłđı]/g, (letter) => letters[letter] ?? letter)
    .normalize('NFD')
    .replaceAll(/\p{M}/gu, '')
    .replaceAll(/[^a-z0-9]+/g, ' ')
    .trim()
}

/** The name without the addition after the comma: "Ilmenau, Stadt" is called Ilmenau. */
export function shortName(officialName: string): string {
  return officialName.replace(/,.*$/, '').trim()
}

/** Edits (insert, delete, replace, swap neighbours) from one word to the other, or `limit + 1` if there are more. */
export function editDistance(one: string, other: string, limit: number): number {
  if (Math.abs(one.length - other.length) > limit) return limit + 1
  let beforeLast: number[] = []
  let last = Array.from({ length: other.length + 1 }, (_, index) => index)
  for (let i = 1; i <= one.length; i++) {
    const row = [i]
    for (let j = 1; j <= other.length; j++) {
      const same = one[i - 1] === other[j - 1] ? 0 : 1
      let best = Math.min((last[j] ?? 0) + 1, (row[j - 1] ?? 0) + 1, (last[j - 1] ?? 0) + same)
      if (i > 1 && j > 1 && one[i - 1] === other[j - 2] && one[i - 2] === other[j - 1]) best = Math.min(best, (beforeLast[j - 2] ?? 0) + 1)
      row.push(best)
    }
    beforeLast = last
    last = row
  }
  return Math.min(last[other.length] ?? 0, limit + 1)
}

/** A name as part of an address: "Sömmerda" is "soemmerda". */
export function slugOf(text: string): string {
  return searchForm(text).replaceAll(' ', '-')
}
