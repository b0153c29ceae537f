/** Học khoảng: distances of the bounds from the middle by the interval score, then factors that make their coverage true. */
import { bounds, distances, type IntervalTable, LENGTH_KNOTS, SPREADS, STEP_KNOTS } from '../model.ts'
import { short, train } from './train.ts'
import type { Window } from './windows.ts'

const COURSE = { hidden: 10, rounds: 12, rate: 0.003, decay: 0.02 }
const NETWORKS = 4
/** [lo95, lo80, lo50, hi50, hi80, hi95]: the share of outcomes beyond each bound. */
const BEYOND = [0.025, 0.1, 0.25, 0.25, 0.1, 0.025] as const
/** Log distances to start from: 50, then what 80 and 95 add, below and above. */
const START = [-0.5, -0.2, 0.3, -0.5, -0.2, 0.3, 0.6, 0.6]

/** A window with what the middle missed at each step, and the features as the networks take them. */
export type Missed = { readonly window: Window; readonly x: Float64Array; readonly error: Float64Array }

/** The networks alone: factors still 1. */
export function learnSpread(missed: readonly Missed[], seed: number): IntervalTable['networks'] {
  const gradient = (i: number, answer: Float64Array, into: Float64Array): void => {
    const m = missed[i]
    if (m) scoreSlope(m, answer, into)
  }
  const inputs = missed.map((m) => m.x)
  const lesson = { inputs, examples: inputs.map((_, i) => i), outputs: SPREADS, start: START, gradient }
  return Array.from({ length: NETWORKS }, (_, i) => train(lesson, { ...COURSE, seed: seed * 100 + 50 + i }))
}

/** Slope of the sum of the three interval scores. */
function scoreSlope(m: Missed, answer: Float64Array, into: Float64Array): void {
  const steps = m.error.length
  for (let k = 1; k <= steps; k++) {
    const d = distances(answer, k)
    const error = m.error[k - 1] ?? 0
    const weight = (k <= 6 ? 1 : 0.35) / 6
    const slopes = d.map((v, b) => {
      const outside = b < 3 ? -error > v : error > v
      return weight * (1 - (outside ? 1 / (BEYOND[b] ?? 1) : 0))
    })
    addChain(answer, slopes, k, into)
  }
}

/** From slopes of the distances to slopes of the answers: each distance is a sum of exponentials. */
function addChain(answer: Float64Array, slopes: Float64Array, k: number, into: Float64Array): void {
  const growth = Math.log(k)
  for (let side = 0; side < 2; side++) {
    const rate = answer[6 + side] ?? 0
    for (let level = 0; level < 3; level++) {
      let reach = 0
      for (let outer = level; outer < 3; outer++) reach += slopes[side === 0 ? 2 - outer : 3 + outer] ?? 0
      const at = side * 3 + level
      const slope = reach * Math.exp((answer[at] ?? 0) + rate * growth)
      into[at] = (into[at] ?? 0) + slope
      into[6 + side] = (into[6 + side] ?? 0) + slope * growth
    }
  }
}

/** How far each outcome fell, in the distance of each bound before calibration. */
export type Ratio = { readonly points: number; readonly k: number; readonly weight: number; readonly of: Float64Array }

/** Ratios of one window under networks that never saw its group. */
export function ratiosOf(m: Missed, networks: IntervalTable['networks'], weight: number): Ratio[] {
  const points = m.window.traits.points
  const steps = Array.from(m.error, (_, k) => k + 1)
  const d = bounds({ networks, factors: [] }, m.x, points, steps)
  return steps.map((k) => ({
    points,
    k,
    weight,
    of: Float64Array.from({ length: 6 }, (_, b) => ((b < 3 ? -1 : 1) * (m.error[k - 1] ?? 0)) / (d[k - 1]?.[b] ?? 1)),
  }))
}

const LENGTH_REACH = 0.35
const STEP_REACH = 0.3

/** Factors at every knot: weighted quantiles of the ratios of similar length and step. */
export function learnFactors(ratios: readonly Ratio[], stretch: number): number[][][] {
  const lengths = LENGTH_KNOTS.map((n) => ratios.map((r) => near(Math.log(r.points / n), LENGTH_REACH)))
  const steps = STEP_KNOTS.map((k) => ratios.map((r) => near(Math.log(r.k / k), STEP_REACH)))
  return BEYOND.map((beyond, b) => {
    const falling = ratios.map((_, i) => i).sort((p, q) => (ratios[q]?.of[b] ?? 0) - (ratios[p]?.of[b] ?? 0))
    return lengths.map((byLength) =>
      steps.map((byStep) => {
        const weight = (i: number): number => (ratios[i]?.weight ?? 0) * (byLength[i] ?? 0) * (byStep[i] ?? 0)
        const at = upperQuantile(falling, weight, beyond / stretch)
        return short(Math.max(0.05, ratios[at]?.of[b] ?? 1))
      }),
    )
  })
}

const near = (distance: number, reach: number): number => 1 / (1 + (distance / reach) ** 4)

/** Of indices from the largest value down: the one that a share `beyond` of the weight stands before. */
export function upperQuantile(falling: readonly number[], weight: (i: number) => number, beyond: number): number {
  let total = 0
  for (const i of falling) total += weight(i)
  let passed = 0
  for (const i of falling) {
    passed += weight(i)
    if (passed > beyond * total) return i
  }
  return falling.at(-1) ?? 0
}
