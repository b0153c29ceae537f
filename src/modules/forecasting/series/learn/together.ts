/** Học quan hệ giữa các năm: how much one year's miss stays in the next, and how long the tails are. */
import { bounds, type IntervalTable } from '../model.ts'
import { scoreAt } from '../quantiles.ts'
import type { Crossed } from './cross-fit.ts'
import type { Missed } from './interval.ts'
import { short } from './train.ts'

/** Bảng cho đường đi chung. */
export type TogetherTable = {
  /** Correlation of the scores of steps j < k is (j / k) ** exponent. */
  readonly exponent: number
  /** Stretch of the last slope beyond the 95 % bounds. */
  readonly tail: number
}

/** Learns from what was missed out of fold. */
export function learnTogether({ missed, folds }: Crossed): TogetherTable {
  const scored = missed.flatMap((m) => {
    const table = folds[m.window.fold]
    return table && m.window.official ? [scoresOf(m, table.interval)] : []
  })
  return { exponent: exponentOf(scored), tail: tailOf(missed, folds) }
}

const boundsOf = (table: IntervalTable, m: Missed) =>
  bounds(
    table,
    m.x,
    m.window.traits.points,
    Array.from(m.error, (_, k) => k + 1),
  ).map((d) => {
    const [lo95 = 0, lo80 = 0, lo50 = 0, hi50 = 0, hi80 = 0, hi95 = 0] = d
    return { lo95: -lo95, lo80: -lo80, lo50: -lo50, mean: 0, hi50, hi80, hi95 }
  })

/** Normal scores of the misses, held within ±3. */
function scoresOf(m: Missed, table: IntervalTable): number[] {
  return boundsOf(table, m).map((p, k) => Math.max(-3, Math.min(3, scoreAt(p, m.error[k] ?? 0, 1.5))))
}

/** The exponent that fits the products of scores best, by trial in hundredths. */
function exponentOf(scored: readonly (readonly number[])[]): number {
  const pairs = new Map<string, { j: number; k: number; jk: number; jj: number; kk: number; n: number }>()
  for (const z of scored)
    for (let k = 2; k <= z.length; k++)
      for (let j = 1; j < k; j++) {
        const p = pairs.get(`${j}/${k}`) ?? { j, k, jk: 0, jj: 0, kk: 0, n: 0 }
        const [a, b] = [z[j - 1] ?? 0, z[k - 1] ?? 0]
        pairs.set(`${j}/${k}`, { ...p, jk: p.jk + a * b, jj: p.jj + a * a, kk: p.kk + b * b, n: p.n + 1 })
      }
  const miss = (e: number): number => {
    let sum = 0
    for (const { j, k, jk, jj, kk, n } of pairs.values()) sum += n * (jk / Math.sqrt(jj * kk) - (j / k) ** e) ** 2
    return sum
  }
  const trials = Array.from({ length: 191 }, (_, i) => (i + 10) / 100)
  return trials.reduce((best, e) => (miss(e) < miss(best) ? e : best), 0.5)
}

/** The stretch under which half a percent lies beyond the score 2,576 on each side. */
function tailOf(missed: readonly Missed[], folds: Crossed['folds']): number {
  const stretches: number[] = []
  for (const m of missed) {
    const table = folds[m.window.fold]
    if (!table) continue
    boundsOf(table.interval, m).forEach((p, k) => {
      const error = m.error[k] ?? 0
      const [edge, slope] = error < 0 ? [-p.lo95, (p.lo80 - p.lo95) / 0.678412] : [p.hi95, (p.hi95 - p.hi80) / 0.678412]
      if (Math.abs(error) > edge && slope > 0) stretches.push((Math.abs(error) - edge) / slope / (2.575829 - 1.959964))
    })
  }
  // Of those beyond 2,5 % on a side, one in five lies beyond 0,5 %.
  const sorted = stretches.sort((a, b) => b - a)
  return short(Math.max(1, sorted[Math.floor(sorted.length / 5)] ?? 1.5))
}
