/**
 * Ngày làm việc: Monday to Friday without the public holidays that the law itself fixes (Bộ luật Lao động 2019, Điều 111, 112), and
 * what was announced for the year: the further days of Tết, the second day of Quốc khánh, days that are swapped. A day that nobody
 * checked is not announced: a term ends on the day the law asks or before it, never after.
 */
import { addDays, type Day, day, weekdayOf, yearOf } from '../../../kernel/day.ts'

/** Ngày lễ dương lịch: month and day. */
const FIXED = ['01-01', '04-30', '05-01', '09-02'] as const

/** Ngày lễ âm lịch: mùng 1 Tết and mùng 10 tháng 3, in the calendar of Vietnam. Years that are missing take no such day off. */
const LUNAR: Readonly<Record<number, { readonly tet: Day; readonly kings: Day }>> = {
  2024: { tet: day('2024-02-10'), kings: day('2024-04-18') },
  2025: { tet: day('2025-01-29'), kings: day('2025-04-07') },
  2026: { tet: day('2026-02-17'), kings: day('2026-04-26') },
  2027: { tet: day('2027-02-06'), kings: day('2027-04-16') },
  2028: { tet: day('2028-01-26'), kings: day('2028-04-04') },
  2029: { tet: day('2029-02-13'), kings: day('2029-04-23') },
}

/** Ngày nghỉ, ngày làm bù as announced, by day. */
export type Announced = ReadonlyMap<Day, 'nghi' | 'lam-bu'>

const isWeekend = (d: Day): boolean => weekdayOf(d) > 5

/** Days off of a year, with the working day that stands in for a holiday on a weekend (Điều 111 khoản 3). */
function daysOff(year: number): ReadonlySet<Day> {
  const lunar = LUNAR[year]
  const single = [...FIXED.map((d) => day(`${year}-${d}`)), ...(lunar === undefined ? [] : [lunar.kings])].sort()
  const tet = lunar === undefined ? [] : [lunar.tet, addDays(lunar.tet, 1), addDays(lunar.tet, 2)]
  const off = new Set([...single, ...tet])
  for (const holiday of single) {
    if (!isWeekend(holiday)) continue
    let instead = addDays(holiday, 1)
    while (isWeekend(instead) || off.has(instead)) instead = addDays(instead, 1)
    off.add(instead)
  }
  return off
}

/** Weekdays of a year on which the law itself gives the day off. */
export const lawDaysOff = (year: number): Day[] => [...daysOff(year)].filter((d) => !isWeekend(d)).sort()

/** Whether the law alone lets offices work on the day. */
export const worksByLaw = (d: Day): boolean => !isWeekend(d) && !daysOff(yearOf(d)).has(d)

/** Whether offices work on the day. */
export function isWorkingDay(d: Day, announced: Announced): boolean {
  const said = announced.get(d)
  return said === undefined ? worksByLaw(d) : said === 'lam-bu'
}

/** The `n`th working day after `d` (the day itself does not count: Bộ luật Dân sự 2015, Điều 147). */
export function workingDayAfter(d: Day, n: number, announced: Announced): Day {
  let at = d
  for (let left = n; left > 0; ) {
    at = addDays(at, 1)
    if (isWorkingDay(at, announced)) left--
  }
  return at
}
