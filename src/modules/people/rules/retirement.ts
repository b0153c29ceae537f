/**
 * Ngày nghỉ hưu theo tuổi in normal working conditions (Bộ luật Lao động 45/2019/QH14, Điều 169; NĐ 135/2020/NĐ-CP, Điều 3, 4):
 * the last day of the month in which the age of that year is reached. Earlier and longer working lives are decisions, not rules.
 */
import table from '../../../../facts/retirement-age.json' with { type: 'json' }
import type { Day } from '../../../kernel/day.ts'
import type { Precision } from '../../../kernel/partial-day.ts'

/** Age in whole months. */
type Age = number

/**
 * The last working day. A birth known by its year counts from 1 January of it; one known by its month needs no day, since every
 * day of a month retires on the same day.
 */
export function retirementDay(sex: 'nam' | 'nu', birth: Day, precision: Precision): Day {
  const born = Number(birth.slice(0, 4)) * 12 + (precision === 'year' ? 0 : Number(birth.slice(5, 7)) - 1)
  const ages = AGES[sex]
  let year = Math.floor((born + ages.before) / 12)
  // Who would reach the age of a year only after that year needs the age of the next one.
  while (Math.floor((born + ageOf(ages, year)) / 12) > year) year++
  return lastDayOf(born + ageOf(ages, year))
}

/** Sinh trong một tháng, nghỉ hưu vào một ngày. */
export type RetiringBirths = {
  readonly sex: 'nam' | 'nu'
  readonly born_from: Day
  readonly born_to: Day
  readonly on_day: Day
}

/** The months of birth whose people have their last working day from `from` to `to`, for both sexes. Empty when `to` is before `from`. */
export function retiringBirths(from: Day, to: Day): RetiringBirths[] {
  const found: RetiringBirths[] = []
  const first = Number(from.slice(0, 4)) - OLDEST
  const last = Number(to.slice(0, 4)) - YOUNGEST
  for (const sex of ['nam', 'nu'] as const)
    for (let month = first * 12; month < (last + 1) * 12; month++) {
      const bornTo = lastDayOf(month)
      const bornFrom = `${bornTo.slice(0, 8)}01` as Day
      const on = retirementDay(sex, bornFrom, 'month')
      if (on >= from && on <= to) found.push({ sex, born_from: bornFrom, born_to: bornTo, on_day: on })
    }
  return found
}

/** No age of the schedule lies outside of these. */
const [YOUNGEST, OLDEST] = [54, 64]

type Ages = { readonly before: Age; readonly byYear: ReadonlyMap<number, Age>; readonly last: number }

function agesOf(before: readonly number[], byYear: Readonly<Record<string, readonly number[]>>): Ages {
  const months = ([years = 0, more = 0]: readonly number[]): Age => years * 12 + more
  const rows = Object.entries(byYear).map(([year, age]) => [Number(year), months(age)] as const)
  return { before: months(before), byYear: new Map(rows), last: Math.max(...rows.map(([year]) => year)) }
}

const AGES: Readonly<Record<'nam' | 'nu', Ages>> = {
  nam: agesOf(table.before.nam, table.nam),
  nu: agesOf(table.before.nu, table.nu),
}

/** Age asked for in a year: that of the table, of the years before it, or of its last year. */
const ageOf = (ages: Ages, year: number): Age => ages.byYear.get(Math.min(year, ages.last)) ?? ages.before

/** Last day of a month counted from the year 0. */
function lastDayOf(months: number): Day {
  const month = new Temporal.PlainYearMonth(Math.floor(months / 12), (months % 12) + 1)
  return month.toPlainDate({ day: month.daysInMonth }).toString() as Day
}
