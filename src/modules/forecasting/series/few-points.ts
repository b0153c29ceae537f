/** Chuỗi chưa dự báo được: the last value, with the interval that held for other series in the same state. */
import type { SeriesKind } from './input.ts'
import { type Bounded, boundedAt } from './levels.ts'
import { placeIn, STEP_KNOTS } from './model.ts'
import type { Prepared } from './prepare.ts'
import { FEW } from './tables.ts'

/** Pooled distances at a step for a number of known points, in its scale. */
export function pooledReach(known: number, k: number): Float64Array {
  const row = FEW.distances[Math.min(5, Math.max(1, known)) - 1] ?? []
  const { at, share } = placeIn(STEP_KNOTS, k)
  // Beyond the last step learnt the reach keeps growing as a wandering series does.
  const further = Math.sqrt(Math.max(1, k / (STEP_KNOTS.at(-1) ?? 1)))
  return Float64Array.from(row, (d) => further * ((d[at] ?? 0) * (1 - share) + (d[at + 1] ?? 0) * share))
}

/** The last value with the pooled interval. A flat series of n points is given the usual change divided by n. */
export function fewPoints(p: Prepared, steps: readonly number[]): Bounded[] {
  const level = Math.abs(p.values[p.values.length - 1] ?? 0)
  const flat = p.scale === 0
  const own = flat ? flatScale(p, level) : p.scale * p.unit
  const relative = flat && p.known === 1
  const scale = relative ? level * p.unit || own : own
  const place = {
    last: (p.values[p.values.length - 1] ?? 0) * p.unit,
    scale,
    kind: p.kind,
    nonNegative: p.kind !== 'other',
  }
  return steps.map((k) => boundedAt(place, 0, pooledReach(relative ? 1 : Math.max(2, p.known), k)))
}

/** What is owned to a series that never changed: one usual change spread over its years; one unit where zero has a unit. */
function flatScale(p: Prepared, level: number): number {
  if (level > 0) return (FEW.usualChange * level * p.unit) / p.known
  return p.kind === 'percent' || p.kind === 'count' ? 1 / p.known : 0
}

/** Rows for a series without any value: a share may be anything; elsewhere there is nothing to stand on but zero. */
export function placeholder(kind: SeriesKind, steps: readonly number[]): Bounded[] {
  const share = kind === 'percent'
  const place = { last: share ? 50 : 0, scale: share ? 100 : 1, kind, nonNegative: kind !== 'other' }
  return steps.map((k) => boundedAt(place, 0, pooledReach(2, k)))
}
