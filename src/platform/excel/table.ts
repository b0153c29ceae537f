/**
 * Bảng dữ liệu: what every file of rows gives to those who import it, whatever program made it: .xlsx, .xls or .csv.
 * Plain data; rows come one after another and none is kept.
 */
import type { Day } from '../../kernel/day.ts'
import type { Conversion } from '../../kernel/mend-encoding.ts'
import { type Decision, refuse } from '../../kernel/result.ts'

/** Giá trị của ô. A day is a real date of the sheet; formulas give the value that was last computed. */
export type CellValue = string | number | boolean | { readonly day: Day } | { readonly error: string }

/** Ô có giá trị. Empty cells are not listed. */
export type TableCell = {
  /** "B3"; a .csv counts its lines and columns the same way. */
  readonly address: string
  /** Counted from 0. */
  readonly column: number
  readonly value: CellValue
  /**
   * What a person sees in a column that is wide enough: `000000000000` shows the zeros that a number lost, "yyyy" shows a
   * day as its year. Figures in Vietnamese style (1.234,5; 05/12/2026), a power of ten as `3.0072E+11`.
   */
  readonly text: string
  /** Name of the font; tells the code page of old texts (.VnTime, VNI-Times). Null where the file has none. */
  readonly font: string | null
  /** The value was computed. */
  readonly formula: boolean
  /** "#N/A" and the like; null for sound cells. */
  readonly error: string | null
}

/** Dòng có ít nhất một ô. `number` is counted from 1, as Excel shows it. */
export type TableRow = { readonly number: number; readonly hidden: boolean; readonly cells: readonly TableCell[] }

/** Vùng ô gộp: rows counted from 1, columns from 0, all included. Only the first cell carries the value. */
export type Merged = {
  readonly address: string
  readonly top: number
  readonly bottom: number
  readonly left: number
  readonly right: number
}

/** Khung của trang tính: what stands around its rows. Hidden columns are counted from 0. */
export type SheetFrame = {
  readonly merged: readonly Merged[]
  readonly hiddenColumns: readonly number[]
  /** Last row as the sheet says of itself; absent where it says nothing. For showing how far a reading is, never to rely on. */
  readonly lastRow?: number
}

/** Số đếm của trang tính sau khi đọc hết; an address where the first of its kind stands. */
export type SheetTally = {
  readonly rows: number
  readonly cells: number
  /** Columns up to the last one that holds a value. */
  readonly columns: number
  readonly hiddenRows: number
  readonly formulas: { readonly count: number; readonly first: string | null }
  readonly errors: { readonly count: number; readonly first: string | null }
}

/** Rows as they come, some hundred at a time; answers at the end with how much there was, or with the refusal. */
export type Batches = AsyncGenerator<readonly TableRow[], Decision<SheetTally>>

/** Trang tính. `rows` may be walked more than once; a damaged or too long sheet ends the walk with a refusal. */
export type TableSheet = {
  readonly name: string
  readonly hidden: boolean
  /** Reads to the end of the sheet the first time, without its cells: half a second for the largest. */
  readonly frame: () => Promise<Decision<SheetFrame>>
  readonly rows: () => AsyncGenerator<TableRow, Decision<SheetTally>>
  /** The same rows, some hundred at a time: half the work for a long sheet. */
  readonly batches: () => Batches
}

/** Rows one by one out of batches. */
export async function* oneByOne(batches: Batches): AsyncGenerator<TableRow, Decision<SheetTally>> {
  try {
    for (;;) {
      const next = await batches.next()
      if (next.done === true) return next.value
      yield* next.value
    }
  } finally {
    await batches.return(refuse('later', 'table.left', 'Chưa đọc hết bảng.'))
  }
}

/** Loại tệp. */
export type TableKind = 'xlsx' | 'xls' | 'csv'

/** Tệp đã mở. */
export type Table = {
  readonly kind: TableKind
  /** The file carries macros; they are never run. */
  readonly macros: boolean
  readonly sheets: readonly TableSheet[]
  /** How a file of text was read, as sentences to show: encoding and its evidence, separator. Empty for Excel. */
  readonly notes: readonly string[]
  /** Letters typed before Unicode that were turned, for a .csv; cells of Excel are left as they are, with their font. */
  readonly conversions: readonly Conversion[]
}

/** Trần của một lần đọc. */
export const TABLE_LIMITS = {
  /** Bytes of the file. */
  bytes: 100 * 1024 * 1024,
  /** Bytes of an old .xls. */
  xlsBytes: 20 * 1024 * 1024,
  rows: 200_000,
  /** Columns with a value. */
  columns: 500,
  /** Characters of a cell. */
  text: 32_767,
} as const
