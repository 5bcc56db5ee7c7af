// PDF dictionaries as text: enough of ISO 32000-1 § 7.3 to change entries of a dictionary without touching the rest.

const blank = /[\s\0]/
const ends = /[\s\0()<>[\]{}/%]/

/** Top-level entries of the dictionary that starts at the first `<<`, with values as they are written. */
export function readDictionary(text: string): Map<string, string> {
  const entries = new Map<string, string>()
  let at = text.indexOf('<<') + 2
  for (;;) {
    at = skipBlank(text, at)
    if (text.startsWith('>>', at) || at >= text.length) return entries
    const keyEnd = endOfValue(text, at)
    const key = text.slice(at + 1, keyEnd)
    const valueStart = skipBlank(text, keyEnd)
    at = endOfEntry(text, valueStart)
    entries.set(key, text.slice(valueStart, at))
  }
}

export function writeDictionary(entries: ReadonlyMap<string, string>): string {
  return `<< ${[...entries].map(([key, value]) => `/${key} ${value}`).join(' ')} >>`
}

/** The object number of an indirect reference ("5 0 R"), or undefined if the value is no reference. */
export function referenced(value: string | undefined): number | undefined {
  const match = /^(\d+)\s+\d+\s+R$/.exec(value ?? '')
  return match === null ? undefined : Number(match[1])
}

/** A text string (ISO 32000-1 § 7.9.2.2): UTF-16 in hexadecimal, so that any letter is right. */
export function textString(text: string): string {
  const bytes = Buffer.from(`\ufeff${text}`, 'utf16le').swap16()
  return `<${bytes.toString('hex').toUpperCase()}>`
}

/** A date (ISO 32000-1 § 7.9.4) in UTC. */
export function dateString(instant: Date): string {
  return `(D:${instant.toISOString().replaceAll(/[-:T]/g, '').slice(0, 14)}Z)`
}

function skipBlank(text: string, from: number): number {
  let at = from
  while (at < text.length && blank.test(text.charAt(at))) at += 1
  return at
}

/** "5 0 R" is three tokens and one value. */
function endOfEntry(text: string, from: number): number {
  const match = /^\d+\s+\d+\s+R(?![A-Za-z])/.exec(text.slice(from, from + 40))
  return match === null ? endOfValue(text, from) : from + match[0].length
}

function endOfValue(text: string, from: number): number {
  const first = text.charAt(from)
  if (first === '(') return endOfLiteral(text, from)
  if (first === '[') return endOfNested(text, from + 1, ']')
  if (text.startsWith('<<', from)) return endOfNested(text, from + 2, '>>')
  if (first === '<') return text.indexOf('>', from) + 1
  let at = from + 1
  while (at < text.length && !ends.test(text.charAt(at))) at += 1
  return at
}

function endOfNested(text: string, from: number, close: string): number {
  let at = skipBlank(text, from)
  while (at < text.length && !text.startsWith(close, at)) at = skipBlank(text, endOfValue(text, at))
  return at + close.length
}

function endOfLiteral(text: string, from: number): number {
  let depth = 0
  for (let at = from; at < text.length; at += 1) {
    const letter = text.charAt(at)
    if (letter === '\\') at += 1
    else if (letter === '(') depth += 1
    else if (letter === ')') depth -= 1
    if (depth === 0) return at + 1
  }
  return text.length
}
