/**
 * Đo đọc hồ sơ (`npm run bench -- people [embedded|server]`): a hundred thousand people of the generator on one of the two databases:
 * search, lists, figures, exports, start, memory, other people's pages during an import; each beside the barest SQL of the same run.
 */
import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import type { Engine } from '../src/platform/database/test-engine.ts'
import { rounded } from './figures.ts'
import { makePlace, runOurs } from './people-place.ts'
import { measureServed } from './people-served.ts'
import type { Spent, WorkFound } from './people-work.ts'

const PEOPLE = Number(process.env.NGUYEN_KHI_BENCH_PEOPLE ?? 100_000)

/** Bounds of the product, for a hundred thousand people. */
const LIMITS = {
  search: { p50: 20, p95: 60, cpuMs: 8 },
  list: { p50: 30, p95: 60 },
  aggregateMs: { whole: 200, part: 60 },
  export: { csvSeconds: 1.5, xlsxSeconds: 12, growthMb: 150 },
  rights: 1.2,
  startSeconds: { embedded: 4, server: 2 },
  memoryMb: { afterStart: 150, afterRun: 350, importing: 400 },
  pagesWhileImportingP95: 200,
}

async function measurePeople(engine: Engine) {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'nk-do-'))
  fs.chmodSync(folder, 0o711)
  const place = await makePlace(engine, PEOPLE, folder, process.env.NGUYEN_KHI_BENCH_WORLDS ?? null)
  try {
    const work = ['bench/people-work.ts', String(PEOPLE), place.cluster, place.loadedOn]
    const found = JSON.parse(await runOurs(work, place.env)) as WorkFound
    return { engine, ...found, served: await measureServed(place, PEOPLE) }
  } finally {
    await place.stop()
    fs.rmSync(folder, { recursive: true, force: true })
  }
}

type Measured = Awaited<ReturnType<typeof measurePeople>>

/** What exceeds a bound, or is wrong. */
function exceeded(m: Measured): string[] {
  const over: string[] = []
  const most = (what: string, value: number, limit: number, unit: string): void => {
    if (value > limit) over.push(`${what}: ${value} ${unit} (ngưỡng ${limit})`)
  }
  for (const [what, s] of [
    ['tìm không dấu', m.search.plain],
    ['tìm có dấu', m.search.marked],
  ] as const) {
    most(`${what} p50`, s.p50, LIMITS.search.p50, 'ms')
    most(`${what} p95`, s.p95, LIMITS.search.p95, 'ms')
    most(`${what} CPU`, s.cpuMs, LIMITS.search.cpuMs, 'ms')
  }
  most('danh sách p50', m.list.whole.p50, LIMITS.list.p50, 'ms')
  most('danh sách p95', m.list.whole.p95, LIMITS.list.p95, 'ms')
  most('bảng đếm', m.aggregate.whole.p50, LIMITS.aggregateMs.whole, 'ms')
  most('bảng đếm một phần', m.aggregate.part.p50, LIMITS.aggregateMs.part, 'ms')
  most('xuất CSV', m.export.csv.seconds, LIMITS.export.csvSeconds, 'giây')
  most('xuất Excel', m.export.xlsx.seconds, LIMITS.export.xlsxSeconds, 'giây')
  for (const file of ['csv', 'xlsx'] as const)
    most(`bộ nhớ khi xuất ${file}`, m.export[file].growthMb, LIMITS.export.growthMb, 'MB')
  for (const reader of ['whole', 'part'] as const)
    for (const way of ['list', 'aggregate'] as const)
      most(`giá của quyền (${reader}, ${way})`, m.rights[reader][way], LIMITS.rights, 'lần')
  const { served } = m
  most('khởi động', served.startSeconds, LIMITS.startSeconds[m.engine], 'giây')
  most('bộ nhớ sau khởi động', served.memoryMb.afterStart, LIMITS.memoryMb.afterStart, 'MB')
  most('bộ nhớ sau khi đo', served.memoryMb.afterRun, LIMITS.memoryMb.afterRun, 'MB')
  most('bộ nhớ khi đang nhập', served.importing.memoryMb.peak, LIMITS.memoryMb.importing, 'MB')
  most('trang của người khác khi đang nhập, p95', served.importing.all.p95, LIMITS.pagesWhileImportingP95, 'ms')
  if (m.search.missed.length > 0) over.push(`tìm sai: ${m.search.missed.join(', ')}`)
  if (m.search.unordered > 0) over.push(`đúng dấu không đứng trước: ${m.search.unordered} lần`)
  for (const [what, cells] of Object.entries(m.aggregate.wrong)) most(`ô sai của bảng đếm (${what})`, cells, 0, 'ô')
  for (const [way, right] of Object.entries(m.part))
    if (right === false) over.push(`một phần sổ, ${way}: không đúng tập người`)
  return over
}

/** Runs it on the engine named on the command line or by NGUYEN_KHI_BENCH_ENGINE. */
export async function benchPeople() {
  const engine = (process.argv[3] ?? process.env.NGUYEN_KHI_BENCH_ENGINE) === 'server' ? 'server' : 'embedded'
  const load = rounded(os.loadavg()[0] ?? 0)
  const measured = await measurePeople(engine)
  const machine = { cores: os.availableParallelism(), node: process.version, load }
  return { bench: 'people', machine, ...measured, limits: LIMITS, exceeded: exceeded(measured) }
}

const cell = (value: string | number, width = 9): string => String(value).padStart(width)

function loads(r: Measured): string[] {
  const line = (what: string, s: Spent, raw: Spent | null): string => {
    const times = raw === null ? '' : rounded((s.cpuMs + s.databaseMs) / Math.max(raw.cpuMs + raw.databaseMs, 0.1))
    return `${what.padEnd(44)}${cell(s.p50)}${cell(s.p95)}${cell(s.cpuMs)}${cell(s.databaseMs)}${cell(times)}`
  }
  const { search, list, aggregate } = r
  return [
    `${'Việc (tám người một lúc; bảng đếm: một)'.padEnd(44)}${cell('p50')}${cell('p95')}${cell('CPU')}${cell('CSDL')}${cell('×thô')}`,
    line('Tìm tên không dấu, 50 dòng và tổng', search.plain, search.raw),
    line('Tìm tên có dấu', search.marked, search.raw),
    line('Tìm tên, người thấy một phần tư', search.part, search.raw),
    line('Tìm một chữ (Nguyễn, hương…)', search.oneWord, null),
    line('  thô: SQL trần', search.raw, null),
    line('Danh sách: lọc, xếp, tổng', list.whole, list.raw),
    line('Danh sách, người thấy một phần tư', list.part, list.raw),
    line('  thô', list.raw, null),
    line('Bảng đếm bốn chiều hôm nay', aggregate.whole, aggregate.rawWhole),
    line('Bảng đếm ngày 31/12/2024', aggregate.past, aggregate.rawPast),
    line('Bảng đếm một phần tư', aggregate.part, aggregate.rawPart),
    line('  thô, hôm nay', aggregate.rawWhole, null),
    line('  thô, một phần tư', aggregate.rawPart, null),
  ]
}

/** The figures for a reader. */
export function tellPeople(r: Awaited<ReturnType<typeof benchPeople>>): string {
  const { served, part } = r
  const file = (
    what: string,
    t: { seconds: number; cpu: number; databaseCpu: number; growthMb: number; bytes: number },
  ): string =>
    `${what.padEnd(44)}${cell(t.seconds)} s${cell(t.cpu)} s CPU${cell(t.databaseCpu)} s CSDL${cell(t.growthMb, 7)} MB (tệp ${rounded(t.bytes / 2 ** 20)} MB)`
  const yes = (right: boolean): string => (right ? 'đúng' : 'SAI')
  return [
    `${r.people} người, ${r.engine === 'embedded' ? 'cơ sở dữ liệu kèm theo' : 'PostgreSQL 15'}; mili giây`,
    ...loads(r),
    file('Xuất CSV cả sổ', r.export.csv),
    file('Xuất Excel cả sổ', r.export.xlsx),
    file('  thô: COPY cùng số dòng', r.export.raw),
    `Ô của bảng đếm: ${r.aggregate.cells}; sai: ${Object.entries(r.aggregate.wrong)
      .map(([k, n]) => `${k} ${n}`)
      .join('; ')}`,
    `Tìm: sót hoặc thừa ${r.search.missed.length}, đúng dấu không đứng trước ${r.search.unordered}`,
    `Một phần sổ (${part.people} người): danh sách ${yes(part.list)}, trang nối trang ${yes(part.pages)}, tìm ${yes(part.search)}, tổng ${yes(part.count)}, bảng đếm ${yes(part.aggregate)}, tệp ${yes(part.export)}`,
    `Giá của quyền, lần: danh sách ${r.rights.whole.list} / ${r.rights.part.list}, bảng đếm ${r.rights.whole.aggregate} / ${r.rights.part.aggregate} (cả tỉnh / một phần tư)`,
    `Khởi động ${served.startSeconds} s; bộ nhớ ${served.memoryMb.afterStart} MB sau khởi động, ${served.memoryMb.afterRun} MB sau khi mở trang và xuất (CSV ${served.export.csv.seconds} s +${served.export.csv.growthMb} MB, Excel ${served.export.xlsx.seconds} s +${served.export.xlsx.growthMb} MB)`,
    ...served.pages.map(
      (p) => `${p.page.padEnd(44)}${cell(p.ms.p50)}${cell(p.ms.p95)}${cell(p.cpuMs)}${cell(`${p.statements} SQL`)}`,
    ),
    `Khi nhập ${served.importing.rows} dòng (${served.importing.seconds} s): bộ nhớ nhiều nhất ${served.importing.memoryMb.peak} MB; trang của người khác ${served.importing.all.p50}/${served.importing.all.p95} ms (${served.importing.all.count} lượt)`,
    ...Object.entries(served.importing.pages).map(
      ([page, s]) => `${`  ${page}`.padEnd(44)}${cell(s.p50)}${cell(s.p95)}${cell(`${s.count} lượt`, 12)}`,
    ),
    r.exceeded.length === 0 ? 'Không gì vượt ngưỡng.' : `Vượt ngưỡng: ${r.exceeded.join('; ')}`,
    `Tải của máy lúc bắt đầu: ${r.machine.load} trên ${r.machine.cores} nhân`,
  ].join('\n')
}
