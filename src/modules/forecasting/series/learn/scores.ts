/** Điểm khi học chéo: OWA against «như năm trước», MSIS and coverage by part, as in the competitions. */
import { type Bounded, boundedAt } from '../levels.ts'
import { bounds, middles } from '../model.ts'
import type { Tables } from './cross-fit.ts'
import type { Window } from './windows.ts'

type Sum = {
  n: number
  smape: number
  mase: number
  smape0: number
  mase0: number
  msis: number
  in95: number
  in80: number
  in50: number
}

/** A table for people: one line for each part. */
export function scoresOf(windows: readonly Window[], folds: readonly Tables[]): string {
  const sums = new Map<string, Sum>()
  for (const w of windows) {
    const tables = folds[w.fold]
    if (w.official && tables) scoreWindow(w, tables, sums)
  }
  const lines = [...sums].sort(([a], [b]) => (a < b ? -1 : 1)).map(([part, s]) => told(part, s))
  return ['part | series | OWA | MSIS | 95 % | 80 % | 50 %', ...lines].join('\n')
}

function scoreWindow(w: Window, tables: Tables, sums: Map<string, Sum>): void {
  const long = w.series.tier === 'long'
  const horizon = Math.min(w.outcome.length, long ? 15 : 6)
  const steps = Array.from({ length: horizon }, (_, k) => k + 1)
  const { x, at } = middles(tables.point, w.traits, steps)
  const reach = bounds(tables.interval, x, w.traits.points, steps)
  const parts = long ? ['h = 15'] : ['all', w.series.tier, lengthOf(w.series.cut)]
  steps.forEach((k, i) => {
    const place = { last: w.last, scale: w.scale, kind: w.series.kind, nonNegative: w.series.kind !== 'other' }
    const p = boundedAt(place, at[i] ?? 0, reach[i] ?? new Float64Array(6))
    const one = scoreStep(w, w.series.values[w.series.cut + i] ?? 0, p, horizon)
    for (const part of [...parts, `${long ? 'h = 15 ' : ''}step ${String(k).padStart(2)}`]) add(sums, part, one)
  })
}

const lengthOf = (n: number): string => (n <= 8 ? 'n <= 8' : n <= 15 ? 'n 9..15' : 'n > 15')

function scoreStep(w: Window, y: number, p: Bounded, horizon: number): Sum {
  const smape = (f: number): number =>
    Math.abs(y) + Math.abs(f) > 0 ? (200 * Math.abs(y - f)) / (Math.abs(y) + Math.abs(f)) : 0
  const inside = (lo: number, hi: number): number => (y >= lo && y <= hi ? 1 / horizon : 0)
  const missed = Math.max(0, p.lo95 - y, y - p.hi95)
  return {
    n: 1 / horizon,
    smape: smape(p.mean) / horizon,
    smape0: smape(w.last) / horizon,
    mase: Math.abs(y - p.mean) / w.scale / horizon,
    mase0: Math.abs(y - w.last) / w.scale / horizon,
    msis: (p.hi95 - p.lo95 + 40 * missed) / w.scale / horizon,
    in95: inside(p.lo95, p.hi95),
    in80: inside(p.lo80, p.hi80),
    in50: inside(p.lo50, p.hi50),
  }
}

function add(sums: Map<string, Sum>, part: string, s: Sum): void {
  const t = sums.get(part)
  if (!t) sums.set(part, { ...s })
  else for (const key of Object.keys(t) as (keyof Sum)[]) t[key] += s[key]
}

function told(part: string, s: Sum): string {
  const owa = (s.smape / s.smape0 + s.mase / s.mase0) / 2
  const share = (v: number): string => ((100 * v) / s.n).toFixed(1)
  return [
    part,
    s.n.toFixed(0),
    owa.toFixed(4),
    (s.msis / s.n).toFixed(2),
    share(s.in95),
    share(s.in80),
    share(s.in50),
  ].join(' | ')
}
