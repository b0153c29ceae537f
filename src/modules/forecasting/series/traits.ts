/** Nét của chuỗi: closed-form candidate forecasts and the features that weigh them, all free of the size of the numbers. */
import { holt, slopeOf, smoothed } from './candidates.ts'
import type { SeriesKind } from './input.ts'

/** The candidates, in the order of the learnt weights. */
export const CANDIDATES = [
  'drift',
  'shrunk-drift',
  'median-change',
  'last-3',
  'last-5',
  'half-last',
  'smoothed',
  'theta',
  'log-drift',
  'damped-holt',
  'mean-level',
  'last-3-level',
  'discounted-drift',
  'slope-of-6',
  'shrunk-log-drift',
  'damped-shrunk-drift',
] as const

/** How many features `traitsOf` gives. */
export const FEATURES = 25

/** What the method looks at in a series of five points or more that is not flat. */
export type Traits = {
  readonly points: number
  /** Features in a fixed order (see `featuresOf`). */
  readonly features: Float64Array
  /** Candidate changes from the last value at step k, in mean absolute yearly changes. */
  readonly candidates: (k: number) => Float64Array
  /** Mean change and spread of the changes in the same unit. */
  readonly drift: { readonly mean: number; readonly sd: number }
  readonly changes: Float64Array
}

/** Growth in a log scale is capped at 30 % a year. */
const GROWTH_CAP = Math.log(1.3)

/** The sum of k changes each `phi` times the one before. */
export const damped = (phi: number, k: number): number => (phi * (1 - phi ** k)) / (1 - phi)

const within = (v: number, lo: number, hi: number): number => (v < lo ? lo : v > hi ? hi : v)

/** Median of a list that may be sorted in place. */
export function medianOf(list: Float64Array): number {
  const sorted = list.slice().sort()
  const half = sorted.length >> 1
  const upper = sorted[half] ?? 0
  return sorted.length % 2 === 1 ? upper : ((sorted[half - 1] ?? 0) + upper) / 2
}

/** v / (1 + |v|): keeps the sign, tames the size. */
const tame = (v: number): number => v / (1 + Math.abs(v))

type Facts = {
  readonly kind: SeriesKind
  readonly n: number
  /** Values as changes from the last one, in scales. */
  readonly y: Float64Array
  readonly changes: Float64Array
  readonly mean: number
  readonly sd: number
  /** Mean change over its standard error. */
  readonly t: number
  readonly median: number
  /** The last value in scales. */
  readonly level: number
  readonly log: { readonly growth: number; readonly shrunk: number } | null
}

/** Traits of values whose mean absolute change is `scale` (> 0). */
export function traitsOf(values: Float64Array, scale: number, kind: SeriesKind): Traits {
  const f = factsOf(values, scale, kind)
  const candidates = candidatesOf(f)
  return {
    points: f.n,
    features: featuresOf(f, candidates(1)),
    candidates,
    drift: { mean: f.mean, sd: f.sd },
    changes: f.changes,
  }
}

function factsOf(values: Float64Array, scale: number, kind: SeriesKind): Facts {
  const n = values.length
  const last = values[n - 1] ?? 0
  const y = values.map((v) => (v - last) / scale)
  const changes = new Float64Array(n - 1)
  for (let i = 1; i < n; i++) changes[i - 1] = (y[i] ?? 0) - (y[i - 1] ?? 0)
  const { mean, sd, t } = spreadOf(changes)
  const log = values.every((v) => v > 0) ? growthOf(values) : null
  return { kind, n, y, changes, mean, sd, t, median: medianOf(changes), level: last / scale, log }
}

/** Mean, sample deviation and t of changes; the deviation never counts as zero in t. */
function spreadOf(changes: Float64Array): { mean: number; sd: number; t: number } {
  const m = changes.length
  let mean = 0
  for (const d of changes) mean += d / m
  let squares = 0
  for (const d of changes) squares += (d - mean) ** 2
  const sd = Math.sqrt(squares / Math.max(1, m - 1))
  return { mean, sd, t: (mean * Math.sqrt(m)) / Math.max(sd, 1e-9) }
}

/** The part of a drift that its own noise leaves credible. */
const credible = (t: number): number => (t * t) / (t * t + 3)

function growthOf(values: Float64Array): { growth: number; shrunk: number } {
  const rates = new Float64Array(values.length - 1)
  for (let i = 0; i < rates.length; i++) rates[i] = rateOf(values[i] ?? 1, values[i + 1] ?? 1)
  const { mean, t } = spreadOf(rates)
  const growth = within(mean, -GROWTH_CAP, GROWTH_CAP)
  return { growth, shrunk: within(mean * credible(t), -GROWTH_CAP, GROWTH_CAP) }
}

/** Growth in a log scale, also where the ratio itself is beyond what a number can hold. */
function rateOf(from: number, to: number): number {
  const rate = Math.log(to / from)
  return Number.isFinite(rate) ? rate : Math.log(to) - Math.log(from)
}

function candidatesOf(f: Facts): (k: number) => Float64Array {
  const { n, y, changes, mean } = f
  const m = n - 1
  const at = (back: number): number => y[Math.max(0, n - 1 - back)] ?? 0
  const shrunk = mean * credible(f.t)
  const last3 = -at(3) / Math.min(3, m)
  const last5 = -at(5) / Math.min(5, m)
  const lastChange = changes[m - 1] ?? 0
  const level = smoothed(y)
  const trend = slopeOf(y)
  const line = y.map((v, i) => 2 * v - (trend.middle + trend.slope * (i - m / 2)))
  const theta = smoothed(line) / 2 + (trend.middle + (trend.slope * m) / 2) / 2
  const h = n >= 8 ? holt(y, medianOf(changes.slice(0, 4))) : { level: 0, slope: shrunk, phi: 0.9 }
  const level3 = (at(0) + at(1) + at(2)) / 3
  const recent = discounted(changes)
  const slope6 = slopeOf(y.subarray(Math.max(0, n - 6))).slope
  const grown = (rate: number, years: number): number => f.level * (Math.exp(rate * years) - 1)
  return (k) => {
    const log = f.log
    const raw = [
      mean * k,
      shrunk * k,
      f.median * k,
      last3 * damped(0.85, k),
      last5 * damped(0.85, k),
      lastChange * (1 - 0.5 ** k),
      level,
      theta + (trend.slope / 2) * k,
      log ? within(grown(log.growth, k), -5 * k, 5 * k) : mean * k,
      h.level + h.slope * damped(h.phi, k),
      trend.middle * (1 - 0.9 ** k),
      level3,
      recent * damped(0.9, k),
      slope6 * damped(0.9, k),
      log ? within(grown(log.shrunk, damped(0.95, k)), -5 * k, 5 * k) : shrunk * damped(0.95, k),
      shrunk * damped(0.9, k),
    ]
    const [lo, hi] = [-6 * k - 4, 6 * k + 4]
    for (let c = 0; c < raw.length; c++) raw[c] = within(raw[c] as number, lo, hi)
    return Float64Array.from(raw)
  }
}

/** Mean change with weights falling by a quarter a year. */
function discounted(changes: Float64Array): number {
  let [sum, weights, w] = [0, 0, 1]
  for (let i = changes.length - 1; i >= 0; i--) {
    sum += w * (changes[i] ?? 0)
    weights += w
    w *= 0.75
  }
  return sum / weights
}

/** Mean over the last `count` of |change|. */
function recentSize(changes: Float64Array, count: number): number {
  let sum = 0
  const used = Math.min(count, changes.length)
  for (let i = changes.length - used; i < changes.length; i++) sum += Math.abs(changes[i] ?? 0)
  return sum / used
}

/** Half the mean difference between neighbouring changes: near 0 for a smooth series, near 1 for a zigzag. */
function roughness(changes: Float64Array): number {
  let sum = 0
  for (let i = 1; i < changes.length; i++) sum += Math.abs((changes[i] ?? 0) - (changes[i - 1] ?? 0))
  return sum / Math.max(1, changes.length - 1) / 2
}

function featuresOf(f: Facts, first: Float64Array): Float64Array {
  const { changes, y, n } = f
  const m = n - 1
  const sizes = changes.map(Math.abs)
  let [middle, lo, hi, still] = [0, 0, 0, 0]
  for (const v of y) {
    middle += v / n
    lo = Math.min(lo, v)
    hi = Math.max(hi, v)
  }
  for (const s of sizes) if (s < 1e-12) still++
  const change = (back: number): number => tame(changes[m - back] ?? 0)
  const candidate = (i: number): number => tame(first[i] ?? 0)
  return Float64Array.of(
    Math.log(n / 12),
    tame(f.t / 3),
    Math.min(3, Math.abs(f.t)),
    f.mean,
    Math.min(f.sd, 6),
    Math.log(0.2 + roughness(changes)),
    Math.log(0.1 + recentSize(changes, 4)),
    Math.log(0.1 + medianOf(sizes)),
    change(1),
    change(2),
    change(3),
    change(4),
    still / m,
    tame(middle / 3),
    Math.log(0.5 + hi - lo),
    f.kind === 'percent' ? 1 : 0,
    f.kind === 'count' ? 1 : 0,
    tame(f.median * 2),
    Math.log(0.02 + 1 / (1 + Math.abs(f.level))),
    candidate(1),
    candidate(6),
    candidate(14),
    f.log ? 1 : 0,
    candidate(12),
    candidate(9),
  )
}
