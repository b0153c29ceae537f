/**
 * Sổ Excel: the typed model of a workbook before it becomes a file. Pure: builders in the modules fill it,
 * `write-workbook.ts` writes it, and rows may come one after another so that a long sheet never stands in memory whole.
 */
import type { Day } from '../../kernel/day.ts'

/** Kiểu ô. Its letters, border, fill and alignment stand in `looks.ts`. */
export type Look = 'plain' | 'wrap' | 'centre' | 'title' | 'note' | 'header' | 'group' | 'total' | 'wrong'

/**
 * Giá trị của ô. A text stays a text whatever it starts with; a `number` is printed in groups (1.234,5), `plain` without
 * (a year, an ordinal); a `day` is a real date shown dd/MM/yyyy.
 */
export type Value = null | string | number | { readonly plain: number } | { readonly day: Day }

/** Ô. `span` = columns it covers, itself included. */
export type Cell = Value | { readonly value: Value; readonly look?: Look; readonly span?: number }

/** Dòng. `look` is that of every cell without one of its own; `height` in points, fitted to the text when absent. */
export type Row = readonly Cell[] | { readonly cells: readonly Cell[]; readonly look?: Look; readonly height?: number }

/** Cột. `width` in characters. */
export type Column = { readonly width: number; readonly look?: Look }

/** Danh sách chọn cho các ô của một cột (rows counted from 1, both included): a few values, or the cells of a defined name. */
export type Choice = {
  readonly column: number
  readonly from: number
  readonly to: number
  readonly of: readonly string[] | { readonly name: string }
  /** What is said when something else is typed; without it anything may be typed. */
  readonly refuse?: string
}

/** Trang tính. Rows are counted from 1. */
export type Sheet = {
  readonly name: string
  readonly columns: readonly Column[]
  readonly rows: Iterable<Row> | AsyncIterable<Row>
  /** The last row that stays in place while the rest is scrolled. */
  readonly frozen?: number
  /** First and last row printed at the top of every page. */
  readonly repeated?: readonly [number, number]
  /** The row of the headings that carry filter buttons. */
  readonly filter?: number
  readonly landscape?: boolean
  readonly choices?: readonly Choice[]
}

/** Tên đặt cho một vùng ô: `rows` and `column` counted from 1 and 0. */
export type NamedRange = {
  readonly name: string
  readonly sheet: string
  readonly column: number
  readonly from: number
  readonly to: number
}

/** Sổ Excel. `made` stands in the properties of the file in place of the clock: the same model gives the same bytes. */
export type Workbook = {
  readonly title: string
  readonly creator: string
  readonly made: Day
  readonly sheets: readonly Sheet[]
  readonly names?: readonly NamedRange[]
}
