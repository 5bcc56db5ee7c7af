// A browser's own words about itself, shortened to what a person recognises.

const browsers = [
  ['Firefox', /Firefox\//],
  ['Edge', /Edg\//],
  ['Chrome', /Chrom(e|ium)\//],
  ['Safari', /Safari\//],
] as const // most specific first
const systems = [
  ['Android', /Android/],
  ['iPhone, iPad', /iPhone|iPad/],
  ['Windows', /Windows/],
  ['Mac', /Mac OS/],
  ['Linux', /Linux/],
] as const

/** "Firefox, Windows"; empty if the words name nothing known. */
export function browserName(userAgent: string): string {
  const find = (names: readonly (readonly [string, RegExp])[]): string[] =>
    names
      .filter(([, shape]) => shape.test(userAgent))
      .slice(0, 1)
      .map(([name]) => name)
  return [...find(browsers), ...find(systems)].join(', ')
}
