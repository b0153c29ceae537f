/** Chạy nhanh: outcomes of many draws from the block kernels, four draws at a time. Same answers as `simulate.ts`, to rounding. */
import { type Blocks, blocksOf, factorsFor, LANES, meanIntake, scalesOf } from './blocks.ts'
import { drawer, type Way } from './draws.ts'
import { amountOf } from './model.ts'
import type { Kernel } from './plain-kernel.ts'
import type { GoalQuantities, Plan, Recruits } from './plan.ts'
import { askedRows, emptyOutcome, needAt, type Outcome, sharesOf } from './simulate.ts'

/** Groups of lanes done for one sector before the next: their heads lie together in memory, and are written while they are near. */
const HELD = 16

/** Makes the kernel of some blocks. */
export type KernelMaker = (blocks: Blocks) => Kernel

/** Whether a plan fits the kernels. */
export const fitsBlocks = (plan: Plan): boolean => !plan.scenario.wholePersons && scalesOf(plan) !== null

/** Heads of one course of intakes: row = (sector × degrees + degree) × (years + 1) + year, by draw. */
type Course = { readonly kernel: Kernel; readonly blocks: Blocks; readonly heads: Float64Array }

/** Runs draws `from`..`to`−1 of a plan that fits. */
export function simulateBlocks(
  plan: Plan,
  goal: GoalQuantities | null,
  way: Way,
  from: number,
  to: number,
  make: KernelMaker,
): Outcome {
  const out = emptyOutcome(plan, from, to)
  const courses = coursesOf(plan, out, make)
  const factors = factorsFor(plan, way, scalesOf(plan) ?? [])
  const [T, D, X, n] = [plan.years, plan.degrees.length, plan.strata.length, to - from]
  const given = new Float64Array(T * 5 * LANES)
  const found = new Float64Array(T * D * LANES)
  for (const course of courses) startHeads(course, T, D, n)
  for (let first = from; first < to; first += HELD * LANES) {
    const groups = Math.min(HELD, Math.ceil((to - first) / LANES))
    const writes = Array.from({ length: groups }, (_, g) => factors(first + g * LANES, to, g))
    for (let s = 0; s < plan.sectors.length; s++)
      for (let g = 0; g < groups; g++) {
        const draw = first + g * LANES
        writes[g]?.(s, given)
        for (const { kernel, heads } of courses)
          for (let block = s * X; block < (s + 1) * X; block++) {
            kernel(block, given, found)
            addHeads(heads, found, s, T, D, n, draw - from, Math.min(LANES, to - draw))
          }
      }
  }
  if (goal !== null && out.goal !== null) goalYears(plan, goal, way, out, courses)
  return out
}

/** As planned; and where an intake is asked for, without the asked rows, and with one person a year through them alone. */
function coursesOf(plan: Plan, out: Outcome, make: KernelMaker): readonly Course[] {
  const planned = meanIntake(plan)
  const course = (withStock: boolean, intake: (r: Recruits, year: number) => number, heads: Float64Array): Course => {
    const blocks = blocksOf(plan, { withStock, intake })
    return { kernel: make(blocks), blocks, heads }
  }
  const all = course(true, planned, out.heads)
  if (plan.scenario.goal?.solveFor !== 'inflow') return [all]
  const shares = sharesOf(plan, askedRows(plan))
  const table = () => new Float64Array(out.heads.length)
  return [
    all,
    course(true, (r, year) => (shares.has(r.row) ? 0 : planned(r, year)), table()),
    course(false, (r) => shares.get(r.row) ?? 0, table()),
  ]
}

function startHeads({ blocks, heads }: Course, T: number, D: number, n: number): void {
  for (const b of blocks.blocks)
    for (let d = 0; d < D; d++) {
      let sum = 0
      for (let a = 0; a < blocks.ages; a++) sum += b.stock[d * blocks.ages + a] ?? 0
      const row = (b.sector * D + d) * (T + 1) * n
      for (let i = 0; i < n; i++) heads[row + i] = (heads[row + i] ?? 0) + sum
    }
}

function addHeads(
  heads: Float64Array,
  found: Float64Array,
  sector: number,
  T: number,
  D: number,
  n: number,
  at: number,
  lanes: number,
): void {
  for (let d = 0; d < D; d++)
    for (let k = 0; k < T; k++) {
      const row = ((sector * D + d) * (T + 1) + k + 1) * n + at
      const from = (k * D + d) * LANES
      for (let lane = 0; lane < lanes; lane++) heads[row + lane] = (heads[row + lane] ?? 0) + (found[from + lane] ?? 0)
    }
}

function goalYears(plan: Plan, goal: GoalQuantities, way: Way, out: Outcome, courses: readonly Course[]): void {
  const years = out.goal
  if (years === null) return
  const [T, n] = [plan.years + 1, out.to - out.from]
  const valuesOf = plan.laws.length > 0 ? drawer(plan, way) : null
  const share = plan.scenario.goal?.measure === 'share'
  const into = [years.have, years.base, years.slope]
  for (let i = 0; i < n; i++) {
    const values = valuesOf?.(out.from + i) ?? null
    const value = share ? amountOf(goal.value, values, plan.years, 0) : 0
    for (let t = 0; t < T; t++) {
      years.need[t * n + i] = needAt(plan, goal, values, t)
      courses.forEach(({ heads }, j) => {
        const table = into[j]
        if (table) table[t * n + i] = measured(plan, heads, t, i, n, value)
      })
    }
  }
}

/** The goal's measure from heads: those of its sector and degrees, for a share less that share of all degrees. */
function measured(plan: Plan, heads: Float64Array, t: number, i: number, n: number, share: number): number {
  const { goal } = plan.scenario
  const [T, D] = [plan.years + 1, plan.degrees.length]
  let sum = 0
  for (let s = 0; s < plan.sectors.length; s++) {
    if (goal === null || (goal.sector !== null && plan.sectors[s] !== goal.sector)) continue
    for (let d = 0; d < D; d++) {
      const degree = plan.degrees[d] ?? null
      const counted = goal.degrees === null || (degree !== null && goal.degrees.includes(degree)) ? 1 : 0
      sum += (counted - share) * (heads[((s * D + d) * T + t) * n + i] ?? 0)
    }
  }
  return sum
}
