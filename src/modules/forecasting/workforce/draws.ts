/**
 * Các lần rút: the values of all uncertain quantities in one draw. Where every quantity is one of a few values, all their
 * combinations are gone through with their weights and nothing is drawn. Otherwise each quantity is drawn in strata: its values over
 * all draws are the middle quantiles of its law in an order of their own, so that quantiles of a single quantity are exact.
 */
import type { Law } from './law.ts'
import type { Plan } from './plan.ts'
import { keyOf, shuffled } from './random.ts'
import { SHOCKS } from './scenario.ts'

/** How the answers are found. */
export type Way =
  | { readonly kind: 'deterministic' }
  | { readonly kind: 'combinations'; readonly count: number }
  | { readonly kind: 'draws'; readonly count: number }

const MOST_COMBINATIONS = 20_000

/** Whether there are shocks at all. */
export const hasShocks = (plan: Plan): boolean => SHOCKS.some((k) => (plan.scenario.shocks[k]?.sd ?? 0) > 0)

/** The way a plan is answered, its chance of single persons apart. */
export function wayOf(plan: Plan): Way {
  const draws = { kind: 'draws', count: plan.scenario.draws } as const
  if (hasShocks(plan)) return draws
  let count = 1
  for (const law of plan.laws) {
    if (law.spread?.kind !== 'values') return draws
    count *= law.spread.values.length ** (law.each === 'year' ? plan.years : 1)
    if (count > MOST_COMBINATIONS) return draws
  }
  return count === 1 ? { kind: 'deterministic' } : { kind: 'combinations', count }
}

/** Number of draws or combinations. */
export const countOf = (way: Way): number => (way.kind === 'deterministic' ? 1 : way.count)

/** Weights of the draws, summing to 1. */
export function weightsOf(plan: Plan, way: Way): Float64Array {
  const n = countOf(way)
  const weights = new Float64Array(n).fill(1 / n)
  if (way.kind !== 'combinations') return weights
  for (let i = 0; i < n; i++) {
    weights[i] = 1
    eachPlace(plan, i, (law, _slot, _k, at) => {
      if (law.spread?.kind === 'values') weights[i] = (weights[i] ?? 1) * (law.spread.weights[at] ?? 0)
    })
  }
  return weights
}

/** Values of a quantity that is drawn in strata, for draw `i`. */
type Strata = { readonly order: Int32Array }

/** Gives the values of draw `i`: slot × years + year. The array is used again by the next call. */
export function drawer(plan: Plan, way: Way): (i: number) => Float64Array {
  const years = Math.max(1, plan.years)
  const values = new Float64Array(plan.laws.length * years)
  if (way.kind !== 'draws') return (i) => combination(plan, i, values)
  const strata = plan.laws.map((law, slot) =>
    Array.from(
      { length: law.each === 'year' ? years : 1 },
      (_, k): Strata => ({
        order: shuffled(keyOf(plan.scenario.seed, 1, slot, k), way.count),
      }),
    ),
  )
  const grids = gridsOf(plan.laws, way.count)
  return (i) => {
    plan.laws.forEach((law, slot) => {
      for (let k = 0; k < years; k++) {
        const held = strata[slot]?.[law.each === 'year' ? k : 0]
        values[slot * years + k] =
          law.each === 'run' && k > 0
            ? (values[slot * years] ?? 0)
            : inStratum(law, held?.order[i] ?? 0, way.count, grids)
      }
    })
    return values
  }
}

/** Values of laws that several quantities follow, by stratum; NaN = not yet found. */
function gridsOf(laws: readonly Law[], count: number): ReadonlyMap<string, Float64Array> {
  const names = laws.flatMap((l) => (l.spread?.kind === 'continuous' ? [l.spread.name] : []))
  const often = [...Map.groupBy(names, (n) => n)].filter(([, same]) => same.length > 1)
  return new Map(often.map(([name]) => [name, new Float64Array(count).fill(Number.NaN)]))
}

function inStratum(law: Law, at: number, count: number, grids: ReadonlyMap<string, Float64Array>): number {
  const grid = law.spread?.kind === 'continuous' ? grids.get(law.spread.name) : undefined
  if (grid === undefined) return quantile(law, (at + 0.5) / count)
  if (Number.isNaN(grid[at])) grid[at] = quantile(law, (at + 0.5) / count)
  return grid[at] ?? law.mean
}

/** The value of a law at a probability. */
function quantile(law: Law, p: number): number {
  const { spread } = law
  if (spread === null) return law.mean
  if (spread.kind === 'continuous') return spread.quantile(p)
  let below = 0
  for (let j = 0; j < spread.values.length; j++) {
    below += spread.weights[j] ?? 0
    if (p <= below) return spread.values[j] ?? law.mean
  }
  return spread.values.at(-1) ?? law.mean
}

/** Walks the places of one combination: which value each quantity (of each year) takes. */
function eachPlace(plan: Plan, i: number, see: (law: Law, slot: number, k: number, at: number) => void): void {
  let rest = i
  plan.laws.forEach((law, slot) => {
    const size = law.spread?.kind === 'values' ? law.spread.values.length : 1
    for (let k = 0; k < (law.each === 'year' ? plan.years : 1); k++) {
      see(law, slot, k, rest % size)
      rest = Math.floor(rest / size)
    }
  })
}

function combination(plan: Plan, i: number, values: Float64Array): Float64Array {
  const years = Math.max(1, plan.years)
  eachPlace(plan, i, (law, slot, k, at) => {
    const value = law.spread?.kind === 'values' ? (law.spread.values[at] ?? law.mean) : law.mean
    if (law.each === 'year') values[slot * years + k] = value
    else values.fill(value, slot * years, (slot + 1) * years)
  })
  return values
}
