// What a measurement says, as JSON lines and as a table, and whether the goal of the issue is reached.

export interface Result {
  readonly name: string
  readonly value: number
  readonly unit: string
  /** What the value is compared with, in the same unit. */
  readonly yardstick?: number
  /** value ÷ yardstick; where rounds alternate the median of their ratios. */
  readonly ratio?: number
  readonly goal?: Goal
  readonly note?: string
}

/** On the ratio where there is one, else on the value. */
export type Goal = { readonly atLeast: number } | { readonly atMost: number }

export function isReached({ value, ratio, goal }: Result): boolean {
  if (goal === undefined) return true
  const number = ratio ?? value
  return 'atLeast' in goal ? number >= goal.atLeast : number <= goal.atMost
}

export function jsonLine(result: Result): string {
  const { name, value, unit, yardstick, ratio } = result
  return JSON.stringify({ name, value: rounded(value), unit, yardstick: yardstick && rounded(yardstick), ratio: ratio && rounded(ratio) })
}

/** A Markdown table, readable as it stands. */
export function table(results: readonly Result[]): string {
  const rows = results.map((result) => [
    result.name,
    `${shown(result.value)} ${result.unit}`,
    result.yardstick === undefined ? '' : `${shown(result.yardstick)} ${result.unit}`,
    result.ratio === undefined ? '' : result.ratio.toFixed(2),
    goalText(result),
    result.goal === undefined ? '' : isReached(result) ? 'reached' : 'MISSED',
    result.note ?? '',
  ])
  const head = ['measurement', 'ours', 'yardstick', 'ratio', 'goal', '', 'note']
  const widths = head.map((title, column) => Math.max(title.length, ...rows.map((row) => row[column]?.length ?? 0)))
  const line = (cells: readonly string[]) => `| ${cells.map((cell, column) => cell.padEnd(widths[column] ?? 0)).join(' | ')} |`
  return [line(head), `|${widths.map((width) => '-'.repeat(width + 2)).join('|')}|`, ...rows.map(line)].join('\n')
}

function goalText({ goal, unit, ratio }: Result): string {
  if (goal === undefined) return ''
  const suffix = ratio === undefined ? ` ${unit}` : ''
  return 'atLeast' in goal ? `≥ ${goal.atLeast}${suffix}` : `≤ ${goal.atMost}${suffix}`
}

function shown(value: number): string {
  return value >= 100 ? Math.round(value).toLocaleString('en') : value.toFixed(value >= 10 ? 1 : 2)
}

function rounded(value: number): number {
  return Number(value.toPrecision(5))
}

export function median(values: readonly number[]): number {
  const sorted = values.toSorted((one, other) => one - other)
  const middle = sorted.length >> 1
  return sorted.length % 2 === 1 ? (sorted[middle] ?? 0) : ((sorted[middle - 1] ?? 0) + (sorted[middle] ?? 0)) / 2
}
