// Retention: how long a closed dossier is kept, computed from its class and recorded facts, with the rule shown.
import { addMonths, type Day, dayOf } from '#kernel/dates.ts'
import type { Appraisal } from '#standards/xdomea'

export type { Appraisal }

export const retentionBeginnings = ['closing', 'year-end', 'decision-effective', 'decision-expires', 'by-hand'] as const
/** What starts the period: closing of the dossier, end of that year, or a day recorded at closing. */
export type RetentionBeginning = (typeof retentionBeginnings)[number]

/** Days recorded at closing; each rule asks for at most one. */
export interface RetentionFacts {
  readonly decisionEffectiveOn?: Day
  readonly decisionExpiresOn?: Day
  readonly chosenOn?: Day
}

export interface RetentionClass {
  readonly mark: string
  readonly title: string
  /** Undefined: unlimited. */
  readonly years?: number
  readonly begins: RetentionBeginning
  readonly appraisal: Appraisal
  readonly law: string
}

/** The result with all that led to it, so that anyone can compute it again. */
export interface Retention {
  readonly mark: string
  readonly rule: RetentionBeginning
  readonly years?: number
  readonly appraisal: Appraisal
  readonly law: string
  readonly closedOn: Day
  readonly facts: RetentionFacts
  readonly beginsOn: Day
  /** Last day of the period; undefined: unlimited. */
  readonly endsOn?: Day
}

/**
 * The retention of a dossier closed that day, or undefined if the fact its rule needs is missing.
 * A day recorded before the closing does not shorten the period: it begins with the closing at the earliest.
 *
 * Source: own file plan; the day counts as in §§ 187 (1), 188 (2) BGB.
 */
export function retentionOf(unit: RetentionClass, closedOn: Day, facts: RetentionFacts): Retention | undefined {
  const recorded = beginningOf(unit.begins, closedOn, facts)
  if (recorded === undefined) return undefined
  const beginsOn = recorded < closedOn ? closedOn : recorded
  return {
    mark: unit.mark,
    rule: unit.begins,
    ...(unit.years === undefined ? {} : { years: unit.years, endsOn: addMonths(beginsOn, unit.years * 12) }),
    appraisal: unit.appraisal,
    law: unit.law,
    closedOn,
    facts,
    beginsOn,
  }
}

function beginningOf(rule: RetentionBeginning, closedOn: Day, facts: RetentionFacts): Day | undefined {
  switch (rule) {
    case 'closing':
      return closedOn
    case 'year-end':
      return dayOf(Number(closedOn.slice(0, 4)), 12, 31)
    case 'decision-effective':
      return facts.decisionEffectiveOn
    case 'decision-expires':
      return facts.decisionExpiresOn
    case 'by-hand':
      return facts.chosenOn
  }
}
