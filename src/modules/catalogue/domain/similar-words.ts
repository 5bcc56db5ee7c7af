// Similar words: what a mistyped word may have meant, and what a begun word may become.

export interface WordList {
  /** Words that begin with the text, the most frequent first. */
  startingWith(text: string, limit: number): readonly string[]
  /** Words within a small edit distance, the nearest first. */
  near(word: string, limit: number): readonly { readonly word: string; readonly distance: number }[]
  has(word: string): boolean
}

const candidateLimit = 60

/** @param frequencies folded words with the number of their uses */
export function createWordList(frequencies: ReadonlyMap<string, number>): WordList {
  const sorted = [...frequencies.keys()].sort()
  const byPair = new Map<string, number[]>()
  sorted.forEach((word, index) => {
    for (const pair of pairsOf(word)) {
      const list = byPair.get(pair)
      if (list === undefined) byPair.set(pair, [index])
      else list.push(index)
    }
  })
  const shared = new Uint8Array(sorted.length)

  const uses = (word: string) => frequencies.get(word) ?? 0
  return {
    has: (word) => frequencies.has(word),
    startingWith(text, limit) {
      const found: string[] = []
      for (let index = firstNotBelow(sorted, text); sorted[index]?.startsWith(text) === true && found.length < 400; index++)
        found.push(sorted[index] ?? '')
      return found.sort((a, b) => uses(b) - uses(a)).slice(0, limit)
    },
    near(word, limit) {
      const most = word.length < 4 ? 0 : word.length < 8 ? 1 : 2
      if (most === 0) return []
      const found = candidates(word, byPair, shared)
        .map((index) => sorted[index] ?? '')
        .filter((candidate) => Math.abs(candidate.length - word.length) <= most)
        .map((candidate) => ({ word: candidate, distance: distance(word, candidate, most) }))
        .filter((candidate) => candidate.distance <= most)
      return found.sort((a, b) => a.distance - b.distance || uses(b.word) - uses(a.word)).slice(0, limit)
    },
  }
}

function pairsOf(word: string): string[] {
  const padded = ` ${word} `
  return Array.from({ length: padded.length - 1 }, (_, index) => padded.slice(index, index + 2))
}

/** Indexes of the words that share the most pairs of letters; `shared` is working memory, zero before and after. */
function candidates(word: string, byPair: ReadonlyMap<string, readonly number[]>, shared: Uint8Array): number[] {
  const touched: number[] = []
  for (const pair of new Set(pairsOf(word))) {
    for (const index of byPair.get(pair) ?? []) {
      if (shared[index] === 0) touched.push(index)
      shared[index] = (shared[index] ?? 0) + 1
    }
  }
  const needed = Math.max(2, word.length + 1 - 3 * (word.length < 8 ? 1 : 2))
  const good = touched.filter((index) => (shared[index] ?? 0) >= needed).sort((a, b) => (shared[b] ?? 0) - (shared[a] ?? 0))
  for (const index of touched) shared[index] = 0
  return good.slice(0, candidateLimit)
}

function firstNotBelow(sorted: readonly string[], text: string): number {
  let low = 0
  let high = sorted.length
  while (low < high) {
    const middle = (low + high) >> 1
    if ((sorted[middle] ?? '') < text) low = middle + 1
    else high = middle
  }
  return low
}

/** Edit distance with swapped neighbours (optimal string alignment); anything above `most` is `most + 1`. */
export function distance(from: string, to: string, most: number): number {
  let beforeLast: number[] = []
  let last = Array.from({ length: to.length + 1 }, (_, column) => column)
  for (let row = 1; row <= from.length; row++) {
    const current = [row]
    let smallest = row
    for (let column = 1; column <= to.length; column++) {
      const same = from[row - 1] === to[column - 1]
      let value = Math.min((last[column] ?? 0) + 1, (current[column - 1] ?? 0) + 1, (last[column - 1] ?? 0) + (same ? 0 : 1))
      if (row > 1 && column > 1 && from[row - 1] === to[column - 2] && from[row - 2] === to[column - 1])
        value = Math.min(value, (beforeLast[column - 2] ?? 0) + 1)
      current.push(value)
      smallest = Math.min(smallest, value)
    }
    if (smallest > most) return most + 1
    beforeLast = last
    last = current
  }
  return Math.min(last[to.length] ?? most + 1, most + 1)
}
