/**
 * Đo việc đọc và ghi bảng tính: lists of 100.000 people as .xlsx and .csv, each work in a process of its own with the memory
 * settings of the served one, beside the least that any program must do with the same bytes in the same run.
 */
import { execFile } from 'node:child_process'
import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { promisify } from 'node:util'
import type { Took } from './excel-work.ts'
import { rounded } from './figures.ts'

const ROWS = 100_000
const TIMES = 3

type Step = {
  readonly what: string
  readonly work: string
  readonly file: string
  readonly columns: number
  /** Bounds of the product: seconds of the processor, of the clock, megabytes. */
  readonly most: { readonly cpu?: number; readonly wall?: number; readonly mb?: number }
  readonly raw?: string
}

/** In this order: what is written first is read after. */
const STEPS: readonly Step[] = [
  { what: 'ghi .xlsx 26 cột', work: 'write', file: 'a26.xlsx', columns: 26, most: { wall: 12 }, raw: 'raw-write' },
  { what: 'đọc .xlsx 26 cột', work: 'read', file: 'a26.xlsx', columns: 26, most: { cpu: 2, mb: 110 }, raw: 'raw-read' },
  {
    what: 'ghi .xlsx 40 cột',
    work: 'write',
    file: 'a40.xlsx',
    columns: 40,
    most: { cpu: 3.8, mb: 107 },
    raw: 'raw-write',
  },
  {
    what: 'đọc .xlsx 40 cột',
    work: 'read',
    file: 'a40.xlsx',
    columns: 40,
    most: { cpu: 2.4, mb: 110 },
    raw: 'raw-read',
  },
  { what: 'đọc tệp như Excel ghi', work: 'read', file: 's26.xlsx', columns: 26, most: { cpu: 2 }, raw: 'raw-read' },
  { what: 'ghi .csv 26 cột', work: 'write-csv', file: 'a26.csv', columns: 26, most: { wall: 1.5 } },
  { what: 'đọc .csv 26 cột', work: 'read', file: 'a26.csv', columns: 26, most: { cpu: 2 } },
  { what: 'đánh dấu 10.000 dòng', work: 'mark', file: 'a26.xlsx', columns: 26, most: {} },
]

const run = promisify(execFile)
const script = new URL('./excel-work.ts', import.meta.url).pathname

/** The least of several runs: the one least disturbed by others on the machine. */
async function least(work: string, file: string, columns: number): Promise<Took> {
  const all: Took[] = []
  for (let i = 0; i < TIMES; i++) {
    const flags = ['--max-semi-space-size=8', '--max-old-space-size=1024']
    const { stdout } = await run(process.execPath, [...flags, script, work, file, `${ROWS}x${columns}`])
    all.push(JSON.parse(stdout) as Took)
  }
  const smallest = (of: (t: Took) => number): number => Math.min(...all.map(of))
  return {
    cpu: rounded(
      smallest((t) => t.cpu),
      2,
    ),
    wall: rounded(
      smallest((t) => t.wall),
      2,
    ),
    growthMb: rounded(smallest((t) => t.growthMb)),
    count: all[0]?.count ?? 0,
  }
}

async function measure(step: Step, folder: string) {
  const file = path.join(folder, step.file)
  const took = await least(step.work, file, step.columns)
  const raw = step.raw === undefined ? null : (await least(step.raw, file, step.columns)).cpu
  return {
    what: step.what,
    ...took,
    rawCpu: raw,
    timesRaw: raw === null ? null : rounded(took.cpu / raw),
    most: step.most,
  }
}

type Measured = Awaited<ReturnType<typeof measure>>

function over(m: Measured): string[] {
  const { cpu, wall, mb } = m.most
  return [
    ...(cpu !== undefined && m.cpu > cpu ? [`${m.what}: ${m.cpu} giây bộ xử lý (ngưỡng ${cpu})`] : []),
    ...(wall !== undefined && m.wall > wall ? [`${m.what}: ${m.wall} giây (ngưỡng ${wall})`] : []),
    ...(mb !== undefined && m.growthMb > mb ? [`${m.what}: ${m.growthMb} MB (ngưỡng ${mb})`] : []),
  ]
}

/** Runs the whole bench; takes about three minutes. */
export async function benchExcel() {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'do-excel-'))
  const measured: Measured[] = []
  try {
    // As Excel itself writes: made for the reading alone, not measured.
    await run(process.execPath, [script, 'write-shared', path.join(folder, 's26.xlsx'), `${ROWS}x26`])
    for (const step of STEPS) measured.push(await measure(step, folder))
  } finally {
    fs.rmSync(folder, { recursive: true, force: true })
  }
  return {
    bench: 'excel',
    machine: { cores: os.availableParallelism(), node: process.version, load: rounded(os.loadavg()[0] ?? 0) },
    rows: ROWS,
    measured,
    exceeded: measured.flatMap(over),
  }
}

/** The figures for a reader. */
export function tellExcel(r: Awaited<ReturnType<typeof benchExcel>>): string {
  const cell = (value: string | number | null, width: number) => String(value ?? '').padStart(width)
  return [
    `${'Việc (100.000 dòng)'.padEnd(30)}${cell('CPU s', 8)}${cell('giây', 8)}${cell('MB', 8)}${cell('thô', 8)}${cell('×thô', 7)}`,
    ...r.measured.map(
      (m) =>
        `${m.what.padEnd(30)}${cell(m.cpu, 8)}${cell(m.wall, 8)}${cell(m.growthMb, 8)}${cell(m.rawCpu, 8)}${cell(m.timesRaw, 7)}`,
    ),
    r.exceeded.length === 0 ? 'Không việc nào vượt ngưỡng.' : `Vượt ngưỡng: ${r.exceeded.join('; ')}`,
  ].join('\n')
}
