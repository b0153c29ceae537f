/**
 * Ngày làm việc: Monday to Friday. Public holidays are not taken off, because the days of Tết and their swaps are announced
 * year by year and the system has no list of them: a term counted here ends earlier than the law asks, never later.
 */
import { addDays, type Day, weekdayOf } from '../../../kernel/day.ts'

/** Whether offices work on the day. */
export const isWorkingDay = (d: Day): boolean => weekdayOf(d) <= 5

/** The `n`th working day after `d` (the day itself does not count: Bộ luật Dân sự 2015, Điều 147). */
export function workingDayAfter(d: Day, n: number): Day {
  let at = d
  for (let left = n; left > 0; ) {
    at = addDays(at, 1)
    if (isWorkingDay(at)) left--
  }
  return at
}
