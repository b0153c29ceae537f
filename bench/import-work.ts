/**
 * Một lượt nhập, in a process of its own (`node bench/import-work.ts 100000 /tmp/folder`), so that its memory is only its own:
 * writes a staff list of 26 columns, copies as many bare rows into the same PostgreSQL, then imports the list twice and undoes
 * it; prints what each took as JSON.
 */
import { systemActor } from '../src/kernel/actor.ts'
import { addDays, day } from '../src/kernel/day.ts'
import { readCodeLists } from '../src/modules/code-lists/facts.ts'
import { publishList } from '../src/modules/code-lists/public.ts'
import { sendFile } from '../src/modules/imports/actions/send-file.ts'
import { undoBatch } from '../src/modules/imports/actions/undo-batch.ts'
import { writeBatch } from '../src/modules/imports/actions/write-batch.ts'
import { readRegisterFacts } from '../src/modules/organisations/facts.ts'
import { loadRegister } from '../src/modules/organisations/public.ts'
import { migrationFolders } from '../src/modules.ts'
import { type Action, perform } from '../src/platform/action.ts'
import { readConfig } from '../src/platform/config.ts'
import { stage } from '../src/platform/database/bulk.ts'
import { transact } from '../src/platform/database/pool.ts'
import type { Cell, Row } from '../src/platform/excel/workbook.ts'
import { writeWorkbook } from '../src/platform/excel/write-workbook.ts'
import { openSystem } from '../src/platform/open.ts'

/** What one step took: seconds of the clock and of this process, megabytes this process held at most. */
export type ImportStep = {
  readonly wall: number
  readonly cpu: number
  readonly peakMb: number
  readonly counts?: unknown
}

const FAMILY = 'Nguyễn Trần Lê Phạm Hoàng Phan Vũ Đặng Bùi Đỗ Hồ Ngô Dương Lý Đào Đoàn Vương Trịnh'.split(' ')
const MIDDLE = 'Văn Thị Đức Minh Thu Ngọc Hữu Quang Thanh Hồng Xuân Kim Gia Bảo Anh Công Đình Mạnh'.split(' ')
const GIVEN =
  'An Bình Cường Dũng Hà Hương Khánh Lan Minh Ngọc Phương Quân Sơn Trang Tú Uyên Việt Yến Đức Hải Hòa Linh Nam'.split(
    ' ',
  )
const HEAD = [
  'STT',
  'Họ và tên',
  'Ngày sinh',
  'Giới tính',
  'Số CCCD',
  'Điện thoại',
  'Thư điện tử',
  'Nơi sinh',
  'Quê quán',
  'Dân tộc',
  'Chức vụ',
  'Vị trí việc làm',
  'Phòng ban',
  'Ngày tuyển dụng',
  'Trình độ chuyên môn',
  'Chuyên ngành',
  'Cơ sở đào tạo',
  'Năm tốt nghiệp',
  'Hình thức đào tạo',
  'Lý luận chính trị',
  'Quản lý nhà nước',
  'Ngoại ngữ',
  'Tin học',
  'Mã ngạch',
  'Ngày vào Đảng',
  'Địa chỉ',
]
const at = (list: readonly string[], i: number): string => list[i % list.length] ?? ''

function cellsOf(i: number): Cell[] {
  const woman = i % 2 === 1
  const born = addDays(day('1962-01-01'), (i * 7919) % 14_000)
  const id = `030${woman ? 1 : 0}${born.slice(2, 4)}${String(i % 1_000_000).padStart(6, '0')}`
  const name = `${at(FAMILY, i * 7)} ${at(MIDDLE, Math.floor(i / 18) * 5)} ${at(MIDDLE, Math.floor(i / 5))} ${at(GIVEN, Math.floor(i / 3))}`
  return [
    { plain: i + 1 },
    name,
    { day: born },
    woman ? 'Nữ' : 'Nam',
    id,
    `09${String(10_000_000 + i).padStart(8, '0')}`,
    `cb${i}@vidu.vn`,
    'Hải Dương',
    `xã ${at(GIVEN, i)}, huyện ${at(FAMILY, i)}`,
    'Kinh',
    i % 40 === 0 ? 'Trưởng phòng' : '',
    at(['Bác sĩ', 'Điều dưỡng', 'Chuyên viên'], i),
    at(['Khoa Nội', 'Khoa Ngoại', 'Phòng Tổ chức'], i),
    { day: addDays(day('2005-01-01'), i % 5000) },
    at(['Đại học', 'ThS', 'Cao đẳng', 'Tiến sĩ'], i),
    at(['Y khoa', 'Dược học', 'Quản lý y tế'], i),
    at(['Đại học Y Hà Nội', 'Đại học Y Hải Phòng'], i),
    { plain: 1990 + (i % 30) },
    'Chính quy',
    at(['Trung cấp', 'Sơ cấp', 'Cao cấp'], i),
    at(['Chuyên viên', 'Chuyên viên chính'], i),
    at(['Anh B1', 'Anh B2', 'Tiếng Anh B'], i),
    'Cơ bản',
    at(['V.08.01.03', '01.003'], i),
    i % 3 === 0 ? { day: addDays(day('2000-01-01'), i % 7000) } : '',
    `số ${i % 300} đường Lê Lợi`,
  ]
}

function* listOf(people: number): Generator<Row> {
  yield HEAD
  for (let i = 0; i < people; i++) yield cellsOf(i)
}

const people = Number(process.argv[2] ?? 100_000)
const folder = process.argv[3] ?? ''
const actor = systemActor('Đo')
const system = await openSystem(readConfig({ ...process.env, NGUYEN_KHI_DATA: folder }), migrationFolders())
const act = async <I, O>(what: Action<I, O>, input: unknown): Promise<O> => {
  const done = await perform(system.db, { actor, now: Temporal.Now.instant() }, what, input)
  if (!done.ok) throw new Error(done.message)
  return done.value
}

async function measured<T>(work: () => Promise<T>): Promise<ImportStep & { readonly value: T }> {
  let peak = 0
  const look = setInterval(() => {
    peak = Math.max(peak, process.memoryUsage.rss())
  }, 50)
  const cpu = process.cpuUsage()
  const began = performance.now()
  const value = await work()
  clearInterval(look)
  const used = process.cpuUsage(cpu)
  return {
    value,
    wall: (performance.now() - began) / 1000,
    cpu: (used.user + used.system) / 1e6,
    peakMb: Math.max(peak, process.memoryUsage.rss()) / 2 ** 20,
  }
}
const told = ({ wall, cpu, peakMb }: ImportStep, counts?: unknown): ImportStep => ({
  wall,
  cpu,
  peakMb,
  ...(counts === undefined ? {} : { counts }),
})

try {
  for (const list of readCodeLists()) await act(publishList, list)
  await act(loadRegister, readRegisterFacts())
  const bytes = await writeWorkbook({
    title: 'Danh sách',
    creator: 'Đo',
    made: day('2026-11-23'),
    sheets: [{ name: 'DS', columns: HEAD.map(() => ({ width: 14 })), rows: listOf(people) }],
  })
  const file = { name: 'do.xlsx', mediaType: '', bytes }
  const columns = HEAD.map((_, i) => [`c${i}`, 'text'] as const)
  const copied = await measured(() =>
    transact(system.db, actor, (tx) =>
      stage(
        tx,
        'bare_rows',
        columns,
        (function* () {
          for (let i = 0; i < people; i++)
            yield cellsOf(i).map((c) => String(typeof c === 'object' && c !== null ? JSON.stringify(c) : (c ?? '')))
        })(),
      ),
    ),
  )
  const runOnce = async () => {
    const { id } = await act(sendFile, { coQuan: 'H24.SYT', file, ngay: '' })
    return { ...(await act(writeBatch, { id })), id }
  }
  const first = await measured(runOnce)
  const second = await measured(runOnce)
  const undone = await measured(() => act(undoBatch, { id: first.value.id }))
  process.stdout.write(
    `${JSON.stringify({ people, fileMb: bytes.length / 2 ** 20, copy: told(copied), first: told(first, first.value.counts), second: told(second, second.value.counts), undo: told(undone) })}\n`,
  )
} finally {
  await system.close()
}
