// When a decision that waits in a mailbox counts as notified, as a dated table of the law, and until when one may object.
import { isHoliday } from 'feiertagejs'
import { addDays, addMonths, type Day, weekday } from '#kernel/dates.ts'

export const deliveryRules = ['ozg-9', 'vwvfg-41-2a'] as const
export type DeliveryRule = (typeof deliveryRules)[number]

/** One wording of the law: what the day is counted from, and how many days later it falls. */
export interface RuleVersion {
  readonly rule: DeliveryRule
  /** First day of provision to which this wording applies. */
  readonly validFrom: string
  readonly countedFrom: 'provision' | 'first-retrieval'
  readonly days: number
  /** Provision ends when nobody has fetched it so many days after the notice; null where it does not end. */
  readonly endsAfterDays: number | null
  readonly source: string
}

export const ruleVersions: readonly RuleVersion[] = [
  {
    rule: 'ozg-9',
    validFrom: '2024-07-24',
    countedFrom: 'provision',
    days: 3,
    endsAfterDays: null,
    source: '§ 9 (1) sentence 4 OZG as of the law of 19 July 2024 (BGBl. 2024 I Nr. 245): third day after provision',
  },
  {
    rule: 'ozg-9',
    validFrom: '2025-01-01',
    countedFrom: 'provision',
    days: 4,
    endsAfterDays: null,
    source: '§ 9 (1) sentence 4 OZG as it stands (postal law reform, with § 41 (2) VwVfG): fourth day after provision',
  },
  {
    rule: 'vwvfg-41-2a',
    validFrom: '2017-01-01',
    countedFrom: 'first-retrieval',
    days: 1,
    endsAfterDays: 10,
    source: '§ 41 (2a) VwVfG: the day after retrieval; provision ends ten days after the notice was sent',
  },
]

export interface DeliveryFacts {
  readonly providedOn: Day
  readonly firstRetrievedOn?: Day | undefined
  /** Day on which the decision was provided or notified once more. */
  readonly renewedOn?: Day | undefined
}

/**
 * The day on which a decision counts as notified (Bekanntgabe). It stays where it falls, also on a Sunday or holiday:
 * § 31 (3) VwVfG moves the ends of periods, not this day.
 *
 * @returns undefined while nothing has happened that the rule counts from, or before the rule was law
 * Source: § 9 (1) OZG; § 41 (2a) VwVfG.
 */
export function legalDay(rule: DeliveryRule, facts: DeliveryFacts): Day | undefined {
  const version = ruleAt(rule, facts.providedOn)
  if (version === undefined) return undefined
  if (version.countedFrom === 'first-retrieval') return facts.firstRetrievedOn && addDays(facts.firstRetrievedOn, version.days)
  const { firstRetrievedOn, renewedOn } = facts
  // Fetched before it was notified once more: the day of the first retrieval stays decisive (§ 9 (1) sentence 7 OZG).
  if (renewedOn !== undefined && firstRetrievedOn !== undefined && firstRetrievedOn < renewedOn) return firstRetrievedOn
  return addDays(renewedOn ?? facts.providedOn, version.days)
}

/**
 * The last day on which an unfetched decision may still be fetched; after it the provision ends and the decision
 * counts as not notified. A period that would end on a day off ends on the next working day.
 *
 * @param noticeOn the day on which the notice of the provision was sent
 * @returns undefined where the rule ends no provision
 * Source: § 41 (2a) sentences 4 and 5 VwVfG; §§ 187 (1), 188 (1) BGB; § 31 (3) VwVfG.
 */
export function lastDayForRetrieval(rule: DeliveryRule, noticeOn: Day): Day | undefined {
  const days = ruleAt(rule, noticeOn)?.endsAfterDays ?? null
  return days === null ? undefined : nextWorkingDay(addDays(noticeOn, days))
}

/** The wording that applies to what is provided on that day. */
export function ruleAt(rule: DeliveryRule, providedOn: Day): RuleVersion | undefined {
  return ruleVersions.filter((version) => version.rule === rule && version.validFrom <= providedOn).at(-1)
}

/**
 * The last day for an objection: one month after notification, moved to the next working day from a Saturday,
 * a Sunday or a holiday in Thuringia (World Children's Day and Reformation Day are such).
 * Source: § 70 (1) VwGO; §§ 187 (1), 188 (2) and (3), 193 BGB; § 31 (3) VwVfG; § 2 ThürFGtG.
 */
export function lastDayForObjection(notifiedOn: Day): Day {
  return nextWorkingDay(addMonths(notifiedOn, 1))
}

/** That day, or the first one after it on which offices in Thuringia work. */
export function nextWorkingDay(day: Day): Day {
  let working = day
  while (isDayOff(working)) working = addDays(working, 1)
  return working
}

function isDayOff(day: Day): boolean {
  const [year = 0, month = 1, date = 1] = day.split('-').map(Number)
  // The library compares calendar fields of local time.
  return weekday(day) === 0 || weekday(day) === 6 || isHoliday(new Date(year, month - 1, date, 12), 'TH')
}
