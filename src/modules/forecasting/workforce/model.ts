/**
 * Mô hình dòng người: one year after another, each cell's people leave, die, change degree or sector, grow a year older, retire by
 * age; recruits come in. Shares are of the people at the start of the year and add up; whoever is left at its end and has reached the
 * age retires. With no ages and no moves it is S(t+1) = S(t)(1 − w) + R. Expected people are not whole; see `whole.ts`.
 */
import { calendarYear, type Plan, type Quantity, type Recruits, type YearlyQuantity, yearsOlder } from './plan.ts'

/** Drawn values: slot × years + year; a quantity drawn once repeats its value. */
export type Values = Float64Array

/** The value of a quantity in year `k`. */
export const amountOf = (q: Quantity, values: Values | null, years: number, k: number): number =>
  q.slot < 0 || values === null ? q.mean : (values[q.slot * years + Math.max(0, Math.min(k, years - 1))] ?? q.mean)

/** The value of a yearly quantity in a calendar year. `first` = the calendar year of year 0 of the plan. */
export function yearlyValue(
  y: YearlyQuantity,
  year: number,
  values: Values | null,
  years: number,
  first: number,
): number {
  const at = (q: Quantity, of: number) => amountOf(q, values, years, of - first)
  if (y.base !== null) {
    let value = at(y.base, year)
    if (y.growth === null) return value
    for (let of = y.from; of < year; of++) value *= at(y.growth, of + 1)
    for (let of = year; of < y.from; of++) value /= at(y.growth, of + 1)
    return value
  }
  const after = y.byYear.findIndex((r) => r.year >= year)
  const [right, left] = [y.byYear[after], y.byYear[after - 1]]
  if (right === undefined) return y.byYear.length === 0 ? 0 : at((y.byYear.at(-1) ?? { of: ZERO }).of, year)
  if (right.year === year || left === undefined) return at(right.of, year)
  const [from, to] = [at(left.of, year), at(right.of, year)]
  return from + ((to - from) * (year - left.year)) / (right.year - left.year)
}

const ZERO: Quantity = { mean: 0, slot: -1 }

/** Shares of one year in tables: who leaves, dies, retires early, and who moves where. */
export type Rates = {
  readonly leave: Float64Array
  readonly death: Float64Array
  readonly retire: Float64Array
  readonly moves: readonly {
    readonly kind: 'promote' | 'transfer'
    readonly share: Float64Array
    readonly target: Int32Array
  }[]
}

/**
 * The shares of year `k` under drawn values. Where drawn shares would take more than everybody, they are scaled to take all. `into` =
 * tables of an earlier draw of the same plan, written over.
 */
export function ratesOf(plan: Plan, values: Values | null, k: number, into?: Rates): Rates {
  const rates = into ?? emptyRates(plan)
  let move = 0
  for (const layer of plan.layers) {
    const shares =
      layer.kind === 'promote' || layer.kind === 'transfer' ? rates.moves[move++]?.share : rates[layer.kind]
    const ruling = layer.ruling[layer.ruling.length === 1 ? 0 : k]
    if (shares === undefined || ruling === undefined) continue
    // A cell that no row speaks of has row −1: the share 0 stands first.
    const rows = new Float64Array(layer.rows.length + 1)
    for (let r = 1; r < rows.length; r++) {
      const of = layer.rows[r - 1]?.of
      rows[r] = of === undefined ? 0 : amountOf(of, values, plan.years, k)
    }
    for (let c = 0; c < shares.length; c++) shares[c] = rows[(ruling[c] ?? -1) + 1] ?? 0
  }
  if (values !== null && plan.laws.length > 0) scaleDown(rates, plan.cells)
  return rates
}

/** Tables of a plan with all shares 0. */
function emptyRates(plan: Plan): Rates {
  const table = () => new Float64Array(plan.cells)
  const moves = plan.layers.flatMap((l) =>
    l.kind === 'promote' || l.kind === 'transfer' ? [{ kind: l.kind, share: table(), target: l.target }] : [],
  )
  return { leave: table(), death: table(), retire: table(), moves }
}

function scaleDown({ leave, death, retire, moves }: Rates, cells: number): void {
  const all = [leave, death, retire, ...moves.map((m) => m.share)]
  for (let c = 0; c < cells; c++) {
    let sum = 0
    for (const t of all) sum += t[c] ?? 0
    if (sum > 1) for (const t of all) t[c] = (t[c] ?? 0) / sum
  }
}

/** Whether the shares are the same in every year of a draw. */
export const sameEveryYear = (plan: Plan): boolean =>
  plan.layers.every(
    (l) => l.ruling.length === 1 && l.rows.every((r) => r.of.slot < 0 || plan.laws[r.of.slot]?.each === 'run'),
  )

/** What happened to people in a year, by sector: heads. */
export type Flow = 'leavers' | 'deaths' | 'retirements' | 'promotions' | 'transfers' | 'recruits'

/** Sees the people after each year (k = 0: at the beginning) and, where asked for, the flows of the year. */
export type Watch = (k: number, people: Float64Array) => void

/** Counts flows of year `k` in a block (sector × strata + stratum). */
export type Tally = (flow: Flow, block: number, k: number, heads: number) => void

/** What a run starts from and lets in. */
export type Course = {
  readonly values: Values | null
  readonly rates: (k: number) => Rates
  readonly withStock: boolean
  /** People who come in through a row in the calendar year of its intake, before the yield; null = none. */
  readonly intake: (r: Recruits, intakeYear: number) => number
  /** Factor of the shocks for a flow in a sector and year; absent = 1. */
  readonly shock?: (kind: number, sector: number, k: number) => number
}

/** Intakes as the plan file has them. */
export const plannedIntake =
  (plan: Plan, values: Values | null) =>
  (r: Recruits, year: number): number =>
    r.perYear === null ? 0 : yearlyValue(r.perYear, year, values, plan.years, calendarYear(plan.scenario, 0))

/** Runs the plan over its years. */
export function run(plan: Plan, course: Course, watch: Watch, tally?: Tally): void {
  let people = new Float64Array(plan.cells)
  let next = new Float64Array(plan.cells)
  const end = new Float64Array(plan.cells)
  if (course.withStock)
    for (const { cell, of } of plan.stock)
      people[cell] = (people[cell] ?? 0) + amountOf(of, course.values, plan.years, 0)
  watch(0, people)
  for (let k = 0; k < plan.years; k++) {
    oneYear(plan, course, k, { people, end, next }, tally)
    ;[people, next] = [next, people]
    watch(k + 1, people)
  }
}

/** People of the cells at the start of a year, at its end as old as before, and a year later. */
export type YearTables = { readonly people: Float64Array; readonly end: Float64Array; readonly next: Float64Array }

/** Year `k`: from `people` to `next`. Those who come before the year's exits are added to `people`. */
export function oneYear(plan: Plan, course: Course, k: number, tables: YearTables, tally?: Tally): void {
  letIn(plan, course, k, 'before', tables.people, tally)
  step(plan, course, k, tables, tally)
  growOlder(plan, k, tables, tally)
  letIn(plan, course, k, 'after', tables.next, tally)
}

const LEAVE = 0
const DEATH = 1
const RETIRE = 2
const PROMOTE = 3
const INFLOW = 4

/** Shares of the start: who leaves, dies, retires early, moves; the rest stay where they are. */
function step(plan: Plan, course: Course, k: number, { people, end }: YearTables, tally?: Tally): void {
  const { leave, death, retire, moves } = course.rates(k)
  const [inBlock, X] = [plan.degrees.length * plan.ages, plan.strata.length]
  const shock = course.shock
  end.fill(0)
  for (let block = 0; block < plan.sectors.length * X; block++) {
    const sector = Math.floor(block / X)
    const L = shock?.(LEAVE, sector, k) ?? 1
    const M = shock?.(DEATH, sector, k) ?? 1
    const Q = shock?.(RETIRE, sector, k) ?? 1
    const P = shock?.(PROMOTE, sector, k) ?? 1
    for (let c = block * inBlock; c < (block + 1) * inBlock; c++) {
      const n = people[c] ?? 0
      if (n === 0) continue
      let stay = 1 - ((leave[c] ?? 0) * L + (death[c] ?? 0) * M + (retire[c] ?? 0) * Q)
      for (const move of moves) {
        const share = (move.share[c] ?? 0) * (move.kind === 'promote' ? P : 1)
        if (share === 0) continue
        stay -= share
        const target = move.target[c] ?? 0
        end[target] = (end[target] ?? 0) + n * share
        tally?.(move.kind === 'promote' ? 'promotions' : 'transfers', block, k, n * share)
      }
      end[c] = (end[c] ?? 0) + n * stay
      if (tally) {
        tally('leavers', block, k, n * (leave[c] ?? 0) * L)
        tally('deaths', block, k, n * (death[c] ?? 0) * M)
        tally('retirements', block, k, n * (retire[c] ?? 0) * Q)
      }
    }
  }
}

/** The end of the year: everybody a year older, without those who have reached the age. */
function growOlder(plan: Plan, k: number, { end, next }: YearTables, tally?: Tally): void {
  const [inBlock, A] = [plan.degrees.length * plan.ages, plan.ages]
  const blocks = plan.cells / inBlock
  next.fill(0)
  for (let block = 0; block < blocks; block++) {
    const older = yearsOlder(plan, block)
    const keep = plan.keep[k * blocks + block]
    const first = block * inBlock
    let gone = 0
    for (let at = 0; at < inBlock; at += A)
      for (let age = 0; age < A; age++) {
        const heads = end[first + at + age] ?? 0
        if (heads === 0) continue
        const stays = age + older < A ? heads * (keep?.[at + age] ?? 1) : 0
        if (stays !== 0) next[first + at + age + older] = stays
        gone += heads - stays
      }
    if (gone !== 0) tally?.('retirements', block, k, gone)
  }
}

/** Whether people come in through a row in a calendar year. */
export const comesIn = (r: Recruits, year: number): boolean => year >= r.from + r.delay && year <= r.to + r.delay

/** Lets in those who come before or after the year's exits: all at its end, all at its start, or half and half. */
function letIn(
  plan: Plan,
  course: Course,
  k: number,
  when: 'before' | 'after',
  people: Float64Array,
  tally?: Tally,
): void {
  const { timing } = plan.scenario
  const part = timing === 'mid' ? 0.5 : (timing === 'end') === (when === 'after') ? 1 : 0
  if (part === 0) return
  const year = calendarYear(plan.scenario, k)
  for (const r of plan.recruits) {
    if (!comesIn(r, year)) continue
    const sector = sectorOf(plan, r.cell)
    const heads =
      course.intake(r, year - r.delay) *
      amountOf(r.yield, course.values, plan.years, k) *
      part *
      (course.shock?.(INFLOW, sector, k) ?? 1)
    const cell = when === 'after' ? r.cell : r.cellBefore
    people[cell] = (people[cell] ?? 0) + heads
    tally?.('recruits', Math.floor(cell / (plan.degrees.length * plan.ages)), k, heads)
  }
}

/** The sector of a cell. */
export const sectorOf = (plan: Plan, cell: number): number =>
  Math.floor(cell / (plan.strata.length * plan.degrees.length * plan.ages))

/** The degree of a cell. */
export const degreeOf = (plan: Plan, cell: number): number => Math.floor(cell / plan.ages) % plan.degrees.length

/** The run under the means of all quantities: the plan as people write it down. */
export function centralCourse(plan: Plan): Course {
  const fixed = plan.layers.every((l) => l.ruling.length === 1) ? ratesOf(plan, null, 0) : null
  const values = null
  return { values, rates: (k) => fixed ?? ratesOf(plan, null, k), withStock: true, intake: plannedIntake(plan, values) }
}

/**
 * How much one person in each cell at the beginning of year `k` counts in year `to`, by the shares of the run: the adjoint. Given
 * `weights` of the cells in year `to`, answers with the worth of a person in year to, to−1, …, 0 (index = year).
 */
export function worth(plan: Plan, course: Course, weights: Float64Array, to: number): readonly Float64Array[] {
  const found: Float64Array[] = []
  found[to] = weights
  for (let k = to - 1; k >= 0; k--) found[k] = stepBack(plan, course, k, found[k + 1] ?? weights)
  return found
}

function stepBack(plan: Plan, course: Course, k: number, later: Float64Array): Float64Array {
  const { leave, death, retire, moves } = course.rates(k)
  const staying = worthOfStaying(plan, k, later)
  const now = new Float64Array(plan.cells)
  for (let c = 0; c < plan.cells; c++) {
    const sector = sectorOf(plan, c)
    const factor = (kind: number) => course.shock?.(kind, sector, k) ?? 1
    let stay = 1 - (leave[c] ?? 0) * factor(LEAVE) - (death[c] ?? 0) * factor(DEATH) - (retire[c] ?? 0) * factor(RETIRE)
    let sum = 0
    for (const move of moves) {
      const share = (move.share[c] ?? 0) * (move.kind === 'promote' ? factor(PROMOTE) : 1)
      stay -= share
      sum += share === 0 ? 0 : share * (staying[move.target[c] ?? 0] ?? 0)
    }
    now[c] = sum + stay * (staying[c] ?? 0)
  }
  return now
}

/** The worth of a person who is in a cell at the end of year `k`, before growing older and retiring. */
export function worthOfStaying(plan: Plan, k: number, later: Float64Array): Float64Array {
  const inBlock = plan.degrees.length * plan.ages
  return Float64Array.from({ length: plan.cells }, (_, c) => {
    const older = yearsOlder(plan, Math.floor(c / inBlock))
    if ((c % plan.ages) + older >= plan.ages) return 0
    const kept = plan.keep[k * (plan.cells / inBlock) + Math.floor(c / inBlock)]?.[c % inBlock] ?? 1
    return kept * (later[c + older] ?? 0)
  })
}
