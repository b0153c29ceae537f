/** Học khoảng: distances of the bounds from the middle by the interval score, then factors that make their coverage true. */
import { bounds, type IntervalTable, LENGTH_KNOTS, SPREADS, STEP_KNOTS } from '../model.ts'
import { short, train } from './train.ts'
import { LEARNT_STEPS, type Window } from './windows.ts'

const COURSE = { hidden: 10, rounds: 12, rate: 0.003, decay: 0.02 }
const NETWORKS = 4
/** [lo95, lo80, lo50, hi50, hi80, hi95]: the share of outcomes beyond each bound. */
const BEYOND = [0.025, 0.1, 0.25, 0.25, 0.1, 0.025] as const
/** Log distances to start from: 50, then what 80 and 95 add, below and above. */
const START = [-0.5, -0.2, 0.3, -0.5, -0.2, 0.3, 0.6, 0.6]

/** A window with what the middle missed at each step, and the features as the networks take them. */
export type Missed = {
  readonly window: Window
  readonly x: Float64Array
  readonly error: Float64Array
  /** What each step counts while learning. */
  readonly weights: Float64Array
}

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

/** Slope of the sum of the three interval scores; each distance is a sum of exponentials. */
function scoreSlope(m: Missed, answer: Float64Array, into: Float64Array): void {
  for (let side = 0; side < 2; side++) {
    const rate = answer[6 + side] ?? 0
    const first = Math.exp(answer[side * 3] ?? 0)
    const second = Math.exp(answer[side * 3 + 1] ?? 0)
    const third = Math.exp(answer[side * 3 + 2] ?? 0)
    for (let k = 1; k <= m.error.length; k++) {
      const log = LOG[k] ?? 0
      const growth = Math.exp(rate * log)
      const error = (side === 0 ? -1 : 1) * (m.error[k - 1] ?? 0)
      const weight = (m.weights[k - 1] ?? 0) * growth
      const s95 = error > growth * (first + second + third) ? -39 : 1
      const s80 = s95 + (error > growth * (first + second) ? -9 : 1)
      const s50 = s80 + (error > growth * first ? -3 : 1)
      const at = side * 3
      into[at] = (into[at] ?? 0) + weight * s50 * first
      into[at + 1] = (into[at + 1] ?? 0) + weight * s80 * second
      into[at + 2] = (into[at + 2] ?? 0) + weight * s95 * third
      into[6 + side] = (into[6 + side] ?? 0) + weight * log * (s50 * first + s80 * second + s95 * third)
    }
  }
}

const LOG = Float64Array.from({ length: LEARNT_STEPS + 1 }, (_, k) => Math.log(Math.max(1, k)))

/** How far each outcome fell, in the distance of each bound before calibration. */
export type Ratio = { readonly points: number; readonly k: number; readonly weight: number; readonly of: Float64Array }

/** Ratios of one window under networks that never saw its group. */
export function ratiosOf(m: Missed, networks: IntervalTable['networks'], share: number): Ratio[] {
  const points = m.window.traits.points
  const steps = Array.from(m.error, (_, k) => k + 1)
  const d = bounds({ networks, factors: [] }, m.x, points, steps)
  return steps.map((k) => ({
    points,
    k,
    weight: share * (m.weights[k - 1] ?? 0),
    of: Float64Array.from({ length: 6 }, (_, b) => ((b < 3 ? -1 : 1) * (m.error[k - 1] ?? 0)) / (d[k - 1]?.[b] ?? 1)),
  }))
}

/** How near in the logarithm a length and a step must be to count fully. */
const REACH = { length: 0.25, step: 0.3 }

/** Factors at every knot: weighted quantiles of the ratios of similar length and step. */
export function learnFactors(ratios: readonly Ratio[]): number[][][] {
  const lengths = LENGTH_KNOTS.map((n) => ratios.map((r) => near(Math.log(r.points / n), REACH.length)))
  const steps = STEP_KNOTS.map((k) => ratios.map((r) => near(Math.log(r.k / k), REACH.step)))
  return BEYOND.map((beyond, b) => {
    const falling = ratios.map((_, i) => i).sort((p, q) => (ratios[q]?.of[b] ?? 0) - (ratios[p]?.of[b] ?? 0))
    return lengths.map((byLength) =>
      steps.map((byStep, j) => {
        const weight = (i: number): number => (ratios[i]?.weight ?? 0) * (byLength[i] ?? 0) * (byStep[i] ?? 0)
        const at = upperQuantile(falling, weight, beyond / care(STEP_KNOTS[j] ?? 1, b))
        return short(Math.max(0.05, ratios[at]?.of[b] ?? 1))
      }),
    )
  })
}

/** Far ahead few indicators were seen: from 8 to 15 years ever less is left outside the wide bounds, nothing of the middle half. */
const CARE = [0.8, 0.35, 0, 0, 0.35, 0.8] as const
const care = (k: number, bound: number): number =>
  1 + (CARE[bound] ?? 0) * Math.max(0, Math.min(1, Math.log(k / 8) / Math.log(15 / 8)))

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
