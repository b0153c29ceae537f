/** Mở tệp bảng: one door for .xlsx, .xls and .csv; what a file is, its bytes tell, never its name. */
import { accept, type Decision, type Refusal, refuse } from '../../kernel/result.ts'
import { readCsv } from '../csv/read-csv.ts'
import type { ByteSource } from '../files/source.ts'
import { DAMAGED } from './inflate.ts'
import { entriesIn, isZip } from './read-entries.ts'
import { readEntries, readWorkbook } from './read-workbook.ts'
import { readXls } from './read-xls.ts'
import { type Sniffed, sniff, zipped } from './sniff.ts'
import { type Batches, oneByOne, TABLE_LIMITS, type Table, type TableSheet } from './table.ts'

const bad = (code: string, message: string): Refusal => refuse('invalid', code, message)

const EMPTY = bad('table.empty', 'Tệp không có dòng dữ liệu nào. Kiểm tra lại tệp rồi gửi lại.')
const TOO_LARGE = bad('table.too-large', 'Tệp lớn hơn 100 MB. Tách thành nhiều tệp nhỏ hơn rồi gửi lại.')
const LOCKED = bad(
  'table.locked',
  'Tệp Excel được bảo vệ bằng mật khẩu nên không đọc được. Mở bằng Excel, bỏ mật khẩu, lưu lại rồi gửi lại.',
)

/**
 * The table in a file of at most 100 MB. Refuses, by name of what it is: another kind of file, a locked, damaged, empty,
 * bursting or too long one; the sentence says what to do. What is wrong further down ends the walk over its rows.
 */
export async function openTable(file: Uint8Array | ByteSource): Promise<Decision<Table>> {
  const opened = 'read' in file ? await openWhereItLies(file) : await openBytes(file)
  if (!opened.ok) return opened
  const sheets = opened.value.sheets.map(limited)
  const first = await firstTrouble(sheets)
  return first ?? accept({ ...opened.value, sheets })
}

async function openBytes(bytes: Uint8Array): Promise<Decision<Table>> {
  return bytes.length > TABLE_LIMITS.bytes ? TOO_LARGE : openAs(sniff(bytes), bytes)
}

/** A workbook is read a range at a time; any other file is taken into memory. */
async function openWhereItLies(source: ByteSource): Promise<Decision<Table>> {
  if (source.size > TABLE_LIMITS.bytes) return TOO_LARGE
  if (!(await isZip(source))) return openBytes(await source.read(0, source.size))
  const entries = await entriesIn(source)
  const what = zipped(entries)
  if (what.kind !== 'xlsx') return openAs(what, new Uint8Array())
  const read = await readEntries(entries)
  return read.ok ? accept({ kind: 'xlsx', macros: what.macros, sheets: read.value, notes: [], conversions: [] }) : read
}

async function openAs(what: Sniffed, bytes: Uint8Array): Promise<Decision<Table>> {
  switch (what.kind) {
    case 'empty':
      return EMPTY
    case 'locked':
      return LOCKED
    case 'damaged':
      return bad('excel.damaged', DAMAGED)
    case 'other':
      return bad(
        'table.another-kind',
        `Tệp này là ${what.name}, không phải bảng tính. Lưu bảng thành tệp .xlsx hoặc .csv rồi gửi lại.`,
      )
    case 'xlsx': {
      const read = await readWorkbook(bytes)
      return read.ok
        ? accept({ kind: 'xlsx', macros: what.macros, sheets: read.value, notes: [], conversions: [] })
        : read
    }
    case 'text':
      return readCsv(bytes)
    case 'xls': {
      const read = await readXls(bytes)
      return read.ok
        ? accept({ kind: 'xls', macros: what.macros, sheets: read.value, notes: [], conversions: [] })
        : read
    }
  }
}

/** The refusal of a table without a single row, or of the first sheet that cannot be read; null when there is a row. */
async function firstTrouble(sheets: readonly TableSheet[]): Promise<Refusal | null> {
  for (const sheet of sheets) {
    const walk = sheet.batches()
    const next = await walk.next()
    if (next.done !== true) {
      await walk.return(EMPTY)
      return null
    }
    if (!next.value.ok) return next.value
  }
  return EMPTY
}

/** The sheet with the limits of the product around its rows. */
function limited(sheet: TableSheet): TableSheet {
  const batches = () => walkWithin(sheet)
  return { ...sheet, batches, rows: () => oneByOne(batches()) }
}

async function* walkWithin(sheet: TableSheet): Batches {
  const walk = sheet.batches()
  let count = 0
  try {
    for (;;) {
      const next = await walk.next()
      if (next.done === true) return next.value
      count += next.value.length
      if (count > TABLE_LIMITS.rows) return tooManyRows(sheet.name)
      const wide = next.value.find((row) => (row.cells.at(-1)?.column ?? 0) >= TABLE_LIMITS.columns)
      if (wide !== undefined) return tooManyColumns(sheet.name, wide.cells.at(-1)?.address ?? '')
      yield next.value
    }
  } finally {
    await walk.return(EMPTY)
  }
}

const tooManyRows = (name: string): Refusal =>
  bad('table.too-many-rows', `Trang tính «${name}» có hơn 200.000 dòng dữ liệu. Tách thành nhiều tệp rồi gửi lại.`)

const tooManyColumns = (name: string, address: string): Refusal =>
  bad(
    'table.too-many-columns',
    `Trang tính «${name}» có dữ liệu ở ô ${address}, quá 500 cột. Xóa các cột không thuộc bảng rồi gửi lại.`,
  )
