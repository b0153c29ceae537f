/**
 * Từng người một, tính đúng: whole people who each go, stay or move on their own, so that a head-count is a sum of independent trials
 * and its distribution is found exactly: no draws, no rounding. Needs shares that are certain or combinations of a few values.
 */
import { countOf, drawer, type Way, weightsOf } from './draws.ts'
import { amountOf, type Course, comesIn, plannedIntake, ratesOf, worth } from './model.ts'
import { calendarYear, type Plan, type Recruits } from './plan.ts'
import { askedRows, goalWeights, levelsOf, sharesOf } from './simulate.ts'
import { type CountLaw, countLaw, mixed, type Trials } from './spread.ts'

/** Most steps an exact answer may take before draws are used instead. */
const MOST_WORK = 4e8

/** Whether head-counts of this plan can be found exactly in reasonable time. */
export function canBeExact(plan: Plan, way: Way): boolean {
  if (!plan.scenario.wholePersons || way.kind === 'draws') return false
  const rows = (plan.sectors.length + 1) * (plan.degrees.length + 1)
  const people = plan.stock.reduce((sum, s) => sum + s.of.mean, 0)
  const work =
    countOf(way) *
    rows *
    plan.years *
    (plan.years * plan.cells * 4 + Math.min(plan.cells, 400) * Math.sqrt(people + 1) * 20)
  return work < MOST_WORK
}

/** Which cells a row of answers counts: null = all. */
export function cellsOf(plan: Plan, sector: number | null, degree: number | null): Float64Array {
  const inSector = plan.cells / plan.sectors.length
  return Float64Array.from({ length: plan.cells }, (_, c) => {
    const own = sector === null || Math.floor(c / inSector) === sector
    return own && (degree === null || Math.floor(c / plan.ages) % plan.degrees.length === degree) ? 1 : 0
  })
}

/** One combination of values: its course and its weight. */
export type Case = { readonly course: Course; readonly weight: number }

/** All combinations of a plan. */
export function casesOf(plan: Plan, way: Way): readonly Case[] {
  const [valuesOf, weights] = [drawer(plan, way), weightsOf(plan, way)]
  return Array.from(weights, (weight, i) => {
    const values = way.kind === 'deterministic' ? null : valuesOf(i).slice()
    const rates = Array.from({ length: Math.max(1, plan.years) }, (_, k) => ratesOf(plan, values, k))
    const first = rates[0] ?? ratesOf(plan, values, 0)
    const intake = plannedIntake(plan, values)
    return { weight, course: { values, rates: (k) => rates[k] ?? first, withStock: true, intake } }
  })
}

/** The law of a head-count in year `t` of the plan (0 = at the beginning). */
export function headCount(plan: Plan, cases: readonly Case[], cells: Float64Array, t: number): CountLaw {
  const laws = cases.map(({ course }) => countLaw(trialsOf(plan, course, cells, t)))
  return mixed(
    laws,
    Float64Array.from(cases, (c) => c.weight),
  )
}

/** Everybody who may count in year `t`, with the probability that he does. */
function trialsOf(plan: Plan, course: Course, cells: Float64Array, t: number): readonly Trials[] {
  const value = worth(plan, course, cells, t)
  const stock = plan.stock.map((s) => ({ n: amountOf(s.of, course.values, plan.years, 0), p: value[0]?.[s.cell] ?? 0 }))
  return course.withStock ? [...stock, ...intakeTrials(plan, course, value, t)] : intakeTrials(plan, course, value, t)
}

function intakeTrials(plan: Plan, course: Course, value: readonly Float64Array[], t: number): readonly Trials[] {
  const { timing } = plan.scenario
  const early = timing === 'start' ? 1 : timing === 'mid' ? 0.5 : 0
  return Array.from({ length: t }, (_, k) => k).flatMap((k) => {
    const year = calendarYear(plan.scenario, k)
    return plan.recruits
      .filter((r) => comesIn(r, year))
      .map((r) => {
        const after = value[k + 1]?.[r.cell] ?? 0
        const before = early > 0 ? (value[k]?.[r.cellBefore] ?? 0) : 0
        const came = amountOf(r.yield, course.values, plan.years, k)
        return { n: course.intake(r, year - r.delay), p: came * (early * before + (1 - early) * after) }
      })
  })
}

/** The law of the goal's head-count when the asked rows take in `level` people a year; null = as planned. */
export function goalCount(plan: Plan, one: Case, level: number | null, t: number): CountLaw {
  const cells = goalWeights(plan, 0)
  if (level === null) return headCount(plan, [one], cells, t)
  const asked = askedRows(plan)
  const levels = levelsOf(plan, sharesOf(plan, asked), level)
  const intake = (r: Recruits, year: number): number => levels.get(r.row) ?? one.course.intake(r, year)
  return headCount(plan, [{ weight: 1, course: { ...one.course, intake } }], cells, t)
}
