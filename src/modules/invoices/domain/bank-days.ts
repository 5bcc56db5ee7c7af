// Days on which banks move money: those of the TARGET system.
import { addDays, type Day, dayOf, weekday } from '#kernel/dates.ts'

/** The first bank day after a day. */
export function nextBankDay(after: Day): Day {
  let day = addDays(after, 1)
  while (!isBankDay(day)) day = addDays(day, 1)
  return day
}

/** Closed: weekends, 1 January, Good Friday, Easter Monday, 1 May, 25 and 26 December (long-term calendar of the ECB). */
export function isBankDay(day: Day): boolean {
  if (weekday(day) === 0 || weekday(day) === 6) return false
  if (['01-01', '05-01', '12-25', '12-26'].includes(day.slice(5))) return false
  const easter = easterSunday(Number(day.slice(0, 4)))
  return day !== addDays(easter, -2) && day !== addDays(easter, 1)
}

/** Gregorian Easter after Gauß, with the two exceptions of Lichtenberg's form. */
function easterSunday(year: number): Day {
  const century = Math.floor(year / 100)
  const moon = 15 + Math.floor((3 * century + 3) / 4) - Math.floor((8 * century + 13) / 25)
  const sun = 2 - Math.floor((3 * century + 3) / 4)
  const cycle = year % 19
  const seed = (19 * cycle + moon) % 30
  const correction = Math.floor((seed + Math.floor(cycle / 11)) / 29)
  const fullMoon = 21 + seed - correction
  const firstSunday = 7 - ((year + Math.floor(year / 4) + sun) % 7)
  const marchDay = fullMoon + (7 - ((fullMoon - firstSunday) % 7))
  const start = dayOf(year, 3, 1)
  if (start === undefined) throw new RangeError(`no year ${year}`)
  return addDays(start, marchDay - 1)
}
