// One line of GV100AD: fixed columns, counted in characters.
// Source: Statistisches Bundesamt, record description of GV100AD (Gemeindeverzeichnis-Informationssystem).
import { type Day, parseDay } from '#kernel/dates.ts'
import { type Done, done, type Outcome, refused } from '#kernel/outcome.ts'
import { type LineFaultReason, type RegisterKind, type RegisterRecord, registerKinds } from './model.ts'

/** Columns as the description counts them: first is 1, both ends included. */
const columns = {
  kind: [1, 2],
  state: [3, 10],
  land: [11, 12],
  governmentRegion: [13, 13],
  planningRegion: [14, 14],
  district: [14, 15],
  municipality: [16, 18],
  association: [19, 22],
  name: [23, 72],
  seat: [73, 122],
  textKey: [123, 124],
  area: [129, 139],
  inhabitants: [140, 150],
  postalCode: [166, 170],
  more: [171, 175],
} as const satisfies Record<string, readonly [number, number]>

const width = 220
const longest = 400
const shortest: Record<RegisterKind, number> = {
  land: 23,
  'government-region': 23,
  'planning-region': 23,
  district: 124,
  association: 124,
  municipality: 170,
}
const keyShapes: Record<RegisterKind, RegExp> = {
  land: /^\d{2}$/,
  'government-region': /^\d{3}$/,
  'planning-region': /^\d{4}$/,
  district: /^\d{5}$/,
  association: /^\d{9}$/,
  municipality: /^\d{12}$/,
}

/** Reads one line, without its end. */
export function readRegisterLine(line: string): Outcome<RegisterRecord, LineFaultReason> {
  if (line.length > longest) return refused('too-long')
  if (line.includes('\uFFFD')) return refused('damaged-text')
  if (/[\u0000-\u0008\u000e-\u001f]/.test(line)) return refused('not-text')
  const kind = kindOf(take(line, 'kind'))
  if (kind === undefined) return refused('unknown-kind')
  if (line.length < shortest[kind]) return refused('truncated')
  const state = stateOf(take(line, 'state'))
  if (state === undefined) return refused('bad-state')
  const ars = keyOf(line, kind)
  if (!keyShapes[kind].test(ars)) return refused('bad-key')
  const name = take(line, 'name').trim()
  if (name === '') return refused('no-name')
  const seat = take(line, 'seat').trim()
  const textKey = take(line, 'textKey').trim()
  const base = { kind, state, ars, name, ...(seat === '' ? {} : { seat }), ...(textKey === '' ? {} : { textKey }) }
  return kind === 'municipality' ? withFigures(line, base) : done(base)
}

/** Writes the line that `readRegisterLine` reads; names are cut to their columns. */
export function writeRegisterLine(record: RegisterRecord): string {
  const cells = new Array<string>(width).fill(' ')
  const put = (column: keyof typeof columns, text: string): void => {
    const [first, last] = columns[column]
    for (let index = 0; index < Math.min(text.length, last - first + 1); index++) cells[first - 1 + index] = text.charAt(index)
  }
  const { ars } = record
  put('kind', Object.entries(registerKinds).find(([, kind]) => kind === record.kind)?.[0] ?? '')
  put('state', record.state.replaceAll('-', ''))
  put('land', ars.slice(0, 2))
  put('governmentRegion', ars.slice(2, 3))
  put('district', ars.slice(3, 5))
  if (record.kind === 'association' || record.kind === 'municipality') put('association', ars.slice(5, 9))
  if (record.ags !== undefined) put('municipality', record.ags.slice(5))
  put('name', record.name)
  put('seat', record.seat ?? '')
  put('textKey', record.textKey ?? '')
  if (record.kind === 'municipality') {
    put('area', record.areaHectares === undefined ? '' : String(record.areaHectares).padStart(11, '0'))
    put('inhabitants', record.inhabitants === undefined ? '' : String(record.inhabitants).padStart(11, '0'))
    put('postalCode', record.postalCode ?? '')
    put('more', record.hasMorePostalCodes === true ? '*****' : '')
  }
  return cells.join('')
}

function withFigures(line: string, base: RegisterRecord): Outcome<RegisterRecord, LineFaultReason> {
  const area = figureOf(take(line, 'area'))
  const inhabitants = figureOf(take(line, 'inhabitants'))
  if (!area.ok || !inhabitants.ok) return refused('bad-number')
  const postalCode = take(line, 'postalCode').trim()
  if (postalCode !== '' && !/^\d{5}$/.test(postalCode)) return refused('bad-postal-code')
  return done({
    ...base,
    // The register has the AGS in its own columns; it is not made from the ARS.
    ags: `${take(line, 'land')}${take(line, 'governmentRegion')}${take(line, 'district')}${take(line, 'municipality')}`,
    ...(area.value === undefined ? {} : { areaHectares: area.value }),
    ...(inhabitants.value === undefined ? {} : { inhabitants: inhabitants.value }),
    ...(postalCode === '' ? {} : { postalCode }),
    ...(take(line, 'more').includes('*') ? { hasMorePostalCodes: true } : {}),
  })
}

function take(line: string, column: keyof typeof columns): string {
  const [first, last] = columns[column]
  return line.slice(first - 1, last)
}

function kindOf(text: string): RegisterKind | undefined {
  for (const [number, kind] of Object.entries(registerKinds)) if (number === text) return kind
  return undefined
}

function stateOf(text: string): Day | undefined {
  return /^\d{8}$/.test(text) ? parseDay(`${text.slice(0, 4)}-${text.slice(4, 6)}-${text.slice(6)}`) : undefined
}

function keyOf(line: string, kind: RegisterKind): string {
  const land = take(line, 'land')
  if (kind === 'land') return land
  const region = `${land}${take(line, 'governmentRegion')}`
  if (kind === 'government-region') return region
  if (kind === 'planning-region') return `${region}${take(line, 'planningRegion')}`
  const district = `${region}${take(line, 'district')}`
  if (kind === 'district') return district
  const association = `${district}${take(line, 'association')}`
  return kind === 'association' ? association : `${association}${take(line, 'municipality')}`
}

function figureOf(text: string): Done<number | undefined> | { readonly ok: false } {
  const digits = text.trim()
  if (digits === '') return done(undefined)
  return /^\d+$/.test(digits) ? done(Number(digits)) : { ok: false }
}
