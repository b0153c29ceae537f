/**
 * Đo trang dưới tải: the main pages of the sample world at eight requests at once over loopback, beside the least this stack
 * can do in the same run (a request that asks the database one thing, and `select 1` alone).
 */
import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { connect } from '../src/platform/database/pool.ts'
import { startEmbedded } from '../src/platform/database/supervisor.ts'
import { openVault } from '../src/platform/vault.ts'
import { type Answer, type Client, enterAs, hangUp, load, newClient } from './client.ts'
import { rounded, type Spread, spread } from './figures.ts'
import { type System, startSystem } from './system.ts'

const AT_ONCE = 8
/** Requests of a page that are counted; half as many go before them. */
const COUNT = 48
const SELECTS = 2000
/** Requests that ask the database one thing, of which every page is a multiple. */
const BARE = 400
/** Bounds of the product: milliseconds of the server at the 95th percentile, bytes as they travel, statements of a page. */
const LIMITS = { serverP95Ms: 50, pageBytes: 40 * 1024, firstVisitBytes: 300 * 1024, statements: 40 }

/** One page as it was measured. */
type Measured = {
  readonly page: string
  readonly who: string
  readonly client: Spread
  readonly server: Spread
  /** Milliseconds of processor time of our process per request: the firm figure on a shared machine. */
  readonly cpuMs: number
  readonly statements: number
  readonly bytes: number
  /** Median of the server time over that of a request that asks the database one thing. */
  readonly timesRaw: number
}

type Visit = { readonly page: string; readonly who: string; readonly client: Client }

const timing = (a: Answer, pattern: RegExp): number =>
  Number(pattern.exec(String(a.headers['server-timing']))?.[1] ?? 0)
const serverMs = (a: Answer): number => timing(a, /total;dur=([\d.]+)/)
const statementsOf = (a: Answer): number => timing(a, /sql;desc="(\d+)"/)

/** A figure of the process's own meter. */
async function meter(base: string, name: string): Promise<number> {
  const { text } = await newClient(base).get('/metrics')
  return Number(new RegExp(`^${name} ([\\d.e+]+)$`, 'm').exec(text)?.[1] ?? 0)
}
const cpuSeconds = (base: string): Promise<number> => meter(base, 'process_cpu_seconds_total')
const residentMb = async (base: string): Promise<number> =>
  rounded((await meter(base, 'process_resident_memory_bytes')) / 1024 / 1024)

async function measure(base: string, visit: Visit, raw: Spread): Promise<Measured> {
  const send = () => visit.client.get(visit.page)
  await load(COUNT / 2, AT_ONCE, send)
  const before = await cpuSeconds(base)
  const answers = await load(COUNT, AT_ONCE, send)
  const cpu = (await cpuSeconds(base)) - before
  const wrong = answers.find((a) => a.status !== 200)
  if (wrong) throw new Error(`${visit.page} answered ${wrong.status}`)
  const server = spread(answers.map(serverMs))
  return {
    page: visit.page,
    who: visit.who,
    client: spread(answers.map((a) => a.ms)),
    server,
    cpuMs: rounded((cpu * 1000) / COUNT),
    statements: Math.max(...answers.map(statementsOf)),
    bytes: Math.max(...answers.map((a) => a.bytes)),
    timesRaw: rounded(server.p50 / Math.max(raw.p50, 0.1)),
  }
}

/** The pages people open, each with somebody who opens it. */
async function visitsOf(base: string): Promise<Visit[]> {
  const department = await enterAs(base, /Trần Thị Lan/)
  const officer = await enterAs(base, /Chuyên viên · Sở Tài chính/)
  const leader = await enterAs(base, /Phó Chủ tịch/)
  const duties = await officer.get('/viec')
  const report = /href="(\/bao-cao\/kh1459\/(\d{4})\/[^"/?]+)/.exec(duties.text)
  if (!report?.[1]) throw new Error('no report among the duties of the officer')
  const year = Number(report[2])
  return [
    { page: '/', who: 'khách', client: newClient(base) },
    { page: '/viec', who: 'cơ quan', client: officer },
    { page: report[1], who: 'cơ quan', client: officer },
    { page: `${report[1]}/2`, who: 'cơ quan', client: officer },
    { page: '/viec', who: 'Sở Nội vụ', client: department },
    { page: '/tong-quan', who: 'Sở Nội vụ', client: department },
    { page: `/tong-hop/kh1459/${year}`, who: 'Sở Nội vụ', client: department },
    { page: `/tong-hop/kh1459/${year - 1}`, who: 'Sở Nội vụ', client: department },
    { page: `/bao-cao-tinh/kh1459/${year - 1}`, who: 'Sở Nội vụ', client: department },
    { page: '/nhiem-vu', who: 'Sở Nội vụ', client: department },
    { page: '/ke-hoach', who: 'Sở Nội vụ', client: department },
    { page: '/chi-tieu', who: 'Sở Nội vụ', client: department },
    { page: '/quan-tri/to-chuc', who: 'Sở Nội vụ', client: department },
    { page: '/thong-bao', who: 'Sở Nội vụ', client: department },
    { page: '/dieu-hanh', who: 'lãnh đạo', client: leader },
  ]
}

/** Everything a browser with an empty cache takes to show the first page, bytes as they travel. */
async function firstVisitBytes(base: string): Promise<number> {
  const client = newClient(base)
  const first = await client.get('/')
  const files = new Set([...first.text.matchAll(/(?:href|src)="(\/giao-dien\/[^"]+)"/g)].map((m) => m[1] ?? ''))
  let bytes = first.bytes
  for (const file of files) bytes += (await client.get(file)).bytes
  return bytes
}

/** `select 1` on a connection of the pool, eight at once: what the database itself costs. */
async function databaseLimit(folder: string): Promise<Spread> {
  const place = await startEmbedded(path.join(folder, 'postgres'))
  const db = connect(place, openVault('0'.repeat(64)), { poolSize: AT_ONCE })
  const times: number[] = []
  const ask = async () => {
    for (let i = 0; i < SELECTS / AT_ONCE; i++) {
      const began = performance.now()
      await db.pool.query('select 1')
      times.push(performance.now() - began)
    }
  }
  await Promise.all(Array.from({ length: AT_ONCE }, ask))
  await db.close()
  await place.stop()
  const sorted = spread(times.map((t) => t * 100))
  return { p50: rounded(sorted.p50 / 100, 2), p95: rounded(sorted.p95 / 100, 2) }
}

async function measureAll(system: System, folder: string) {
  const { url } = system
  const afterStart = await residentMb(url)
  const firstVisit = await firstVisitBytes(url)
  const nobody = newClient(url)
  await load(200, AT_ONCE, () => nobody.get('/readyz'))
  const before = await cpuSeconds(url)
  const bare = await load(BARE, AT_ONCE, () => nobody.get('/readyz'))
  const stack = { ...spread(bare.map((a) => a.ms)), cpuMs: rounded((((await cpuSeconds(url)) - before) * 1000) / BARE) }
  const visits = await visitsOf(url)
  const raw = { database: await databaseLimit(folder), request: stack }
  const pages: Measured[] = []
  for (const visit of visits) pages.push(await measure(url, visit, stack))
  return { raw, pages, firstVisitBytes: firstVisit, memoryMb: { afterStart, afterRun: await residentMb(url) } }
}

/** What exceeds a bound of the product. */
function exceeded(found: Awaited<ReturnType<typeof measureAll>>): string[] {
  const over = found.pages.flatMap((p) => [
    ...(p.server.p95 > LIMITS.serverP95Ms ? [`${p.page} (${p.who}): ${p.server.p95} ms`] : []),
    ...(p.bytes > LIMITS.pageBytes ? [`${p.page} (${p.who}): ${p.bytes} byte`] : []),
    ...(p.statements > LIMITS.statements ? [`${p.page} (${p.who}): ${p.statements} câu lệnh`] : []),
  ])
  const first = found.firstVisitBytes > LIMITS.firstVisitBytes ? [`lần đầu vào: ${found.firstVisitBytes} byte`] : []
  return [...over, ...first]
}

/** Runs the whole bench on a folder of its own, which is removed after. Takes about a minute. */
export async function benchPages() {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'nguyen-khi-bench-'))
  try {
    const first = await startSystem(folder)
    await first.stop()
    const later = await startSystem(folder)
    try {
      const found = await measureAll(later, folder)
      return {
        bench: 'pages',
        atOnce: AT_ONCE,
        requests: COUNT,
        machine: { cores: os.availableParallelism(), node: process.version, load: rounded(os.loadavg()[0] ?? 0) },
        startSeconds: { first: rounded(first.startSeconds), later: rounded(later.startSeconds, 2) },
        ...found,
        limits: LIMITS,
        exceeded: exceeded(found),
      }
    } finally {
      hangUp()
      await later.stop()
    }
  } finally {
    fs.rmSync(folder, { recursive: true, force: true })
  }
}

/** The figures for a reader. */
export function tellPages(r: Awaited<ReturnType<typeof benchPages>>): string {
  const cell = (value: string | number, width: number) => String(value).padStart(width)
  const line = (p: Measured) =>
    `${`${p.page} (${p.who})`.padEnd(46)}${cell(p.client.p50, 8)}${cell(p.client.p95, 8)}${cell(p.server.p50, 8)}${cell(p.server.p95, 8)}${cell(p.cpuMs, 7)}${cell(p.statements, 5)}${cell(rounded(p.bytes / 1024), 7)}${cell(p.timesRaw, 7)}`
  return [
    `${'Trang'.padEnd(46)}${cell('khách50', 8)}${cell('khách95', 8)}${cell('máy50', 8)}${cell('máy95', 8)}${cell('CPU', 7)}${cell('SQL', 5)}${cell('KB', 7)}${cell('×thô', 7)}`,
    ...r.pages.map(line),
    `Thô: một yêu cầu hỏi cơ sở dữ liệu ${r.raw.request.p50}/${r.raw.request.p95} ms, CPU ${r.raw.request.cpuMs} ms; select 1: ${r.raw.database.p50}/${r.raw.database.p95} ms`,
    `Khởi động: lần đầu ${r.startSeconds.first} s, lần sau ${r.startSeconds.later} s. Bộ nhớ: ${r.memoryMb.afterStart} MB sau khởi động, ${r.memoryMb.afterRun} MB sau khi đo`,
    `Lần đầu vào: ${rounded(r.firstVisitBytes / 1024)} KB. Tải của máy: ${r.machine.load} trên ${r.machine.cores} nhân`,
    r.exceeded.length === 0 ? 'Không trang nào vượt ngưỡng.' : `Vượt ngưỡng: ${r.exceeded.join('; ')}`,
  ].join('\n')
}
