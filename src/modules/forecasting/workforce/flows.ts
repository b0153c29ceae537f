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

/** Plans up to this size are solved as equations; larger ones, whose people mostly retire by age, are run until they settle. */
const MOST_EQUATIONS = 300
const MOST_YEARS = 2000

/** Trạng thái ổn định: the stock that the shares and intakes of the last year lead to in the end; null when there is none. */
export function steadyState(plan: Plan): Float64Array | null {
  if (plan.years === 0 || plan.recruits.length === 0) return null
  // Without an age of retirement people grow older than the table goes.
  if (plan.firstAge !== null && plan.scenario.retirement.kind === 'none') return null
  const course = centralCourse(plan)
  const after = (people: Float64Array, withIntake: boolean): Float64Array => {
    const [next, end] = [new Float64Array(plan.cells), new Float64Array(plan.cells)]
    const taken = withIntake ? course : { ...course, intake: () => 0 }
    oneYear(plan, taken, plan.years - 1, { people: people.slice(), end, next })
    return next
  }
  const intake = after(new Float64Array(plan.cells), true)
  if (intake.every((heads) => heads === 0)) return null
  return plan.cells > MOST_EQUATIONS ? settled(intake, (people) => after(people, true)) : solvedFor(intake, after)
}

/** Year after year until nothing changes. */
function settled(first: Float64Array, after: (people: Float64Array) => Float64Array): Float64Array | null {
  let people = first
  for (let i = 0; i < MOST_YEARS; i++) {
    const next = after(people)
    let [change, size] = [0, 0]
    for (let c = 0; c < next.length; c++) {
      change += Math.abs((next[c] ?? 0) - (people[c] ?? 0))
      size += next[c] ?? 0
    }
    if (change <= 1e-14 * size) return next
    people = next
  }
  return null
}

/** Below this a cell keeps everybody for ever. */
const NO_EXIT = 1e-12

/** n = A n + R: the columns of A are what becomes of one person in each cell; Gauss with the largest pivot. */
function solvedFor(
  intake: Float64Array,
  after: (people: Float64Array, withIntake: boolean) => Float64Array,
): Float64Array | null {
  const n = intake.length
  const rows = Array.from({ length: n }, () => new Float64Array(n + 1))
  for (let c = 0; c < n; c++) {
    const one = after(
      Float64Array.from({ length: n }, (_, i) => (i === c ? 1 : 0)),
      false,
    )
    rows.forEach((row, r) => {
      row[c] = (r === c ? 1 : 0) - (one[r] ?? 0)
    })
  }
  rows.forEach((row, r) => {
    row[n] = intake[r] ?? 0
  })
  for (let c = 0; c < n; c++) eliminate(rows, c, n)
  const people = new Float64Array(n)
  for (let r = n - 1; r >= 0; r--) {
    const row = rows[r]
    let rest = row?.[n] ?? 0
    for (let c = r + 1; c < n; c++) rest -= (row?.[c] ?? 0) * (people[c] ?? 0)
    const pivot = row?.[r] ?? 0
    if (Math.abs(pivot) < NO_EXIT && Math.abs(rest) > 1e-9) return null
    people[r] = Math.abs(pivot) < NO_EXIT ? 0 : rest / pivot
  }
  return people
}

/** Clears column `c` below its row; a column of cells that nobody leaves stays as it is. */
function eliminate(rows: Float64Array[], c: number, n: number): void {
  let best = c
  for (let r = c + 1; r < n; r++) if (Math.abs(rows[r]?.[c] ?? 0) > Math.abs(rows[best]?.[c] ?? 0)) best = r
  const pivotRow = rows[best]
  if (pivotRow === undefined) return
  rows[best] = rows[c] ?? pivotRow
  rows[c] = pivotRow
  const pivot = pivotRow[c] ?? 0
  if (Math.abs(pivot) < NO_EXIT) return
  for (let r = c + 1; r < n; r++) {
    const row = rows[r]
    const times = (row?.[c] ?? 0) / pivot
    if (row === undefined || times === 0) continue
    for (let j = c; j <= n; j++) row[j] = (row[j] ?? 0) - times * (pivotRow[j] ?? 0)
  }
}
