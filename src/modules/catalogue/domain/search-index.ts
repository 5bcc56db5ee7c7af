// The search index: an inverted index in memory, made anew when the catalogue changes.

import { type Analyser, createAnalyser, type Token } from './analyser.ts'
import { fold } from './fold.ts'
import { createWordList, type WordList } from './similar-words.ts'

/** What is searched of one service; all languages together, because people mix them. */
export interface SearchEntry {
  readonly key: string
  readonly titles: readonly string[]
  readonly keywords: readonly string[]
  readonly texts: readonly string[]
}

export interface Found {
  readonly key: string
  readonly score: number
}

export interface SearchAnswer {
  readonly found: readonly Found[]
  /** What was searched instead, if a word was mistyped. */
  readonly corrected?: string
}

export interface SearchIndex {
  search(query: string, limit: number): SearchAnswer
  readonly entries: number
  readonly lexemes: number
}

const weights = { title: 4, keyword: 3, text: 0.5 }
const partFactor = 0.45
const phraseBonus = 30
/** What scores less than this share of the best hit is left out. */
const shareOfBest = 0.15

interface Postings {
  readonly entries: Uint32Array
  readonly weights: Float32Array
}

interface Ways {
  readonly lexeme: string
  readonly factor: number
}

export function buildIndex(entries: readonly SearchEntry[]): SearchIndex {
  const analyser = createAnalyser(entries.flatMap((entry) => [...entry.titles, ...entry.keywords]))
  const collected = new Map<string, Map<number, number>>()
  const phrases = new Map<string, Set<number>>()
  const frequencies = new Map<string, number>()
  const written = new Map<string, string>()
  entries.forEach((entry, index) => {
    for (const title of entry.titles) note(title, weights.title, index, true)
    for (const keyword of entry.keywords) note(keyword, weights.keyword, index, true)
    for (const text of entry.texts) note(text, weights.text, index, false)
  })

  function note(text: string, weight: number, index: number, isName: boolean): void {
    const tokens = analyser.tokens(text)
    for (const token of tokens) {
      add(collected, token.stem, index, weight)
      for (const part of token.parts) add(collected, part, index, weight * partFactor)
      if (isName) frequencies.set(token.surface, (frequencies.get(token.surface) ?? 0) + 1)
    }
    if (!isName) return
    for (const word of text.match(/[\p{L}\p{N}]+/gu) ?? []) if (!written.has(fold(word))) written.set(fold(word), word)
    const phrase = phraseOf(tokens)
    const known = phrases.get(phrase)
    if (known === undefined) phrases.set(phrase, new Set([index]))
    else known.add(index)
  }

  const postings = new Map<string, Postings>()
  for (const [lexeme, found] of collected)
    postings.set(lexeme, { entries: Uint32Array.from(found.keys()), weights: Float32Array.from(found.values()) })
  const list = createWordList(frequencies)
  return {
    entries: entries.length,
    lexemes: postings.size,
    search: (query, limit) => searchIn({ entries, analyser, postings, phrases, list, written }, query, limit),
  }
}

/** The highest weight counts, a second use adds a little. */
function add(collected: Map<string, Map<number, number>>, lexeme: string, index: number, weight: number): void {
  const found = collected.get(lexeme) ?? new Map<number, number>()
  if (found.size === 0) collected.set(lexeme, found)
  const before = found.get(index) ?? 0
  found.set(index, Math.max(before, weight) + Math.min(before, weight) * 0.1)
}

/** Without regard to the order of words: "anmelden hund" means the same. */
function phraseOf(tokens: readonly Token[]): string {
  return [...new Set(tokens.map((token) => token.stem))].sort().join(' ')
}

/** The phrase as typed, and with its compounds taken apart ("Autoanmeldung" is "Auto anmelden"). */
function phrasesOf(tokens: readonly Token[]): [string, number][] {
  const apart = tokens.flatMap((token) =>
    token.parts.length === 0 ? [token] : token.parts.map((part) => ({ surface: part, stem: part, parts: [] })),
  )
  return [
    [phraseOf(tokens), phraseBonus],
    [apart.length === tokens.length ? '' : phraseOf(apart), phraseBonus * 0.6],
  ]
}

interface Parts {
  readonly entries: readonly SearchEntry[]
  readonly analyser: Analyser
  readonly postings: ReadonlyMap<string, Postings>
  readonly phrases: ReadonlyMap<string, ReadonlySet<number>>
  readonly list: WordList
  /** Folded words as the catalogue writes them. */
  readonly written: ReadonlyMap<string, string>
}

function searchIn(parts: Parts, query: string, limit: number): SearchAnswer {
  const tokens = parts.analyser.tokens(query.slice(0, 200)).slice(0, 12)
  if (tokens.length === 0) return { found: [] }
  const isBegun = /[\p{L}\p{N}]$/u.test(query)
  const read = tokens.map((token, position) => waysOf(parts, token, isBegun && position === tokens.length - 1))
  const scores = new Map<number, number>()
  const matched = new Map<number, number>()
  for (const { ways } of read) {
    for (const [index, score] of bestOf(parts, ways)) {
      scores.set(index, (scores.get(index) ?? 0) + score)
      matched.set(index, (matched.get(index) ?? 0) + 1)
    }
  }
  const meant = parts.analyser.tokens(read.map((reading) => reading.meant).join(' '))
  for (const [phrase, bonus] of phrasesOf(meant)) {
    for (const index of parts.phrases.get(phrase) ?? []) scores.set(index, (scores.get(index) ?? 0) + bonus)
  }
  const ranked = [...scores]
    .map(([index, score]) => ({ key: parts.entries[index]?.key ?? '', score: score * ((matched.get(index) ?? 1) / tokens.length) ** 2 }))
    .sort((a, b) => b.score - a.score || (a.key < b.key ? -1 : 1))
  const best = ranked[0]?.score ?? 0
  const found = ranked.filter((entry) => entry.score >= best * shareOfBest).slice(0, limit)
  const isCorrected = read.some((reading) => reading.isCorrected)
  return {
    found,
    ...(isCorrected && found.length > 0 ? { corrected: read.map(({ meant }) => parts.written.get(meant) ?? meant).join(' ') } : {}),
  }
}

/** The lexemes that a word of the query may mean, each with how sure that is. */
function waysOf(parts: Parts, token: Token, isBegun: boolean): { ways: Ways[]; meant: string; isCorrected: boolean } {
  const ways: Ways[] = [{ lexeme: token.stem, factor: 1 }, ...token.parts.map((lexeme) => ({ lexeme, factor: 0.5 }))]
  const isKnown = parts.postings.has(token.stem)
  if (isBegun && token.surface.length >= 2) {
    const begun = parts.list.startingWith(token.surface, 12)
    for (const word of begun)
      for (const [longer] of [parts.analyser.tokens(word)])
        if (longer !== undefined) ways.push({ lexeme: longer.stem, factor: isKnown ? 0.4 : 0.8 })
    if (begun.length > 0) return { ways, meant: isKnown ? token.surface : (begun[0] ?? token.surface), isCorrected: false }
  }
  if (isKnown || /\d/.test(token.surface)) return { ways, meant: token.surface, isCorrected: false }
  const near = parts.list.near(token.surface, 4)
  for (const { word, distance } of near) {
    const [other] = parts.analyser.tokens(word)
    if (other === undefined) continue
    const factor = distance === 1 ? 0.8 : 0.6
    ways.push({ lexeme: other.stem, factor }, ...other.parts.map((lexeme) => ({ lexeme, factor: factor * 0.5 })))
  }
  return { ways, meant: near[0]?.word ?? token.surface, isCorrected: near.length > 0 && token.parts.length === 0 }
}

/** For each entry the best way counts; rare lexemes say more than frequent ones. */
function bestOf(parts: Parts, ways: readonly Ways[]): Map<number, number> {
  const best = new Map<number, number>()
  for (const { lexeme, factor } of ways) {
    const postings = parts.postings.get(lexeme)
    if (postings === undefined) continue
    const rarity = Math.log(1 + parts.entries.length / postings.entries.length)
    for (let position = 0; position < postings.entries.length; position++) {
      const index = postings.entries[position] ?? 0
      const score = (postings.weights[position] ?? 0) * factor * rarity
      if (score > (best.get(index) ?? 0)) best.set(index, score)
    }
  }
  return best
}
