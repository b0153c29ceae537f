/**
 * Đo chỉ tiêu (`npm run bench -- indicators [embedded|server]`): one indicator as of a day and all thirteen goals of the Plan, computed
 * from a hundred thousand people with ten years of history, beside the barest SQL of the same run.
 */
import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import type { Engine } from '../src/platform/database/test-engine.ts'
import { rounded } from './figures.ts'
import type { Asked, IndicatorsFound } from './indicators-work.ts'
import { openPlace, runOurs } from './people-place.ts'

const PEOPLE = Number(process.env.NGUYEN_KHI_BENCH_PEOPLE ?? 100_000)

/** Bounds of the product, milliseconds at p95, for a hundred thousand people. */
const LIMITS = { one: 100, oneKnown: 100, byPlace: 300, all: 500 }
type Work = keyof typeof LIMITS

const NAMES: Readonly<Record<Work, string>> = {
  one: 'Một chỉ tiêu của một ngày',
  oneKnown: '  như đã biết ở một ngày',
  byPlace: '  chia theo địa bàn của ngày ấy',
  all: 'Mười ba chỉ tiêu của kế hoạch',
}

/** Runs it on the engine named on the command line or by NGUYEN_KHI_BENCH_ENGINE. */
export async function benchIndicators() {
  const engine: Engine = (process.argv[3] ?? process.env.NGUYEN_KHI_BENCH_ENGINE) === 'server' ? 'server' : 'embedded'
  const machine = { cores: os.availableParallelism(), node: process.version, load: rounded(os.loadavg()[0] ?? 0) }
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'nk-do-'))
  fs.chmodSync(folder, 0o711)
  const place = await openPlace(engine, folder)
  try {
    const work = ['bench/indicators-work.ts', String(PEOPLE), place.cluster]
    const found = JSON.parse(await runOurs(work, place.env)) as IndicatorsFound
    return { bench: 'indicators', machine, engine, ...found, limits: LIMITS, exceeded: exceeded(found) }
  } finally {
    await place.stop()
    fs.rmSync(folder, { recursive: true, force: true })
  }
}

const exceeded = (found: IndicatorsFound): string[] => [
  ...(Object.keys(LIMITS) as Work[]).flatMap((w) =>
    found[w].p95 > LIMITS[w] ? [`${NAMES[w].trim()} p95: ${found[w].p95} ms (ngưỡng ${LIMITS[w]})`] : [],
  ),
  ...found.wrong.map((w) => `sai ${w}`),
]

const cell = (value: string | number): string => String(value).padStart(9)
const line = (name: string, s: Asked): string => `${name.padEnd(44)}${cell(s.p50)}${cell(s.p95)}${cell(s.databaseMs)}`

/** The figures for a reader. */
export function tellIndicators(r: Awaited<ReturnType<typeof benchIndicators>>): string {
  return [
    `${r.people} người, ${r.engine === 'embedded' ? 'cơ sở dữ liệu kèm theo' : 'PostgreSQL 15'}; mili giây; mỗi lần một ngày khác`,
    `${'Việc'.padEnd(44)}${cell('p50')}${cell('p95')}${cell('CSDL')}`,
    ...(Object.keys(LIMITS) as Work[]).map((w) => line(NAMES[w], r[w])),
    line('  thô: đếm bác sĩ', r.rawOne),
    r.exceeded.length === 0 ? 'Không gì vượt ngưỡng.' : `Vượt ngưỡng: ${r.exceeded.join('; ')}`,
    `Tải của máy lúc bắt đầu: ${r.machine.load} trên ${r.machine.cores} nhân`,
  ].join('\n')
}
