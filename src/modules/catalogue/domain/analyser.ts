// The analyser: from a text to lexemes, the same way for what is indexed and for what is asked.

import { splitCompound } from './compounds.ts'
import { isFilling, stem, words } from './fold.ts'
import { nouns } from './nouns.ts'

export interface Token {
  /** The folded word as it stands. */
  readonly surface: string
  readonly stem: string
  /** Stems of the parts, if the word is a compound. */
  readonly parts: readonly string[]
}

export interface Analyser {
  /** Tokens of a text in their order, without filling words (unless there is nothing else). */
  tokens(text: string): readonly Token[]
}

/**
 * An analyser that knows the words of a catalogue.
 *
 * @param texts titles and keywords; their words become the vocabulary for compounds
 */
export function createAnalyser(texts: Iterable<string>): Analyser {
  const vocabulary = new Set<string>()
  for (const text of texts) for (const word of words(text)) if (word.length >= 4) vocabulary.add(word).add(stem(word))
  const known = (part: string) => nouns.has(part) || (part.length >= 4 && vocabulary.has(part))
  const remembered = new Map<string, Token>()

  const analyse = (surface: string): Token => {
    const found = remembered.get(surface)
    if (found !== undefined) return found
    const parts = splitCompound(surface, known).map(stem)
    const token = { surface, stem: stem(surface), parts }
    if (remembered.size < mostRemembered) remembered.set(surface, token)
    return token
  }
  return {
    tokens(text) {
      const all = words(text).slice(0, mostWords)
      const meaning = all.filter((word) => !isFilling(word))
      return (meaning.length === 0 ? all : meaning).map(analyse)
    },
  }
}

const mostRemembered = 30_000
const mostWords = 400
