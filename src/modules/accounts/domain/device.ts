// Device and network as a person recognises them again: kind of browser, system, and the coarse network. Nothing finer is kept.

const browsers: readonly (readonly [RegExp, string])[] = [
  [/Edg(?:e|A|iOS)?\//, 'Edge'],
  [/OPR\/|Opera/, 'Opera'],
  [/Firefox\/|FxiOS\//, 'Firefox'],
  [/SamsungBrowser\//, 'Samsung Internet'],
  [/Chrome\/|CriOS\/|Chromium\//, 'Chrome'],
  [/Safari\//, 'Safari'],
]
const systems: readonly (readonly [RegExp, string])[] = [
  [/iPhone|iPod/, 'iPhone'],
  [/iPad/, 'iPad'],
  [/Android/, 'Android'],
  [/Windows/, 'Windows'],
  [/Mac OS X|Macintosh/, 'macOS'],
  [/CrOS/, 'ChromeOS'],
  [/Linux/, 'Linux'],
]

/** "Firefox · Windows"; empty for a program that does not say what it is. */
export function deviceOf(userAgent: string | undefined): string {
  const find = (list: typeof browsers) => list.find(([pattern]) => pattern.test(userAgent ?? ''))?.[1]
  return [find(browsers), find(systems)].filter((part) => part !== undefined).join(' · ')
}

/** The first half of an address, "203.0.x.x" or "2001:db8:…": tells home from elsewhere, names nobody. */
export function coarseNetwork(address: string): string {
  const plain = address.replace(/^::ffff:/, '')
  const parts = plain.split('.')
  if (parts.length === 4) return `${parts[0]}.${parts[1]}.x.x`
  return `${plain.split(':').slice(0, 2).join(':')}:…`
}

/** The network that attempts are counted for: one IPv4 address, or the /64 that one IPv6 connection owns. */
export function countedNetwork(address: string): string {
  const plain = address.replace(/^::ffff:/, '')
  if (!plain.includes(':')) return plain
  const [head = '', tail] = plain.split('::')
  const groups = head === '' ? [] : head.split(':')
  const rest = tail === undefined || tail === '' ? [] : tail.split(':')
  const filled = tail === undefined ? groups : [...groups, ...Array.from({ length: 8 - groups.length - rest.length }, () => '0'), ...rest]
  return filled.slice(0, 4).join(':')
}
