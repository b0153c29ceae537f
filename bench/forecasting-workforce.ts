/**
 * Đo mô hình nhân lực: the reference run of 40 sectors, 60 ages, 5 degrees, 20 years and 1.000 draws with five shocks a sector and
 * year, beside the plainest loop over as many cells; a tenth of it with whole people; sliders and needed intakes from stored responses;
 * and whether stated chances come true on made-up provinces.
 */
import { taskFrom } from '../src/modules/forecasting/engine/lay-out.ts'
import { outcomeOf } from '../src/modules/forecasting/engine/outcome.ts'
import { outcomeOnThreads } from '../src/modules/forecasting/engine/threads.ts'
import { wasmKernel } from '../src/modules/forecasting/engine/wasm-kernel.ts'
import { provinceOf } from '../src/modules/forecasting/workforce/fixtures.ts'
import { type Calibration, calibrationOf, goalsOf } from '../src/modules/forecasting/workforce/fixtures-calibration.ts'
import {
  backSolve,
  fansOf,
  plannedRecruits,
  type Response,
  responseOf,
  whatIf,
} from '../src/modules/forecasting/workforce/response.ts'
import { rounded } from './figures.ts'

const SECTORS = 40
const AGES = 60
const DEGREES = 5
const YEARS = 20
const DRAWS = 1000
const RUNS = 5
const WHOLE_DRAWS = 50
const PROVINCES = 500
const AHEAD = 5
const NEED = 800
const FAN = [0.1, 0.5, 0.9]

/** Bounds of the product. */
const MOST = {
  oneThreadSeconds: 0.9,
  twoThreadSeconds: 0.6,
  withoutWasmCpu: 2,
  whatIfMs: 50,
  backSolveMs: 20,
  calibrationGap: 0.07,
} as const

/** What was found. */
export type WorkforceFigures = {
  readonly cellYears: number
  /** By the clock, from a plan laid out to the heads of every draw; and the processor's time for it. */
  readonly oneThreadSeconds: number
  readonly oneThreadCpu: number
  /** By the clock, with the start of the second thread. */
  readonly twoThreadSeconds: number
  readonly withoutWasmCpu: number
  /** As many multiplications of one table, and how many times that the run takes. */
  readonly rawCpu: number
  readonly timesRaw: number
  /** From the plan file to tables. */
  readonly layOutMs: number
  /** Other recruits for all sectors and years to fans of them all. */
  readonly whatIfMs: number
  /** The intake for 80% in all sectors. */
  readonly backSolveMs: number
  /** Building the response tables of the two. */
  readonly responseSeconds: number
  /** Whole people, processor seconds for 1.000 draws from a run of fewer. */
  readonly wholePeopleCpu: number
  readonly sameBytes: boolean
  /** Of the heads of every draw; of the response tables; most the process ever held. */
  readonly memoryMb: { readonly heads: number; readonly response: number; readonly process: number }
  readonly calibration: Calibration
  readonly calibrationGap: number
  readonly inBand80: number
  readonly most: typeof MOST
  readonly exceeded: readonly string[]
}

/** The reference plan. */
function referencePlan(draws: number, wholePersons = false): unknown {
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

/** Least seconds by the clock and of the processor over some runs. */
async function timed(runs: number, work: () => unknown): Promise<{ readonly wall: number; readonly cpu: number }> {
  let [wall, cpu] = [Number.POSITIVE_INFINITY, Number.POSITIVE_INFINITY]
  for (let i = 0; i < runs; i++) {
    const [began, used] = [performance.now(), process.cpuUsage()]
    await work()
    const { user, system } = process.cpuUsage(used)
    wall = Math.min(wall, (performance.now() - began) / 1000)
    cpu = Math.min(cpu, (user + system) / 1e6)
  }
  return { wall, cpu }
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
const megabytes = (bytes: number): number => rounded(bytes / 2 ** 20)

/** The run itself. */
async function measureRun() {
  const json = referencePlan(DRAWS)
  const task = taskOf(json)
  const cellYears = SECTORS * AGES * DEGREES * YEARS * DRAWS
  const heads: Record<'one' | 'two', Float64Array> = {
    one: outcomeOf(task, 0, DRAWS, true).heads,
    two: new Float64Array(0),
  }
  const one = await timed(RUNS, () => outcomeOf(task, 0, DRAWS, true))
  const two = await timed(RUNS, async () => {
    heads.two = (await outcomeOnThreads(json, task, 2, true)).heads
  })
  const plain = await timed(RUNS, () => outcomeOf(task, 0, DRAWS, false))
  const raw = await timed(RUNS, () => rawLoop(cellYears))
  const layOut = await timed(RUNS, () => taskOf(json))
  const whole = taskOf(referencePlan(WHOLE_DRAWS, true))
  const wholePeople = await timed(1, () => outcomeOf(whole, 0, WHOLE_DRAWS, true))
  const plainHeads = outcomeOf(task, 0, DRAWS, false).heads
  return {
    task,
    cellYears,
    oneThreadSeconds: rounded(one.wall, 3),
    oneThreadCpu: rounded(one.cpu, 3),
    twoThreadSeconds: rounded(two.wall, 3),
    withoutWasmCpu: rounded(plain.cpu, 3),
    rawCpu: rounded(raw.cpu, 3),
    timesRaw: rounded(one.cpu / raw.cpu, 2),
    layOutMs: rounded(layOut.cpu * 1000),
    wholePeopleCpu: rounded((wholePeople.cpu * DRAWS) / WHOLE_DRAWS),
    sameBytes: bytesOf(heads.one).equals(bytesOf(heads.two)) && bytesOf(heads.one).equals(bytesOf(plainHeads)),
    headBytes: heads.one.byteLength,
  }
}

/** Sliders and needed intakes. */
async function measureResponse({ plan, way }: ReturnType<typeof taskOf>) {
  const held: { response: Response | null } = { response: null }
  const built = await timed(1, () => {
    held.response = responseOf(plan, way, DRAWS, wasmKernel)
  })
  const { response } = held
  if (response === null) throw new Error('no response tables')
  const recruits = plannedRecruits(plan).map((heads) => heads * 1.1)
  const need = Array.from({ length: SECTORS }, () => NEED)
  const moved = await timed(RUNS, () => fansOf(whatIf(response, recruits), DRAWS, FAN))
  const solved = await timed(RUNS, () => backSolve(response, need, YEARS - 1, 0.8))
  return {
    responseSeconds: rounded(built.cpu, 2),
    whatIfMs: rounded(moved.wall * 1000),
    backSolveMs: rounded(solved.wall * 1000),
    responseBytes: response.base.byteLength + response.of.byteLength,
  }
}

/** Measures. Takes about a minute. */
export async function benchForecastingWorkforce(): Promise<WorkforceFigures> {
  const { task, headBytes, ...run } = await measureRun()
  const { responseBytes, ...response } = await measureResponse(task)
  const told = Array.from({ length: PROVINCES }, (_, i) => goalsOf(provinceOf(i, AHEAD), AHEAD, 400, i)).flat()
  const calibration = calibrationOf(told)
  const found = {
    ...run,
    ...response,
    memoryMb: {
      heads: megabytes(headBytes),
      response: megabytes(responseBytes),
      process: rounded(process.resourceUsage().maxRSS / 1024),
    },
    calibration,
    calibrationGap: rounded(calibration.worst, 3),
    inBand80: rounded(calibration.inBand, 3),
  }
  const over = Object.entries(MOST).filter(([name, most]) => Number(Reflect.get(found, name)) > most)
  const exceeded = [...over.map(([name]) => name), ...(found.sameBytes ? [] : ['sameBytes'])]
  return { ...found, most: MOST, exceeded }
}

/** The same for people. */
export const tellForecastingWorkforce = (f: WorkforceFigures): string =>
  [
    `Nhân lực: ${(f.cellYears / 1e6).toLocaleString('vi')} triệu ô-năm trong ${f.oneThreadSeconds} giây một luồng (${f.oneThreadCpu} giây xử lý, gấp ${f.timesRaw} lần vòng lặp trần), ${f.twoThreadSeconds} giây hai luồng`,
    `  không WebAssembly ${f.withoutWasmCpu} giây xử lý; từng người ${f.wholePeopleCpu} giây xử lý; dựng bảng ${f.layOutMs} ms`,
    `  đổi số tuyển ${f.whatIfMs} ms, tìm mức tuyển ${f.backSolveMs} ms (bảng đáp ứng dựng ${f.responseSeconds} giây); cùng từng byte: ${f.sameBytes ? 'có' : 'KHÔNG'}`,
    `  bộ nhớ: ${f.memoryMb.heads} MB kết quả, ${f.memoryMb.response} MB bảng đáp ứng, tiến trình nhiều nhất ${f.memoryMb.process} MB`,
    `  xác suất nêu ra lệch tần suất nhiều nhất ${f.calibrationGap} (${PROVINCES} tỉnh dựng sẵn); khoảng 80% giữ ${f.inBand80}`,
    f.exceeded.length > 0 ? `  VƯỢT NGƯỠNG: ${f.exceeded.join(', ')}` : '  mọi ngưỡng đạt',
  ].join('\n')
