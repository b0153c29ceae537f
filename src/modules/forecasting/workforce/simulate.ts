/**
 * Chạy các lần rút: stock by sector, degree and year for a range of draws, and what the goal needs to be answered without running
 * again. Expected people are linear in the intake, so a goal is kept as base + slope × intake.
 */
import { drawer, hasShocks, type Way } from './draws.ts'
import {
  amountOf,
  type Course,
  comesIn,
  plannedIntake,
  type Rates,
  ratesOf,
  run,
  sameEveryYear,
  yearlyValue,
} from './model.ts'
import { calendarYear, type GoalQuantities, type Plan, type Recruits } from './plan.ts'
import { shockWriter } from './shocks.ts'
import { runWhole } from './whole-draws.ts'

/** Outcomes of draws `from`..`to`−1; every table is row × draws + draw. */
export type Outcome = {
  readonly from: number
  readonly to: number
  /** Heads: row = (sector × degrees + degree) × (years + 1) + year. */
  readonly heads: Float64Array
  /** Full-time posts: row = sector × (years + 1) + year; null without such weights. */
  readonly posts: Float64Array | null
  /** The goal's own measure, what is needed, what the asked-for intake adds per person a year: row = year. */
  readonly goal: {
    readonly have: Float64Array
    readonly need: Float64Array
    readonly base: Float64Array
    readonly slope: Float64Array
  } | null
}

/** Which cells count towards the goal. For a share: degree minus share times all. */
export function goalWeights(plan: Plan, value: number): Float64Array {
  const { goal } = plan.scenario
  const weights = new Float64Array(plan.cells)
  const inSector = plan.cells / plan.sectors.length
  for (let c = 0; c < plan.cells; c++) {
    const sector = plan.sectors[Math.floor(c / inSector)]
    if (goal === null || (goal.sector !== null && goal.sector !== sector)) continue
    const degree = plan.degrees[Math.floor(c / plan.ages) % plan.degrees.length] ?? null
    const counted = goal.degrees === null || (degree !== null && goal.degrees.includes(degree)) ? 1 : 0
    const posts = goal.measure === 'fte' ? (plan.fte?.[c] ?? 1) : 1
    weights[c] = counted * posts - (goal.measure === 'share' ? value : 0)
  }
  return weights
}

/** The rows of intake the goal asks about: marked ones, else those of its sector and degree, else of its sector. */
export function askedRows(plan: Plan): readonly number[] {
  const { goal, inflow } = plan.scenario
  if (goal === null) return []
  const rows = inflow.map((r, i) => ({ r, i })).filter(({ r }) => r.solve !== false)
  const marked = rows.filter(({ r }) => r.solve === true)
  const ofSector = rows.filter(({ r }) => goal.sector === null || r.sector === null || r.sector === goal.sector)
  const { degrees } = goal
  const ofDegree = ofSector.filter(({ r }) => degrees === null || r.degree === null || degrees.includes(r.degree))
  const found = marked.length > 0 ? marked : ofDegree.length > 0 ? ofDegree : ofSector
  return found.map(({ i }) => i)
}

/** How one person of yearly intake is shared among the asked rows: as planned, else evenly. */
export function sharesOf(plan: Plan, asked: readonly number[]): ReadonlyMap<number, number> {
  const planned = asked.map((i) => {
    const r = plan.recruits[i]
    return r?.perYear ? yearlyValue(r.perYear, r.from, null, plan.years, calendarYear(plan.scenario, 0)) : 0
  })
  const total = planned.reduce((a, b) => a + b, 0)
  return new Map(asked.map((row, i) => [row, total > 0 ? (planned[i] ?? 0) / total : 1 / asked.length]))
}

/** A yearly intake shared among the asked rows; whole people by the largest parts left over. */
export function levelsOf(plan: Plan, shares: ReadonlyMap<number, number>, level: number): ReadonlyMap<number, number> {
  const exact = [...shares].map(([row, share]) => ({ row, heads: level * share }))
  if (!plan.scenario.wholePersons) return new Map(exact.map(({ row, heads }) => [row, heads]))
  const whole = new Map(exact.map(({ row, heads }) => [row, Math.floor(heads + 1e-9)]))
  const left = Math.round(level) - [...whole.values()].reduce((a, b) => a + b, 0)
  const byPart = exact.toSorted((a, b) => (b.heads % 1) - (a.heads % 1) || a.row - b.row)
  for (const { row } of byPart.slice(0, Math.max(0, left))) whole.set(row, (whole.get(row) ?? 0) + 1)
  return whole
}

/** The need of the goal at the end of year `t`, in the goal's own measure. */
export function needAt(plan: Plan, goal: GoalQuantities, values: Float64Array | null, t: number): number {
  const asked = plan.scenario.goal
  if (asked === null || asked.measure === 'share') return 0
  const value = amountOf(goal.value, values, plan.years, t - 1)
  if (asked.measure !== 'rate' || goal.population === null) return value
  const people = yearlyValue(goal.population, plan.scenario.start + t, values, plan.years, plan.scenario.start + 1)
  return (value * people) / asked.per
}

/** An empty outcome for a range of draws. */
export function emptyOutcome(plan: Plan, from: number, to: number): Outcome {
  const [n, T] = [to - from, plan.years + 1]
  const years = () => new Float64Array(T * n)
  return {
    from,
    to,
    heads: new Float64Array(plan.sectors.length * plan.degrees.length * T * n),
    posts: plan.fte && new Float64Array(plan.sectors.length * T * n),
    goal: plan.scenario.goal && { have: years(), need: years(), base: years(), slope: years() },
  }
}

/** Runs draws `from`..`to`−1 one by one. */
export function simulate(plan: Plan, goal: GoalQuantities | null, way: Way, from: number, to: number): Outcome {
  const out = emptyOutcome(plan, from, to)
  const valuesOf = drawer(plan, way)
  const shocks = hasShocks(plan) ? shockWriter(plan) : null
  const [S, T] = [plan.sectors.length, plan.years]
  const factors = new Float64Array(shocks ? 5 * S * T : 0)
  const fixed = plan.layers.every((l) => l.ruling.length === 1 && l.rows.every((r) => r.of.slot < 0))
    ? ratesOf(plan, null, 0)
    : null
  const same = sameEveryYear(plan)
  const tables: Rates[] = []
  const asked = new Set(askedRows(plan))
  const shares = sharesOf(plan, [...asked])
  const weights = goalWeights(plan, plan.scenario.goal?.value.mean ?? 0)
  for (let i = from; i < to; i++) {
    const values = way.kind === 'deterministic' ? null : valuesOf(i)
    const once = fixed ?? (same ? ratesOf(plan, values, 0, tables[0]) : null)
    if (same && once !== null) tables[0] = once
    shocks?.(i, factors, 1, 0)
    const course: Course = {
      values,
      rates: once ? () => once : remembered((k) => (tables[k] = ratesOf(plan, values, k, tables[k]))),
      withStock: true,
      intake: plannedIntake(plan, values),
      ...(shocks ? { shock: (kind, s, k) => factors[(kind * S + s) * T + k] ?? 1 } : {}),
    }
    const share = goal !== null && plan.scenario.goal?.measure === 'share'
    const own = share ? goalWeights(plan, amountOf(goal.value, values, T, 0)) : weights
    const store = (into: Float64Array) => (t: number, people: Float64Array) => {
      into[t * (to - from) + i - from] = weighted(own, people)
    }
    const have = out.goal && store(out.goal.have)
    const watch = (t: number, people: Float64Array) => {
      keepYear(plan, out, i - from, t, people)
      have?.(t, people)
    }
    if (plan.scenario.wholePersons) runWhole(plan, course, i, watch)
    else run(plan, course, watch)
    if (goal === null || out.goal === null) continue
    for (let t = 0; t <= T; t++) out.goal.need[t * (to - from) + i - from] = needAt(plan, goal, values, t)
    if (plan.scenario.goal?.solveFor !== 'inflow') continue
    const others = (r: Recruits, year: number) => (asked.has(r.row) ? 0 : course.intake(r, year))
    run(plan, { ...course, intake: others }, store(out.goal.base))
    const unit = (r: Recruits) => shares.get(r.row) ?? 0
    run(plan, { ...course, withStock: false, intake: unit }, store(out.goal.slope))
    if (plan.scenario.wholePersons) addLuck(plan, out.goal, course, own, i - from, to - from)
  }
  return out
}

/** What chance added to the expected people at the planned intake is kept for other intakes too. */
function addLuck(
  plan: Plan,
  goal: NonNullable<Outcome['goal']>,
  course: Course,
  own: Float64Array,
  at: number,
  n: number,
): void {
  run(plan, course, (t, people) => {
    const row = t * n + at
    goal.base[row] = (goal.base[row] ?? 0) + (goal.have[row] ?? 0) - weighted(own, people)
  })
}

function remembered(rates: (k: number) => Rates): (k: number) => Rates {
  const known: Rates[] = []
  return (k) => {
    known[k] ??= rates(k)
    return known[k]
  }
}

/** Sum over cells of weight times people. */
export function weighted(weights: Float64Array, people: Float64Array): number {
  let sum = 0
  for (let c = 0; c < people.length; c++) sum += (weights[c] ?? 0) * (people[c] ?? 0)
  return sum
}

function keepYear(plan: Plan, out: Outcome, at: number, t: number, people: Float64Array): void {
  const [n, T, D, A, X] = [out.to - out.from, plan.years + 1, plan.degrees.length, plan.ages, plan.strata.length]
  let c = 0
  for (let s = 0; s < plan.sectors.length; s++)
    for (let x = 0; x < X; x++)
      for (let d = 0; d < D; d++) {
        let [sum, posts] = [0, 0]
        for (let a = 0; a < A; a++, c++) {
          sum += people[c] ?? 0
          if (plan.fte) posts += (people[c] ?? 0) * (plan.fte[c] ?? 1)
        }
        const row = ((s * D + d) * T + t) * n + at
        out.heads[row] = (out.heads[row] ?? 0) + sum
        if (out.posts) out.posts[(s * T + t) * n + at] = (out.posts[(s * T + t) * n + at] ?? 0) + posts
      }
}

/** Whether intake of the asked rows can count in the goal's year at all. */
export const canCount = (plan: Plan, asked: readonly number[], goalYear: number): boolean =>
  plan.recruits.some(
    (r) =>
      asked.includes(r.row) &&
      Array.from({ length: plan.years }, (_, k) => k).some(
        (k) => plan.scenario.start + k + 1 <= goalYear && comesIn(r, calendarYear(plan.scenario, k)),
      ),
  )
