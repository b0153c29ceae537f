/**
 * Đo đại lượng (`npm run bench -- measures [embedded|server]`): figures of a hundred thousand people, 1.200 bodies and ten years, each
 * beside the barest SQL of the same run, and again with a million.
 */
import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import type { Engine } from '../src/platform/database/test-engine.ts'
import { rounded } from './figures.ts'
import type { Asked, MeasuresFound } from './measures-work.ts'
import { openPlace, runOurs } from './people-place.ts'

const PEOPLE = Number(process.env.NGUYEN_KHI_BENCH_PEOPLE ?? 100_000)
/** 0 = only the smaller register. */
const MANY = Number(process.env.NGUYEN_KHI_BENCH_MANY ?? 1_000_000)

/** Bounds of the product, milliseconds at p95, for a hundred thousand people; `growth` = times ten for ten times as many. */
const LIMITS = { pivot: 300, one: 100, table: 200, growth: 1.1 }

async function measureOn(engine: Engine, people: number): Promise<MeasuresFound> {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'nk-do-'))
  fs.chmodSync(folder, 0o711)
  const place = await openPlace(engine, folder)
  try {
    return JSON.parse(
      await runOurs(['bench/measures-work.ts', String(people), place.cluster], place.env),
    ) as MeasuresFound
  } finally {
    await place.stop()
    fs.rmSync(folder, { recursive: true, force: true })
  }
}

const WORKS = ['pivot', 'pivotKnown', 'one', 'oneKnown', 'table'] as const
type Work = (typeof WORKS)[number]
const LIMIT_OF: Readonly<Record<Work, number>> = {
  pivot: LIMITS.pivot,
  pivotKnown: LIMITS.pivot,
  one: LIMITS.one,
  oneKnown: LIMITS.one,
  table: LIMITS.table,
}

/** How much longer each work takes for each of so many more people, by processor time of the database; 1 = linear. */
const growthOf = (few: MeasuresFound, many: MeasuresFound): Record<Work, number> =>
  Object.fromEntries(
    WORKS.map((w) => [
      w,
      rounded(many[w].databaseMs / Math.max(few[w].databaseMs, 0.1) / (many.people / few.people), 2),
    ]),
  ) as Record<Work, number>

function exceeded(few: MeasuresFound, growth: Record<Work, number> | null): string[] {
  return [
    ...WORKS.flatMap((w) => (few[w].p95 > LIMIT_OF[w] ? [`${w} p95: ${few[w].p95} ms (ngưỡng ${LIMIT_OF[w]})`] : [])),
    ...(growth === null
      ? []
      : WORKS.flatMap((w) => (growth[w] > LIMITS.growth ? [`${w} lớn lên ${growth[w]} lần tuyến tính`] : []))),
    ...few.wrong.map((w) => `sai ${w}`),
  ]
}

/** Runs it on the engine named on the command line or by NGUYEN_KHI_BENCH_ENGINE. */
export async function benchMeasures() {
  const engine: Engine = (process.argv[3] ?? process.env.NGUYEN_KHI_BENCH_ENGINE) === 'server' ? 'server' : 'embedded'
  const load = rounded(os.loadavg()[0] ?? 0)
  const few = await measureOn(engine, PEOPLE)
  const many = MANY === 0 ? null : await measureOn(engine, MANY)
  const growth = many === null ? null : growthOf(few, many)
  const machine = { cores: os.availableParallelism(), node: process.version, load }
  return { bench: 'measures', machine, engine, few, many, growth, limits: LIMITS, exceeded: exceeded(few, growth) }
}

const cell = (value: string | number, width = 9): string => String(value).padStart(width)
const NAMES: Readonly<Record<Work, string>> = {
  pivot: 'Bảng đếm lĩnh vực × trình độ × tuổi × địa bàn',
  pivotKnown: '  như đã biết ở một thời điểm',
  one: 'Một chỉ tiêu của một ngày',
  oneKnown: '  như đã biết ở một thời điểm',
  table: 'Độ đầy đủ theo 1.200 cơ quan',
}

function told(found: MeasuresFound): string[] {
  const line = (name: string, s: Asked): string => `${name.padEnd(48)}${cell(s.p50)}${cell(s.p95)}${cell(s.databaseMs)}`
  return [
    `${found.people} người, ${found.slices} lát cắt`.padEnd(48) + cell('p50') + cell('p95') + cell('CSDL'),
    ...WORKS.map((w) => line(NAMES[w], found[w])),
    line('  thô: bảng đếm', found.rawPivot),
    line('  thô: một chỉ tiêu', found.rawOne),
    line('  thô: độ đầy đủ', found.rawTable),
  ]
}

/** The figures for a reader. */
export function tellMeasures(r: Awaited<ReturnType<typeof benchMeasures>>): string {
  return [
    `${r.engine === 'embedded' ? 'Cơ sở dữ liệu kèm theo' : 'PostgreSQL 15'}; mili giây, CSDL = giây xử lý của cơ sở dữ liệu`,
    ...told(r.few),
    ...(r.many === null ? [] : told(r.many)),
    ...(r.growth === null
      ? []
      : [`Lớn lên so với tuyến tính: ${WORKS.map((w) => `${w} ${r.growth?.[w]}`).join('; ')}`]),
    r.exceeded.length === 0 ? 'Không gì vượt ngưỡng.' : `Vượt ngưỡng: ${r.exceeded.join('; ')}`,
    `Tải của máy lúc bắt đầu: ${r.machine.load} trên ${r.machine.cores} nhân`,
  ].join('\n')
}
