/**
 * Từng người một, rút thăm: the model with whole people. Each year each cell's people fall by chance into those who go, those who
 * move and those who stay. Which chance a cell meets depends on the seed, the draw, the sector and the year alone.
 */
import { amountOf, type Course, comesIn, type Rates, sectorOf } from './model.ts'
import { calendarYear, type Plan, yearsOlder } from './plan.ts'
import { keyOf, streamOf } from './random.ts'

const STEP = 64
const INTAKE = 65
const START = 66

/** Runs one draw with whole people. Quantities that are not whole are rounded up with the probability of their part. */
export function runWhole(
  plan: Plan,
  course: Course,
  draw: number,
  watch: (k: number, people: Float64Array) => void,
): void {
  const { seed } = plan.scenario
  let people = new Float64Array(plan.cells)
  let next = new Float64Array(plan.cells)
  const start = streamOf(keyOf(seed, START, 0, draw))
  for (const { cell, of } of plan.stock)
    people[cell] = (people[cell] ?? 0) + wholeOf(amountOf(of, course.values, plan.years, 0), start)
  watch(0, people)
  for (let k = 0; k < plan.years; k++) {
    const chance = streamOf(keyOf(seed, INTAKE, k, draw))
    letIn(plan, course, k, people, next, chance)
    stepWhole(plan, course, k, draw, people, next)
    ;[people, next] = [next, people]
    watch(k + 1, people)
  }
}

/** A whole number with the mean of `x`. */
function wholeOf(x: number, chance: () => number): number {
  const whole = Math.floor(x + 1e-9)
  const part = x - whole
  return part > 1e-9 && chance() < part ? whole + 1 : whole
}

/** Draws who comes in; those at the end of the year wait in `next`. */
function letIn(
  plan: Plan,
  course: Course,
  k: number,
  people: Float64Array,
  next: Float64Array,
  chance: () => number,
): void {
  next.fill(0)
  const year = calendarYear(plan.scenario, k)
  const early = plan.scenario.timing === 'start' ? 1 : plan.scenario.timing === 'mid' ? 0.5 : 0
  for (const r of plan.recruits) {
    if (!comesIn(r, year)) continue
    const factor = course.shock?.(4, sectorOf(plan, r.cell), k) ?? 1
    const taken = wholeOf(course.intake(r, year - r.delay) * factor, chance)
    const came = binomialDraw(taken, amountOf(r.yield, course.values, plan.years, k), chance)
    const before = early === 0 ? 0 : early === 1 ? came : binomialDraw(came, early, chance)
    if (before > 0) people[r.cellBefore] = (people[r.cellBefore] ?? 0) + before
    next[r.cell] = (next[r.cell] ?? 0) + came - before
  }
}

function stepWhole(
  plan: Plan,
  course: Course,
  k: number,
  draw: number,
  people: Float64Array,
  next: Float64Array,
): void {
  const rates = course.rates(k)
  const inSector = plan.cells / plan.sectors.length
  for (let s = 0; s < plan.sectors.length; s++) {
    const chance = streamOf(keyOf(plan.scenario.seed, STEP + 3 * s, k, draw))
    const factors = [0, 1, 2, 3].map((kind) => course.shock?.(kind, s, k) ?? 1)
    for (let c = s * inSector; c < (s + 1) * inSector; c++) {
      const n = people[c] ?? 0
      if (n > 0) cellWhole(plan, rates, factors, k, c, n, next, chance)
    }
  }
}

/** Shares out the people of one cell: first those who go, then each move in turn among the rest, then who retires by age. */
function cellWhole(
  plan: Plan,
  { leave, death, retire, moves }: Rates,
  factors: readonly number[],
  k: number,
  c: number,
  n: number,
  next: Float64Array,
  chance: () => number,
): void {
  const [L = 1, M = 1, Q = 1, P = 1] = factors
  let left = 1
  let rest = n
  const take = (share: number): number => {
    if (share <= 0 || rest === 0) return 0
    const taken = share >= left ? rest : binomialDraw(rest, share / left, chance)
    left -= share
    rest -= taken
    return taken
  }
  take((leave[c] ?? 0) * L + (death[c] ?? 0) * M + (retire[c] ?? 0) * Q)
  for (const move of moves) {
    const moved = take((move.share[c] ?? 0) * (move.kind === 'promote' ? P : 1))
    if (moved > 0) arriveWhole(plan, k, move.target[c] ?? 0, moved, next, chance)
  }
  if (rest > 0) arriveWhole(plan, k, c, rest, next, chance)
}

function arriveWhole(
  plan: Plan,
  k: number,
  cell: number,
  heads: number,
  next: Float64Array,
  chance: () => number,
): void {
  const inBlock = plan.degrees.length * plan.ages
  const kept = plan.keep[k * (plan.cells / inBlock) + Math.floor(cell / inBlock)]?.[cell % inBlock] ?? 1
  const older = yearsOlder(plan, Math.floor(cell / inBlock))
  const stays = kept >= 1 ? heads : kept <= 0 ? 0 : binomialDraw(heads, kept, chance)
  if (stays > 0 && (cell % plan.ages) + older < plan.ages) next[cell + older] = (next[cell + older] ?? 0) + stays
}

/**
 * How many of `n` count, each with probability `p`. Small numbers by walking the distribution from zero, large ones from the middle
 * outwards: one uniform number either way.
 */
export function binomialDraw(n: number, p: number, chance: () => number): number {
  if (n <= 0 || p <= 0) return 0
  if (p >= 1) return n
  if (p > 0.5) return n - binomialDraw(n, 1 - p, chance)
  return n * p < 12 ? fromZero(n, p, chance()) : fromMiddle(n, p, chance())
}

function fromZero(n: number, p: number, u: number): number {
  const odds = p / (1 - p)
  let weight = n < 8 ? power(1 - p, n) : Math.exp(n * Math.log1p(-p))
  let [k, rest] = [0, u]
  while (rest > weight && k < n) {
    rest -= weight
    weight *= (odds * (n - k)) / (k + 1)
    k++
  }
  return k
}

function power(x: number, n: number): number {
  let product = 1
  for (let i = 0; i < n; i++) product *= x
  return product
}

/** Walks outwards from the likeliest count, one step up, one step down: about one standard deviation of steps. */
function fromMiddle(n: number, p: number, u: number): number {
  const top = Math.floor((n + 1) * p)
  const odds = p / (1 - p)
  const peak = Math.exp(chooseLog(n, top) + top * Math.log(p) + (n - top) * Math.log1p(-p))
  let [rest, up, down] = [u - peak, peak, peak]
  for (let i = 1; rest > 0 && i <= n; i++) {
    const [high, low] = [top + i, top - i]
    up = high <= n ? (up * odds * (n - high + 1)) / high : 0
    rest -= up
    if (rest <= 0) return high
    down = low >= 0 ? (down * (low + 1)) / (odds * (n - low)) : 0
    rest -= down
    if (rest <= 0) return low
    if (up === 0 && down === 0) break
  }
  return top
}

/** Logarithm of the number of ways to choose k of n. */
const chooseLog = (n: number, k: number): number => factorialLog(n) - factorialLog(k) - factorialLog(n - k)

/** Logarithm of n! by Stirling's series (n > 20), or summed. */
function factorialLog(n: number): number {
  if (n < 20) {
    let sum = 0
    for (let i = 2; i <= n; i++) sum += Math.log(i)
    return sum
  }
  return n * Math.log(n) - n + 0.5 * Math.log(2 * Math.PI * n) + 1 / (12 * n) - 1 / (360 * n ** 3) + 1 / (1260 * n ** 5)
}
