/**
 * Đại lượng chưa chắc: a number of a plan that may be certain, one of a few values, or spread by a law. A law answers with its
 * mean and with the value it stays below with a given probability; all drawing goes through that.
 */
import { normalQuantile } from './random.ts'

/** How a quantity is spread. `each`: drawn once for the whole run, or anew every year. */
export type Law = {
  readonly mean: number
  readonly sd: number
  readonly each: 'run' | 'year'
  /** Null when it is certain. */
  readonly spread: Spread | null
}

/** A few values with their weights (summing to 1), or a continuous law by its quantiles; laws of one name have the same quantiles. */
export type Spread =
  | { readonly kind: 'values'; readonly values: readonly number[]; readonly weights: readonly number[] }
  | { readonly kind: 'continuous'; readonly name: string; readonly quantile: (p: number) => number }

/** Names of the laws a plan may name. */
export const LAWS = ['normal', 'lognormal', 'beta', 'uniform', 'triangular'] as const

/** A certain number. */
export const certain = (value: number): Law => ({ mean: value, sd: 0, each: 'run', spread: null })

/** A few values; weights need not sum to 1. */
export function amongValues(values: readonly number[], weights: readonly number[], each: Law['each'] = 'run'): Law {
  const total = weights.reduce((a, b) => a + b, 0)
  const shares = weights.map((w) => w / total)
  const mean = values.reduce((sum, v, i) => sum + v * (shares[i] ?? 0), 0)
  const variance = values.reduce((sum, v, i) => sum + (v - mean) ** 2 * (shares[i] ?? 0), 0)
  const kept = values.length > 1
  return { mean, sd: Math.sqrt(variance), each, spread: kept ? { kind: 'values', values, weights: shares } : null }
}

type Limits = { readonly low: number; readonly high: number }

function continuous(name: string, mean: number, sd: number, each: Law['each'], quantile: (p: number) => number): Law {
  if (sd === 0) return { ...certain(mean), each }
  return { mean, sd, each, spread: { kind: 'continuous', name, quantile } }
}

/** Normal, cut at the limits of what the quantity may be. */
export const normalLaw = (mean: number, sd: number, each: Law['each'], { low, high }: Limits): Law =>
  continuous(`normal ${mean} ${sd} ${low} ${high}`, mean, sd, each, (p) =>
    Math.min(high, Math.max(low, mean + sd * normalQuantile(p))),
  )

/** Log-normal by its mean and standard deviation (not those of its logarithm). */
export function lognormalLaw(mean: number, sd: number, each: Law['each'], { high }: Limits): Law {
  const variance = Math.log(1 + (sd / mean) ** 2)
  const [mu, sigma] = [Math.log(mean) - variance / 2, Math.sqrt(variance)]
  const name = `lognormal ${mean} ${sd} ${high}`
  return continuous(name, mean, sd, each, (p) => Math.min(high, Math.exp(mu + sigma * normalQuantile(p))))
}

/** Log-normal by its median and the standard deviation of its logarithm. */
export function lognormalByMedian(median: number, sigma: number, each: Law['each'], limits: Limits): Law {
  const mean = median * Math.exp((sigma * sigma) / 2)
  return lognormalLaw(mean, mean * Math.sqrt(Math.exp(sigma * sigma) - 1), each, limits)
}

/** Uniform between two values. */
export const uniformLaw = (min: number, max: number, each: Law['each']): Law =>
  continuous(`uniform ${min} ${max}`, (min + max) / 2, (max - min) / Math.sqrt(12), each, (p) => min + (max - min) * p)

/** Triangular: least, likeliest, most. */
export function triangularLaw(min: number, mode: number, max: number, each: Law['each']): Law {
  const variance = (min * min + mode * mode + max * max - min * mode - min * max - mode * max) / 18
  const turn = max > min ? (mode - min) / (max - min) : 0
  const name = `triangular ${min} ${mode} ${max}`
  return continuous(name, (min + mode + max) / 3, Math.sqrt(variance), each, (p) =>
    p < turn ? min + Math.sqrt(p * (max - min) * (mode - min)) : max - Math.sqrt((1 - p) * (max - min) * (max - mode)),
  )
}

/** Beta by its mean and standard deviation: stays between 0 and 1. Needs sd² < mean(1 − mean). */
export function betaLaw(mean: number, sd: number, each: Law['each']): Law {
  const size = sd > 0 ? (mean * (1 - mean)) / (sd * sd) - 1 : 1
  return continuous(`beta ${mean} ${sd}`, mean, sd, each, (p) => betaQuantile(p, mean * size, (1 - mean) * size))
}

/** Logarithm of the gamma function (Lanczos, 15 digits). */
export function logGamma(x: number): number {
  if (x < 0.5) return Math.log(Math.PI / Math.sin(Math.PI * x)) - logGamma(1 - x)
  const t = x + 6.5
  let sum = 0.9999999999998099
  for (let i = 0; i < LANCZOS.length; i++) sum += (LANCZOS[i] ?? 0) / (x + i)
  return 0.5 * Math.log(2 * Math.PI) + (x - 0.5) * Math.log(t) - t + Math.log(sum)
}

const LANCZOS = [
  676.5203681218851, -1259.1392167224028, 771.3234287776531, -176.6150291621406, 12.507343278686905,
  -0.13857109526572012, 0.000009984369578019572, 1.5056327351493116e-7,
]

/** Logarithm of what makes a beta density sum to 1. */
const betaScale = (a: number, b: number): number => logGamma(a + b) - logGamma(a) - logGamma(b)

/** The share of a beta law below `x` (continued fraction). */
export const betaBelow = (x: number, a: number, b: number): number => below(x, a, b, betaScale(a, b))

function below(x: number, a: number, b: number, scale: number): number {
  if (x <= 0) return 0
  if (x >= 1) return 1
  const front = Math.exp(scale + a * Math.log(x) + b * Math.log1p(-x))
  return x > (a + 1) / (a + b + 2) ? 1 - (front * fraction(1 - x, b, a)) / b : (front * fraction(x, a, b)) / a
}

function fraction(x: number, a: number, b: number): number {
  let c = 1
  let d = 1 / nonZero(1 - ((a + b) * x) / (a + 1))
  let h = d
  for (let m = 1; m <= 300; m++) {
    const even = (m * (b - m) * x) / ((a + 2 * m - 1) * (a + 2 * m))
    d = 1 / nonZero(1 + even * d)
    c = nonZero(1 + even / c)
    h *= d * c
    const odd = (-(a + m) * (a + b + m) * x) / ((a + 2 * m) * (a + 2 * m + 1))
    d = 1 / nonZero(1 + odd * d)
    c = nonZero(1 + odd / c)
    h *= d * c
    if (Math.abs(d * c - 1) < 1e-15) break
  }
  return h
}

const nonZero = (x: number): number => (Math.abs(x) < 1e-300 ? 1e-300 : x)

/** The value a beta law stays below with probability `p`: Newton's steps, halving where one would lead astray. */
export function betaQuantile(p: number, a: number, b: number): number {
  if (p <= 0) return 0
  if (p >= 1) return 1
  const scale = betaScale(a, b)
  const mean = a / (a + b)
  const sd = Math.sqrt((mean * (1 - mean)) / (a + b + 1))
  let [low, high] = [0, 1]
  let x = Math.min(1 - mean * 1e-3, Math.max(mean * 1e-3, mean + sd * normalQuantile(p)))
  for (let i = 0; i < 80 && high - low > 1e-15 * high; i++) {
    const over = below(x, a, b, scale) - p
    if (over > 0) high = x
    else low = x
    const density = Math.exp(scale + (a - 1) * Math.log(x) + (b - 1) * Math.log1p(-x))
    const next = x - over / density
    if (Math.abs(next - x) <= 1e-14 * x) return Math.min(1, next)
    x = next > low && next < high ? next : (low + high) / 2
  }
  return x
}
