// A small reader for style sheets that are known to be well-formed: KERN's and ours.

export type CssNode =
  | { readonly kind: 'rule'; readonly selectors: readonly string[]; readonly body: string }
  | { readonly kind: 'group'; readonly prelude: string; readonly nodes: readonly CssNode[] }
  /** What is kept as it stands: font faces, key frames. */
  | { readonly kind: 'raw'; readonly text: string }

/** Comments out, white space to what is needed; strings stay as they are. */
export function minify(css: string): string {
  return css
    .replace(/\/\*[\s\S]*?\*\//g, '')
    .split(/("(?:[^"\\]|\\.)*"|'(?:[^'\\]|\\.)*')/)
    .map((part, index) =>
      index % 2 === 1
        ? part
        : part
            .replace(/\s+/g, ' ')
            .replace(/ ?([{};,]) ?/g, '$1')
            .replace(/: /g, ':')
            .replace(/;}/g, '}'),
    )
    .join('')
    .replace(/^@charset[^;]*;/, '')
    .trim()
}

/** Reads minified CSS. */
export function parseCss(css: string): CssNode[] {
  const nodes: CssNode[] = []
  let at = 0
  while (at < css.length) {
    const open = endOf(css, at, '{')
    if (open >= css.length) break
    const close = blockEnd(css, open)
    const prelude = css.slice(at, open).trim()
    nodes.push(nodeFrom(prelude, css.slice(open + 1, close)))
    at = close + 1
  }
  return nodes
}

function nodeFrom(prelude: string, body: string): CssNode {
  if (/^@(media|supports|layer)/.test(prelude)) return { kind: 'group', prelude, nodes: parseCss(body) }
  if (prelude.startsWith('@')) return { kind: 'raw', text: `${prelude}{${body}}` }
  return { kind: 'rule', selectors: splitList(prelude, ','), body }
}

export function writeCss(nodes: readonly CssNode[]): string {
  return nodes
    .map((node) => {
      if (node.kind === 'raw') return node.text
      if (node.kind === 'rule') return `${node.selectors.join(',')}{${node.body}}`
      return `${node.prelude}{${writeCss(node.nodes)}}`
    })
    .join('')
}

/** Splits at a sign outside of brackets and strings. */
export function splitList(text: string, sign: string): string[] {
  const parts: string[] = []
  let at = 0
  while (at <= text.length) {
    const end = endOf(text, at, sign)
    const part = text.slice(at, end).trim()
    if (part !== '') parts.push(part)
    at = end + 1
  }
  return parts
}

/** Where the sign next stands outside of round and square brackets and strings; else the end. */
function endOf(text: string, from: number, sign: string): number {
  let depth = 0
  for (let at = from; at < text.length; at++) {
    const character = text[at]
    if (character === '"' || character === "'") at = stringEnd(text, at)
    else if (character === '(' || character === '[') depth++
    else if (character === ')' || character === ']') depth--
    else if (character === sign && depth === 0) return at
  }
  return text.length
}

function blockEnd(text: string, open: number): number {
  let depth = 0
  for (let at = open; at < text.length; at++) {
    const character = text[at]
    if (character === '"' || character === "'") at = stringEnd(text, at)
    else if (character === '{') depth++
    else if (character === '}' && --depth === 0) return at
  }
  return text.length
}

function stringEnd(text: string, start: number): number {
  const quote = text[start]
  let at = start + 1
  while (at < text.length && text[at] !== quote) at += text[at] === '\\' ? 2 : 1
  return at
}
