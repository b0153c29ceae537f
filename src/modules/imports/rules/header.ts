/**
 * Nhận ra dòng tiêu đề: title rows above, one to three rows of headings (merged cells among them), a row of column numbers
 * below. The block of rows whose headings make most sense is taken; where none does, the first row of words over rows alike.
 */
import { PHRASES } from './headings.ts'
import { cellAt, headingKey, type Merge, type SheetCell, type SheetRow, wordsOf } from './sheet.ts'

/** Cột của bảng: its headings from the top one down. */
export type TableColumn = {
  /** Counted from 0. */
  readonly column: number
  readonly path: readonly string[]
  /** "Trình độ / Chuyên môn", as shown to people. */
  readonly label: string
  /** The heading covers this column without words of its own: the next part of the column before it. */
  readonly continues: boolean
}

/** Bố cục của trang tính. */
export type Layout = {
  /** First and last row of the headings. */
  readonly from: number
  readonly to: number
  /** First row that may be data. */
  readonly first: number
  readonly columns: readonly TableColumn[]
  /** `chắc`: known headings; `đoán`: only the shape says so. */
  readonly sure: boolean
}

/** Rows looked at. */
const DEPTH = 40
const TALLEST = 3
/** Known headings that make a block sure. */
const ENOUGH = 2

/** A level of a heading block: what each column says there, spans filled. */
type Level = ReadonlyMap<number, { readonly text: string; readonly own: boolean }>

const covers = (m: Merge, row: number, column: number): boolean =>
  m.fromRow <= row && row <= m.toRow && m.fromColumn <= column && column <= m.toColumn

/** What a row of headings says of each column: merged cells are filled; without merges a gap over words below is. */
function levelOf(row: SheetRow, below: SheetRow | null, merges: readonly Merge[], width: number): Level {
  const level = new Map<number, { text: string; own: boolean }>()
  let last: SheetCell | null = null
  for (let column = 0; column < width; column++) {
    const cell = cellAt(row, column)
    if (cell !== null) {
      level.set(column, { text: wordsOf(cell.text), own: true })
      last = cell
      continue
    }
    const merge = merges.find((m) => covers(m, row.number, column))
    const start = merge === undefined ? last : cellAt(row, merge.fromColumn)
    if (start === null) continue
    const open =
      merge === undefined && below !== null && cellAt(below, column) !== null && gapOf(row, below, start, column)
    if ((merge !== undefined && merge.fromRow === row.number) || open)
      level.set(column, { text: wordsOf(start.text), own: false })
  }
  return level
}

/** Without merges: every column from the heading to here has words below, the heading's own among them. */
function gapOf(row: SheetRow, below: SheetRow, start: SheetCell, column: number): boolean {
  for (let c = start.column; c <= column; c++) {
    if (cellAt(below, c) === null) return false
    if (c > start.column && cellAt(row, c) !== null) return false
  }
  return true
}

function columnsOf(block: readonly SheetRow[], merges: readonly Merge[], width: number): TableColumn[] {
  const levels = block.map((row, i) => levelOf(row, block[i + 1] ?? null, merges, width))
  const columns: TableColumn[] = []
  for (let column = 0; column < width; column++) {
    const parts = levels.flatMap((l) => l.get(column) ?? [])
    const path = parts.map((p) => p.text).filter((t, i, all) => t !== '' && t !== all[i - 1])
    if (path.length === 0) continue
    const continues = parts.every((p) => !p.own)
    columns.push({ column, path, label: path.join(' / '), continues })
  }
  return columns
}

/** Words that stand over a column without parentheses: "Ngày sinh (dd/mm/yyyy)" = "ngay sinh". */
export const bareHeading = (text: string): string => headingKey(text.replace(/\([^)]*\)/g, ' '))

/** Phrases under which a heading may be known, the whole path first. */
export function keysOf(path: readonly string[]): string[] {
  const parts = path.map(bareHeading).filter((p) => p !== '')
  const leaf = parts.at(-1) ?? ''
  const raw = path.map(headingKey).filter((p) => p !== '')
  // What stands in brackets may number a set of columns ("Trình độ (2)"): the heading as written comes first.
  const keys = [
    raw.join(' '),
    raw.at(-1) ?? '',
    parts.join(' '),
    `${parts[0] ?? ''} ${leaf}`.trim(),
    parts.slice(-2).join(' '),
    leaf,
  ]
  return [...new Set(keys)].filter((k) => k !== '')
}

const isKnown = (c: TableColumn): boolean => keysOf(c.path).some((k) => PHRASES.has(k))

const NUMBERED = /^\(?\d{1,3}\)?$/
/** Hàng số thứ tự cột: (1) (2) (3) …, or 1 2 3 = 1+2. */
export function isColumnNumbers(row: SheetRow): boolean {
  // Of a person the second or third cell is a name.
  if (row.cells.slice(0, 3).filter((c) => NUMBERED.test(c.text.trim())).length < Math.min(2, row.cells.length))
    return false
  const texts = row.cells.map((c) => wordsOf(c.text))
  if (texts.length < 3) return false
  const numbers = texts.filter((t) => NUMBERED.test(t)).map((t) => Number(t.replace(/[()]/g, '')))
  if (numbers.length < texts.length - 1 || numbers.length < 3) return false
  return (
    numbers.every((n, i) => i === 0 || (n > (numbers[i - 1] ?? 0) && n - (numbers[i - 1] ?? 0) <= 2)) &&
    (numbers[0] ?? 9) <= 2
  )
}

/** Cells that no heading is: numbers, days, long figures. */
const isData = (c: SheetCell): boolean =>
  c.kind === 'day' || c.kind === 'number' || /^\d[\d/.,\s-]{3,}$/.test(c.text.trim())

const widthOf = (rows: readonly SheetRow[]): number =>
  rows.reduce((most, r) => Math.max(most, (r.cells.at(-1)?.column ?? -1) + 1), 0)

type Block = { readonly layout: Layout; readonly score: number; readonly known: number }

function blockAt(
  rows: readonly SheetRow[],
  at: number,
  height: number,
  merges: readonly Merge[],
  width: number,
): Block | null {
  const block = rows.slice(at, at + height)
  const [top] = block
  const last = block.at(-1)
  if (top === undefined || last === undefined || block.length < height) return null
  if (block.some((r) => r.cells.some(isData) || isColumnNumbers(r))) return null
  if (height > 1 && last.number - top.number >= height + 1) return null
  const columns = columnsOf(block, merges, width)
  const known = columns.filter((c) => !c.continues && isKnown(c))
  const distinct = new Set(
    known.map((c) =>
      keysOf(c.path)
        .map((k) => PHRASES.get(k))
        .find((t) => t !== undefined),
    ),
  ).size
  const strange = columns.filter((c) => !c.continues && !isKnown(c)).length
  // A row that adds no heading of its own to the block belongs to what stands above or below.
  const idle = block.filter((r) => r.cells.length === 1 && height > 1 && widest(r, merges) >= width - 1).length
  const after = rows[at + height]
  const skipped = after !== undefined && isColumnNumbers(after) ? 1 : 0
  return {
    known: distinct,
    score: 3 * distinct - strange - 4 * idle - height / 10,
    layout: {
      from: top.number,
      to: last.number,
      first: (skipped === 1 ? (after?.number ?? last.number) : last.number) + 1,
      columns,
      sure: distinct >= ENOUGH,
    },
  }
}

/** Columns the widest cell of a row covers. */
const widest = (row: SheetRow, merges: readonly Merge[]): number =>
  Math.max(1, ...merges.filter((m) => m.fromRow === row.number).map((m) => m.toColumn - m.fromColumn + 1))

/** The layout whose headings make most sense; null when no row looks like one. `rows` = the first rows of the sheet. */
export function findHeader(rows: readonly SheetRow[], merges: readonly Merge[] = []): Layout | null {
  const seen = rows.slice(0, DEPTH)
  const width = widthOf(seen)
  let best: Block | null = null
  for (let at = 0; at < seen.length; at++) {
    for (let height = 1; height <= TALLEST; height++) {
      const block = blockAt(seen, at, height, merges, width)
      if (block !== null && block.known > 0 && (best === null || block.score > best.score)) best = block
    }
  }
  if (best !== null && best.known >= ENOUGH) return best.layout
  return byShape(seen, merges, width) ?? best?.layout ?? null
}

/** Without known words: the first row of at least three different texts, over a row that is not only words. */
function byShape(rows: readonly SheetRow[], merges: readonly Merge[], width: number): Layout | null {
  for (const [at, row] of rows.entries()) {
    const texts = new Set(row.cells.map((c) => headingKey(c.text)))
    const below = rows[at + 1]
    if (row.cells.length < 3 || texts.size < row.cells.length || row.cells.some(isData)) continue
    if (below === undefined || below.cells.length < 2 || !below.cells.some(isData)) continue
    return blockAt(rows, at, 1, merges, width)?.layout ?? null
  }
  return null
}

/** The layout an officer chose: headings in these rows. */
export function headerAt(
  rows: readonly SheetRow[],
  from: number,
  to: number,
  merges: readonly Merge[] = [],
): Layout | null {
  const block = rows.filter((r) => r.number >= from && r.number <= to).slice(0, TALLEST)
  if (block.length === 0) return null
  const after = rows.find((r) => r.number > to)
  const first = after !== undefined && isColumnNumbers(after) ? after.number + 1 : to + 1
  return { from, to, first, columns: columnsOf(block, merges, widthOf(rows)), sure: true }
}

/** Dấu của mẫu tệp: the headings without case, marks and order of letters apart; the same template gives the same. */
export const fingerprintOf = (layout: Layout): string =>
  layout.columns.map((c) => `${c.column}:${c.path.map(headingKey).join('>')}`).join('|')
