/**
 * Đo mô hình nhân lực: the reference run of 40 sectors, 60 ages, 5 degrees, 20 years and 1.000 draws with five shocks a sector and
 * year, beside the plainest loop over as many cells; whole people; sliders and needed intakes from stored responses; and whether stated
 * chances come true on made-up provinces.
 */
import { taskFrom } from '../src/modules/forecasting/engine/lay-out.ts'
import { outcomeOf } from '../src/modules/forecasting/engine/outcome.ts'
import { outcomeOnThreads } from '../src/modules/forecasting/engine/threads.ts'
import { wasmKernel } from '../src/modules/forecasting/engine/wasm-kernel.ts'
import { provinceOf } from '../src/modules/forecasting/workforce/fixtures.ts'
import { calibrationOf, goalsOf } from '../src/modules/forecasting/workforce/fixtures-calibration.ts'
import { backSolve, plannedRecruits, responseOf, whatIf } from '../src/modules/forecasting/workforce/response.ts'
import { rounded } from './figures.ts'

const SECTORS = 40
const AGES = 60
const DEGREES = 5
const YEARS = 20
const DRAWS = 1000
const RUNS = 3
const PROVINCES = 500

/** What was found. Seconds of processor time unless said. */
export type WorkforceFound = {
  readonly cellYears: number
  readonly wasm: number
  readonly twoThreadsWall: number
  readonly plain: number
  readonly whole: number
  readonly rawLoop: number
  readonly timesRaw: number
  readonly whatIfMs: number
  readonly backSolveMs: number
  readonly sameBytes: boolean
  readonly calibrationWorst: number
  readonly inBand80: number
}

/** The reference plan. */
export function referencePlan(draws: number, wholePersons = false): unknown {
  const sectors = Array.from({ length: SECTORS }, (_, s) => `nganh-${s}`)
  const degrees = Array.from({ length: DEGREES }, (_, d) => `trinh-do-${d}`)
  const bands = Array.from({ length: AGES / 5 }, (_, b) => [3 + 5 * b, 7 + 5 * b] as const)
  const cells = sectors.flatMap((sector, s) =>
    degrees.flatMap((degree, d) =>
      Array.from({ length: AGES }, (_, a) => ({ sector, degree, age: 3 + a, stock: 1 + ((7 * s + 3 * d + a) % 5) })),
    ),
  )
  return {
    seed: 7,
    draws,
    wholePersons,
    start: 2025,
    years: YEARS,
    degrees,
    cells,
    rates: {
      leave: bands.map((age, b) => ({ age, value: 0.02 + 0.002 * b })),
      death: bands.map((age, b) => ({ age, value: 0.001 + 0.0005 * b })),
      retire: [{ age: [55, 61], value: 0.1 }],
      promote: 0.03,
    },
    retirement: { age: 62 },
    inflow: sectors.map((sector, s) => ({ sector, degree: degrees[1], age: 25, perYear: 20 + s })),
    shocks: {
      leave: { sd: 0.2, persistence: 0.5, common: 0.3 },
      death: { sd: 0.1, persistence: 0.3 },
      retire: { sd: 0.2, persistence: 0.5 },
      promote: { sd: 0.2, persistence: 0.6 },
      inflow: { sd: 0.3, persistence: 0.4 },
    },
  }
}

function taskOf(json: unknown) {
  const laid = taskFrom(json)
  if (!laid.ok) throw new Error(laid.message)
  return laid.value
}

/** Seconds of processor time, the best of some runs. */
function seconds(runs: number, work: () => void): number {
  let best = Infinity
  for (let i = 0; i < runs; i++) {
    const began = process.cpuUsage()
    work()
    const { user, system } = process.cpuUsage(began)
    best = Math.min(best, (user + system) / 1e6)
  }
  return best
}

/** As many multiplications as the reference has cell-years, over one table. */
function rawLoop(cellYears: number): number {
  const table = new Float64Array(SECTORS * AGES * DEGREES).fill(1)
  let sum = 0
  for (let i = 0; i < cellYears / table.length; i++)
    for (let c = 0; c < table.length; c++) sum += (table[c] ?? 0) * 0.97
  return sum
}

const bytesOf = (table: Float64Array) => Buffer.from(table.buffer, table.byteOffset, table.byteLength)

/** Runs all. Takes some minutes. */
export async function benchWorkforce(): Promise<WorkforceFound> {
  const json = referencePlan(DRAWS)
  const task = taskOf(json)
  const cellYears = SECTORS * AGES * DEGREES * YEARS * DRAWS
  const wasm = seconds(RUNS, () => outcomeOf(task, 0, DRAWS, true))
  const plain = seconds(RUNS, () => outcomeOf(task, 0, DRAWS, false))
  const raw = seconds(RUNS, () => rawLoop(cellYears))
  const one = outcomeOf(task, 0, DRAWS, true).heads
  let wall = Infinity
  let two = one
  for (let i = 0; i < RUNS; i++) {
    const began = performance.now()
    two = (await outcomeOnThreads(json, task, 2, true)).heads
    wall = Math.min(wall, (performance.now() - began) / 1000)
  }
  const response = responseOf(task.plan, task.way, DRAWS, wasmKernel)
  const recruits = plannedRecruits(task.plan)
  const need = Array.from({ length: SECTORS }, () => 800)
  const wholeTask = taskOf(referencePlan(DRAWS, true))
  const told = Array.from({ length: PROVINCES }, (_, i) => goalsOf(provinceOf(i, 5), 5, 400, i)).flat()
  const honest = calibrationOf(told)
  return {
    cellYears,
    wasm: rounded(wasm, 3),
    twoThreadsWall: rounded(wall, 3),
    plain: rounded(plain, 3),
    whole: rounded(
      seconds(1, () => outcomeOf(wholeTask, 0, DRAWS, true)),
      2,
    ),
    rawLoop: rounded(raw, 3),
    timesRaw: rounded(wasm / raw, 2),
    whatIfMs: rounded(seconds(5, () => whatIf(response, recruits)) * 1000),
    backSolveMs: rounded(seconds(5, () => backSolve(response, need, YEARS - 1, 0.8)) * 1000),
    sameBytes:
      bytesOf(one).equals(bytesOf(two)) && bytesOf(one).equals(bytesOf(outcomeOf(task, 0, DRAWS, false).heads)),
    calibrationWorst: rounded(honest.worst, 3),
    inBand80: rounded(honest.inBand, 3),
  }
}

/** The same for people. */
export const tellWorkforce = (f: WorkforceFound): string =>
  [
    `Nhân lực: ${(f.cellYears / 1e6).toLocaleString('vi')} triệu ô-năm trong ${f.wasm} giây xử lý (một luồng), gấp ${f.timesRaw} lần vòng lặp trần (${f.rawLoop} giây)`,
    `  hai luồng ${f.twoThreadsWall} giây đồng hồ; không WebAssembly ${f.plain} giây xử lý; từng người ${f.whole} giây xử lý`,
    `  đổi số tuyển ${f.whatIfMs} ms, tìm mức tuyển ${f.backSolveMs} ms; cùng từng byte: ${f.sameBytes ? 'có' : 'KHÔNG'}`,
    `  xác suất nêu ra lệch tần suất nhiều nhất ${f.calibrationWorst}; khoảng 80% giữ ${f.inBand80}`,
  ].join('\n')
