/** Độ trung thực của xác suất: stated chances of goals beside how often they came true, over many made-up provinces. */
import { wayOf } from './draws.ts'
import type { Province } from './fixtures.ts'
import { plainKernel } from './plain-kernel.ts'
import { layOut } from './plan.ts'
import { keyOf, normalQuantile, shuffled } from './random.ts'
import { fitRates } from './rates.ts'
import { readScenario } from './read-scenario.ts'
import { simulateBlocks } from './simulate-blocks.ts'

/** One goal: what was said and what came. */
export type Told = { readonly stated: number; readonly reached: boolean; readonly inBand: boolean }

/** Goals of a province: each sector at several levels around its course, `ahead` years from now. */
export function goalsOf(province: Province, ahead: number, draws: number, seed: number): readonly Told[] {
  const fitted = fitRates(province.history)
  const scenario = readScenario({
    seed,
    draws,
    start: 2025,
    years: ahead,
    cells: province.now.map(({ sector, stock }) => ({ sector, stock })),
    rates: { leave: fitted.rows.map(({ sector, mean, sd }) => ({ sector, mean, sd })) },
    shocks: { leave: fitted.shock },
    inflow: province.now.map(({ sector, perYear }) => ({ sector, perYear })),
  })
  if (!scenario.ok) throw new Error(scenario.message)
  const { plan } = layOut(scenario.value, () => undefined)
  const out = simulateBlocks(plan, null, wayOf(plan), 0, draws, plainKernel)
  return province.now.flatMap(({ sector, stock, perYear }, s) => {
    const first = (s * (ahead + 1) + ahead) * draws
    const rate = fitted.rows.find((r) => r.sector === sector)?.mean ?? 0
    const luck = luckOf(stock, perYear, rate, ahead)
    const order = shuffled(keyOf(seed, 9, s), draws)
    const heads = out.heads
      .slice(first, first + draws)
      .map((x, i) => x + luck * normalQuantile(((order[i] ?? 0) + 0.5) / draws))
    const came = province.later.get(sector)?.[ahead - 1] ?? 0
    const sorted = heads.toSorted()
    const inBand = came >= (sorted[Math.floor(0.1 * draws)] ?? 0) && came <= (sorted[Math.ceil(0.9 * draws) - 1] ?? 0)
    return [0.94, 0.97, 1, 1.03, 1.06].map((level) => {
      const goal = level * (sorted[Math.floor(draws / 2)] ?? 0)
      return { stated: heads.filter((h) => h >= goal).length / draws, reached: came >= goal, inBand }
    })
  })
}

/** The chance of single persons, as a spread: of those there now and of those who come, each stays with his own probability. */
function luckOf(stock: number, perYear: number, rate: number, ahead: number): number {
  let variance = 0
  for (let t = 0; t <= ahead; t++) {
    const stays = (1 - rate) ** (ahead - t)
    variance += (t === 0 ? stock : perYear) * stays * (1 - stays)
  }
  return Math.sqrt(variance)
}

/** Stated against frequency in ten parts; the share of outcomes within the 80% band. */
export type Calibration = {
  readonly parts: readonly { readonly stated: number; readonly came: number; readonly goals: number }[]
  readonly worst: number
  readonly inBand: number
}

/** Gathers goals into tenths of stated chance. */
export function calibrationOf(told: readonly Told[]): Calibration {
  const parts = Array.from({ length: 10 }, (_, i) => {
    const own = told.filter((t) => Math.min(9, Math.floor(t.stated * 10)) === i)
    const mean = (of: (t: Told) => number) => (own.length > 0 ? own.reduce((sum, t) => sum + of(t), 0) / own.length : 0)
    return { stated: mean((t) => t.stated), came: mean((t) => (t.reached ? 1 : 0)), goals: own.length }
  })
  return {
    parts,
    worst: Math.max(...parts.filter((p) => p.goals >= 30).map((p) => Math.abs(p.stated - p.came))),
    inBand: told.filter((t) => t.inBand).length / told.length,
  }
}
