/** Phân phối ở một năm: the seven learnt quantiles joined straight on the normal scale. */
import type { SeriesPoint } from './input.ts'

/** Normal scores of 2,5; 10; 25; 50; 75; 90; 97,5 %. */
const SCORES = [-1.959964, -1.281552, -0.67449, 0, 0.67449, 1.281552, 1.959964] as const

type Bounds = Pick<SeriesPoint, 'lo95' | 'lo80' | 'lo50' | 'mean' | 'hi50' | 'hi80' | 'hi95'>

const valuesOf = (p: Bounds): readonly number[] => [p.lo95, p.lo80, p.lo50, p.mean, p.hi50, p.hi80, p.hi95]

/** The value at a normal score; beyond 95 % the last slope is stretched by `tail`, since errors of series have long tails. */
export function valueAt(p: Bounds, z: number, tail: number): number {
  const v = valuesOf(p)
  const at = (i: number): number => v[i] ?? 0
  if (z < SCORES[0]) return at(0) + tail * slope(v, 0) * (z - SCORES[0])
  if (z > SCORES[6]) return at(6) + tail * slope(v, 5) * (z - SCORES[6])
  let i = 0
  while (i < 5 && z > (SCORES[i + 1] ?? 0)) i++
  return at(i) + slope(v, i) * (z - (SCORES[i] ?? 0))
}

const slope = (v: readonly number[], i: number): number =>
  ((v[i + 1] ?? 0) - (v[i] ?? 0)) / ((SCORES[i + 1] ?? 1) - (SCORES[i] ?? 0))

/** The normal score of a value: ±8 where nothing of the distribution lies beyond. `side` decides among equal bounds. */
export function scoreAt(p: Bounds, value: number, tail: number, side: 'low' | 'high' = 'low'): number {
  const v = valuesOf(p)
  const at = (i: number): number => v[i] ?? 0
  const beyond = (end: number, s: number): number =>
    s > 0
      ? (SCORES[end] ?? 0) + (value - at(end)) / (tail * s)
      : value < at(end)
        ? -8
        : value > at(end)
          ? 8
          : (SCORES[end] ?? 0)
  if (side === 'low' ? value <= at(0) : value < at(0))
    return Math.max(-8, value === at(0) ? lowest(v) : beyond(0, slope(v, 0)))
  if (side === 'low' ? value > at(6) : value >= at(6))
    return Math.min(8, value === at(6) ? highest(v) : beyond(6, slope(v, 5)))
  for (let i = 0; i < 6; i++) {
    const j = side === 'low' ? i : 5 - i
    const [a, b] = [at(j), at(j + 1)]
    if (b > a && value >= a && value <= b) return (SCORES[j] ?? 0) + (value - a) / slope(v, j)
  }
  return side === 'low' ? SCORES[0] : SCORES[6]
}

/** Where a bound was cut at the edge of what is possible, everything beyond it lies on the edge. */
const lowest = (v: readonly number[]): number => (v[1] === v[0] ? -8 : SCORES[0])
const highest = (v: readonly number[]): number => (v[5] === v[6] ? 8 : SCORES[6])

/** Share of the normal distribution below z (Abramowitz and Stegun 7.1.26 has 1e-7; this series and fraction have 1e-12). */
export function normalShare(z: number): number {
  if (z <= -8) return 0
  if (z >= 8) return 1
  const density = Math.exp((-z * z) / 2) / Math.sqrt(2 * Math.PI)
  if (Math.abs(z) < 3) {
    let [term, sum] = [z, z]
    for (let i = 1; Math.abs(term) > 1e-16 && i < 120; i++) {
      term *= (z * z) / (2 * i + 1)
      sum += term
    }
    return 0.5 + density * sum
  }
  let fraction = 0
  for (let i = 60; i > 0; i--) fraction = i / (Math.abs(z) + fraction)
  const tail = density / (Math.abs(z) + fraction)
  return z < 0 ? tail : 1 - tail
}
