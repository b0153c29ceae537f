/** Luồng vào ra và trạng thái ổn định: what the plan's own means say of each year, without chance. */
import { centralCourse, type Flow, oneYear, run } from './model.ts'
import { calendarYear, type Plan } from './plan.ts'

/** Flows of a calendar year; null = all sectors, both sexes. */
export type FlowRow = { readonly year: number; readonly sector: string | null } & Readonly<Record<Flow, number>>

/** Nghỉ hưu of a calendar year. */
export type RetirementRow = {
  readonly year: number
  readonly sector: string | null
  readonly sex: 'nam' | 'nu' | null
  readonly heads: number
}

const NONE: Readonly<Record<Flow, number>> = {
  leavers: 0,
  deaths: 0,
  retirements: 0,
  promotions: 0,
  transfers: 0,
  recruits: 0,
}

/** Flows by year, for all and for each sector; retirements also by sex. */
export function flowsOf(plan: Plan): {
  readonly flows: readonly FlowRow[]
  readonly retirements: readonly RetirementRow[]
} {
  const [X, S] = [plan.strata.length, plan.sectors.length]
  const table = Array.from({ length: plan.years }, () =>
    Array.from({ length: S * X }, () => ({ ...NONE }) as Record<Flow, number>),
  )
  const note = (flow: Flow, block: number, k: number, heads: number) => {
    const row = table[k]?.[block]
    if (row) row[flow] += heads
  }
  run(plan, centralCourse(plan), () => undefined, note)
  const sum = (k: number, fits: (block: number) => boolean, flow: Flow): number =>
    (table[k] ?? []).reduce((total, row, block) => total + (fits(block) ? row[flow] : 0), 0)
  const sectors = S > 1 ? [null, ...plan.sectors] : [null]
  const sexes = [null, ...(['nam', 'nu'] as const).filter((sex) => plan.strata.some((x) => x.sex === sex))]
  const inSector = (sector: string | null) => (block: number) =>
    sector === null || plan.sectors[Math.floor(block / X)] === sector
  const years = table.map((_, k) => k)
  return {
    flows: years.flatMap((k) =>
      sectors.map((sector) => {
        const of = (flow: Flow) => sum(k, inSector(sector), flow)
        return {
          year: calendarYear(plan.scenario, k),
          sector,
          leavers: of('leavers'),
          deaths: of('deaths'),
          retirements: of('retirements'),
          promotions: of('promotions'),
          transfers: of('transfers'),
          recruits: of('recruits'),
        }
      }),
    ),
    retirements: years.flatMap((k) =>
      sectors.flatMap((sector) =>
        sexes.map((sex) => {
          const fits = (block: number) =>
            inSector(sector)(block) && (sex === null || plan.strata[block % X]?.sex === sex)
          return { year: calendarYear(plan.scenario, k), sector, sex, heads: sum(k, fits, 'retirements') }
        }),
      ),
    ),
  }
}

const MOST_WORK = 3e7

/** Trạng thái ổn định: the stock that the shares and intakes of the last year lead to in the end; null when there is none. */
export function steadyState(plan: Plan): Float64Array | null {
  if (plan.years === 0 || plan.recruits.length === 0) return null
  const course = centralCourse(plan)
  let people = new Float64Array(plan.cells)
  let next = new Float64Array(plan.cells)
  for (let i = 0; i < MOST_WORK / plan.cells; i++) {
    oneYear(plan, course, plan.years - 1, { people: people.slice(), end: new Float64Array(plan.cells), next })
    let [change, size] = [0, 0]
    for (let c = 0; c < next.length; c++) {
      change += Math.abs((next[c] ?? 0) - (people[c] ?? 0))
      size += next[c] ?? 0
    }
    if (change <= 1e-14 * size) return size > 0 ? next : null
    ;[people, next] = [next, people]
  }
  return null
}
