/** Mục tiêu trong tệp kịch bản: a goal that counts people, as the model asks for it. Pure. */
import type { SeriesInput } from '../series/input.ts'
import type { FileGoal, Uncertain } from './plan-file.ts'

/** Điều một mục tiêu đòi hỏi. */
export type GoalAsked = {
  readonly target: number
  /** Per how many inhabitants; null = a number of people. */
  readonly per: number | null
  readonly year: number
  readonly probability: number
}

/** Dân số by year as a forecast of its own, or growing as assumed; null = there is no figure at all. */
export type Population = { readonly byYear: ReadonlyMap<number, Uncertain>; readonly words: string }

/** The goal of the plan file; null when it needs a population that nobody gave. */
export function fileGoal(g: GoalAsked, population: Population | null): FileGoal | null {
  const common = { value: g.target, year: g.year, probability: g.probability, solveFor: 'inflow' as const }
  if (g.per === null) return { ...common, measure: 'stock' }
  if (population === null) return null
  return {
    ...common,
    measure: 'rate',
    per: g.per,
    population: Object.fromEntries([...population.byYear].map(([year, of]) => [String(year), of])),
  }
}

/** The yearly figures as a series without holes at its ends. */
export function populationSeries(byYear: ReadonlyMap<number, number>): SeriesInput | null {
  const years = [...byYear.keys()].sort((a, b) => a - b)
  const [first, last] = [years[0], years.at(-1)]
  if (first === undefined || last === undefined) return null
  return {
    kind: 'count',
    start: first,
    values: Array.from({ length: last - first + 1 }, (_, i) => byYear.get(first + i) ?? null),
  }
}

/** Population of each year up to `until`, growing by a share of 1 from the last figure. */
export function growing(
  byYear: ReadonlyMap<number, number>,
  until: number,
  growth: { mean: number; sd: number },
): ReadonlyMap<number, Uncertain> {
  const last = Math.max(...byYear.keys())
  const value = byYear.get(last) ?? 0
  return new Map(
    Array.from({ length: Math.max(1, until - last + 1) }, (_, i) => {
      const mean = value * (1 + growth.mean) ** i
      return [last + i, i === 0 || growth.sd === 0 ? mean : { mean, sd: mean * growth.sd * Math.sqrt(i) }] as const
    }),
  )
}
