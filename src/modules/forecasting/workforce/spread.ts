/** Phân bố: mean, spread and quantiles of what the draws gave, of weighted combinations, and of whole counts. */

/** What is told of a quantity. */
export type Told = {
  readonly mean: number
  readonly sd: number
  readonly p025: number
  readonly p10: number
  readonly p25: number
  readonly p50: number
  readonly p75: number
  readonly p90: number
  readonly p975: number
}

const quantiles = (at: (p: number) => number): Omit<Told, 'mean' | 'sd'> => ({
  p025: at(0.025),
  p10: at(0.1),
  p25: at(0.25),
  p50: at(0.5),
  p75: at(0.75),
  p90: at(0.9),
  p975: at(0.975),
})

/** Values of draws (equal weights) or of combinations (their weights). */
export type Sample = { readonly values: Float64Array; readonly weights: Float64Array; readonly equal: boolean }

/** Mean and standard deviation. */
export function momentsOf({ values, weights }: Sample): { mean: number; sd: number } {
  if (values.length === 1) return { mean: values[0] ?? 0, sd: 0 }
  let [total, sum] = [0, 0]
  for (let i = 0; i < values.length; i++) {
    total += weights[i] ?? 0
    sum += (weights[i] ?? 0) * (values[i] ?? 0)
  }
  const mean = sum / total
  let square = 0
  for (let i = 0; i < values.length; i++) square += (weights[i] ?? 0) * ((values[i] ?? 0) - mean) ** 2
  return { mean, sd: Math.sqrt(square / total) }
}

/** Told figures of a sample. */
export function toldOf(sample: Sample): Told {
  const { mean, sd } = momentsOf(sample)
  if (sample.values.length === 1 || sd === 0) return { mean, sd, ...quantiles(() => mean) }
  const sorted = sortedOf(sample)
  return { mean, sd, ...quantiles((p) => quantileOf(sorted, p)) }
}

/** A sample in order. */
export type Sorted = Sample & { readonly sorted: true }

/** Puts values (with their weights) in order. */
export function sortedOf(sample: Sample): Sorted {
  if (sample.equal) return { ...sample, values: sample.values.toSorted(), sorted: true }
  const order = Int32Array.from(sample.values.keys()).sort((a, b) => (sample.values[a] ?? 0) - (sample.values[b] ?? 0))
  const pick = (from: Float64Array) => Float64Array.from(order, (i) => from[i] ?? 0)
  return { values: pick(sample.values), weights: pick(sample.weights), equal: false, sorted: true }
}

/**
 * The value below which a share `p` lies. Draws are middles of equal strata, so the quantile lies between neighbours; of
 * combinations it is the first value at which the weights reach `p`.
 */
export function quantileOf({ values, weights, equal }: Sorted, p: number): number {
  const n = values.length
  if (equal) {
    const at = Math.max(0, Math.min(n - 1, p * n - 0.5))
    const low = values[Math.floor(at)] ?? 0
    const high = values[Math.ceil(at)] ?? low
    return low === high ? low : low + (at - Math.floor(at)) * (high - low)
  }
  let below = 0
  for (let i = 0; i < n; i++) {
    below += weights[i] ?? 0
    if (below >= p - 1e-12) return values[i] ?? 0
  }
  return values[n - 1] ?? 0
}

/** A number of people that is one of from, from+1, …: its probabilities. */
export type CountLaw = {
  readonly from: number
  readonly chances: Float64Array
  readonly mean: number
  readonly variance: number
}

/** So many people, each of whom counts with the same probability, on his own. */
export type Trials = { readonly n: number; readonly p: number }

/** The law of how many count among several groups. A part of a person counts with that part of the probability. */
export function countLaw(groups: readonly Trials[]): CountLaw {
  const merged = new Map<number, number>()
  let [mean, variance] = [0, 0]
  for (const { n, p } of groups.flatMap(wholeTrials)) {
    mean += n * p
    variance += n * p * (1 - p)
    if (n > 0 && p > 0) merged.set(p, (merged.get(p) ?? 0) + n)
  }
  let law: { from: number; chances: Float64Array } = { from: 0, chances: new Float64Array([1]) }
  for (const [p, n] of merged) law = convolved(law, binomial(n, p))
  return { ...law, mean, variance }
}

/** A whole number of people and, where there is one, the part of one more. */
function wholeTrials({ n, p }: Trials): readonly Trials[] {
  const [whole, q] = [Math.floor(n + 1e-9), Math.min(1, Math.max(0, p))]
  const part = n - whole
  return part > 1e-9
    ? [
        { n: whole, p: q },
        { n: 1, p: q * part },
      ]
    : [{ n: whole, p: q }]
}

/** The probabilities of a binomial count, without tails below 1e-18 of the top. */
function binomial(n: number, p: number): { from: number; chances: Float64Array } {
  if (p >= 1) return { from: n, chances: new Float64Array([1]) }
  const top = Math.min(n, Math.floor((n + 1) * p))
  const [up, down]: [number[], number[]] = [[], []]
  for (let k = top, w = 1; k < n && w > 1e-18; k++) {
    w *= ((n - k) / (k + 1)) * (p / (1 - p))
    up.push(w)
  }
  for (let k = top, w = 1; k > 0 && w > 1e-18; k--) {
    w *= (k / (n - k + 1)) * ((1 - p) / p)
    down.push(w)
  }
  const chances = Float64Array.from([...down.reverse(), 1, ...up])
  const total = chances.reduce((a, b) => a + b, 0)
  return { from: top - down.length, chances: chances.map((c) => c / total) }
}

type Chances = { from: number; chances: Float64Array }

function convolved(a: Chances, b: Chances): Chances {
  const sum = new Float64Array(a.chances.length + b.chances.length - 1)
  for (let i = 0; i < a.chances.length; i++) {
    const weight = a.chances[i] ?? 0
    for (let j = 0; j < b.chances.length; j++) sum[i + j] = (sum[i + j] ?? 0) + weight * (b.chances[j] ?? 0)
  }
  let [first, last] = [0, sum.length - 1]
  while (first < last && (sum[first] ?? 0) < 1e-22) first++
  while (last > first && (sum[last] ?? 0) < 1e-22) last--
  return { from: a.from + b.from + first, chances: sum.slice(first, last + 1) }
}

/** Several laws, each with its weight. */
export function mixed(laws: readonly CountLaw[], weights: Float64Array): CountLaw {
  const [only] = laws
  if (laws.length === 1 && only) return only
  const from = Math.min(...laws.map((l) => l.from))
  const end = Math.max(...laws.map((l) => l.from + l.chances.length))
  const chances = new Float64Array(end - from)
  let [mean, square] = [0, 0]
  laws.forEach((law, i) => {
    const weight = weights[i] ?? 0
    mean += weight * law.mean
    square += weight * (law.variance + law.mean * law.mean)
    for (let j = 0; j < law.chances.length; j++)
      chances[law.from - from + j] = (chances[law.from - from + j] ?? 0) + weight * (law.chances[j] ?? 0)
  })
  return { from, chances, mean, variance: Math.max(0, square - mean * mean) }
}

/** Probability of at least `need`. */
export function atLeast({ from, chances }: CountLaw, need: number): number {
  let sum = 0
  for (let i = chances.length - 1; i >= 0 && from + i >= need - 1e-9; i--) sum += chances[i] ?? 0
  return Math.min(1, sum)
}

/** Told figures of a count. */
export function toldCount(law: CountLaw): Told {
  const at = (p: number) => {
    let below = 0
    for (let i = 0; i < law.chances.length; i++) {
      below += law.chances[i] ?? 0
      if (below >= p - 1e-12) return law.from + i
    }
    return law.from + law.chances.length - 1
  }
  return { mean: law.mean, sd: Math.sqrt(law.variance), ...quantiles(at) }
}
