/** Trang tính qua trình phân tích XML: what its tags say of rows, and of what stands around them. */
import { columnLetters, readAddress } from './addresses.ts'
import { cellOf } from './cell-value.ts'
import type { Parts } from './read-parts.ts'
import type { Merged, TableCell, TableRow } from './table.ts'
import type { Attributes, Listener } from './xml-events.ts'

/** What stands around the rows, gathered while it is read. */
export type Frame = { merged: Merged[]; hiddenColumns: number[]; lastRow?: number }

const MOST_MERGED = 100_000
const MOST_COLUMNS = 16_384

/** Gathers merged ranges and hidden columns. */
export function frameListener(frame: Frame): Listener {
  return {
    open: (name, of) => {
      if (name === 'dimension') noteLastRow(frame, of.ref ?? '')
      if (name === 'mergeCell') addMerged(frame, of.ref ?? '')
      if (name === 'col' && isTrue(of.hidden)) addHidden(frame, Number(of.min), Number(of.max))
    },
    close: () => undefined,
    text: () => undefined,
  }
}

function noteLastRow(frame: Frame, ref: string): void {
  const last = readAddress(ref.split(':').at(-1) ?? '')
  if (last !== null && last.row > 1) frame.lastRow = last.row
}

const isTrue = (value: string | undefined): boolean => value === '1' || value === 'true'

function addMerged(frame: Frame, ref: string): void {
  const [from, to] = ref.split(':').map(readAddress)
  if (!from || !to || frame.merged.length >= MOST_MERGED) return
  const left = Math.min(from.column, to.column)
  const right = Math.max(from.column, to.column)
  const top = Math.min(from.row, to.row)
  const bottom = Math.max(from.row, to.row)
  const address = `${columnLetters(left)}${top}:${columnLetters(right)}${bottom}`
  frame.merged.push({ address, top, bottom, left, right })
}

function addHidden(frame: Frame, min: number, max: number): void {
  if (!Number.isInteger(min) || !Number.isInteger(max) || min < 1) return
  for (let c = min; c <= Math.min(max, MOST_COLUMNS) && frame.hiddenColumns.length < MOST_COLUMNS; c++)
    frame.hiddenColumns.push(c - 1)
}

/** Where the parser stands: the last row, and the rows closed since they were last handed on. */
export type Place = { row: number; ready: TableRow[] }

type Open = { column: number; type: string; style: number; text: string; formula: boolean }

/** Gathers rows that hold anything. */
export function rowListener(place: Place, parts: Parts): Listener {
  let column = 0
  let hidden = false
  let cells: TableCell[] = []
  let cell: Open | null = null
  let inValue = false
  let reading = 0
  const openRow = (of: Attributes): void => {
    place.row = /^\d{1,7}$/.test(of.r ?? '') ? Number(of.r) : place.row + 1
    hidden = isTrue(of.hidden)
    column = 0
    cells = []
  }
  const openCell = (of: Attributes): void => {
    column = (of.r === undefined ? null : readAddress(of.r))?.column ?? column
    cell = { column, type: of.t ?? 'n', style: Number(of.s ?? 0), text: '', formula: false }
    column++
  }
  const closeCell = (): void => {
    const found = cell === null ? null : cellOf({ ...cell, row: place.row }, parts)
    if (found !== null) cells.push(found)
    cell = null
    inValue = false
  }
  return {
    open: (name, of) => {
      if (name === 'row') openRow(of)
      else if (name === 'c') openCell(of)
      else if (name === 'v' || name === 't') inValue = true
      else if (name === 'f' && cell !== null) cell.formula = true
      else if (name === 'rPh') reading++
    },
    close: (name) => {
      if (name === 'v' || name === 't') inValue = false
      else if (name === 'c') closeCell()
      else if (name === 'rPh') reading--
      else if (name === 'row' && cells.length > 0) place.ready.push({ number: place.row, hidden, cells })
    },
    text: (t) => {
      if (inValue && reading === 0 && cell !== null) cell.text += t
    },
  }
}
