/** Đường đi chung và khả năng đạt: paths over all years at once, the same bits for the same seed. */
import type { SeriesForecast } from './input.ts'
import { normalShare, scoreAt, valueAt } from './quantiles.ts'
import { TOGETHER } from './tables.ts'

/** `n` paths over the horizon, each a row of values by step. The years of one path miss to the same side as often as was learnt. */
export function draws(f: SeriesForecast, n: number, seed: number): Float64Array[] {
  const keep = f.points.map(({ k }) => (k === 1 ? 0 : ((k - 1) / k) ** TOGETHER.exponent))
  return Array.from({ length: n }, (_, path) => {
    let z = 0
    return Float64Array.from(f.points, (p, i) => {
      const stay = keep[i] ?? 0
      z = stay * z + Math.sqrt(1 - stay * stay) * normalAt(seed, path, i)
      return inRange(f, valueAt(p, z, TOGETHER.tail))
    })
  })
}

const inRange = (f: SeriesForecast, v: number): number =>
  Math.min(f.range.high ?? Number.POSITIVE_INFINITY, Math.max(f.range.low ?? Number.NEGATIVE_INFINITY, v))

/** Which side of the target counts as reached. */
export type Comparator = '>=' | '<='

/** Khả năng (0..1) that the value of `year` is at least (or at most) `target`; null for a year the forecast does not hold. */
export function chance(f: SeriesForecast, year: number, target: number, comparator: Comparator): number | null {
  const point = f.points.find((p) => p.year === year)
  if (!point || Number.isNaN(target)) return null
  const { low, high } = f.range
  const sure = comparator === '>=' ? low !== null && target <= low : high !== null && target >= high
  const never = comparator === '>=' ? high !== null && target > high : low !== null && target < low
  if (sure || never) return sure ? 1 : 0
  const z = scoreAt(point, target, TOGETHER.tail, comparator === '>=' ? 'low' : 'high')
  return comparator === '>=' ? normalShare(-z) : normalShare(z)
}

/** A standard normal number for a place in the table of draws: no state, so any part can be drawn alone. */
function normalAt(seed: number, path: number, step: number): number {
  const u = (mixed(seed, path, 2 * step) + 1) / 4294967297
  const v = mixed(seed, path, 2 * step + 1) / 4294967296
  return Math.sqrt(-2 * Math.log(u)) * Math.cos(2 * Math.PI * v)
}

/** 32 well mixed bits of three whole numbers. */
function mixed(a: number, b: number, c: number): number {
  let h = 0x9e3779b9
  for (const part of [a, b, c]) {
    h = Math.imul(h ^ (part | 0), 0x85ebca6b)
    h = Math.imul(h ^ (h >>> 13), 0xc2b2ae35)
    h ^= h >>> 16
  }
  h = Math.imul(h ^ (h >>> 15), 0x2c1b3c6d)
  return (h ^ (h >>> 12)) >>> 0
}
