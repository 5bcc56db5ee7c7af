// Compounds: German words taken apart against a vocabulary ("hundesteuer" → "hund", "steuer").

const links = ['', 's', 'es', 'n', 'en', 'er', 'e']
const shortestPart = 3
const longestWord = 60

/**
 * Takes a folded word apart into words of the vocabulary, with the fewest parts (dynamic programming).
 *
 * @param known tells whether a folded word (or its stem) may stand as a part
 * @returns at least two parts, or nothing if the word is no compound of known words
 */
export function splitCompound(word: string, known: (part: string) => boolean): readonly string[] {
  if (word.length < 2 * shortestPart + 1 || word.length > longestWord) return []
  const best: (readonly string[] | undefined)[] = [[]]
  for (let end = shortestPart; end <= word.length; end++) {
    for (let start = 0; start <= end - shortestPart; start++) {
      const before = best[start]
      if (before === undefined || (start === 0 && end === word.length)) continue
      const part = partIn(word.slice(start, end), end === word.length, known)
      if (part === undefined) continue
      const current = best[end]
      if (current === undefined || before.length + 1 < current.length) best[end] = [...before, part]
    }
  }
  const parts = best[word.length] ?? []
  return parts.length > 1 ? parts : []
}

/** The known word in a piece: all of it, or, inside a compound, all but a linking element. */
function partIn(piece: string, isLast: boolean, known: (part: string) => boolean): string | undefined {
  for (const link of isLast ? [''] : links) {
    if (!piece.endsWith(link)) continue
    const part = piece.slice(0, piece.length - link.length)
    if (part.length >= shortestPart && known(part)) return part
  }
  return undefined
}
