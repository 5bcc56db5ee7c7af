// Draws a state table as a picture: states in layers from the first one, steps as arrows.

export type Steps = Readonly<Record<string, readonly string[]>>

interface Spot {
  readonly x: number
  readonly y: number
}

const width = 172
const height = 38
const gapX = 64
const gapY = 26
const margin = 24
const top = 56

/** SVG of the life cycle; the same table gives the same bytes. */
export function drawStates(title: string, steps: Steps): string {
  const spots = placeStates(steps)
  const right = Math.max(...[...spots.values()].map((spot) => spot.x)) + width + margin
  const bottom = Math.max(...[...spots.values()].map((spot) => spot.y)) + height + margin + 40
  const arrows = Object.entries(steps).flatMap(([from, targets]) => targets.map((to) => drawArrow(spots.get(from), spots.get(to))))
  const boxes = [...spots].map(([state, spot]) => drawBox(state, spot, (steps[state] ?? []).length === 0))
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${right} ${bottom}" width="${right}" height="${bottom}" font-family="Fira Sans, sans-serif" font-size="15">
<title>${title}</title>
<defs><marker id="tip" viewBox="0 0 8 8" refX="7" refY="4" markerWidth="8" markerHeight="8" orient="auto"><path d="M0 0L8 4L0 8z" fill="#47506b"/></marker></defs>
<rect width="100%" height="100%" fill="#fff"/>
<text x="${margin}" y="32" font-size="18" font-weight="600" fill="#14142b">${title}</text>
${arrows.join('\n')}
${boxes.join('\n')}
</svg>
`
}

/** Layers by the fewest steps from the first state; states that nothing leads to stand in the first layer. */
function placeStates(steps: Steps): ReadonlyMap<string, Spot> {
  const states = Object.keys(steps)
  const layer = new Map<string, number>(states.slice(0, 1).map((state) => [state, 0]))
  const queue = [...layer.keys()]
  for (let state = queue.shift(); state !== undefined; state = queue.shift()) {
    for (const next of steps[state] ?? []) {
      if (layer.has(next)) continue
      layer.set(next, (layer.get(state) ?? 0) + 1)
      queue.push(next)
    }
  }
  const filled = new Map<number, number>()
  return new Map(
    states.map((state) => {
      const column = layer.get(state) ?? 0
      const row = filled.get(column) ?? 0
      filled.set(column, row + 1)
      return [state, { x: margin + column * (width + gapX), y: top + row * (height + gapY) }]
    }),
  )
}

function drawBox(state: string, spot: Spot, isFinal: boolean): string {
  const line = isFinal ? 'stroke="#14142b" stroke-width="2.5"' : 'stroke="#1f3f8f" stroke-width="1.5"'
  return `<g><rect x="${spot.x}" y="${spot.y}" width="${width}" height="${height}" rx="6" fill="#eef1fb" ${line}/><text x="${spot.x + width / 2}" y="${spot.y + 24}" text-anchor="middle" fill="#14142b">${state}</text></g>`
}

/** Forward arrows run between the boxes; those back or within a layer bend below. */
function drawArrow(from: Spot | undefined, to: Spot | undefined): string {
  if (from === undefined || to === undefined) return ''
  const isForward = to.x > from.x
  const start = { x: isForward ? from.x + width : from.x + width / 2, y: isForward ? from.y + height / 2 : from.y + height }
  const end = { x: isForward ? to.x : to.x + width / 2, y: isForward ? to.y + height / 2 : to.y + height }
  const bend = isForward ? (end.x - start.x) / 2 : 0
  const sag = isForward ? 0 : 34
  return `<path d="M${start.x} ${start.y}C${start.x + bend} ${start.y + sag} ${end.x - bend} ${end.y + sag} ${end.x} ${end.y}" fill="none" stroke="#47506b" stroke-width="1.3" marker-end="url(#tip)"/>`
}
