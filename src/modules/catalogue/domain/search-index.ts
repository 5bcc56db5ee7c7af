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
const entriesPerStep = 25
const lexemesPerStep = 1_000

interface Postings {
  readonly entries: Uint32Array
  readonly weights: Float32Array
}

interface Ways {
  readonly lexeme: string
  readonly factor: number
}

/** The index of some entries at once; for many services by `indexSteps`. */
export function buildIndex(entries: readonly SearchEntry[]): SearchIndex {
  const steps = indexSteps(entries)
  for (;;) {
    const step = steps.next()
    if (step.done === true) return step.value
  }
}

/** Builds an index in small steps, so that a server can answer in between. */
export function* indexSteps(entries: readonly SearchEntry[]): Generator<undefined, SearchIndex> {
  const analyser = createAnalyser(namesOf(entries))
  const collecting: Collecting = { analyser, weights: new Map(), phrases: new Map(), frequencies: new Map(), written: new Map() }
  for (const [index, entry] of entries.entries()) {
    for (const title of entry.titles) note(collecting, title, weights.title, index, true)
    for (const keyword of entry.keywords) note(collecting, keyword, weights.keyword, index, true)
    for (const text of entry.texts) note(collecting, text, weights.text, index, false)
    if (index % entriesPerStep === entriesPerStep - 1) yield
  }
  const postings = new Map<string, Postings>()
  for (const [lexeme, found] of collecting.weights) {
    postings.set(lexeme, { entries: Uint32Array.from(found.keys()), weights: Float32Array.from(found.values()) })
    collecting.weights.delete(lexeme)
    if (postings.size % lexemesPerStep === 0) yield
  }
  const list = createWordList(collecting.frequencies)
  const parts = {
    keys: entries.map((entry) => entry.key),
    analyser,
    postings,
    phrases: collecting.phrases,
    list,
    written: collecting.written,
  }
  return { entries: entries.length, lexemes: postings.size, search: (query, limit) => searchIn(parts, query, limit) }
}

function* namesOf(entries: readonly SearchEntry[]): Generator<string> {
  for (const entry of entries) {
    yield* entry.titles
    yield* entry.keywords
  }
}

interface Collecting {
  readonly analyser: Analyser
  readonly weights: Map<string, Map<number, number>>
  readonly phrases: Map<string, Set<number>>
  readonly frequencies: Map<string, number>
  readonly written: Map<string, string>
}

function note(
  { analyser, weights: collected, phrases, frequencies, written }: Collecting,
  text: string,
  weight: number,
  index: number,
  isName: boolean,
): void {
  const tokens = analyser.tokens(text)
  for (const token of tokens) {
    add(collected, token.stem, index, weight)
    for (const part of token.parts) add(collected, part, index, weight * partFactor)
    if (isName) frequencies.set(token.surface, (frequencies.get(token.surface) ?? 0) + 1)
  }
  if (!isName) return
  for (const word of text.match(/[\p{L}\p{N}]+/gu) ?? []) {
    const folded = fold(word)
    if (!written.has(folded)) written.set(folded, word)
  }
  const phrase = phraseOf(tokens)
  const known = phrases.get(phrase)
  if (known === undefined) phrases.set(phrase, new Set([index]))
  else known.add(index)
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
  readonly keys: readonly string[]
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
  const count = parts.keys.length
  const scores = new Float32Array(count)
  const matched = new Uint8Array(count)
  const best = new Float32Array(count)
  for (const { ways } of read) addBest(parts, ways, { scores, matched, best })
  const meant = parts.analyser.tokens(read.map((reading) => reading.meant).join(' '))
  for (const [phrase, bonus] of phrasesOf(meant)) {
    for (const index of parts.phrases.get(phrase) ?? []) scores[index] = (scores[index] ?? 0) + bonus
  }
  const found = rank(parts, scores, matched, tokens.length).slice(0, limit)
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

interface Scoring {
  readonly scores: Float32Array
  /** How many words of the query each entry has. */
  readonly matched: Uint8Array
  /** Working memory, zero before and after. */
  readonly best: Float32Array
}

/** For each entry the best way counts; rare lexemes say more than frequent ones. */
function addBest(parts: Parts, ways: readonly Ways[], { scores, matched, best }: Scoring): void {
  const touched: number[] = []
  for (const { lexeme, factor } of ways) {
    const postings = parts.postings.get(lexeme)
    if (postings === undefined) continue
    const rarity = Math.log(1 + parts.keys.length / postings.entries.length)
    for (let position = 0; position < postings.entries.length; position++) {
      const index = postings.entries[position] ?? 0
      const score = (postings.weights[position] ?? 0) * factor * rarity
      const before = best[index] ?? 0
      if (score <= before) continue
      if (before === 0) touched.push(index)
      best[index] = score
    }
  }
  for (const index of touched) {
    scores[index] = (scores[index] ?? 0) + (best[index] ?? 0)
    matched[index] = (matched[index] ?? 0) + 1
    best[index] = 0
  }
}

/** The best first; only what scores a share of the best is sorted at all. */
function rank(parts: Parts, scores: Float32Array, matched: Uint8Array, words: number): readonly Found[] {
  let best = 0
  for (let index = 0; index < scores.length; index++) {
    const score = scores[index] ?? 0
    if (score === 0) continue
    const weighed = score * ((matched[index] || 1) / words) ** 2
    scores[index] = weighed
    if (weighed > best) best = weighed
  }
  const least = best * shareOfBest
  const ranked: Found[] = []
  if (best === 0) return ranked
  for (let index = 0; index < scores.length; index++) {
    const score = scores[index] ?? 0
    if (score >= least) ranked.push({ key: parts.keys[index] ?? '', score })
  }
  return ranked.sort((a, b) => b.score - a.score || (a.key < b.key ? -1 : 1))
}
