/** Học chéo: every group is tried under tables learnt without it; the shipped tables are learnt from all. */
import { type IntervalTable, middles, type PointTable } from '../model.ts'
import { learnFactors, learnSpread, type Missed, type Ratio, ratiosOf } from './interval.ts'
import { learnPoint } from './point.ts'
import { FOLDS, stepWeight, type Window } from './windows.ts'

/** Both tables. */
export type Tables = { readonly point: PointTable; readonly interval: IntervalTable }

/** What cross-fitting leaves: the tables of each fold, and what was missed out of fold. */
export type Crossed = {
  readonly folds: readonly Tables[]
  readonly missed: readonly Missed[]
  readonly ratios: readonly Ratio[]
}

/** Weight of a window beside the official cuts when coverage is set. */
const OTHER = 0.15

/** What the middle of a table missed in a window. */
export function missedBy(table: PointTable, window: Window): Missed {
  const steps = Array.from(window.outcome, (_, k) => k + 1)
  const { x, at } = middles(table, window.traits, steps)
  return {
    window,
    x,
    error: window.outcome.map((y, k) => y - (at[k] ?? 0)),
    weights: window.outcome.map((_, k) => stepWeight(window.series, k + 1) / 6),
  }
}

const weightOf = (w: Window): number => (w.official ? 1 : OTHER)

/** Learns fold by fold: middles first, then spreads from what they missed elsewhere, then factors without the fold. */
export function crossFit(windows: readonly Window[]): Crossed {
  const folds = Array.from({ length: FOLDS }, (_, i) => i)
  const points = folds.map((f) =>
    learnPoint(
      windows.filter((w) => w.fold !== f),
      f + 1,
    ),
  )
  const missed = windows.flatMap((w) => {
    const table = points[w.fold]
    return table ? [missedBy(table, w)] : []
  })
  const spreads = folds.map((f) =>
    learnSpread(
      missed.filter((m) => m.window.fold !== f),
      f + 1,
    ),
  )
  return crossedFrom(missed, points, spreads)
}

/** Factors of each fold from what was missed in the others. */
export function crossedFrom(
  missed: readonly Missed[],
  points: readonly PointTable[],
  spreads: readonly IntervalTable['networks'][],
): Crossed {
  const ratios = missed.map((m) => ratiosOf(m, spreads[m.window.fold] ?? [], weightOf(m.window)))
  const without = (f: number): Ratio[] => ratios.flatMap((r, i) => (missed[i]?.window.fold === f ? [] : r))
  const folds = points.map((point, f) => ({
    point,
    interval: { networks: spreads[f] ?? [], factors: learnFactors(without(f)) },
  }))
  return { missed, ratios: ratios.flat(), folds }
}

/** The tables that are shipped: middles and spreads from all windows, factors from what was missed out of fold. */
export function learnAll(windows: readonly Window[], crossed: Crossed): Tables {
  const networks = learnSpread(crossed.missed, FOLDS + 1)
  return {
    point: learnPoint(windows, FOLDS + 1),
    interval: { networks, factors: learnFactors(crossed.ratios) },
  }
}
