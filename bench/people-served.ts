/**
 * Hệ thống khi có trăm nghìn hồ sơ: cold start, pages about people under load, memory; then a list of a hundred thousand rows is
 * imported in the background while eight others open their pages.
 */
import { setTimeout as sleep } from 'node:timers/promises'
import { addDays, day, showDay } from '../src/kernel/day.ts'
import { csvStream } from '../src/platform/csv/write-csv.ts'
import { type Answer, type Client, enterAs, hangUp, load, newClient } from './client.ts'
import { rounded, type Spread, spread } from './figures.ts'
import type { BenchPlace } from './people-place.ts'
import { startSystem } from './system.ts'

const AT_ONCE = 8
const COUNT = 48
const IMPORT_S = 600

/** One page: milliseconds at the reader's, of our processor, statements. */
export type PageFound = {
  readonly page: string
  readonly ms: Spread
  readonly cpuMs: number
  readonly statements: number
}

/** A figure of the process's own meter. */
async function meter(base: string, name: string): Promise<number> {
  const { text } = await newClient(base).get('/metrics')
  return Number(new RegExp(`^${name} ([\\d.e+]+)$`, 'm').exec(text)?.[1] ?? 0)
}
const residentMb = async (base: string): Promise<number> =>
  rounded((await meter(base, 'process_resident_memory_bytes')) / 2 ** 20)
const cpuSeconds = (base: string): Promise<number> => meter(base, 'process_cpu_seconds_total')

const must = (a: Answer, what: string): Answer => {
  if (a.status >= 400) throw new Error(`${what} answered ${a.status}: ${a.text.slice(0, 300)}`)
  return a
}

async function measurePage(base: string, client: Client, name: string, pages: readonly string[]): Promise<PageFound> {
  let next = 0
  const send = () => client.get(pages[next++ % pages.length] ?? '/')
  await load(COUNT / 2, AT_ONCE, send)
  const before = await cpuSeconds(base)
  const answers = await load(COUNT, AT_ONCE, send)
  const cpu = (await cpuSeconds(base)) - before
  for (const a of answers) must(a, name)
  const statements = answers.map((a) => Number(/sql;desc="(\d+)"/.exec(String(a.headers['server-timing']))?.[1] ?? 0))
  return {
    page: name,
    ms: spread(answers.map((a) => a.ms)),
    cpuMs: rounded((cpu * 1000) / COUNT),
    statements: Math.max(...statements),
  }
}

/** Codes of some dossiers, from the list. */
async function someCodes(client: Client): Promise<string[]> {
  const { text } = must(await client.get('/tri-thuc?trang=7'), 'list')
  return [...new Set(text.match(/TT-\d{7}/g) ?? [])].slice(0, 24)
}

const NAMES = [
  'nguyen van an',
  'Trần Thị Hương',
  'le minh',
  'pham thi hoa',
  'Đức',
  'vu van duc',
  'hoang ngoc',
  'bui thi lan',
]

async function measurePages(base: string): Promise<PageFound[]> {
  const department = await enterAs(base, /Trần Thị Lan/)
  const codes = await someCodes(department)
  const years = ['duoi-30', '30-39', '40-49', '50-59', 'tu-60']
  const q = (text: string) => `q=${encodeURIComponent(text)}`
  return [
    await measurePage(base, department, '/tri-thuc', ['/tri-thuc']),
    await measurePage(
      base,
      department,
      '/tri-thuc, trang 2–40',
      Array.from({ length: 39 }, (_, i) => `/tri-thuc?trang=${i + 2}`),
    ),
    await measurePage(
      base,
      department,
      '/tri-thuc, lọc',
      years.flatMap((y) => [`/tri-thuc?tuoi=${y}&trinh-do=tu-7`, `/tri-thuc?tuoi=${y}&linh-vuc=y-te`]),
    ),
    await measurePage(
      base,
      department,
      '/tri-thuc, tìm tên',
      NAMES.map((n) => `/tri-thuc?${q(n)}`),
    ),
    await measurePage(
      base,
      department,
      '/tri-thuc/:mã',
      codes.map((c) => `/tri-thuc/${c}`),
    ),
  ]
}

async function exportOnce(base: string, format: string) {
  const client = await enterAs(base, /Trần Thị Lan/)
  const before = await residentMb(base)
  let peak = before
  let over = false
  const watch = (async () => {
    while (!over) {
      peak = Math.max(peak, await residentMb(base))
      await sleep(150)
    }
  })()
  const answer = must(await client.get(`/tri-thuc/xuat/tep?dang=${format}&cot=danh-sach&muc-dich=quan-ly`), 'export')
  over = true
  await watch
  return { seconds: rounded(answer.ms / 1000, 2), bytes: answer.bytes, growthMb: rounded(peak - before) }
}

const FAMILY = 'Nguyễn Trần Lê Phạm Hoàng Phan Vũ Đặng Bùi Đỗ Hồ Ngô Dương Lý'.split(' ')
const MIDDLE = 'Văn Thị Đức Minh Thu Ngọc Hữu Quang Thanh Hồng Xuân Kim'.split(' ')
const GIVEN = 'An Bình Cường Dũng Hà Hương Khánh Lan Minh Ngọc Phương Quân Sơn Trang Tú Uyên Việt Yến'.split(' ')
const at = (list: readonly string[], i: number): string => list[i % list.length] ?? ''

function* staff(count: number): Generator<string[]> {
  yield [
    'STT',
    'Họ và tên',
    'Ngày sinh',
    'Giới tính',
    'Số CCCD',
    'Điện thoại',
    'Trình độ chuyên môn',
    'Chuyên ngành',
    'Vị trí việc làm',
  ]
  for (let i = 0; i < count; i++) {
    const born = addDays(day('1962-01-01'), (i * 7919) % 14_000)
    const name = `${at(FAMILY, i * 5)} ${at(MIDDLE, Math.floor(i / 14))} ${at(GIVEN, Math.floor(i / 3))}`
    yield [
      String(i + 1),
      name,
      showDay(born),
      i % 2 === 1 ? 'Nữ' : 'Nam',
      `031${i % 2}${born.slice(2, 4)}${String(i % 1_000_000).padStart(6, '0')}`,
      `09${String(50_000_000 + i).padStart(8, '0')}`,
      at(['Đại học', 'Thạc sĩ', 'Cao đẳng'], i),
      at(['Y khoa', 'Luật', 'Kế toán'], i),
      at(['Bác sĩ', 'Chuyên viên', 'Giáo viên'], i),
    ]
  }
}

const csrfOf = (text: string): string => /name="_csrf" value="([^"]+)"/.exec(text)?.[1] ?? ''

/** Sends the file and asks for it to be written; answers with the address of the batch. */
async function askImport(client: Client, rows: number): Promise<string> {
  const bytes = Buffer.concat(await Array.fromAsync(csvStream(staff(rows))))
  const _csrf = csrfOf((await client.get('/nhap')).text)
  const sent = must(
    await client.send('/nhap', { _csrf, coQuan: 'H24.SYT', ngay: '' }, { field: 'file', name: 'do.csv', bytes }),
    'upload',
  )
  const batch = String(sent.headers.location)
  must(await client.post(`${batch}/chay`, { _csrf: csrfOf((await client.get(batch)).text), viec: 'ghi' }), 'import')
  return batch
}

/** Eight readers open their pages until the import is over. */
async function measureImport(base: string, rows: number) {
  const department = await enterAs(base, /Trần Thị Lan/)
  const officer = await enterAs(base, /Chuyên viên · Sở Tài chính/)
  const codes = await someCodes(department)
  const pages = ['/viec', '/tri-thuc', ...codes.slice(0, 4).map((c) => `/tri-thuc/${c}`), '/tri-thuc?trang=3']
  for (const p of pages) await department.get(p)
  const before = await residentMb(base)
  const began = performance.now()
  const batch = await askImport(department, rows)
  const asked = (performance.now() - began) / 1000
  let [over, peak] = [false, before]
  const times = new Map<string, number[]>()
  const reader = async (i: number) => {
    for (let n = i; !over; n++) {
      const page = i === 7 ? '/viec' : (pages[n % pages.length] ?? '/viec')
      const answer = must(await (i === 7 ? officer : department).get(page), page)
      const kind = page.startsWith('/tri-thuc/') ? '/tri-thuc/:mã' : (page.split('?')[0] ?? page)
      times.set(kind, [...(times.get(kind) ?? []), answer.ms])
      await sleep(100)
    }
  }
  const watch = async () => {
    while (!over) {
      peak = Math.max(peak, await residentMb(base))
      const { text } = await department.get(batch)
      over = !text.includes('data-running') || (performance.now() - began) / 1000 > IMPORT_S
      await sleep(300)
    }
  }
  await Promise.all([watch(), ...Array.from({ length: AT_ONCE }, (_, i) => reader(i))])
  const all = [...times.values()].flat()
  return {
    rows,
    askedSeconds: rounded(asked),
    seconds: rounded((performance.now() - began) / 1000),
    memoryMb: { before, peak },
    pages: Object.fromEntries([...times].map(([page, ms]) => [page, { count: ms.length, ...spread(ms) }])),
    all: { count: all.length, ...spread(all) },
  }
}

/** The whole of it. The database of an engine of its own runs already; the embedded one is started by the system itself. */
export async function measureServed(place: BenchPlace, rows: number) {
  const start = () => startSystem('', { ...place.env })
  const warm = await start()
  await warm.stop()
  const system = await start()
  try {
    const afterStart = await residentMb(system.url)
    const pages = await measurePages(system.url)
    const csv = await exportOnce(system.url, 'csv')
    const xlsx = await exportOnce(system.url, 'xlsx')
    const afterRun = await residentMb(system.url)
    const importing = await measureImport(system.url, rows)
    return {
      startSeconds: rounded(system.startSeconds, 2),
      memoryMb: { afterStart, afterRun },
      pages,
      export: { csv, xlsx },
      importing,
    }
  } finally {
    hangUp()
    await system.stop()
  }
}
