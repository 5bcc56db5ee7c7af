// Cuts KERN's style sheet to the classes that our pages use, and its icons out into files.
import { type CssNode, parseCss, splitList } from './parse-css.ts'

/** Class names of KERN that occur in our sources. */
export function classesIn(source: string, into: Set<string>): void {
  for (const match of source.matchAll(/kern-[a-z0-9_-]*[a-z0-9]/g)) into.add(match[0])
}

/** The rules that can apply where only these classes occur. */
export function keepUsed(css: string, used: ReadonlySet<string>): CssNode[] {
  return keepNodes(parseCss(css), used)
}

function keepNodes(nodes: readonly CssNode[], used: ReadonlySet<string>): CssNode[] {
  return nodes.flatMap((node): CssNode[] => {
    if (node.kind === 'group') {
      const inner = keepNodes(node.nodes, used)
      return inner.length === 0 ? [] : [{ ...node, nodes: inner }]
    }
    if (node.kind === 'raw') return node.text.startsWith('@font-face') ? [] : [node]
    const selectors = node.selectors.filter((selector) => mayMatch(selector, used))
    return selectors.length === 0 ? [] : [{ ...node, selectors }]
  })
}

function mayMatch(selector: string, used: ReadonlySet<string>): boolean {
  // Lists of alternatives say nothing about what must be there.
  const bare = selector.replace(/:(is|not|where)\((?:[^()]|\([^()]*\))*\)/g, '')
  if (bare.includes('data-kern-theme')) return false
  for (const match of bare.matchAll(/\.([A-Za-z][\w-]*)/g)) if (match[1] !== undefined && !used.has(match[1])) return false
  return true
}

/** Leaves out custom properties that nothing reads, and the fallbacks of those that are always set. */
export function pruneProperties(nodes: readonly CssNode[], alsoReads: string): CssNode[] {
  const defined = new Map<string, string[]>()
  collect(nodes, defined)
  const reached = new Set<string>()
  const reach = (text: string): void => {
    for (const match of text.matchAll(/var\((--[\w-]+)/g)) {
      const name = match[1]
      if (name === undefined || reached.has(name)) continue
      reached.add(name)
      for (const value of defined.get(name) ?? []) reach(value)
    }
  }
  reach(alsoReads)
  reachDeclarations(nodes, reach)
  return prune(nodes, (name) => reached.has(name), new Set(defined.keys()))
}

function collect(nodes: readonly CssNode[], into: Map<string, string[]>): void {
  for (const node of nodes) {
    if (node.kind === 'group') collect(node.nodes, into)
    if (node.kind !== 'rule') continue
    for (const declaration of splitList(node.body, ';')) {
      if (!declaration.startsWith('--')) continue
      const [name, value] = cutAtColon(declaration)
      into.set(name, [...(into.get(name) ?? []), value])
    }
  }
}

function reachDeclarations(nodes: readonly CssNode[], reach: (text: string) => void): void {
  for (const node of nodes) {
    if (node.kind === 'group') reachDeclarations(node.nodes, reach)
    else if (node.kind === 'rule')
      for (const declaration of splitList(node.body, ';')) if (!declaration.startsWith('--')) reach(declaration)
  }
}

function prune(nodes: readonly CssNode[], isRead: (name: string) => boolean, defined: ReadonlySet<string>): CssNode[] {
  return nodes.flatMap((node): CssNode[] => {
    if (node.kind === 'raw') return [node]
    if (node.kind === 'group') {
      const inner = prune(node.nodes, isRead, defined)
      return inner.length === 0 ? [] : [{ ...node, nodes: inner }]
    }
    const kept = splitList(node.body, ';').filter(
      (declaration) => !declaration.startsWith('-webkit-mask') && (!declaration.startsWith('--') || isRead(cutAtColon(declaration)[0])),
    )
    if (kept.length === 0) return []
    const body = kept.join(';').replace(/var\((--[\w-]+),[^()]*\)/g, (whole, name: string) => (defined.has(name) ? `var(${name})` : whole))
    return [{ ...node, body }]
  })
}

function cutAtColon(declaration: string): [string, string] {
  const colon = declaration.indexOf(':')
  return [declaration.slice(0, colon).trim(), declaration.slice(colon + 1).trim()]
}

/** Pictures written into the sheet become files, because our policy allows no `data:` addresses. */
export function extractPictures(css: string, addressOf: (svg: string) => string): string {
  return css.replace(/url\("data:image\/svg\+xml,([^"]*)"\)/g, (_, encoded: string) => {
    const svg = decodeURIComponent(encoded).replace(/ (?:height|width)=''/g, '')
    return `url("${addressOf(svg)}")`
  })
}
