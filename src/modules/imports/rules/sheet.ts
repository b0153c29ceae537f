/** Bảng trong tệp: cells and rows as the rules read them, and the words of a cell. Encodings are already Unicode. */
import type { Day } from '../../../kernel/day.ts'
import { fold, squeeze } from '../../../kernel/text.ts'

/** Ô. `text` is what the sheet shows; `day` and `number` stand beside it when the cell holds one. */
export type SheetCell = {
  /** Counted from 0. */
  readonly column: number
  readonly text: string
  readonly kind: 'text' | 'number' | 'day' | 'error'
  readonly day?: Day
  readonly number?: number
  /** The value is what a formula last gave. */
  readonly formula?: boolean
}

/** Dòng; empty cells are not listed, cells stand in order of columns. */
export type SheetRow = { readonly number: number; readonly cells: readonly SheetCell[]; readonly hidden?: boolean }

/** Ô gộp: rows as the sheet numbers them, columns from 0, all included. */
export type Merge = {
  readonly fromRow: number
  readonly toRow: number
  readonly fromColumn: number
  readonly toColumn: number
}

/** The cell of a column, or null. */
export const cellAt = (row: SheetRow, column: number): SheetCell | null =>
  row.cells.find((c) => c.column === column) ?? null

/** Chữ của tiêu đề for comparing: no marks, no punctuation, one space: "Năm  sinh\n(dương lịch)" = "nam sinh duong lich". */
export const headingKey = (text: string): string =>
  fold(text)
    .replace(/[^a-z0-9]+/g, ' ')
    .trim()

/** Words of a cell on one line. */
export const wordsOf = (text: string): string => squeeze(text)

const LETTERS = 26
/** `0` -> `A`, `27` -> `AB`: columns as people name them. */
export function columnName(column: number): string {
  const name = String.fromCharCode(65 + (column % LETTERS))
  return column < LETTERS ? name : columnName(Math.floor(column / LETTERS) - 1) + name
}

/** `D42`. */
export const cellName = (row: number, column: number): string => `${columnName(column)}${row}`
