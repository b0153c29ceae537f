/**
 * Một việc với bảng tính, in a process of its own (`node bench/excel-work.ts read /tmp/a.xlsx`), so that its memory is only
 * its own: prints what it took as JSON.
 */
import fs from 'node:fs'
import { createDeflateRaw, createInflateRaw } from 'node:zlib'
import { addDays, day } from '../src/kernel/day.ts'
import { type CsvValue, csvStream } from '../src/platform/csv/write-csv.ts'
import { markWorkbook } from '../src/platform/excel/mark-workbook.ts'
import { openTable } from '../src/platform/excel/open-table.ts'
import type { Cell, Value } from '../src/platform/excel/workbook.ts'
import { workbookStream } from '../src/platform/excel/write-workbook.ts'
import { zipStream } from '../src/platform/excel/write-zip.ts'
import { entriesOf } from '../src/platform/word/bounded-zip.ts'

/** What one work took: seconds of the processor and of the clock, megabytes the process grew by, cells or bytes it met. */
export type Took = { readonly cpu: number; readonly wall: number; readonly growthMb: number; readonly count: number }

const SURNAMES = ['Nguyễn', 'Trần', 'Lê', 'Phạm', 'Hoàng', 'Vũ', 'Đặng', 'Bùi', 'Đỗ', 'Ngô']
const MIDDLES = ['Văn', 'Thị', 'Đức', 'Minh', 'Thu', 'Ngọc']
const NAMES = ['An', 'Bình', 'Cường', 'Dũng', 'Hà', 'Hương', 'Khánh', 'Lan', 'Minh', 'Ngọc', 'Phương', 'Quân']
const DEGREES = ['Cử nhân', 'Thạc sĩ', 'Tiến sĩ', 'Kỹ sư']
const DAYS = Array.from({ length: 20_000 }, (_, i) => addDays(day('1950-01-01'), i))

const at = <T>(list: readonly T[], i: number): T => list[i % list.length] as T

/** A cell of a list of people: ten kinds of columns, again and again. */
function valueAt(row: number, column: number): Value {
  switch (column % 10) {
    case 0:
      return { plain: row + 1 }
    case 1:
      return `${at(SURNAMES, row)} ${at(MIDDLES, row * 7 + column)} ${at(NAMES, row * 13)}`
    case 2:
      return { day: at(DAYS, row * 31 + column * 7) }
    case 3:
      return `0300${String(72_000_000 + row).padStart(8, '0')}`
    case 4:
      return at(DEGREES, row + column)
    case 5:
      return `Trường THPT số ${(row * 17) % 1200} huyện Gia Lộc`
    case 6:
      return row % 3 === 0 ? 'Nữ' : 'Nam'
    case 7:
      return row * 0.37 + column
    case 8:
      return null
    default:
      return `nguoi${row}@vi-du.vn`
  }
}

function* rowsOf<T>(rows: number, columns: number, make: (value: Value) => T): Generator<T[]> {
  for (let r = 0; r < rows; r++) yield Array.from({ length: columns }, (_, c) => make(valueAt(r, c)))
}

async function save(file: string, bytes: AsyncIterable<Uint8Array>): Promise<number> {
  const out = fs.openSync(file, 'w')
  let count = 0
  for await (const piece of bytes) count += fs.writeSync(out, piece)
  fs.closeSync(out)
  return count
}

const plainBook = (rows: number, columns: number) =>
  workbookStream({
    title: 'Danh sách',
    creator: 'Đo',
    made: day('2026-11-23'),
    sheets: [
      {
        name: 'Danh sách',
        columns: Array.from({ length: columns }, () => ({ width: 15 })),
        rows: rowsOf<Cell>(rows, columns, (v) => v),
      },
    ],
  })

/** The same people as Excel itself writes them: texts stand in one list and cells name them by number. */
async function* sharedBook(rows: number, columns: number): AsyncGenerator<Uint8Array> {
  const numbers = new Map<string, number>()
  const cell = (value: Value): string => {
    if (value === null) return '<c/>'
    if (typeof value === 'number') return `<c><v>${value}</v></c>`
    if (typeof value !== 'string') return `<c><v>${'plain' in value ? value.plain : 26_399}</v></c>`
    const number = numbers.get(value) ?? numbers.size
    if (number === numbers.size) numbers.set(value, number)
    return `<c t="s"><v>${number}</v></c>`
  }
  const sheet = function* () {
    yield Buffer.from('<worksheet><sheetData>')
    let r = 0
    for (const cells of rowsOf(rows, columns, cell)) yield Buffer.from(`<row r="${++r}">${cells.join('')}</row>`)
    yield Buffer.from('</sheetData></worksheet>')
  }
  const texts = function* () {
    yield Buffer.from('<sst>')
    for (const text of numbers.keys()) yield Buffer.from(`<si><t>${text}</t></si>`)
    yield Buffer.from('</sst>')
  }
  const link = '<Relationships><Relationship Id="a" Target="worksheets/sheet1.xml"/></Relationships>'
  const book = '<workbook><sheets><sheet name="Danh sách" r:id="a"/></sheets></workbook>'
  yield* zipStream([
    { name: 'xl/_rels/workbook.xml.rels', bytes: [Buffer.from(link)] },
    { name: 'xl/workbook.xml', bytes: [Buffer.from(book)] },
    { name: 'xl/worksheets/sheet1.xml', bytes: sheet() },
    { name: 'xl/sharedStrings.xml', bytes: texts() },
  ])
}

async function readTable(bytes: Uint8Array): Promise<number> {
  const table = await openTable(bytes)
  if (!table.ok) throw new Error(table.message)
  let cells = 0
  for (const sheet of table.value.sheets) {
    const walk = sheet.batches()
    for (;;) {
      const next = await walk.next()
      if (next.done !== true) for (const row of next.value) cells += row.cells.length
      else if (next.value.ok) break
      else throw new Error(next.value.message)
    }
  }
  return cells
}

/** The least any reader of such a file does: unpack it and look at every byte once. */
async function rawRead(bytes: Uint8Array): Promise<number> {
  let tags = 0
  for (const entry of entriesOf(bytes) ?? []) {
    if (!/sheet1|sharedStrings/.test(entry.name)) continue
    const inflate = createInflateRaw({ chunkSize: 256 * 1024 })
    inflate.end(entry.packed)
    for await (const piece of inflate as AsyncIterable<Uint8Array>)
      for (let i = 0; i < piece.length; i++) if (piece[i] === 0x3c) tags++
  }
  return tags
}

/** The least any writer does: pack bytes that stand ready. */
async function rawWrite(bytes: Uint8Array): Promise<number> {
  const entry = entriesOf(bytes)?.find((e) => e.name.includes('sheet1'))
  if (entry === undefined) throw new Error('no sheet')
  const inflate = createInflateRaw()
  inflate.end(entry.packed)
  const xml = Buffer.concat(await Array.fromAsync(inflate as AsyncIterable<Uint8Array>))
  begun = begin()
  const deflate = createDeflateRaw({ level: 3, chunkSize: 256 * 1024 })
  deflate.end(xml)
  let count = 0
  for await (const piece of deflate as AsyncIterable<Uint8Array>) count += piece.length
  return count
}

/** Marks every tenth row. */
async function mark(bytes: Uint8Array): Promise<number> {
  const rows = new Map(
    Array.from({ length: 10_000 }, (_, i) => [i * 10 + 2, { columns: [1, 3], said: 'họ tên có chữ số' }] as const),
  )
  const done = await markWorkbook(bytes, [{ sheet: 'Danh sách', headRow: 1, rows }])
  if (!done.ok) throw new Error(done.message)
  return done.value.length
}

const csvValue = (v: Value): CsvValue => (typeof v === 'object' && v !== null && 'plain' in v ? v.plain : v)

const begin = () => ({ cpu: process.cpuUsage(), wall: performance.now(), rss: process.memoryUsage.rss() })
let begun = begin()

/** Works by name; `file` is written or read, `size` is "100000x26". */
async function work(name: string, file: string, size: string): Promise<number> {
  const [rows = 0, columns = 0] = size.split('x').map(Number)
  const bytes = name.startsWith('write') ? new Uint8Array() : new Uint8Array(fs.readFileSync(file))
  begun = begin()
  switch (name) {
    case 'write':
      return save(file, plainBook(rows, columns))
    case 'write-shared':
      return save(file, sharedBook(rows, columns))
    case 'write-csv':
      return save(file, csvStream(rowsOf(rows, columns, csvValue)))
    case 'read':
      return readTable(bytes)
    case 'raw-read':
      return rawRead(bytes)
    case 'raw-write':
      return rawWrite(bytes)
    case 'mark':
      return mark(bytes)
    default:
      throw new Error(`no such work: ${name}`)
  }
}

const [name = '', file = '', size = ''] = process.argv.slice(2)
const count = await work(name, file, size)
const cpu = process.cpuUsage(begun.cpu)
const took: Took = {
  cpu: (cpu.user + cpu.system) / 1e6,
  wall: (performance.now() - begun.wall) / 1000,
  growthMb: process.resourceUsage().maxRSS / 1024 - begun.rss / 1024 / 1024,
  count,
}
process.stdout.write(JSON.stringify(took))
