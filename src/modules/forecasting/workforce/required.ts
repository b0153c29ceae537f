/**
 * Đạt mục tiêu và mức tuyển cần có: the chance of the goal, the first year it fails, and the yearly intake for a given chance. Expected
 * people are linear in the intake, so each draw has its own needed intake (need − base) / slope, and the intake for 80% is the value
 * 80% of draws stay below: found without search. With whole people the smallest whole intake is looked for by halving.
 */
import { accept, type Decision, refuse } from '../../../kernel/result.ts'
import { type Course, centralCourse, run } from './model.ts'
import type { GoalQuantities, Plan } from './plan.ts'
import { askedRows, canCount, goalWeights, levelsOf, needAt, type Outcome, sharesOf, weighted } from './simulate.ts'
import {
  atLeast,
  type CountLaw,
  mixed,
  quantileOf,
  type Sample,
  type Sorted,
  sortedOf,
  type Told,
  toldCount,
  toldOf,
} from './spread.ts'
import { type Case, goalCount } from './whole.ts'

/** The answers about the goal; all null without one. */
export type Reached = {
  /** Need minus expected people in the goal's year; below 0 = more than needed. */
  readonly gap: number | null
  readonly gapSpread: Told | null
  /** Of reaching the goal with the intake as planned. */
  readonly probability: number | null
  readonly firstFailYear: number | null
  readonly goalByYear: readonly {
    readonly year: number
    readonly need: number
    readonly have: number
    readonly probability: number
  }[]
  /** A year, over all asked rows, before the yield: for the asked probability, else by the means. */
  readonly requiredInflow: number | null
  readonly requiredInflowAt: Readonly<Record<'50' | '80' | '95', number | null>> | null
  readonly requiredInflowMean: number | null
  readonly probabilityOfMeanPlan: number | null
  readonly requiredRows: readonly { readonly path: string; readonly perYear: number }[]
  /** What one more person of yearly intake adds to the goal's measure, by the means. */
  readonly perYearlyRecruit: number | null
  readonly probabilityByInflow: readonly { readonly inflow: number; readonly probability: number }[]
}

const NOTHING: Reached = {
  gap: null,
  gapSpread: null,
  probability: null,
  firstFailYear: null,
  goalByYear: [],
  requiredInflow: null,
  requiredInflowAt: null,
  requiredInflowMean: null,
  probabilityOfMeanPlan: null,
  requiredRows: [],
  perYearlyRecruit: null,
  probabilityByInflow: [],
}

/** Half the chance is asked for when a plan names none. */
const EVEN = 0.5

const reaches = (have: number, need: number): boolean => have >= need - 1e-9 * Math.max(1, Math.abs(need))

/** A goal that no intake reaches, with the cell and the reason. */
function outOfReach(path: string, reason: string): Decision<never> {
  return refuse('invalid', 'scenario.out-of-reach', `Không mức tuyển nào đạt mục tiêu (ô ${path}): ${reason}`, {
    fields: { [path]: reason },
  })
}

/** Why asked-for intake cannot count at all, or null. */
function hopeless(plan: Plan, asked: readonly number[], year: number): Decision<never> | null {
  if (asked.length === 0)
    return outOfReach('inflow', 'kịch bản không có dòng tuyển nào của ngành trong mục tiêu; thêm một dòng inflow.')
  if (canCount(plan, asked, year)) return null
  const first = Math.min(...asked.map((i) => (plan.recruits[i]?.from ?? 0) + (plan.recruits[i]?.delay ?? 0)))
  return outOfReach(
    `inflow[${asked[0]}].from`,
    `người tuyển đầu tiên vào năm ${first}, không kịp tính cho năm ${year}.`,
  )
}

type Chance = (have: Float64Array, need: Float64Array) => number

/** The goal from draws or combinations. */
export function reachedByDraws(
  plan: Plan,
  goal: GoalQuantities | null,
  out: Outcome,
  weights: Float64Array,
  equal: boolean,
): Decision<Reached> {
  const asked = plan.scenario.goal
  if (asked === null || goal === null || out.goal === null) return accept(NOTHING)
  const n = out.to - out.from
  const year = (table: Float64Array, t: number) => table.subarray(t * n, (t + 1) * n)
  const chance: Chance = (have, need) => {
    let [met, all] = [0, 0]
    for (let i = 0; i < n; i++) {
      const weight = equal ? 1 : (weights[i] ?? 0)
      all += weight
      if (reaches(have[i] ?? 0, need[i] ?? 0)) met += weight
    }
    return met / all
  }
  const { have, need } = out.goal
  const told = (values: Float64Array): Told => toldOf({ values, weights, equal })
  const goalByYear = Array.from({ length: plan.years + 1 }, (_, t) => ({
    year: plan.scenario.start + t,
    need: told(year(need, t)).mean,
    have: told(year(have, t)).mean,
    probability: chance(year(have, t), year(need, t)),
  }))
  const at = asked.year - plan.scenario.start
  const gapSpread = told(Float64Array.from(year(need, at), (v, i) => v - (year(have, at)[i] ?? 0)))
  const known: Reached = {
    ...NOTHING,
    gap: gapSpread.mean,
    gapSpread,
    goalByYear,
    probability: goalByYear[at]?.probability ?? null,
    firstFailYear: firstFail(goalByYear, asked.probability),
  }
  if (asked.solveFor !== 'inflow') return accept(known)
  const { base, slope } = out.goal
  const levels = Float64Array.from({ length: n }, (_, i) =>
    levelOf(year(need, at)[i] ?? 0, year(base, at)[i] ?? 0, year(slope, at)[i] ?? 0),
  )
  return solved(plan, known, { values: levels, weights, equal }, told(year(slope, at)).mean, central(plan, goal, at))
}

/** The intake at which a draw reaches the need; infinite when none does. */
function levelOf(need: number, base: number, slope: number): number {
  if (reaches(base, need)) return 0
  return slope > 1e-12 ? (need - base) / slope : Infinity
}

const firstFail = (byYear: Reached['goalByYear'], asked: number | null): number | null =>
  byYear.slice(1).find((r) => r.probability < (asked ?? EVEN))?.year ?? null

/** The needed intake by the means of all quantities. */
function central(plan: Plan, goal: GoalQuantities, t: number): number {
  const line = centralLine(plan, t)
  return levelOf(needAt(plan, goal, null, t), line.base, line.slope)
}

/** Expected measure of the goal = base + slope × intake, by the means. */
function centralLine(plan: Plan, t: number): { readonly base: number; readonly slope: number } {
  const weights = goalWeights(plan, plan.scenario.goal?.value.mean ?? 0)
  const shares = sharesOf(plan, askedRows(plan))
  const course = centralCourse(plan)
  const measured = (own: Partial<Course>): number => {
    let found = 0
    run(plan, { ...course, ...own }, (year, people) => {
      if (year === t) found = weighted(weights, people)
    })
    return found
  }
  return {
    base: measured({ intake: (r, year) => (shares.has(r.row) ? 0 : course.intake(r, year)) }),
    slope: measured({ withStock: false, intake: (r) => shares.get(r.row) ?? 0 }),
  }
}

function solved(plan: Plan, known: Reached, levels: Sample, slope: number, mean: number): Decision<Reached> {
  const { goal } = plan.scenario
  const asked = askedRows(plan)
  const none = hopeless(plan, asked, goal?.year ?? 0)
  const sorted = sortedOf(levels)
  const wanted = goal?.probability ? quantile(sorted, goal.probability) : mean
  // Whole people cannot be taken in parts.
  const required = plan.scenario.wholePersons ? Math.ceil(wanted - 1e-9) : wanted
  if (none && required > 0) return none
  if (!Number.isFinite(required))
    return outOfReach(
      'goal',
      'người tuyển theo các dòng inflow không làm tăng số được tính trong mục tiêu (tỷ lệ vào làm bằng 0, hoặc đã rời đi trước năm ấy).',
    )
  const over = tooMany(plan, asked, required)
  if (over) return over
  const finite = (x: number) => (Number.isFinite(x) ? x : null)
  const shares = sharesOf(plan, asked)
  return accept({
    ...known,
    requiredInflow: required,
    requiredInflowAt: {
      50: finite(quantile(sorted, 0.5)),
      80: finite(quantile(sorted, 0.8)),
      95: finite(quantile(sorted, 0.95)),
    },
    requiredInflowMean: finite(mean),
    probabilityOfMeanPlan: shareBelow(levels, mean),
    requiredRows: rowsOf(plan, shares, required),
    perYearlyRecruit: slope,
    probabilityByInflow: around(required).map((inflow) => ({ inflow, probability: shareBelow(levels, inflow) })),
  })
}

const rowsOf = (plan: Plan, shares: ReadonlyMap<number, number>, required: number): Reached['requiredRows'] =>
  [...levelsOf(plan, shares, required)].map(([row, perYear]) => ({ path: `inflow[${row}]`, perYear }))

/** Quantile where some values are infinite. */
function quantile(sorted: Sorted, p: number): number {
  const found = quantileOf(sorted, p)
  return Number.isNaN(found) ? Infinity : found
}

/** Share of draws that need at most `level`. */
function shareBelow({ values, weights, equal }: Sample, level: number): number {
  let [met, all] = [0, 0]
  for (let i = 0; i < values.length; i++) {
    const weight = equal ? 1 : (weights[i] ?? 0)
    all += weight
    if ((values[i] ?? 0) <= level * (1 + 1e-12) + 1e-9) met += weight
  }
  return met / all
}

/** Whole intakes around the needed one. */
function around(required: number): readonly number[] {
  const whole = Math.ceil(required - 1e-9)
  return [-2, -1, 0, 1, 2].map((d) => whole + d).filter((x) => x >= 0)
}

function tooMany(plan: Plan, asked: readonly number[], required: number): Decision<never> | null {
  const shares = sharesOf(plan, asked)
  for (const i of asked) {
    const max = plan.scenario.inflow[i]?.max ?? null
    const perYear = required * (shares.get(i) ?? 0)
    if (max !== null && perYear > max * (1 + 1e-9))
      return outOfReach(
        `inflow[${i}].max`,
        `cần ${told(perYear)} người mỗi năm, cao hơn mức nhiều nhất ${told(max)} của dòng này.`,
      )
  }
  return null
}

const told = (n: number): string => String(Number(n.toFixed(1))).replace('.', ',')

/** The goal with whole people, exactly. */
export function reachedByCounts(plan: Plan, goal: GoalQuantities | null, cases: readonly Case[]): Decision<Reached> {
  const asked = plan.scenario.goal
  if (asked === null || goal === null) return accept(NOTHING)
  const weights = Float64Array.from(cases, (c) => c.weight)
  const need = (one: Case, t: number) => needAt(plan, goal, one.course.values, t)
  const chanceAt = (level: number | null, t: number): number =>
    cases.reduce((sum, one) => sum + one.weight * atLeast(goalCount(plan, one, level, t), need(one, t)), 0)
  const lawAt = (t: number): CountLaw =>
    mixed(
      cases.map((one) => goalCount(plan, one, null, t)),
      weights,
    )
  const needed = (t: number) => cases.reduce((sum, one) => sum + one.weight * need(one, t), 0)
  const goalByYear = Array.from({ length: plan.years + 1 }, (_, t) => ({
    year: plan.scenario.start + t,
    need: needed(t),
    have: lawAt(t).mean,
    probability: chanceAt(null, t),
  }))
  const at = asked.year - plan.scenario.start
  const have = toldCount(lawAt(at))
  const turned = (x: number) => needed(at) - x
  const known: Reached = {
    ...NOTHING,
    gap: turned(have.mean),
    gapSpread: {
      mean: turned(have.mean),
      sd: have.sd,
      p025: turned(have.p975),
      p10: turned(have.p90),
      p25: turned(have.p75),
      p50: turned(have.p50),
      p75: turned(have.p25),
      p90: turned(have.p10),
      p975: turned(have.p025),
    },
    goalByYear,
    probability: goalByYear[at]?.probability ?? null,
    firstFailYear: firstFail(goalByYear, asked.probability),
  }
  if (asked.solveFor !== 'inflow') return accept(known)
  return solvedWhole(plan, known, (level) => chanceAt(level, at), centralLine(plan, at), needAt(plan, goal, null, at))
}

type Line = { readonly base: number; readonly slope: number }

function solvedWhole(
  plan: Plan,
  known: Reached,
  chance: (level: number) => number,
  line: Line,
  need: number,
): Decision<Reached> {
  const { goal } = plan.scenario
  const asked = askedRows(plan)
  const mean = levelOf(need, line.base, line.slope)
  const smallest = (p: number): number | null => smallestWhole(chance, p, Number.isFinite(mean) ? mean : 1)
  const required = smallest(goal?.probability ?? EVEN)
  if (required !== 0) {
    const none = hopeless(plan, asked, goal?.year ?? 0)
    if (none) return none
  }
  if (required === null) return outOfReach('goal', 'dù tuyển bao nhiêu, xác suất đạt vẫn thấp hơn mức đã nêu.')
  const over = tooMany(plan, asked, required)
  if (over) return over
  const shares = sharesOf(plan, asked)
  return accept({
    ...known,
    requiredInflow: required,
    requiredInflowAt: { 50: smallest(0.5), 80: smallest(0.8), 95: smallest(0.95) },
    requiredInflowMean: Number.isFinite(mean) ? mean : null,
    probabilityOfMeanPlan: Number.isFinite(mean) ? chance(Math.ceil(mean - 1e-9)) : null,
    requiredRows: rowsOf(plan, shares, required),
    perYearlyRecruit: line.slope,
    probabilityByInflow: around(required).map((inflow) => ({ inflow, probability: chance(inflow) })),
  })
}

const MOST_INTAKE = 1e7

/** The smallest whole intake with at least this chance; null when none has. */
function smallestWhole(chance: (level: number) => number, p: number, guess: number): number | null {
  const enough = (level: number) => chance(level) >= p - 1e-12
  if (enough(0)) return 0
  let [low, high] = [0, Math.max(1, Math.ceil(guess))]
  while (!enough(high)) {
    if (high > Math.min(MOST_INTAKE, 100 * guess + 1000)) return null
    ;[low, high] = [high, high * 2]
  }
  while (high - low > 1) {
    const middle = Math.floor((low + high) / 2)
    if (enough(middle)) high = middle
    else low = middle
  }
  return high
}
