// Exact decimals as XPath computes with xs:decimal: scaled safe integers as long as they are exact, BigInt beyond.
import { DynamicError } from './errors.ts'
import { castDouble, isWhite } from './numbers.ts'

/** units ÷ 10^scale; where a safe integer cannot hold the units, `big` does and `units` is 0. */
export interface Decimal {
  readonly units: number
  readonly scale: number
  readonly big: bigint | undefined
}

const divisionDigits = 18
const powers = Array.from({ length: 16 }, (_, exponent) => 10 ** exponent)
const mostSafe = Number.MAX_SAFE_INTEGER

export const zero: Decimal = { units: 0, scale: 0, big: undefined }
export const hundred: Decimal = { units: 100, scale: 0, big: undefined }

export function fromInteger(value: number): Decimal {
  return Number.isSafeInteger(value) ? small(value, 0) : fromDouble(value)
}

/**
 * The cast of text to xs:decimal.
 *
 * @throws DynamicError for what is none, exponents among them
 */
export function castDecimal(text: string): Decimal {
  let at = 0
  let end = text.length
  while (at < end && isWhite(text.charCodeAt(at))) at += 1
  while (end > at && isWhite(text.charCodeAt(end - 1))) end -= 1
  const isNegative = text.charCodeAt(at) === 0x2d
  if (isNegative || text.charCodeAt(at) === 0x2b) at += 1
  const begin = at
  let units = 0
  let digits = 0
  let point = -1
  for (; at < end; at += 1) {
    const code = text.charCodeAt(at)
    if (code === 0x2e && point < 0) point = at
    else if (code >= 0x30 && code <= 0x39) {
      units = units * 10 + code - 0x30
      digits += 1
    } else throw new DynamicError(`no decimal: "${text.slice(0, 40)}"`)
  }
  if (digits === 0) throw new DynamicError(`no decimal: "${text.slice(0, 40)}"`)
  const scale = point < 0 ? 0 : end - point - 1
  if (digits <= 15) return small(isNegative ? -units : units, scale)
  const big = BigInt(text.slice(begin, end).replace('.', ''))
  return fromBig(isNegative ? -big : big, scale)
}

/** The exact binary value of a double, as the cast xs:decimal(xs:double) demands: 1163.405 is a little less than it looks. */
export function fromDouble(value: number): Decimal {
  if (!Number.isFinite(value)) throw new DynamicError('no decimal: infinite or not a number')
  if (Number.isSafeInteger(value)) return small(value, 0)
  const view = new DataView(new ArrayBuffer(8))
  view.setFloat64(0, value)
  const bits = view.getBigUint64(0)
  const exponent = Number((bits >> 52n) & 0x7ffn)
  const fraction = bits & 0xfffffffffffffn
  const mantissa = (exponent === 0 ? fraction : fraction | 0x10000000000000n) * (value < 0 ? -1n : 1n)
  const power = (exponent === 0 ? 1 : exponent) - 1075
  if (power >= 0) return fromBig(mantissa << BigInt(power), 0)
  return stripped(fromBig(mantissa * 5n ** BigInt(-power), -power))
}

/** The double nearest to a decimal. */
export function toDouble(value: Decimal): number {
  if (value.big === undefined && value.scale <= 15) return value.units / (powers[value.scale] ?? 1)
  return Number(format(value))
}

/** Decimal digits without exponent, as xs:string would write them. */
export function format(value: Decimal): string {
  const { scale } = stripped(value)
  const units = bigUnits(stripped(value))
  const digits = (units < 0n ? -units : units).toString().padStart(scale + 1, '0')
  const whole = scale === 0 ? digits : `${digits.slice(0, -scale)}.${digits.slice(-scale)}`
  return units < 0n ? `-${whole}` : whole
}

export function add(left: Decimal, right: Decimal): Decimal {
  if (left.big === undefined && right.big === undefined) {
    if (left.scale === right.scale) return sum(left.units, right.units, left.scale)
    if (left.scale < right.scale) {
      const raised = left.units * (powers[right.scale - left.scale] ?? Number.POSITIVE_INFINITY)
      if (raised <= mostSafe && raised >= -mostSafe) return sum(raised, right.units, right.scale)
    } else {
      const raised = right.units * (powers[left.scale - right.scale] ?? Number.POSITIVE_INFINITY)
      if (raised <= mostSafe && raised >= -mostSafe) return sum(left.units, raised, left.scale)
    }
  }
  const scale = Math.max(left.scale, right.scale)
  return fromBig(raise(left, scale) + raise(right, scale), scale)
}

export function subtract(left: Decimal, right: Decimal): Decimal {
  return add(left, negate(right))
}

export function negate({ units, scale, big }: Decimal): Decimal {
  return { units: units === 0 ? 0 : -units, scale, big: big === undefined ? undefined : -big }
}

export function absolute(value: Decimal): Decimal {
  return sign(value) < 0 ? negate(value) : value
}

export function multiply(left: Decimal, right: Decimal): Decimal {
  const scale = left.scale + right.scale
  if (left.big === undefined && right.big === undefined) {
    const units = left.units * right.units
    if (units <= mostSafe && units >= -mostSafe) return small(units, scale)
  }
  return fromBig(bigUnits(left) * bigUnits(right), scale)
}

/**
 * The quotient as the official processor computes it: to at least eighteen digits behind the point, counted on operands without
 * trailing zeros, ties towards zero.
 *
 * @throws DynamicError for division by zero
 */
export function divide(left: Decimal, right: Decimal): Decimal {
  if (sign(right) === 0) throw new DynamicError('division by zero')
  const dividend = reduced(left)
  const divisor = reduced(right)
  const scale = Math.max(divisionDigits, dividend.scale - divisor.scale + divisionDigits)
  // quotient × 10^scale = dividend.units × 10^(scale - dividend.scale + divisor.scale) ÷ divisor.units
  const raised = dividend.units * 10n ** BigInt(scale - dividend.scale + divisor.scale)
  const isNegative = raised < 0n !== divisor.units < 0n
  const above = raised < 0n ? -raised : raised
  const below = divisor.units < 0n ? -divisor.units : divisor.units
  const quotient = above / below
  const rounded = (above % below) * 2n > below ? quotient + 1n : quotient
  return stripped(fromBig(isNegative ? -rounded : rounded, scale))
}

/** round() of XPath to a number of places behind the point: the nearest, ties towards positive infinity. */
export function round(value: Decimal, places = 0): Decimal {
  if (value.scale <= places) return value
  const drop = value.scale - places
  const power = powers[drop]
  if (value.big === undefined && power !== undefined) {
    const floor = Math.floor(value.units / power)
    // The remainder is exact where the quotient is not.
    const rest = modulo(value.units, power)
    const whole = (value.units - rest) / power
    return small((floor === whole ? floor : whole) + (rest * 2 >= power ? 1 : 0), places)
  }
  const divisor = 10n ** BigInt(drop)
  const units = bigUnits(value)
  const rest = ((units % divisor) + divisor) % divisor
  return fromBig((units - rest) / divisor + (rest * 2n >= divisor ? 1n : 0n), places)
}

/** Below zero, zero or above zero, as left is less than, equal to or more than right. */
export function compare(left: Decimal, right: Decimal): number {
  if (left.big === undefined && right.big === undefined && left.scale === right.scale) return left.units - right.units
  return sign(subtract(left, right))
}

export function equals(left: Decimal, right: Decimal): boolean {
  return compare(left, right) === 0
}

export function sign({ units, big }: Decimal): number {
  if (big === undefined) return Math.sign(units)
  return big < 0n ? -1 : big > 0n ? 1 : 0
}

/**
 * sum() over untyped text: in xs:double, one after the other, as CII rules compute it.
 *
 * @throws DynamicError for what is no number
 */
export function sumDouble(texts: readonly string[]): number {
  // The sum of -0 alone stays -0, which "=" tells from 0.
  let total = texts.length === 0 ? 0 : -0
  for (const text of texts) total += castDouble(text)
  return total
}

/** Exact sum of texts that are decimals. */
export function sumDecimal(texts: readonly string[]): Decimal {
  let total = zero
  for (const text of texts) total = add(total, castDecimal(text))
  return total
}

function small(units: number, scale: number): Decimal {
  return { units: units === 0 ? 0 : units, scale, big: undefined }
}

function sum(left: number, right: number, scale: number): Decimal {
  const units = left + right
  return units <= mostSafe && units >= -mostSafe ? small(units, scale) : fromBig(BigInt(left) + BigInt(right), scale)
}

function fromBig(units: bigint, scale: number): Decimal {
  if (units <= BigInt(mostSafe) && units >= -BigInt(mostSafe)) return small(Number(units), scale)
  return { units: 0, scale, big: units }
}

function bigUnits({ units, big }: Decimal): bigint {
  return big ?? BigInt(units)
}

function raise(value: Decimal, scale: number): bigint {
  return bigUnits(value) * 10n ** BigInt(scale - value.scale)
}

function modulo(value: number, divisor: number): number {
  const rest = value % divisor
  return rest < 0 ? rest + divisor : rest
}

/** Without trailing zeros behind the point. */
function stripped(value: Decimal): Decimal {
  let units = bigUnits(value)
  let { scale } = value
  if (units === 0n) return zero
  while (scale > 0 && units % 10n === 0n) {
    units /= 10n
    scale -= 1
  }
  return scale === value.scale ? value : fromBig(units, scale)
}

/** Without any trailing zero: the scale of whole tens becomes negative. */
function reduced(value: Decimal): { readonly units: bigint; readonly scale: number } {
  let units = bigUnits(value)
  let { scale } = value
  if (units === 0n) return { units, scale: 0 }
  while (units % 10n === 0n) {
    units /= 10n
    scale -= 1
  }
  return { units, scale }
}
