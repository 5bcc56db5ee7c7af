// Style sheet for an authority's accent colour, made readable on light and on dark ground.

/** "#rrggbb" with or without the sign, in small letters without it; undefined for anything else. */
export function parseAccent(text: string): string | undefined {
  const hex = text.replace(/^#/, '').toLowerCase()
  return /^[0-9a-f]{6}$/.test(hex) ? hex : undefined
}

const white: Colour = [255, 255, 255]
const night: Colour = [17, 19, 30]
/** WCAG 2.2, 1.4.3 asks 4.5; the rest is room for the shade under the pointer. */
const leastContrast = 5.5

type Colour = readonly [red: number, green: number, blue: number]

/**
 * The sheet that sets the accent: darkened until it reads on white, lightened until it reads on night.
 *
 * @param hex six hexadecimal digits; undefined is returned for anything else
 */
export function themeCss(hex: string): string | undefined {
  const accent = parseAccent(hex)
  if (accent === undefined) return undefined
  const colour = colourOf(accent)
  const day = writeColour(until(colour, [0, 0, 0], white))
  const dark = writeColour(until(colour, white, night))
  return `:root{--accent:${day};--brand:#${accent}}@media (prefers-color-scheme:dark){:root{--accent:${dark}}}@media print{:root{--accent:#000}}`
}

/** Contrast ratio by WCAG 2.2, from 1 to 21. */
export function contrast(one: Colour, other: Colour): number {
  const [high, low] = [luminance(one), luminance(other)].sort((a, b) => b - a)
  return ((high ?? 0) + 0.05) / ((low ?? 0) + 0.05)
}

function until(colour: Colour, towards: Colour, ground: Colour): Colour {
  for (let part = 0; part < 1; part += 0.04) {
    const mixed = mix(colour, towards, part)
    if (contrast(mixed, ground) >= leastContrast) return mixed
  }
  return towards
}

function mix(colour: Colour, towards: Colour, part: number): Colour {
  const one = (index: 0 | 1 | 2): number => Math.round(colour[index] + (towards[index] - colour[index]) * part)
  return [one(0), one(1), one(2)]
}

export function colourOf(hex: string): Colour {
  const one = (start: number): number => Number.parseInt(hex.slice(start, start + 2), 16)
  return [one(0), one(2), one(4)]
}

function writeColour(colour: Colour): string {
  return `#${colour.map((part) => part.toString(16).padStart(2, '0')).join('')}`
}

function luminance(colour: Colour): number {
  const linear = (part: number): number => (part / 255 <= 0.04045 ? part / 255 / 12.92 : ((part / 255 + 0.055) / 1.055) ** 2.4)
  return 0.2126 * linear(colour[0]) + 0.7152 * linear(colour[1]) + 0.0722 * linear(colour[2])
}
