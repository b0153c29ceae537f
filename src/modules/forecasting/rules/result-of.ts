/** Từ câu trả lời của mô hình đến kết quả trên màn hình. Pure. */

import type { FanPoint } from '../words.ts'
import type { Answers, StockAnswer } from '../workforce/answers.ts'
import type { Bands, FlowRow, GoalResult, Lever, Result } from './result.ts'

const band = (r: StockAnswer): FanPoint => ({
  year: r.year,
  mean: r.mean,
  lo50: r.p25,
  hi50: r.p75,
  lo80: r.p10,
  hi80: r.p90,
  lo95: r.p025,
  hi95: r.p975,
})

/** Rows of a sum: a model of one sector or one degree tells it under its own name. */
const bandsOf = (rows: readonly StockAnswer[], sector: string | null, degree: string | null): Bands =>
  rows.filter((r) => r.sector === sector && r.degree === degree).map(band)

const namesOf = (rows: readonly StockAnswer[], of: 'sector' | 'degree'): string[] => [
  ...new Set(rows.flatMap((r) => (r[of] === null ? [] : [r[of]]))),
]

/** What a sum stands under: null, or the only name there is. */
const whole = (names: readonly string[]): string | null => (names.length === 1 ? (names[0] ?? null) : null)

/** How many of the numbers that matter most are told. */
const MOST_LEVERS = 10

/**
 * The result as screens have it. `words` names a number of the plan by its path; numbers of one row of people or of recruits are told
 * together, since nobody sets them one by one.
 */
export function resultOf(a: Answers, planned: number, why: string, words: (path: string) => string | null): Result {
  const [sectors, degrees] = [namesOf(a.stock, 'sector'), namesOf(a.stock, 'degree')]
  const [allSectors, allDegrees] = [whole(sectors), whole(degrees)]
  return {
    seed: a.seed,
    draws: a.draws,
    start: a.start,
    years: a.years,
    total: bandsOf(a.stock, allSectors, allDegrees),
    sectors: sectors.map((sector) => ({ sector, bands: bandsOf(a.stock, sector, allDegrees) })),
    degrees: degrees.map((degree) => ({ degree, bands: bandsOf(a.stock, allSectors, degree) })),
    flows: flowsOf(a, allSectors),
    goal: goalOf(a, planned, why),
    tornado: leversOf(a, words),
  }
}

function flowsOf(a: Answers, only: string | null): FlowRow[] {
  return a.flows.flatMap((f) => {
    const sector = f.sector ?? only
    if (sector === null || (f.sector === null && only === null)) return []
    return [
      {
        year: f.year,
        sector,
        recruits: f.recruits,
        leavers: f.leavers,
        deaths: f.deaths,
        retirements: f.retirements,
        promotions: f.promotions,
      },
    ]
  })
}

function goalOf(a: Answers, planned: number, why: string): GoalResult | null {
  const last = a.goalByYear.at(-1)
  if (a.probability === null || last === undefined) return null
  const at = a.requiredInflowAt
  return {
    year: last.year,
    chance: a.probability,
    firstFail: a.firstFailYear,
    needed: (
      [
        ['50', 0.5],
        ['80', 0.8],
        ['95', 0.95],
      ] as const
    ).map(([key, probability]) => ({
      probability,
      perYear: at?.[key] ?? null,
    })),
    planned,
    why,
  }
}

function leversOf(a: Answers, words: (path: string) => string | null): Lever[] {
  const sums = new Map<string, { low: number; high: number }>()
  for (const t of a.tornado) {
    const name = words(t.path)
    if (name === null) continue
    const swing = t.derivative * (t.sd > 0 ? t.sd : Math.abs(t.value) / 10)
    const at = sums.get(name) ?? { low: 0, high: 0 }
    sums.set(name, { low: at.low - swing, high: at.high + swing })
  }
  return [...sums.entries()]
    .map(([name, s]): Lever => ({ name, ...s, words: 'một độ lệch, hoặc một phần mười' }))
    .sort((x, y) => Math.abs(y.high) - Math.abs(x.high))
    .slice(0, MOST_LEVERS)
}
