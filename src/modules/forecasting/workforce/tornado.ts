/**
 * Độ nhạy: how the goal (or the last stock) moves with each number of the plan, exactly: derivatives from one run forwards and one
 * backwards (adjoint), not from trying.
 */
import { amountOf, centralCourse, comesIn, run, worth, worthOfStaying } from './model.ts'
import { calendarYear, type Plan } from './plan.ts'

/** One number of the plan: the change of the goal for a change of 1 in it, and for one standard deviation (else a tenth of it). */
export type Sensitivity = {
  readonly path: string
  readonly value: number
  readonly sd: number
  readonly derivative: number
  readonly swing: number
}

/** Sensitivities of `weights`·people in year `t` of the plan, the largest swing first. */
export function tornadoOf(plan: Plan, weights: Float64Array, t: number): readonly Sensitivity[] {
  const course = centralCourse(plan)
  const value = worth(plan, course, weights, t)
  const people: Float64Array[] = []
  run(plan, course, (k, now) => {
    people[k] = now.slice()
  })
  const found: Sensitivity[] = []
  const add = (path: string, at: number, sd: number, derivative: number) => {
    const swing = Math.abs(derivative) * (sd > 0 ? sd : Math.abs(at) / 10)
    found.push({ path, value: at, sd, derivative, swing })
  }
  const sdOf = (slot: number) => (slot < 0 ? 0 : (plan.laws[slot]?.sd ?? 0))
  for (const s of plan.stock) add(`cells[${s.row}].stock`, s.of.mean, sdOf(s.of.slot), value[0]?.[s.cell] ?? 0)
  const { timing } = plan.scenario
  const early = timing === 'start' ? 1 : timing === 'mid' ? 0.5 : 0
  for (const r of plan.recruits) {
    let [byIntake, byYield] = [0, 0]
    for (let k = 0; k < t; k++) {
      const year = calendarYear(plan.scenario, k)
      if (!comesIn(r, year)) continue
      const before = early > 0 ? (value[k]?.[r.cellBefore] ?? 0) : 0
      const one = early * before + (1 - early) * (value[k + 1]?.[r.cell] ?? 0)
      const came = amountOf(r.yield, null, plan.years, k)
      const taken = course.intake(r, year - r.delay)
      byIntake += came * one
      byYield += taken * one
      const now = people[k]
      if (now && early > 0) now[r.cellBefore] = (now[r.cellBefore] ?? 0) + taken * came * early
    }
    add(
      `inflow[${r.row}].perYear`,
      r.perYear === null ? 0 : course.intake(r, r.from),
      sdOf(r.perYear?.base?.slot ?? -1),
      byIntake,
    )
    add(`inflow[${r.row}].yield`, r.yield.mean, sdOf(r.yield.slot), byYield)
  }
  const staying = Array.from({ length: t }, (_, k) => worthOfStaying(plan, k, value[k + 1] ?? weights))
  for (const layer of plan.layers) {
    const sums = new Float64Array(layer.rows.length)
    for (let k = 0; k < t; k++) {
      const ruling = layer.ruling[layer.ruling.length === 1 ? 0 : k]
      for (let c = 0; c < plan.cells; c++) {
        const row = ruling?.[c] ?? -1
        if (row < 0) continue
        const there = layer.target.length > 0 ? (staying[k]?.[layer.target[c] ?? 0] ?? 0) : 0
        sums[row] = (sums[row] ?? 0) + (people[k]?.[c] ?? 0) * (there - (staying[k]?.[c] ?? 0))
      }
    }
    layer.rows.forEach((row, i) => {
      add(row.path, row.of.mean, sdOf(row.of.slot), sums[i] ?? 0)
    })
  }
  return found.sort((a, b) => b.swing - a.swing)
}
