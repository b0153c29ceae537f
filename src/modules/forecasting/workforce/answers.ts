/** Câu trả lời của một kịch bản: stock, need, gap, chance, the intake it takes, flows, sensitivity, balance. */
import { accept, type Decision } from '../../../kernel/result.ts'
import { type Balance, balanceOf, bestUse, bestWholeUse } from './balance.ts'
import { countOf, type Way, weightsOf } from './draws.ts'
import { type FlowRow, flowsOf, type RetirementRow, steadyState } from './flows.ts'
import { degreeOf, sectorOf } from './model.ts'
import type { GoalQuantities, Plan } from './plan.ts'
import { yearlyMean } from './read-scenario.ts'
import { type Reached, reachedByCounts, reachedByDraws } from './required.ts'
import { goalWeights, type Outcome } from './simulate.ts'
import { type Told, toldCount, toldOf } from './spread.ts'
import { type Sensitivity, tornadoOf } from './tornado.ts'
import { casesOf, cellsOf, headCount } from './whole.ts'

/** Người ở cuối một năm; null in `sector` or `degree` = all of them together. */
export type StockAnswer = {
  readonly sector: string | null
  readonly degree: string | null
  readonly year: number
} & Told

/** All that is answered. */
export type Answers = {
  readonly method: 'deterministic' | 'exact' | 'combinations' | 'draws'
  readonly seed: number
  readonly draws: number
  readonly start: number
  readonly years: number
  readonly stockOn: '31-12' | '01-01'
  readonly timing: 'start' | 'mid' | 'end'
  readonly wholePersons: boolean
  readonly stock: readonly StockAnswer[]
  readonly fte: readonly ({ readonly sector: string | null; readonly year: number } & Told)[]
  readonly flows: readonly FlowRow[]
  readonly retirements: readonly RetirementRow[]
  readonly steady:
    | readonly { readonly sector: string | null; readonly degree: string | null; readonly stock: number }[]
    | null
  readonly tornado: readonly Sensitivity[]
  readonly gaps: readonly GapAnswer[]
  readonly balance: BalanceAnswer | null
  readonly notes: readonly string[]
} & Reached

/** Thiếu hụt of a sector in a year: need minus people. */
export type GapAnswer = {
  readonly sector: string | null
  readonly degree: string | null
  readonly year: number
  readonly need: number
  readonly have: number
  readonly gap: number
}

/** Cân đối before and after the quota. */
export type BalanceAnswer = {
  readonly year: number
  readonly before: Balance
  readonly after: Balance | null
  readonly allocation: readonly { readonly sector: string | null; readonly added: number }[]
}

/** Answers from the outcomes of all draws. Refused when no intake reaches the goal. */
export function answersFrom(plan: Plan, goal: GoalQuantities | null, way: Way, out: Outcome): Decision<Answers> {
  const weights = weightsOf(plan, way)
  const reached = reachedByDraws(plan, goal, out, weights, way.kind !== 'combinations')
  if (!reached.ok) return reached
  const told = (values: Float64Array) => toldOf({ values, weights, equal: way.kind !== 'combinations' })
  const n = countOf(way)
  const T = plan.years + 1
  const rows = (fits: (s: number, d: number) => boolean, t: number): Float64Array => {
    const sum = new Float64Array(n)
    for (let s = 0; s < plan.sectors.length; s++)
      for (let d = 0; d < plan.degrees.length; d++) {
        if (!fits(s, d)) continue
        const first = ((s * plan.degrees.length + d) * T + t) * n
        for (let i = 0; i < n; i++) sum[i] = (sum[i] ?? 0) + (out.heads[first + i] ?? 0)
      }
    return sum
  }
  const stock = stockRows(plan, (sector, degree, t) =>
    told(rows((s, d) => (sector === null || s === sector) && (degree === null || d === degree), t)),
  )
  return accept({ ...common(plan, way.kind, n, stock), ...reached.value, fte: postRows(plan, out, n, told) })
}

/** Answers with whole people, found exactly. */
export function exactAnswers(plan: Plan, goal: GoalQuantities | null, way: Way): Decision<Answers> {
  const cases = casesOf(plan, way)
  const reached = reachedByCounts(plan, goal, cases)
  if (!reached.ok) return reached
  const stock = stockRows(plan, (sector, degree, t) =>
    toldCount(headCount(plan, cases, cellsOf(plan, sector, degree), t)),
  )
  return accept({ ...common(plan, 'exact', cases.length, stock), ...reached.value, fte: [] })
}

function common(plan: Plan, method: Answers['method'], draws: number, stock: readonly StockAnswer[]) {
  const { scenario: s } = plan
  const year = s.goal?.year ?? s.start + s.years
  const weights = s.goal === null ? cellsOf(plan, null, null) : goalWeights(plan, s.goal.value.mean)
  return {
    method,
    seed: s.seed,
    draws,
    start: s.start,
    years: s.years,
    stockOn: s.stockOn,
    timing: s.timing,
    wholePersons: s.wholePersons,
    stock,
    ...flowsOf(plan),
    steady: steadyRows(plan),
    tornado: tornadoOf(plan, weights, year - s.start),
    gaps: gapRows(plan, stock),
    balance: balanceAnswer(plan, stock),
    notes: s.notes,
  }
}

type Ask = (sector: number | null, degree: number | null, t: number) => Told

/** Rows for all, each sector, each degree, each of both, by year; a sum of one thing is not told twice. */
function stockRows(plan: Plan, ask: Ask): readonly StockAnswer[] {
  const sectors = plan.sectors.length > 1 ? [null, ...plan.sectors.keys()] : [0]
  const degrees = plan.degrees.length > 1 ? [null, ...plan.degrees.keys()] : [0]
  return sectors.flatMap((sector) =>
    degrees.flatMap((degree) =>
      Array.from({ length: plan.years + 1 }, (_, t) => ({
        sector: sector === null ? null : (plan.sectors[sector] ?? null),
        degree: degree === null ? null : (plan.degrees[degree] ?? null),
        year: plan.scenario.start + t,
        ...ask(sector, degree, t),
      })),
    ),
  )
}

function postRows(plan: Plan, out: Outcome, n: number, told: (values: Float64Array) => Told): Answers['fte'] {
  const { posts } = out
  if (posts === null) return []
  const T = plan.years + 1
  const sectors = plan.sectors.length > 1 ? [null, ...plan.sectors.keys()] : [0]
  return sectors.flatMap((sector) =>
    Array.from({ length: T }, (_, t) => {
      const sum = new Float64Array(n)
      for (let s = 0; s < plan.sectors.length; s++) {
        if (sector !== null && s !== sector) continue
        for (let i = 0; i < n; i++) sum[i] = (sum[i] ?? 0) + (posts[(s * T + t) * n + i] ?? 0)
      }
      return {
        sector: sector === null ? null : (plan.sectors[sector] ?? null),
        year: plan.scenario.start + t,
        ...told(sum),
      }
    }),
  )
}

const LARGEST_FOR_STEADY = 20_000

function steadyRows(plan: Plan): Answers['steady'] {
  const found = plan.cells > LARGEST_FOR_STEADY ? null : steadyState(plan)
  if (found === null) return null
  const sums = new Map<string, { sector: string | null; degree: string | null; stock: number }>()
  found.forEach((people, cell) => {
    const [sector, degree] = [plan.sectors[sectorOf(plan, cell)] ?? null, plan.degrees[degreeOf(plan, cell)] ?? null]
    const row = sums.get(`${sector}|${degree}`) ?? { sector, degree, stock: 0 }
    sums.set(`${sector}|${degree}`, { ...row, stock: row.stock + people })
  })
  return [...sums.values()]
}

const meanAt = (
  plan: Plan,
  stock: readonly StockAnswer[],
  sector: string | null,
  degree: string | null,
  year: number,
): number => {
  const [all, every] = [
    plan.sectors.length === 1 ? plan.sectors[0] : null,
    plan.degrees.length === 1 ? plan.degrees[0] : null,
  ]
  return stock.find((r) => r.year === year && r.sector === (sector ?? all) && r.degree === (degree ?? every))?.mean ?? 0
}

function gapRows(plan: Plan, stock: readonly StockAnswer[]): readonly GapAnswer[] {
  return plan.scenario.need.flatMap(({ sector, degree, value }) =>
    Array.from({ length: plan.years + 1 }, (_, t) => {
      const year = plan.scenario.start + t
      const [need, have] = [yearlyMean(value, year), meanAt(plan, stock, sector, degree, year)]
      return { sector, degree, year, need, have, gap: need - have }
    }),
  )
}

function balanceAnswer(plan: Plan, stock: readonly StockAnswer[]): BalanceAnswer | null {
  const { need, quota, balanceYear, start, wholePersons } = plan.scenario
  if (need.length === 0) return null
  const year = balanceYear ?? start
  const rows = need.map(({ sector, degree, value }) => ({
    name: degree === null ? sector : `${sector ?? ''} ${degree}`.trim(),
    have: meanAt(plan, stock, sector, degree, year),
    need: yearlyMean(value, year),
  }))
  const added = quota === null ? rows.map(() => 0) : (wholePersons ? bestWholeUse : bestUse)(rows, quota)
  const after = rows.map((r, i) => ({ ...r, have: r.have + (added[i] ?? 0) }))
  return {
    year,
    before: balanceOf(rows),
    after: quota === null ? null : balanceOf(after),
    allocation: quota === null ? [] : rows.map((r, i) => ({ sector: r.name, added: added[i] ?? 0 })),
  }
}
