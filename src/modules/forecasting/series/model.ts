/** Mô hình chuỗi: from traits to the middle and the bounds, in mean absolute yearly changes, by the learnt tables. */
import { answerOf, type Network, standardised } from './network.ts'
import type { Traits } from './traits.ts'

/** Bảng đã học cho điểm giữa. */
export type PointTable = {
  readonly features: { readonly mean: readonly number[]; readonly sd: readonly number[] }
  /** Weights of the candidates shared by all series. */
  readonly pool: readonly number[]
  /** Corrections by the features of the series. */
  readonly networks: readonly Network[]
}

/** Bảng đã học cho khoảng. */
export type IntervalTable = {
  readonly networks: readonly Network[]
  /** Factors on the distance of the bounds: [lo95, lo80, lo50, hi50, hi80, hi95][length knot][step knot]. */
  readonly factors: readonly (readonly (readonly number[])[])[]
}

/** Lengths and steps between which factors are drawn straight (in logarithms). */
export const LENGTH_KNOTS = [5, 8, 12, 18, 30] as const
/** Steps of the factors. */
export const STEP_KNOTS = [1, 2, 3, 4, 6, 10, 15, 21] as const

/** How many corrections the point networks answer. */
export const CORRECTIONS = 5
/** What the interval networks answer: three distances below, three above, a growth with the step for each side. */
export const SPREADS = 8

/** What the corrections multiply at step k. */
export function correctionsAt(candidates: Float64Array, k: number): Float64Array {
  return Float64Array.of(
    1 - 0.5 ** k,
    2.5 * (1 - 0.9 ** k),
    candidates[1] ?? 0,
    candidates[12] ?? 0,
    candidates[15] ?? 0,
  )
}

/** Change from the last value by the pooled weights alone. */
export function pooledAt(pool: readonly number[], candidates: Float64Array): number {
  let sum = 0
  for (let c = 0; c < candidates.length; c++) sum += (pool[c] ?? 0) * (candidates[c] ?? 0)
  return sum
}

/** The expected (median) change from the last value at each step asked. */
export function middles(
  table: PointTable,
  traits: Traits,
  steps: readonly number[],
): { x: Float64Array; at: number[] } {
  const x = standardised(traits.features, table.features.mean, table.features.sd)
  const weights = answerOf(table.networks, x)
  const at = steps.map((k) => {
    const candidates = traits.candidates(k)
    let sum = pooledAt(table.pool, candidates)
    correctionsAt(candidates, k).forEach((b, i) => {
      sum += (weights[i] ?? 0) * b
    })
    return sum
  })
  return { x, at }
}

/** How much of what tells series apart is kept in the distances: less far ahead, where little was seen. */
export const KEEPING = { near: 0.85, far: 0.15 }

/** The power at step k: `near` up to 6 years, `far` from 15, straight in logarithms between. */
function powerAt(k: number): number {
  const share = Math.max(0, Math.min(1, Math.log(k / 6) / Math.log(15 / 6)))
  return KEEPING.near + (KEEPING.far - KEEPING.near) * share
}

/** Distances from the middle, all positive and nested: [lo95, lo80, lo50, hi50, hi80, hi95], before calibration. */
export function distances(answer: Float64Array, k: number): Float64Array {
  const out = new Float64Array(6)
  const growth = Math.log(k)
  const power = powerAt(k)
  let [below, above] = [0, 0]
  for (let level = 0; level < 3; level++) {
    below += Math.exp((answer[level] ?? 0) + (answer[6] ?? 0) * growth)
    above += Math.exp((answer[3 + level] ?? 0) + (answer[7] ?? 0) * growth)
    out[2 - level] = below ** power
    out[3 + level] = above ** power
  }
  return out
}

/** Place of a value between knots: the knot below and the share of the way, in logarithms. */
export function placeIn(knots: readonly number[], v: number): { at: number; share: number } {
  const top = knots.length - 2
  for (let i = 0; i <= top; i++) {
    const [a, b] = [knots[i] ?? 1, knots[i + 1] ?? 1]
    if (v < b || i === top) {
      const share = Math.log(v / a) / Math.log(b / a)
      return { at: i, share: Math.max(0, Math.min(1, share)) }
    }
  }
  return { at: 0, share: 0 }
}

/** Distances after calibration, nested again if the factors should cross. */
export function bounds(
  table: IntervalTable,
  x: Float64Array,
  points: number,
  steps: readonly number[],
): Float64Array[] {
  const answer = answerOf(table.networks, x)
  const length = placeIn(LENGTH_KNOTS, points)
  return steps.map((k) => nested(calibrated(table.factors, distances(answer, k), length, placeIn(STEP_KNOTS, k))))
}

type Place = ReturnType<typeof placeIn>

function calibrated(factors: IntervalTable['factors'], raw: Float64Array, n: Place, k: Place): Float64Array {
  return raw.map((v, b) => {
    const at = (i: number, j: number): number => factors[b]?.[i]?.[j] ?? 1
    const low = at(n.at, k.at) * (1 - k.share) + at(n.at, k.at + 1) * k.share
    const high = at(n.at + 1, k.at) * (1 - k.share) + at(n.at + 1, k.at + 1) * k.share
    return v * (low * (1 - n.share) + high * n.share)
  })
}

function nested(d: Float64Array): Float64Array {
  for (const [inner, outer] of [
    [2, 1],
    [1, 0],
    [3, 4],
    [4, 5],
  ] as const)
    d[outer] = Math.max(d[outer] ?? 0, d[inner] ?? 0)
  return d
}
