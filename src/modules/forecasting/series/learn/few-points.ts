/** Học khoảng cho chuỗi quá ngắn: what happened after 1 to 4 known points, and after any number under «như năm trước». */
import { STEP_KNOTS } from '../model.ts'
import { upperQuantile } from './interval.ts'
import { short } from './train.ts'
import type { Window } from './windows.ts'

/** Bảng cho chuỗi dưới năm điểm và chuỗi bị từ chối. */
export type FewTable = {
  /** By points known (1, 2, 3, 4, 5 and more), then bound [lo95, lo80, lo50, hi50, hi80, hi95], then step knot. */
  readonly distances: readonly (readonly (readonly number[])[])[]
  /** Usual mean absolute yearly change as a share of the level. */
  readonly usualChange: number
}

const BEYOND = [0.025, 0.1, 0.25, 0.25, 0.1, 0.025] as const
/** Points known; the last row stands for all longer series. */
const ROWS = [1, 2, 3, 4, 5] as const

type Fall = { readonly k: number; readonly v: number }

/** Learns the table. One point has no change to measure by: its errors are in shares of its level. */
export function learnFew(windows: readonly Window[]): FewTable {
  return {
    distances: ROWS.map((row) => distancesOf(windows.flatMap((w) => fallsOf(w, row)))),
    usualChange: usual(windows),
  }
}

function fallsOf({ series, last, scale, outcome, traits }: Window, row: number): Fall[] {
  const cut = traits.points
  const own = row === 1 ? Math.abs(last) : row === 5 ? scale : meanChange(series.values.slice(cut - row, cut))
  if (!(own > 0)) return []
  return Array.from(outcome, (v, k) => ({ k: k + 1, v: (v * scale) / own }))
}

function meanChange(values: readonly number[]): number {
  let sum = 0
  for (let i = 1; i < values.length; i++) sum += Math.abs((values[i] ?? 0) - (values[i - 1] ?? 0))
  return sum / (values.length - 1)
}

function distancesOf(falls: readonly Fall[]): number[][] {
  const byKnot = STEP_KNOTS.map((k) => falls.filter((f) => Math.abs(Math.log(f.k / k)) < 0.3))
  const table = BEYOND.map((beyond, b) =>
    byKnot.map((near) => {
      const side = near.map((f) => (b < 3 ? -f.v : f.v))
      const falling = side.map((_, i) => i).sort((p, q) => (side[q] ?? 0) - (side[p] ?? 0))
      return Math.max(0.01, side[upperQuantile(falling, () => 1, beyond)] ?? 1)
    }),
  )
  // A later step is never surer than an earlier one.
  return table.map((row) => row.map((_, j) => short(Math.max(...row.slice(0, j + 1)))))
}

function usual(windows: readonly Window[]): number {
  const shares = windows.filter((w) => w.last !== 0).map((w) => w.scale / Math.abs(w.last))
  return short(shares.sort((a, b) => a - b)[shares.length >> 1] ?? 0.05)
}
