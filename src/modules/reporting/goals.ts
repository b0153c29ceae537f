/** Mục tiêu trong báo cáo tỉnh: what the goals page computes, as of the cut-off day, with its source and the day it was known. */
import { type Day, dayOf, yearOf } from '../../kernel/day.ts'
import type { Ctx } from '../../platform/action.ts'
import type { Measure } from '../../platform/measure.ts'
import { type Course, PROGRESS, readCourses } from '../goals/public.ts'
import { type IndicatorValue, targetWords } from '../indicators/public.ts'
import type { GoalData, GoalFigure } from './rules/freeze.ts'

/** Every goal of the plan in force. What has no source stays without a figure: nothing recorded elsewhere is put in its place. */
export async function goalData(
  ctx: Ctx,
  measures: readonly Measure[],
  of: { readonly year: number; readonly cutOff: Day },
): Promise<GoalData[]> {
  const today = dayOf(ctx.now)
  const asOf = of.cutOff < today ? of.cutOff : today
  return (await readCourses(ctx, measures, asOf)).map((c) => goalOf(c, of.year, today))
}

function goalOf(c: Course, year: number, known: Day): GoalData {
  const { indicator } = c
  const values = indicator.values.filter((v) => v.supersededAt === null)
  const actual = readingOf(c, year, known)
  const estimates = values.filter((v) => yearOf(v.asOf) === year && v.estimate)
  return {
    code: indicator.code,
    name: indicator.name,
    unit: indicator.unit,
    previous: yearBefore(c, values, year - 1, known),
    actual,
    estimate: recorded(estimates, known),
    target: targetWords(indicator),
    targetYear: indicator.byYear,
    verdict: PROGRESS[c.progress].label,
    owedBy: actual === null && c.progress !== 'het-doi-tuong' ? [indicator.custodianName ?? 'chưa xác định'] : [],
  }
}

/** The figure as computed; a figure none of whose parts is of the year is not one of this year. */
function readingOf({ reading: r }: Course, year: number, known: Day): GoalFigure {
  if (r.low === null || r.high === null) return null
  const asOf = r.dataOf ?? r.asOf
  if (yearOf(asOf) !== year && !r.parts.some((p) => yearOf(p.dataOf) === year)) return null
  return { value: r.low, high: r.high, asOf, source: r.sources.join('; '), known }
}

/** The last figure of the year before on the course, else the last one recorded for it. */
function yearBefore(c: Course, values: readonly IndicatorValue[], year: number, known: Day): GoalFigure {
  const own = values.filter((v) => yearOf(v.asOf) === year && !v.estimate)
  const point = c.points.filter((p) => yearOf(p.on) === year).at(-1)
  const written = own.find((v) => v.asOf === point?.on && v.value === point.value)
  if (point === undefined || written !== undefined) return recorded(own, known)
  return { value: point.value, high: point.high, asOf: point.on, source: 'Số trên lộ trình của mục tiêu', known }
}

function recorded(list: readonly IndicatorValue[], known: Day): GoalFigure {
  const v = [...list].sort((a, b) => (a.asOf < b.asOf ? 1 : -1))[0]
  return v === undefined ? null : { value: v.value, high: v.value, asOf: v.asOf, source: v.source, known }
}
