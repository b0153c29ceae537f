/** Cửa sổ học: each series cut at several years; what was known before, what came after. */
import type { SeriesKind } from '../input.ts'
import { MIN_POINTS, prepare } from '../prepare.ts'
import { type Traits, traitsOf } from '../traits.ts'

/** A series of the development file: all its values, and where the official cut stands. */
export type DevSeries = {
  readonly id: string
  /** Series of one indicator are learnt and tried together. */
  readonly group: string
  readonly tier: string
  readonly kind: SeriesKind
  readonly cut: number
  readonly values: readonly number[]
}

/** One cut. Everything is in mean absolute changes before the cut and relative to the last value. */
export type Window = {
  readonly series: DevSeries
  readonly official: boolean
  readonly fold: number
  readonly scale: number
  readonly last: number
  readonly traits: Traits
  readonly candidates: readonly Float64Array[]
  readonly outcome: Float64Array
  /** What one unit of absolute error at a step costs in the score. */
  readonly cost: Float64Array
}

/** Longest horizon learnt. */
export const LEARNT_STEPS = 21
/** Folds of the cross-fit. */
export const FOLDS = 10
const CUTS = 5
/** Typical error of «như năm trước» in both measures: half a point of OWA each. */
const NAIVE = { smape: 19, mase: 3 }
/** Weight of a step beyond the sixth: what is planned so far ahead are indicators, which competition series do not resemble. */
const farWeight = (tier: string): number => (tier === 'comp' ? 0.1 : 0.5)
const NEAR_STEPS = 6

/** Weight of step k (from 1) of a series while learning. */
export const stepWeight = (series: DevSeries, k: number): number => (k <= NEAR_STEPS ? 1 : farWeight(series.tier))

/** FNV-1a of a text. */
export function hashOf(text: string): number {
  let h = 2166136261
  for (let i = 0; i < text.length; i++) h = Math.imul(h ^ text.charCodeAt(i), 16777619)
  return h >>> 0
}

/** The windows of a series: the official cut and up to five others, evenly spread. */
export function windowsOf(series: DevSeries): Window[] {
  const end = series.values.length - 2
  const others: number[] = []
  for (let cut = MIN_POINTS; cut <= end; cut++) if (cut !== series.cut) others.push(cut)
  const step = Math.max(1, others.length / CUTS)
  const chosen = Array.from({ length: Math.min(CUTS, others.length) }, (_, i) => others[Math.floor(i * step)] ?? 0)
  return [series.cut, ...chosen].flatMap((cut) => windowAt(series, cut) ?? [])
}

function windowAt(series: DevSeries, cut: number): Window | null {
  const { kind, values } = series
  const p = prepare({ kind, start: 1, values: values.slice(0, cut) })
  if (p.known < MIN_POINTS || p.scale === 0 || p.impossible.length > 0) return null
  const last = p.values[p.values.length - 1] ?? 0
  const steps = Math.min(LEARNT_STEPS, values.length - cut)
  const traits = traitsOf(p.values, p.scale, kind)
  const outcome = new Float64Array(steps)
  const cost = new Float64Array(steps)
  for (let k = 0; k < steps; k++) {
    const y = (values[cut + k] ?? 0) / p.unit
    outcome[k] = (y - last) / p.scale
    const size = Math.abs(y) + Math.abs(last)
    const relative = size > 0 ? (200 * p.scale) / size / NAIVE.smape : 0
    cost[k] = (stepWeight(series, k + 1) * (1 / NAIVE.mase + relative)) / 12
  }
  return {
    series,
    official: cut === series.cut,
    fold: hashOf(series.group) % FOLDS,
    scale: p.scale * p.unit,
    last: last * p.unit,
    traits,
    candidates: Array.from({ length: steps }, (_, k) => traits.candidates(k + 1)),
    outcome,
    cost,
  }
}
