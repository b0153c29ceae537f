/**
 * Đáp ứng: what one more recruit of a year adds to each later year, draw by draw. Stock is linear in recruits, so a moved slider or a
 * new goal is answered from these tables without running the model again: stock = base + sum over years of response × recruits.
 */
import { blocksOf, factorsFor, LANES, meanIntake, scalesOf } from './blocks.ts'
import type { Way } from './draws.ts'
import { calendarYear, type Plan, type Recruits } from './plan.ts'
import { sharesOf } from './simulate.ts'
import type { KernelMaker } from './simulate-blocks.ts'

/** Responses of all sectors. Tables are by draw inside; `of` in single precision to hold them in memory. */
export type Response = {
  readonly sectors: number
  readonly years: number
  readonly draws: number
  /** Heads without any recruits: row = sector × years + year (0 = the first year's end). */
  readonly base: Float64Array
  /** Heads in a year for one recruit of an earlier one: row = sector × pairs + year × (year + 1) / 2 + recruits' year. */
  readonly of: Float32Array
}

const pairsOf = (years: number): number => (years * (years + 1)) / 2

/** Builds the tables of a plan that fits the kernels: one run for each year of recruits. */
export function responseOf(plan: Plan, way: Way, draws: number, make: KernelMaker): Response {
  const [S, T, D, X] = [plan.sectors.length, plan.years, plan.degrees.length, plan.strata.length]
  const shares = sharesBySector(plan)
  const none = blocksOf(plan, { withStock: true, intake: () => 0 })
  const single = Array.from({ length: T }, (_, from) => {
    const year = calendarYear(plan.scenario, from)
    return make(
      blocksOf(plan, { withStock: false, intake: (r, taken) => (taken + r.delay === year ? (shares[r.row] ?? 0) : 0) }),
    )
  })
  const response = {
    sectors: S,
    years: T,
    draws,
    base: new Float64Array(S * T * draws),
    of: new Float32Array(S * pairsOf(T) * draws),
  }
  const factors = factorsFor(plan, way, scalesOf(plan) ?? [])
  const given = new Float64Array(T * 5 * LANES)
  const found = new Float64Array(T * D * LANES)
  const base = make(none)
  for (let first = 0; first < draws; first += LANES) {
    const write = factors(first, draws)
    const lanes = Math.min(LANES, draws - first)
    for (let s = 0; s < S; s++) {
      write(s, given)
      for (let block = s * X; block < (s + 1) * X; block++) {
        base(block, given, found)
        for (let y = 0; y < T; y++) add(response.base, (s * T + y) * draws + first, found, y * D, D, lanes)
        for (let from = 0; from < T; from++) {
          single[from]?.(block, given, found)
          for (let y = from; y < T; y++)
            add(response.of, (s * pairsOf(T) + (y * (y + 1)) / 2 + from) * draws + first, found, y * D, D, lanes)
        }
      }
    }
  }
  return response
}

/** How one recruit of a sector is shared among its rows. */
function sharesBySector(plan: Plan): readonly number[] {
  const inSector = plan.cells / plan.sectors.length
  const rowsOf = (s: number) => plan.recruits.filter((r) => Math.floor(r.cell / inSector) === s).map((r) => r.row)
  const shares: number[] = []
  for (let s = 0; s < plan.sectors.length; s++)
    for (const [row, share] of sharesOf(plan, rowsOf(s))) shares[row] = share
  return shares
}

function add(
  into: Float64Array | Float32Array,
  at: number,
  found: Float64Array,
  row: number,
  D: number,
  lanes: number,
): void {
  for (let d = 0; d < D; d++)
    for (let lane = 0; lane < lanes; lane++)
      into[at + lane] = (into[at + lane] ?? 0) + (found[(row + d) * LANES + lane] ?? 0)
}

/** Recruits the plan has, by sector and year of the plan: what a slider starts from. */
export function plannedRecruits(plan: Plan): Float64Array {
  const recruits = new Float64Array(plan.sectors.length * plan.years)
  const inSector = plan.cells / plan.sectors.length
  const intake = meanIntake(plan)
  const entering = (r: Recruits, year: number): number =>
    year >= r.from + r.delay && year <= r.to + r.delay ? intake(r, year - r.delay) : 0
  for (const r of plan.recruits)
    for (let k = 0; k < plan.years; k++) {
      const at = Math.floor(r.cell / inSector) * plan.years + k
      recruits[at] = (recruits[at] ?? 0) + entering(r, calendarYear(plan.scenario, k))
    }
  return recruits
}

/** Heads under other recruits (sector × years + year): row = sector × years + year, by draw. */
export function whatIf(response: Response, recruits: Float64Array): Float64Array {
  const { sectors: S, years: T, draws: n } = response
  const heads = response.base.slice()
  for (let s = 0; s < S; s++)
    for (let y = 0; y < T; y++) {
      const row = heads.subarray((s * T + y) * n, (s * T + y + 1) * n)
      for (let from = 0; from <= y; from++) {
        const taken = recruits[s * T + from] ?? 0
        if (taken === 0) continue
        const first = (s * pairsOf(T) + (y * (y + 1)) / 2 + from) * n
        addTimes(row, response.of.subarray(first, first + n), taken)
      }
    }
  return heads
}

function addTimes(row: Float64Array, each: Float32Array, times: number): void {
  for (let i = 0; i < row.length; i++) row[i] = (row[i] as number) + (each[i] as number) * times
}

/** Quantiles of each row of heads, row × probabilities: what a fan chart draws. Same convention as the quantiles of the answers. */
export function fansOf(heads: Float64Array, draws: number, probabilities: readonly number[]): Float64Array {
  const fans = new Float64Array((heads.length / draws) * probabilities.length)
  const row = new Float64Array(draws)
  for (let from = 0, at = 0; from < heads.length; from += draws) {
    row.set(heads.subarray(from, from + draws))
    for (const p of probabilities) fans[at++] = quantileIn(row, p)
  }
  return fans
}

/** The quantile of values that may be put into another order. */
function quantileIn(row: Float64Array, p: number): number {
  const place = Math.max(0, Math.min(row.length - 1, p * row.length - 0.5))
  const at = Math.floor(place)
  const low = bringTo(row, at)
  if (place === at) return low
  let high = Number.POSITIVE_INFINITY
  for (let i = at + 1; i < row.length; i++) if ((row[i] as number) < high) high = row[i] as number
  return low === high ? low : low + (place - at) * (high - low)
}

/** Puts the value that stands at `at` in order there, smaller ones before it and larger ones after it (quickselect). */
function bringTo(row: Float64Array, at: number): number {
  let [first, last] = [0, row.length - 1]
  while (first < last) {
    const pivot = row[(first + last) >> 1] as number
    let [i, j] = [first, last]
    while (i <= j) {
      while ((row[i] as number) < pivot) i++
      while ((row[j] as number) > pivot) j--
      if (i > j) break
      const held = row[i] as number
      row[i++] = row[j] as number
      row[j--] = held
    }
    if (at <= j) last = j
    else if (at >= i) first = i
    else break
  }
  return row[at] as number
}

/** The yearly intake of each sector that reaches its need in year `y` (0 = the first) with probability `p`; infinite when none does. */
export function backSolve(response: Response, need: readonly number[], y: number, p: number): readonly number[] {
  const { years: T, draws: n } = response
  const slope = new Float64Array(n)
  return need.map((wanted, s) => {
    slope.fill(0)
    for (let from = 0; from <= y; from++) {
      const first = (s * pairsOf(T) + (y * (y + 1)) / 2 + from) * n
      addTimes(slope, response.of.subarray(first, first + n), 1)
    }
    const base = response.base.subarray((s * T + y) * n, (s * T + y + 1) * n)
    const levels = slope.map((one, i) => {
      const lacking = wanted - (base[i] as number)
      return lacking <= 0 ? 0 : one > 0 ? lacking / one : Infinity
    })
    levels.sort()
    return levels[Math.min(n - 1, Math.max(0, Math.ceil(p * n) - 1))] ?? 0
  })
}
