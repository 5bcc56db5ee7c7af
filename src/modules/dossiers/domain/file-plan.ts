// File plan: the classes of an authority's dossiers, as data with versions.
import { createHash } from 'node:crypto'
import { type Day, parseDay } from '#kernel/dates.ts'
import type { Appraisal } from '#standards/xdomea'
import { type RetentionBeginning, type RetentionClass, retentionBeginnings } from './retention.ts'

export interface FilePlanUnit extends RetentionClass {
  readonly parent?: string
}

export interface FilePlan {
  readonly key: string
  readonly version: number
  readonly title: string
  readonly validFrom: Day
  readonly units: readonly FilePlanUnit[]
}

/** The file has no shape of a plan, or contradicts itself. */
export class FilePlanError extends Error {
  readonly code = 'dossiers.wrong-file-plan'
}

/**
 * Reads a plan of data/file-plan.
 *
 * @throws FilePlanError naming the unit that is wrong: unknown rule, mark twice, parent missing
 */
export function parseFilePlan(text: string): FilePlan {
  const raw: unknown = JSON.parse(text)
  if (!isRecord(raw) || !Array.isArray(raw['units'])) throw new FilePlanError('a file plan needs units')
  const validFrom = parseDay(String(raw['validFrom']))
  const version = raw['version']
  if (validFrom === undefined || typeof version !== 'number') throw new FilePlanError('a file plan needs a version and the day it begins')
  const units = raw['units'].map(parseUnit)
  const marks = new Set(units.map((unit) => unit.mark))
  if (marks.size !== units.length) throw new FilePlanError('a mark stands twice in the file plan')
  for (const unit of units) {
    if (unit.parent !== undefined && !marks.has(unit.parent)) throw new FilePlanError(`unit ${unit.mark} has no parent ${unit.parent}`)
  }
  return { key: String(raw['key']), version, title: String(raw['title']), validFrom, units }
}

/** Tells whether a stored version still says the same; a changed plan needs a new version. */
export function digestOf(plan: FilePlan): string {
  return createHash('sha256').update(JSON.stringify(plan)).digest('hex')
}

function parseUnit(raw: unknown): FilePlanUnit {
  if (!isRecord(raw) || typeof raw['mark'] !== 'string') throw new FilePlanError('a unit of the file plan has no mark')
  const mark = raw['mark']
  const begins = retentionBeginnings.find((rule: RetentionBeginning) => rule === raw['begins'])
  const appraisal = (['A', 'B', 'V'] as const).find((letter: Appraisal) => letter === raw['appraisal'])
  const years = raw['retentionYears']
  if (begins === undefined || appraisal === undefined) throw new FilePlanError(`unit ${mark} has an unknown rule or appraisal`)
  if (years !== null && (typeof years !== 'number' || !Number.isInteger(years) || years < 0))
    throw new FilePlanError(`unit ${mark} has no retention years`)
  return {
    mark,
    ...(typeof raw['parent'] === 'string' ? { parent: raw['parent'] } : {}),
    title: String(raw['title']),
    ...(years === null ? {} : { years }),
    begins,
    appraisal,
    law: String(raw['law']),
  }
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null
}
