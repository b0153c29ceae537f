/** Chỉ tiêu đếm người: which goals count people one by one, so that their ages tell a part of what comes. */
import { type Day, day, dayOf, yearOf } from '../../kernel/day.ts'
import type { Ctx } from '../../platform/action.ts'
import type { Measure } from '../../platform/measure.ts'
import { type Counted, headsOf } from './rules/heads.ts'
import { figureFor } from './rules/official-figures.ts'
import { exprIn, formulaFor, openWorld } from './world.ts'

/** Chỉ tiêu đếm người, on today's formula. */
export type HeadCount = Counted & {
  /** Units that are no part of the territory of the plan. */
  readonly outside: readonly string[]
  /** People counted besides, without names; their number is the figure less that of the people. */
  readonly addsCounts: boolean
}

/** The goals that count people, by code. */
export async function headCounts(ctx: Ctx, measures: readonly Measure[]): Promise<ReadonlyMap<string, HeadCount>> {
  const w = await openWorld(ctx, measures, { asOf: dayOf(ctx.now), known: null })
  const found = new Map<string, HeadCount>()
  for (const d of w.definitions) {
    const { formula } = formulaFor(w, d.id)
    const expr = formula?.expr == null ? null : exprIn(w, formula.expr)
    const counted = expr === null ? null : headsOf(expr)
    const measure = counted === null ? undefined : measures.find((m) => m.code === counted.code)
    if (counted === null || measure === undefined) continue
    const heads = measure.heads ?? { code: counted.code, where: counted.where }
    if (measures.some((m) => m.code === heads.code && m.cohorts !== undefined))
      found.set(d.code, { ...counted, ...heads, outside: w.outside, addsCounts: measure.heads !== undefined })
  }
  return found
}

/** Official population of the territory of the plan, one figure a year: that of the last day of the year. */
export async function populationByYear(ctx: Ctx): Promise<ReadonlyMap<number, number>> {
  const today = dayOf(ctx.now)
  const w = await openWorld(ctx, [], { asOf: today, known: null })
  const { territory, figures } = w
  if (territory === null) return new Map()
  const years = [...new Set(figures.filter((f) => f.quantity === 'population').map((f) => yearOf(f.asOf)))].sort()
  return new Map(
    years.flatMap((year) => {
      const end: Day = day(`${year}-12-31`)
      const used = figureFor(figures, { quantity: 'population', territory, day: end < today ? end : today })?.used
      return used !== undefined && yearOf(used.asOf) === year ? [[year, used.value] as const] : []
    }),
  )
}
