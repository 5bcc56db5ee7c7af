// Words of a German text as lexemes: folded and stemmed, with the ends of long words so that parts of compounds are found.

const word = /[\p{L}\p{M}\p{N}]+(?:[./-][\p{N}]+)*/gu
const filling = new Set(
  'der die das des dem den ein eine einer eines einem einen und oder aber in im an am auf aus bei mit nach von vom zu zum zur fur uber um als auch ist sind war wird nicht sich es er sie wir ihr ihre ihren'.split(
    ' ',
  ),
)
const endings = ['erinnen', 'innen', 'erin', 'ern', 'em', 'en', 'er', 'es', 'e', 'n', 's'] as const
const shortestPart = 5
const longestWord = 60
const mostWords = 4000
/** A text vector holds a megabyte; longer texts lose ends of words first. */
const mostLexemes = 12_000

/**
 * Lexemes of what is indexed: stems of whole words (weight A) and, of words from nine letters on, every end from five
 * letters on, marked by "+". With them a search for "genehmigung" finds "Baugenehmigungsverfahren" without a dictionary.
 *
 * @returns pairs of lexeme and weight, each once
 */
export function lexemesOf(text: string): Map<string, 'A' | 'D'> {
  const indexed = tokens(text).slice(0, mostWords)
  const lexemes = new Map<string, 'A' | 'D'>(indexed.map((token) => [stem(token), 'A']))
  for (const token of indexed) {
    if (lexemes.size > mostLexemes) break
    if (token.length < shortestPart + 4 || /\d/.test(token)) continue
    for (let start = 1; start <= token.length - shortestPart; start += 1) {
      const end = `+${stem(token.slice(start))}`
      if (!lexemes.has(end)) lexemes.set(end, 'D')
    }
  }
  return lexemes
}

/**
 * What a search asks for: each entry is one word as alternatives; all words must be found. The last word may be
 * unfinished while one types.
 */
export function askedLexemes(text: string): string[][] {
  const asked = tokens(text).slice(0, 12)
  return asked.map((token, place) => {
    const root = stem(token)
    const isLast = place === asked.length - 1
    const whole = isLast && token.length > 2 ? [prefix(root)] : [exact(root)]
    return root.length >= shortestPart && !/\d/.test(root) ? [...whole, prefix(`+${root}`)] : whole
  })
}

/** A text vector as PostgreSQL reads it. */
export function vectorText(lexemes: ReadonlyMap<string, 'A' | 'D'>, permissions: readonly string[]): string {
  const content = [...lexemes].map(([lexeme, weight]) => `${exact(lexeme)}:1${weight}`)
  return [...content, ...permissions.map(exact)].join(' ')
}

/** A text query as PostgreSQL reads it: all words, the authority, and one of the reader's own lexemes. */
export function queryText(asked: readonly (readonly string[])[], authority: string, reader: readonly string[]): string {
  const parts = asked.map((alternatives) => `(${alternatives.join(' | ')})`)
  return [...parts, exact(`~a${authority}`), `(${reader.map(exact).join(' | ')})`].join(' & ')
}

/** Lower case, without accents; ä and ae, ß and ss become the same. */
function fold(text: string): string {
  return text
    .toLowerCase()
    .normalize('NFD')
    .replaceAll(/\p{M}/gu, '')
    .replaceAll('ß', 'ss')
    .replaceAll('ı', 'i')
    .replaceAll('ł', 'l')
    .replaceAll('đ', 'd')
    .replaceAll('ø', 'o')
    .replaceAll(/æ|ae/g, 'a')
    .replaceAll(/œ|oe/g, 'o')
    .replaceAll(/(?<!q)ue/g, 'u')
}

/** Words and numbers; "22.3-0047/2026" is one token and also its parts. */
function tokens(text: string): string[] {
  const found = [...fold(text).matchAll(word)].map((match) => match[0].slice(0, longestWord))
  const all = found.flatMap((token) => (/[./-]/.test(token) ? [token, ...token.split(/[./-]/)] : [token])).filter((token) => token !== '')
  const meaning = all.filter((token) => !filling.has(token))
  return meaning.length === 0 ? all : meaning
}

/** Endings come off until none is left, so that "Nachweis" and "Nachweise" meet. */
function stem(token: string): string {
  if (/\d/.test(token)) return token
  const ending = endings.find((candidate) => token.endsWith(candidate) && token.length - candidate.length >= 4)
  return ending === undefined ? token : stem(token.slice(0, -ending.length))
}

function exact(lexeme: string): string {
  return `'${lexeme.replaceAll(/['\\]/g, (letter) => letter + letter)}'`
}

function prefix(lexeme: string): string {
  return `${exact(lexeme)}:*`
}
