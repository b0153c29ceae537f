/** Trang tính từ XML: one row after another, none kept. */
import type { Day } from '../../kernel/day.ts'
import { accept, type Decision } from '../../kernel/result.ts'
import { cellAddress, dayOfSerial, readAddress } from './addresses.ts'
import { type Caps, type Spoilt, spoilt } from './inflate.ts'
import { type Parts, unescaped } from './read-parts.ts'
import { type Attributes, feedOf } from './xml-events.ts'

/** Giá trị đọc được. A day is a real date of the sheet; formulas give the value that was last computed. */
export type ReadValue = string | number | boolean | { readonly day: Day } | { readonly error: string }

/** Ô đọc được. Empty cells are not listed. `font` tells the encoding of old texts (.VnTime, VNI-Times). */
export type ReadCell = {
  readonly address: string
  /** Counted from 0. */
  readonly column: number
  readonly value: ReadValue
  readonly font: string | null
  readonly formula: boolean
}

/** Dòng đọc được; `number` as Excel shows it. */
export type ReadRow = { readonly number: number; readonly cells: readonly ReadCell[] }

type Open = { column: number; type: string; style: number; text: string; formula: boolean }

/** Where the reader stands in a sheet; `ready` = rows closed since they were last handed on. */
type Place = {
  row: number
  column: number
  cells: ReadCell[]
  cell: Open | null
  inValue: boolean
  reading: number
  count: number
  ready: ReadRow[]
}

/** The rows that hold anything; answers with how many cells they held. */
export function* rowsOfSheet(
  bytes: Generator<Uint8Array, Spoilt | null>,
  parts: Parts,
  caps: Caps,
): Generator<ReadRow, Decision<number>> {
  const at: Place = { row: 0, column: 0, cells: [], cell: null, inValue: false, reading: 0, count: 0, ready: [] }
  const feed = feedOf({
    open: (name, of) => opened(name, of, at),
    close: (name) => closed(name, at, parts),
    text: (text) => {
      if (at.inValue && at.cell !== null && at.reading === 0) at.cell.text += text
    },
  })
  for (;;) {
    const next = bytes.next()
    const sound = next.done === true ? feed.end() : feed.push(next.value)
    yield* at.ready.splice(0)
    if (at.count > caps.cells) return spoilt('too-large')
    if (next.done === true && next.value !== null) return spoilt(next.value)
    if (!sound) return spoilt('damaged')
    if (next.done === true) return accept(at.count)
  }
}

function closed(name: string, at: Place, parts: Parts): void {
  if (name === 'v' || name === 't') at.inValue = false
  else if (name === 'c') closeCell(at, parts)
  else if (name === 'rPh') at.reading--
  else if (name === 'row' && at.cells.length > 0) at.ready.push({ number: at.row, cells: at.cells })
}

function opened(name: string, of: Attributes, at: Place): void {
  if (name === 'row') {
    at.row = Number(of.r ?? at.row + 1)
    at.column = 0
    at.cells = []
  } else if (name === 'c') {
    const place = of.r === undefined ? null : readAddress(of.r)
    if (place !== null) at.column = place.column
    at.cell = { column: at.column, type: of.t ?? 'n', style: Number(of.s ?? 0), text: '', formula: false }
    at.column++
  } else if (name === 'v' || name === 't') at.inValue = true
  else if (name === 'f' && at.cell !== null) at.cell.formula = true
  else if (name === 'rPh') at.reading++
}

function closeCell(at: Place, parts: Parts): void {
  const { cell } = at
  at.cell = null
  at.inValue = false
  if (cell === null) return
  const style = parts.styles[cell.style]
  const value = valueIn(cell, parts, style?.day ?? false)
  if (value === null) return
  at.count++
  at.cells.push({
    address: cellAddress(at.row, cell.column),
    column: cell.column,
    value,
    font: style?.font ?? null,
    formula: cell.formula,
  })
}

function valueIn({ type, text }: Open, parts: Parts, isDay: boolean): ReadValue | null {
  if (text === '') return null
  if (type === 's') return parts.texts[Number(text)] ?? null
  if (type === 'inlineStr' || type === 'str') return unescaped(text)
  if (type === 'b') return text === '1' || text === 'true'
  if (type === 'e') return { error: text }
  if (type === 'd') return text
  const n = Number(text)
  if (!Number.isFinite(n)) return text
  const day = isDay ? dayOfSerial(n, parts.from1904) : null
  return day === null ? n : { day }
}
