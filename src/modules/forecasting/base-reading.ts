/** Đọc mô hình gốc: the register, its last years and the assumptions, brought together; the same for everybody, so it is kept. */
import { type Day, day, dayOf, yearOf } from '../../kernel/day.ts'
import type { Ctx } from '../../platform/action.ts'
import { shared } from '../../platform/database/kept.ts'
import type { CohortRow, Measure, MeasureAsked, Moves } from '../../platform/measure.ts'
import { shippedAssumptions } from './facts.ts'
import type { AssumptionBook } from './rules/assumed.ts'
import { type Retires, type YearMoves, yearMoves } from './rules/history.ts'
import { assumptionsOf } from './views.ts'
import { lastMonthOf } from './workforce/retirement.ts'

/** People a forecast is of: a measure that knows them one by one, its conditions, and what is outside of the territory. */
export type Heads = {
  readonly code: string
  readonly where: Readonly<Record<string, readonly string[]>>
  readonly outside: readonly string[]
}

/** Everybody with a degree from university on: trí thức, as the Plan counts them. */
export const GRADUATES: Heads = { code: 'nguoi.dem', where: { 'trinh-do': ['6'] }, outside: [] }

/** Whole years looked back at. */
const YEARS_BACK = 3

/** What the register says of the heads. */
export type Ground = {
  /** The year at whose end the stock stands. */
  readonly start: number
  readonly asOf: Day
  readonly cohorts: readonly CohortRow[]
  readonly recent: readonly YearMoves[]
  /** Those of the recent years in which the register was kept from the first day on. */
  readonly followed: readonly YearMoves[]
}

/** The stock of a day stands for the end of the year that is nearer. */
export const startYear = (today: Day): number => (today.slice(5) < '07-01' ? yearOf(today) - 1 : yearOf(today))

/** Who was born in a year and is of a sex retires in the year in which most of the birth months do. */
const retires: Retires = (sex, born, year) =>
  born !== null && Math.floor(lastMonthOf(sex === 'nam' ? 'nam' : 'nu', born * 12 + 6) / 12) <= year

const SETS = ['people', 'organisations', 'code-lists', 'indicators', 'cells']

const keyOf = (h: Heads): string =>
  `${h.code}:${JSON.stringify(Object.entries(h.where).sort())}:${h.outside.length === 0 ? '' : [...h.outside].sort().join()}`

/** Reads the people and their last years; null when the measure knows nobody one by one. */
export async function readGround(ctx: Ctx, measures: readonly Measure[], heads: Heads): Promise<Ground | null> {
  const { cohorts, moves } = measures.find((m) => m.code === heads.code) ?? {}
  if (cohorts === undefined || moves === undefined) return null
  const today = dayOf(ctx.now)
  const whole: Ctx = { ...ctx, actor: { ...ctx.actor, scope: 'all' } }
  const asked = (asOf: Day, from: Day): MeasureAsked => ({
    asOf,
    from,
    known: null,
    by: [],
    outside: heads.outside,
    where: heads.where,
  })
  return shared(ctx.tx, SETS, `forecasting.ground:${today}:${keyOf(heads)}`, async () => {
    const start = startYear(today)
    const last = yearOf(today) - 1
    const recent: YearMoves[] = []
    const followed: YearMoves[] = []
    for (let year = last - YEARS_BACK + 1; year <= last; year++) {
      const read: Moves = await moves(whole, asked(day(`${year}-12-31`), day(`${year - 1}-12-31`)))
      const one = yearMoves(year, read.rows, retires)
      recent.push(one)
      if (read.keptSince !== null && read.keptSince < `${year}-01-01`) followed.push(one)
    }
    return { start, asOf: today, cohorts: [...(await cohorts(whole, asked(today, today)))], recent, followed }
  })
}

/** The assumptions with what the ground says of them. */
export const readBook = async (ctx: Ctx, ground: Pick<Ground, 'followed'>): Promise<AssumptionBook> => ({
  recorded: await assumptionsOf(ctx.tx),
  shipped: shippedAssumptions(),
  followed: ground.followed,
})
