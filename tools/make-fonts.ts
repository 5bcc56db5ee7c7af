// Cuts KERN's fonts into the small files that we serve: node tools/make-fonts.ts; run again when KERN's fonts change.
import { readFile, writeFile } from 'node:fs/promises'
import { fileURLToPath } from 'node:url'
import subsetFont from 'subset-font'

const source = fileURLToPath(new URL('../node_modules/@kern-ux/native/dist/fonts/', import.meta.url))
const target = fileURLToPath(new URL('../src/web/assets/fonts/', import.meta.url))

type Range = readonly [first: number, last: number]
// No script of ours asks for more; without the others a file is a third smaller.
const keepFeatures = ['ccmp', 'kern', 'liga', 'locl', 'mark', 'mkmk']
const letters: readonly Range[] = [
  [0x41, 0x5a],
  [0x61, 0x7a],
]

/**
 * Letters and marks of DIN 91379 beyond Latin-1, without the combining horn and ogonek, which Fira Sans puts beside
 * their letter, and with the dotless j that a j with a mark turns into.
 */
const din91379: readonly Range[] = [
  [0x100, 0x17f],
  [0x187, 0x188],
  [0x18f, 0x18f],
  [0x197, 0x197],
  [0x1a0, 0x1a1],
  [0x1af, 0x1b0],
  [0x1b7, 0x1b7],
  [0x1cd, 0x1dc],
  [0x1de, 0x1df],
  [0x1e2, 0x1f0],
  [0x1f4, 0x1f5],
  [0x1f8, 0x1ff],
  [0x212, 0x213],
  [0x218, 0x21b],
  [0x21e, 0x21f],
  [0x227, 0x233],
  [0x237, 0x237],
  [0x259, 0x259],
  [0x268, 0x268],
  [0x292, 0x292],
  [0x2b9, 0x2ba],
  [0x2be, 0x2bf],
  [0x2c8, 0x2c8],
  [0x2cc, 0x2cc],
  [0x300, 0x304],
  [0x306, 0x308],
  [0x30a, 0x30c],
  [0x310, 0x310],
  [0x315, 0x315],
  [0x323, 0x327],
  [0x32d, 0x331],
  [0x35f, 0x35f],
  [0x1e02, 0x1e03],
  [0x1e06, 0x1e07],
  [0x1e0a, 0x1e11],
  [0x1e17, 0x1e17],
  [0x1e1c, 0x1e2b],
  [0x1e2f, 0x1e37],
  [0x1e3a, 0x1e3b],
  [0x1e40, 0x1e49],
  [0x1e52, 0x1e5b],
  [0x1e5e, 0x1e69],
  [0x1e6a, 0x1e6f],
  [0x1e80, 0x1e87],
  [0x1e8c, 0x1e97],
  [0x1ea0, 0x1ef9],
]
/** What Fira Sans has no drawing for. */
const missing: readonly Range[] = [
  [0x2be, 0x2be],
  [0x300, 0x304],
  [0x306, 0x308],
  [0x30a, 0x30c],
  [0x310, 0x310],
  [0x315, 0x315],
  [0x31b, 0x31b],
  [0x323, 0x328],
  [0x32e, 0x32e],
  [0x331, 0x331],
  [0x35f, 0x35f],
  [0x1e06, 0x1e07],
  [0x1e10, 0x1e11],
  [0x1e17, 0x1e17],
  [0x1e1c, 0x1e1d],
  [0x1e20, 0x1e23],
  [0x1e26, 0x1e2b],
  [0x1e30, 0x1e35],
  [0x1e3a, 0x1e3b],
  [0x1e42, 0x1e43],
  [0x1e48, 0x1e49],
  [0x1e58, 0x1e59],
  [0x1e5e, 0x1e5f],
  [0x1e64, 0x1e69],
  [0x1e6e, 0x1e6f],
  [0x1e86, 0x1e87],
  [0x1e8c, 0x1e8f],
  [0x1e90, 0x1e91],
  [0x1e94, 0x1e97],
]

/** Each page needs the first; the others load when a name needs them (see assets/fonts.css, which repeats these ranges). */
const parts: readonly { readonly name: string; readonly ranges: readonly Range[] }[] = [
  {
    name: 'latin',
    ranges: [
      [0x20, 0x7e],
      [0xa0, 0xff],
      [0x2013, 0x2014],
      [0x2018, 0x201a],
      [0x201c, 0x201e],
      [0x2022, 0x2022],
      [0x2026, 0x2026],
      [0x20ac, 0x20ac],
      [0x2190, 0x2193],
      [0x2195, 0x2195],
      [0x1e9e, 0x1e9e],
    ],
  },
  // Letters too: a browser draws a letter and its combining mark from one face, or from none of ours.
  { name: 'names', ranges: [...letters, ...din91379] },
]
const rare: readonly Range[] = [...letters, ...missing]

function charactersOf(ranges: readonly Range[]): string {
  return ranges
    .map(([first, last]) => Array.from({ length: last - first + 1 }, (_, index) => String.fromCodePoint(first + index)).join(''))
    .join('')
}

async function cut(file: string, ranges: readonly Range[], name: string): Promise<void> {
  const bytes = await subsetFont(await readFile(source + file), charactersOf(ranges), {
    targetFormat: 'woff2',
    noLayoutClosure: true,
    noHinting: true,
    keepFeatures,
  })
  await writeFile(target + name, bytes)
  process.stdout.write(`${name} ${bytes.length}\n`)
}

for (const [weight, file] of [
  ['400', 'Regular'],
  ['600', 'SemiBold'],
] as const) {
  for (const part of parts) await cut(`fira-sans/FiraSans-${file}.woff2`, part.ranges, `fira-sans-${weight}-${part.name}.woff2`)
}
// What Fira Sans lacks of the letters of DIN 91379, such as ṩ, comes from Noto Sans, in one weight each.
for (const [weight, file] of [
  ['400', 'Regular'],
  ['600', 'Bold'],
] as const)
  await cut(`noto-sans/NotoSans-${file}.woff2`, rare, `noto-sans-${weight}-rare.woff2`)
