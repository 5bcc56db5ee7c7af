// A plain shield for an authority whose real coat of arms is not ours to use: accent colour, ridge line, initial.

const presetAccent = '#1f3f8f'

/** SVG of the shield; `name` gives the initial, `accent` ("#rrggbb") the colour. */
export function drawShield(name: string, accent: string = presetAccent): string {
  const colour = /^#[0-9a-f]{6}$/i.test(accent) ? accent : presetAccent
  const initial = /\p{L}/u.exec(properName(name))?.[0]?.toUpperCase() ?? 'R'
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 48 56" width="48" height="56" role="img"><path d="M3 3h42v27c0 12-9 19-21 23C12 49 3 42 3 30Z" fill="${colour}"/><path d="M3 33l11-9 8 6 9-10 14 13c-1 10-10 16-21 20C13 49 4 43 3 33Z" fill="#fff" fill-opacity=".22"/><text x="24" y="27" font-family="Fira Sans, sans-serif" font-size="22" font-weight="600" text-anchor="middle" fill="#fff">${initial}</text></svg>`
}

/** "Stadt Ilmenau" is known by its own name, not by what it is. */
function properName(name: string): string {
  return name.replace(/^(Stadt|Gemeinde|Landratsamt|Verwaltungsgemeinschaft|Einheitsgemeinde|Landgemeinde)\s+/u, '')
}
