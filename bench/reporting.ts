/**
 * Đo đêm hạn chót (`npm run bench -- reporting [embedded|server]`): a thousand bodies, twenty that write and two hundred that look, then
 * five reports a second until two hundred are sent; the paper of the province, a thousand urging letters; reminders whose
 * process is killed in the middle. What was lost or done twice is counted in the database, not asked of the application.
 */
import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { migrationFolders } from '../src/modules.ts'
import { readConfig } from '../src/platform/config.ts'
import type { Engine } from '../src/platform/database/test-engine.ts'
import { type Opened, openSystem } from '../src/platform/open.ts'
import { hangUp, newClient } from './client.ts'
import { rounded } from './figures.ts'
import { type BenchPlace, databaseCpu, openPlace, runOurs } from './people-place.ts'
import { countNight, type NightCount, sentIn } from './reporting-count.ts'
import { type LettersFound, measureLetters } from './reporting-letters.ts'
import {
  edit,
  found,
  type Kind,
  type KindFound,
  look,
  type Meter,
  newMeter,
  note,
  type Seat,
  sendReport,
  sitDown,
  type Typed,
} from './reporting-people.ts'
import { measureReminders, type RemindersFound } from './reporting-reminders.ts'
import { type Body, NIGHT, type Night, type Person, YEAR } from './reporting-world.ts'
import { type System, startSystem } from './system.ts'

const BODIES = Number(process.env.NGUYEN_KHI_BENCH_BODIES ?? 1000)
const VIEWERS = 200
/** Seconds before the burst in which only writers and readers are there. */
const STEADY_S = 40
const SENDS_PER_SECOND = 5
/** Seconds between opening a page and sending the report. */
const OPENED_BEFORE = 4
/** How often each thing is done alone, one after another. */
const ALONE = 24
const VIEWER_MS = 20_000
const DEPARTMENT_MS = 6_000

/** Bounds of the product: milliseconds at p95, seconds for the papers. */
const LIMITS = { obligations: 150, section: 150, save: 60, layBefore: 400, submit: 400, collection: 200 } as const
const SECONDS = { provincial: 5, letters: 60 } as const
type Bounded = keyof typeof LIMITS

type Place = { readonly place: BenchPlace; readonly system: Opened; readonly night: Night }

/** Processes of ours on one database, asked in turn. */
async function startApps(place: BenchPlace, count: number, now: string, more: Readonly<Record<string, string>> = {}) {
  const env = { ...place.env, NGUYEN_KHI_DEMO: '1', NGUYEN_KHI_NOW: now, ...more }
  const apps: System[] = []
  for (let i = 0; i < count; i++) apps.push(await startSystem('', env))
  let turn = 0
  const next = (): string => apps[turn++ % apps.length]?.url ?? ''
  const stop = async () => {
    for (const a of apps) await a.stop()
  }
  return { apps, next, stop }
}

/** Processor seconds of our processes and of the database so far. */
async function cpuOf(apps: readonly System[], cluster: string): Promise<{ ours: number; database: number }> {
  let ours = 0
  for (const a of apps) {
    const { text } = await newClient(a.url).get('/metrics')
    ours += Number(/^process_cpu_seconds_total ([\d.e+]+)$/m.exec(text)?.[1] ?? 0)
  }
  return { ours, database: databaseCpu(cluster) }
}

/** A thing done alone: milliseconds, and processor time of our process and of the database for one. */
type Alone = KindFound & { readonly cpuMs: number; readonly databaseMs: number }

/** One after another, nobody else there. */
async function alone(
  { place, night }: Place,
  { apps, next }: { apps: readonly System[]; next: () => string },
): Promise<Record<string, Alone>> {
  const idle = night.bodies.filter((b) => b.part === 'idle')
  const sent = night.bodies.filter((b) => b.part === 'sent')
  const [department] = night.department
  if (!department) throw new Error('nobody of the department')
  const seats = idle.slice(0, ALONE).map((b) => sitDown(b.officer, next))
  const above = sitDown(department, next)
  const meter = newMeter()
  const works: Record<string, (i: number) => Promise<void>> = {
    obligations: async (i) => note(meter, 'obligations', await must(seats, i).client.get('/viec'), [200]),
    collection: async () => note(meter, 'collection', await above.client.get(`/tong-hop/kh1459/${YEAR}`), [200]),
    departmentDuties: async () => note(meter, 'departmentDuties', await above.client.get('/viec'), [200]),
    collectionFresh: async (i) => {
      // Each of them after somebody's report was received: nothing that was kept before is of use.
      const b = must(sent, i)
      await above.client.post(`/tong-hop/kh1459/${YEAR}/${b.code}/tiep-nhan`, { _csrf: await above.csrf() })
      note(meter, 'collection', await above.client.get(`/tong-hop/kh1459/${YEAR}`), [200])
    },
  }
  const out: Record<string, Alone> = {}
  for (const [name, work] of Object.entries(works)) {
    meter.phase = 'warm'
    for (let i = 0; i < 4; i++) await work(i)
    meter.phase = name
    const before = await cpuOf(apps, place.cluster)
    for (let i = 4; i < ALONE; i++) await work(i)
    const after = await cpuOf(apps, place.cluster)
    const [one] = Object.values(found(meter, name))
    const per = (a: number, b: number): number => rounded(((b - a) * 1000) / (ALONE - 4))
    if (one)
      out[name] = { ...one, cpuMs: per(before.ours, after.ours), databaseMs: per(before.database, after.database) }
  }
  return out
}

const must = <T>(list: readonly T[], i: number): T => {
  const found = list[i % list.length]
  if (found === undefined) throw new Error('an empty list')
  return found
}

/** Who looks at what: officers of other bodies at theirs, the department and the leaders at all. */
function startViewers(night: Night, next: () => string, meter: Meter, over: () => boolean): Promise<void>[] {
  const quiet = night.bodies.filter((b) => b.part === 'idle' || b.part === 'sent')
  const department: Person[] = [...night.department, night.leader]
  const body = (i: number): Promise<void> => {
    const b = must(quiet, i * 3)
    const pages = [
      ['obligations', '/viec'],
      ['hub', `/bao-cao/kh1459/${YEAR}/${b.code}`],
      ['obligations', '/viec'],
      ['notices', '/thong-bao'],
    ] as const
    return look(pages, sitDown(b.officer, next), meter, { every: VIEWER_MS, over })
  }
  const above = (i: number): Promise<void> => {
    const person = must(department, i)
    const pages =
      person === night.leader
        ? ([['collection', `/tong-hop/kh1459/${YEAR}`]] as const)
        : ([
            ['collection', `/tong-hop/kh1459/${YEAR}`],
            ['departmentDuties', '/viec'],
          ] as const)
    return look(pages, sitDown(person, next), meter, { every: DEPARTMENT_MS, over })
  }
  const seats = 10
  return [
    ...Array.from({ length: VIEWERS - seats }, (_, i) => body(i)),
    ...Array.from({ length: seats }, (_, i) => above(i)),
  ]
}

type Load = { steady: Partial<Record<Kind, KindFound>>; burst: Partial<Record<Kind, KindFound>> }

/** The night itself. */
async function runNight(
  at: Place,
  { apps, next }: { apps: readonly System[]; next: () => string },
): Promise<
  Load & {
    cpu: Record<string, { ours: number; database: number; seconds: number }>
    counted: NightCount
    strange: Record<string, number>
    typed: number
    acknowledged: number
  }
> {
  const { night, place, system } = at
  const meter = newMeter()
  const typed = new Map<string, Typed>()
  let over = false
  const seat = (p: Person): Seat => sitDown(p, next)
  const cpu: Record<string, { ours: number; database: number; seconds: number }> = {}
  const phase = async <T>(name: string, work: () => Promise<T>): Promise<T> => {
    meter.phase = name
    const [before, began] = [await cpuOf(apps, place.cluster), performance.now()]
    const done = await work()
    const after = await cpuOf(apps, place.cluster)
    cpu[name] = {
      ours: rounded(after.ours - before.ours),
      database: rounded(after.database - before.database),
      seconds: rounded((performance.now() - began) / 1000),
    }
    return done
  }
  meter.phase = 'warm'
  const people = [
    ...startViewers(night, next, meter, () => over),
    ...night.bodies.filter((b) => b.part === 'editing').map((b) => edit(b, seat(b.officer), meter, typed, () => over)),
  ]
  await sleep(8000)
  await phase('steady', () => sleep(STEADY_S * 1000))
  const sending = night.bodies.filter((b) => b.part === 'toSend')
  const acknowledged = await phase('burst', () => burst(sending, seat, meter))
  over = true
  await Promise.all(people)
  return {
    steady: found(meter, 'steady'),
    burst: found(meter, 'burst'),
    cpu,
    counted: await countNight(system.db, night, acknowledged, [...typed.values()]),
    strange: Object.fromEntries(meter.strange),
    typed: typed.size,
    acknowledged: acknowledged.length,
  }
}

/** So many a second, whether those before are done or not. Answers with the bodies that were told their report is sent. */
async function burst(sending: readonly Body[], seat: (p: Person) => Seat, meter: Meter): Promise<string[]> {
  const began = performance.now() + OPENED_BEFORE * 1000
  const until = (n: number): Promise<void> =>
    sleep(Math.max(0, began + (n * 1000) / SENDS_PER_SECOND - performance.now()))
  const running = sending.map(async (b, n) => {
    const [officer, head] = [seat(b.officer), seat(b.head)]
    // Officer and head have opened a page some time before they send; not all of them in the same instant.
    await until(n - OPENED_BEFORE * SENDS_PER_SECOND)
    await officer.csrf()
    await head.csrf()
    await until(n)
    return (await sendReport(b, n, { officer, head, meter })) ? [b.obligationId] : []
  })
  return (await Promise.all(running)).flat()
}

/** The department accepts everything that was sent and makes the paper of the province. */
async function measureProvince({ night, system }: Place, next: () => string) {
  const [department] = night.department
  if (!department) throw new Error('nobody of the department')
  const { client, csrf } = sitDown(department, next)
  const _csrf = await csrf()
  const waiting = new Set(await sentIn(system.db))
  const sent = night.bodies.filter((b) => waiting.has(b.obligationId))
  const form = new URLSearchParams([['_csrf', _csrf], ...sent.map((b) => ['units', b.code])])
  const accepted = await client.post(`/tong-hop/kh1459/${YEAR}/duyet`, form)
  const page = await client.get(`/tong-hop/kh1459/${YEAR}`)
  const built = await client.post(`/bao-cao-tinh/kh1459/${YEAR}`, { _csrf })
  const shown = await client.get(`/bao-cao-tinh/kh1459/${YEAR}`)
  const word = await client.get(`/bao-cao-tinh/kh1459/${YEAR}/word`)
  const sheet = await client.get(`/bao-cao-tinh/kh1459/${YEAR}/excel`)
  for (const [what, a] of Object.entries({ accepted, built }))
    if (a.status !== 303) throw new Error(`${what}: ${a.status} ${a.text.replace(/<[^>]+>/g, ' ').slice(0, 600)}`)
  const s = (ms: number): number => rounded(ms / 1000, 2)
  return {
    reports: sent.length,
    acceptSeconds: s(accepted.ms),
    collectionMs: rounded(page.ms),
    buildSeconds: s(built.ms),
    pageMs: rounded(shown.ms),
    wordSeconds: s(word.ms),
    wordBytes: word.bytes,
    excelSeconds: s(sheet.ms),
    // From the press to the file: what the department waits for.
    seconds: s(built.ms + word.ms),
  }
}

const NONE: RemindersFound = {
  kills: 0,
  reminders: 0,
  owing: 0,
  notices: 0,
  mails: 0,
  arrived: 0,
  arrivedTwice: 0,
  seconds: 0,
  wrong: [],
}

/** Each part as soon as it is known: the whole takes minutes. */
const say = (part: unknown): boolean => process.stderr.write(`${JSON.stringify(part)}\n`)

type Measured = Awaited<ReturnType<typeof measureAll>>

async function measureAll(place: BenchPlace, system: Opened, night: Night) {
  const at: Place = { place, system, night }
  const reminders: RemindersFound =
    process.env.NGUYEN_KHI_BENCH_REMINDERS === '0'
      ? NONE
      : await measureReminders(at, (now, more) => startApps(place, 1, now, more))
  const count = place.engine === 'server' ? 2 : 1
  const running = await startApps(place, count, NIGHT)
  try {
    say({ reminders })
    const one = await alone(at, running)
    say({ alone: one })
    const nightFound = await runNight(at, running)
    say({ night: nightFound })
    const province = await measureProvince(at, running.next)
    return { processes: count, alone: one, night: nightFound, province, reminders }
  } finally {
    hangUp()
    await running.stop()
  }
}

const NAMES: Readonly<Record<Bounded, string>> = {
  obligations: 'trang Việc của tôi',
  section: 'mở một mục',
  save: 'lưu ô',
  layBefore: 'trình, đủ kiểm tra',
  submit: 'duyệt và nộp',
  collection: 'bảng theo dõi',
}

/** What exceeds a bound of the product, and everything that was lost or done twice. */
function exceeded(m: Measured, letters: LettersFound): string[] {
  const slow = (['steady', 'burst'] as const).flatMap((phase) =>
    (Object.keys(LIMITS) as Bounded[]).flatMap((kind) => {
      const p95 = m.night[phase][kind]?.p95
      return p95 !== undefined && p95 > LIMITS[kind]
        ? [`${NAMES[kind]} (${phase === 'steady' ? 'trước' : 'trong'} lúc dồn): ${p95} ms (ngưỡng ${LIMITS[kind]})`]
        : []
    }),
  )
  const papers = [
    ...(m.province.seconds > SECONDS.provincial ? [`báo cáo tỉnh: ${m.province.seconds} s`] : []),
    ...(letters.thousand.seconds > SECONDS.letters ? [`1.000 công văn: ${letters.thousand.seconds} s`] : []),
  ]
  const strange = Object.entries(m.night.strange).map(([what, times]) => `câu trả lời lạ ${what} × ${times}`)
  return [...slow, ...papers, ...strange, ...m.night.counted.wrong, ...m.reminders.wrong]
}

/** Ngưỡng của lần đo sau: a fifth above what was found, never above the bound. */
const thresholds = (m: Measured): Partial<Record<Bounded, number>> =>
  Object.fromEntries(
    (Object.keys(LIMITS) as Bounded[]).flatMap((kind) => {
      const most = Math.max(m.night.steady[kind]?.p95 ?? 0, m.night.burst[kind]?.p95 ?? 0)
      return most === 0 ? [] : [[kind, Math.min(LIMITS[kind], rounded(most * 1.2))]]
    }),
  )

/** Runs it on the engine named on the command line or by NGUYEN_KHI_BENCH_ENGINE. */
export async function benchReporting() {
  const engine: Engine = (process.argv[3] ?? process.env.NGUYEN_KHI_BENCH_ENGINE) === 'server' ? 'server' : 'embedded'
  const machine = { cores: os.availableParallelism(), node: process.version, load: rounded(os.loadavg()[0] ?? 0) }
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'nk-han-'))
  fs.chmodSync(folder, 0o711)
  const place = await openPlace(engine, folder)
  try {
    const file = path.join(folder, 'dem.json')
    const began = performance.now()
    await runOurs(['bench/reporting-world.ts', String(BODIES), file], place.env)
    const worldSeconds = rounded((performance.now() - began) / 1000)
    const night = JSON.parse(fs.readFileSync(file, 'utf8')) as Night
    const system = await openSystem(readConfig(place.env), migrationFolders())
    try {
      const measured = await measureAll(place, system, night)
      const letters = await measureLetters(system.db)
      return {
        bench: 'reporting',
        machine,
        engine,
        bodies: night.bodies.length,
        worldSeconds,
        ...measured,
        letters,
        limits: { ...LIMITS, seconds: SECONDS },
        thresholds: thresholds(measured),
        exceeded: exceeded(measured, letters),
      }
    } finally {
      await system.close()
    }
  } finally {
    await place.stop()
    fs.rmSync(folder, { recursive: true, force: true })
  }
}

const cell = (value: string | number, width = 9): string => String(value).padStart(width)

/** The figures for a reader. */
export function tellReporting(r: Awaited<ReturnType<typeof benchReporting>>): string {
  const line = (name: string, s: KindFound | undefined): string =>
    s === undefined
      ? name
      : `${name.padEnd(40)}${cell(s.count)}${cell(s.p50)}${cell(s.p95)}${cell(s.server.p50)}${cell(s.server.p95)}${cell(s.statements)}${cell(s.kb)}`
  const phase = (title: string, of: Partial<Record<Kind, KindFound>>): string[] => [
    `${title.padEnd(40)}${cell('lần')}${cell('p50')}${cell('p95')}${cell('máy50')}${cell('máy95')}${cell('SQL')}${cell('KB')}`,
    ...Object.entries(of).map(([kind, s]) => line(`  ${kind}`, s)),
  ]
  const { counted } = r.night
  return [
    `${r.bodies} cơ quan, ${r.engine === 'embedded' ? 'cơ sở dữ liệu kèm theo' : 'PostgreSQL 15'}, ${r.processes} tiến trình; mili giây ở phía người dùng và ở máy chủ`,
    'Một mình (CPU, CSDL: mili giây xử lý cho một lần)',
    ...Object.entries(r.alone).map(
      ([name, s]) =>
        `  ${name.padEnd(38)}${cell(s.p50)}${cell(s.p95)}${cell(s.cpuMs)}${cell(s.databaseMs)}${cell(s.statements)}${cell(s.kb)}`,
    ),
    ...phase('Trước lúc dồn', r.night.steady),
    ...phase('Trong lúc dồn: 5 báo cáo mỗi giây', r.night.burst),
    `Giây xử lý: ${JSON.stringify(r.night.cpu)}`,
    `Nộp ${r.night.acknowledged}, trong cơ sở dữ liệu ${counted.submissions}; ${counted.lost} mất, ${counted.twice} hai lần; ${r.night.typed} ô đã báo lưu, ${counted.cellsLost} ô mất; ${counted.stateWrong} nghĩa vụ sai trạng thái`,
    `Báo cáo tỉnh từ ${r.province.reports} báo cáo: duyệt ${r.province.acceptSeconds} s, tạo ${r.province.buildSeconds} s, tải Word ${r.province.wordSeconds} s, Excel ${r.province.excelSeconds} s`,
    `Công văn: một công văn ${r.letters.one.bodies} cơ quan ${r.letters.one.seconds} s; ${r.letters.thousand.letters} công văn ${r.letters.thousand.seconds} s (CPU ${r.letters.thousand.cpuSeconds} s)`,
    `Nhắc hạn, ${r.reminders.kills} lần kill -9: ${r.reminders.reminders} lượt nhắc, ${r.reminders.notices} thông báo, ${r.reminders.mails} thư, tới máy chủ thư ${r.reminders.arrived} (${r.reminders.arrivedTwice} hai lần)`,
    r.exceeded.length === 0 ? 'Không gì vượt ngưỡng.' : `Vượt ngưỡng: ${r.exceeded.join('; ')}`,
    `Tải của máy lúc bắt đầu: ${r.machine.load} trên ${r.machine.cores} nhân; dựng thế giới ${r.worldSeconds} s`,
  ].join('\n')
}
