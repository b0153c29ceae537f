/** Ô đọc được từ tệp Excel: from what its XML says to what a reader sees. */
import type { Day } from '../../kernel/day.ts'
import { columnLetters, dayOfSerial } from './addresses.ts'
import type { CellStyle, Parts } from './read-parts.ts'
import type { CellValue, TableCell } from './table.ts'

/** What the XML of a cell says. `text` = what stands in it, null when nothing does. */
export type RawCell = {
  readonly row: number
  readonly column: number
  readonly type: string
  readonly style: number
  readonly text: string | null
  readonly formula: boolean
}

/** The cell, or null when it is empty. */
export function cellOf(raw: RawCell, parts: Parts): TableCell | null {
  const { type, text } = raw
  if (text === null || text === '') return null
  const style = parts.styles[raw.style] ?? PLAIN
  if (type === 's') return textCell(raw.row, raw.column, parts.texts[Number(text)] ?? '', style, raw.formula)
  if (type === 'inlineStr' || type === 'str') return textCell(raw.row, raw.column, unescaped(text), style, raw.formula)
  if (type === 'b') return booleanCell(raw, text === '1' || text === 'true', style)
  if (type === 'e') return made(raw, { error: text }, text, style)
  if (type === 'd') return textCell(raw.row, raw.column, text, style, raw.formula)
  const n = Number(text)
  return Number.isFinite(n)
    ? numberCell(raw.row, raw.column, n, style, raw.formula, parts.from1904)
    : textCell(raw.row, raw.column, text, style, raw.formula)
}

/** A cell of no style. */
export const PLAIN: CellStyle = { font: null, day: false, show: String, shortDay: false }

const made = (raw: RawCell, value: CellValue, text: string, style: CellStyle): TableCell => ({
  address: columnLetters(raw.column) + raw.row,
  column: raw.column,
  value,
  text,
  font: style.font,
  formula: raw.formula,
  error: typeof value === 'object' && 'error' in value ? value.error : null,
})

const booleanCell = (raw: RawCell, value: boolean, style: CellStyle): TableCell =>
  made(raw, value, value ? 'TRUE' : 'FALSE', style)

/** A cell with a text; null for the empty text. */
export const textCell = (
  row: number,
  column: number,
  text: string,
  style: CellStyle,
  formula: boolean,
): TableCell | null =>
  text === ''
    ? null
    : {
        address: columnLetters(column) + row,
        column,
        value: text,
        text,
        font: style.font,
        formula,
        error: null,
      }

/** A cell with a number, which its style may make a day. */
export function numberCell(
  row: number,
  column: number,
  n: number,
  style: CellStyle,
  formula: boolean,
  from1904: boolean,
): TableCell {
  const day = style.day ? dayOfSerial(n, from1904) : null
  return {
    address: columnLetters(column) + row,
    column,
    value: day === null ? n : { day },
    text: day !== null && style.shortDay ? shortDay(day) : style.show(n, from1904),
    font: style.font,
    formula,
    error: null,
  }
}

const shortDay = (d: Day): string => `${d.slice(8, 10)}/${d.slice(5, 7)}/${d.slice(0, 4)}`

/** `_x000D_` and the like, as Excel writes characters that XML cannot hold. */
export const unescaped = (text: string): string => (text.includes('_x') ? unescapedAll(text) : text)

const unescapedAll = (text: string): string =>
  text.replace(/_x([0-9A-Fa-f]{4})_/g, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)))
