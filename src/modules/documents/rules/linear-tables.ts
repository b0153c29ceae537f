/**
 * Bảng mất cột: a table whose cells were written one below the other. The head shows as a run of lines that are names of
 * columns; rows begin at their numbers, or, where there are none, at every first cell. What a cell holds is told by its
 * words as well as by its place, because real files lose cells and put them out of order.
 */
import { startsBody } from './bodies.ts'
import { dueIn } from './deadlines.ts'
import { isEnded, type Line } from './lines.ts'
import { join, type Passage, passage } from './passage.ts'
import { columnOf, type Grid, type HeadCell, kindOf } from './tables.ts'

const SHORT = 45
const FIRST: ReadonlySet<HeadCell['column']> = new Set(['no', 'task', 'indicator', 'lead', 'carry-out'])
const ROW = /^(\d{1,3}(?:\.\d{1,2})?)[.)]?$/u
const ROW_INLINE = /^(\d{1,3}(?:\.\d{1,2})?)[.)]\s+(?=\p{Lu})/u
const GROUP = /^(?:[IVX]{1,5}|[A-E])[.)]?(?:\s+\p{Lu}.*)?$/u
const NOTHING: Passage = { text: '', at: [] }

type Found = { readonly head: HeadCell[]; readonly from: number; readonly to: number }

/** A head that begins at line `from`: at least three columns that make a table, each on one to three lines. */
function headAt(lines: readonly Line[], from: number): Found | null {
  const head: HeadCell[] = []
  let at = from
  while (at < lines.length) {
    let taken = 0
    let text = ''
    for (let n = 1; n <= 3 && taken === 0; n++) {
      const line = lines[at + n - 1]
      if (!line || line.cells || line.text.length > SHORT || isEnded(line.text)) break
      text = `${text} ${line.text}`.trim()
      const cell = columnOf(text)
      if (!/^\p{Lu}/u.test(text) || (head.length === 0 && !FIRST.has(cell.column))) continue
      const data = isDue(text) || (startsBody(text) && !/chủ trì|phối hợp|thực hiện/iu.test(text))
      if (data) break
      if (cell.column === null || head.some((h) => h.column === cell.column && h.year === cell.year)) continue
      head.push(cell)
      taken = n
    }
    if (taken === 0) break
    at += taken
  }
  return head.length >= 3 && kindOf(head) ? { head, from, to: at } : null
}

/** Lines of one row joined into cells: a line that begins small, or follows an open line, goes on with its cell. */
function cellsOf(source: string, lines: readonly Line[]): Passage[] {
  const cells: Passage[] = []
  let previous = ''
  for (const line of lines) {
    const piece = passage(source, line.start, line.end)
    const goesOn =
      cells.length > 0 && (/^[\p{Ll}(]/u.test(line.text) || /(?:,|\s(?:và|của|các|với|về|trên|theo))$/u.test(previous))
    if (goesOn) cells.push(join(cells.pop() ?? NOTHING, piece))
    else cells.push(piece)
    previous = line.text
  }
  return cells
}

const isDue = (text: string): boolean =>
  text.length <= 80 && dueIn(text, true) !== null && !/\p{L}{3}.*[;:]/u.test(text)

/** Puts the cells of a row into the columns: by place when none is missing, else by what they say. */
function placed(cells: readonly Passage[], head: readonly HeadCell[], no: Passage): Passage[] {
  const row: Passage[] = head.map(() => NOTHING)
  const put = (column: HeadCell['column'], cell: Passage): boolean => {
    const i = head.findIndex((h, k) => h.column === column && row[k]?.text === '')
    if (i < 0) return false
    row[i] = cell
    return true
  }
  put('no', no)
  const open = head.filter((h) => h.column !== 'no')
  if (cells.length === open.length) {
    for (const [i, h] of open.entries()) row[head.indexOf(h)] = cells[i] ?? NOTHING
    return row
  }
  const [first, ...rest] = cells
  if (first) put('task', first) || put('indicator', first)
  for (const cell of rest) {
    const body = startsBody(cell.text)
    const done =
      (isDue(cell.text) && put('due', cell)) ||
      (body && (put('lead', cell) || put('carry-out', cell) || put('coordinate', cell))) ||
      (body && append(row, head, 'coordinate', cell)) ||
      (/^[<>≤≥]?\s*\d[\d.,]*\s*%?$/u.test(cell.text) && put('value', cell)) ||
      put('product', cell) ||
      put('unit', cell) ||
      put('other', cell)
    if (!done) append(row, head, 'product', cell)
  }
  return row
}

function append(row: Passage[], head: readonly HeadCell[], column: HeadCell['column'], cell: Passage): boolean {
  const i = head.findIndex((h) => h.column === column)
  const have = row[i]
  if (!have) return false
  row[i] = { text: `${have.text}; ${cell.text}`, at: [...have.at, cell.at[0] ?? 0, cell.at[0] ?? 0, ...cell.at] }
  return true
}

type Rows = { rows: Passage[][]; used: Line[] }

/** Rows that begin at their numbers. */
function numbered(source: string, lines: readonly Line[], head: readonly HeadCell[]): Rows {
  const rows: Passage[][] = []
  const used: Line[] = []
  let no: Passage | null = null
  let body: Line[] = []
  const flush = () => {
    if (no && body.length > 0) rows.push(placed(cellsOf(source, body), head, no))
    body = []
  }
  let expected: number | null = null
  for (const [i, line] of lines.entries()) {
    const value = Number(/^\d+/u.exec(line.text)?.[0] ?? Number.NaN)
    // A figure alone in its cell is no row: rows count on, and words follow their number.
    const counts = expected === null ? value <= 1 : value === expected || value === 1
    const alone = ROW.test(line.text) && counts && /\p{L}{2}/u.test(lines[i + 1]?.text ?? '')
    const inline = alone ? null : ROW_INLINE.exec(line.text)
    if (alone || inline) {
      flush()
      const length = inline ? inline[0].length : line.text.length
      no = passage(source, line.start, line.start + length)
      expected = Math.floor(value) + 1
      if (inline) body.push({ ...line, text: line.text.slice(length), start: line.start + length })
    } else if (GROUP.test(line.text) && (rows.length === 0 || body.length > 1 || no === null)) {
      flush()
      no = null
    } else if (no) body.push(line)
    used.push(line)
  }
  flush()
  return { rows, used }
}

/** Rows without numbers: as many cells as columns, or a new row after each deadline. */
function counted(source: string, lines: readonly Line[], head: readonly HeadCell[]): Rows {
  const cells = cellsOf(source, lines)
  const rows: Passage[][] = []
  for (let i = 0; i + head.length <= cells.length; i += head.length) {
    rows.push(placed(cells.slice(i, i + head.length), head, NOTHING))
  }
  return { rows, used: [...lines] }
}

/** The tables without columns among `lines`; `ends` says where an annex or another part begins. */
export function linearGrids(source: string, lines: readonly Line[], ends: (text: string) => boolean): Grid[] {
  const grids: Grid[] = []
  let i = 0
  while (i < lines.length) {
    const found = headAt(lines, i)
    const kind = found ? kindOf(found.head) : null
    if (!found || !kind) {
      i++
      continue
    }
    let to = found.to
    while (to < lines.length && !ends(lines[to]?.text ?? '') && !headAt(lines, to)) to++
    const inside = lines.slice(found.to, to)
    const hasNumbers =
      found.head.some((h) => h.column === 'no') && inside.some((l) => ROW.test(l.text) || ROW_INLINE.test(l.text))
    const { rows, used } = hasNumbers ? numbered(source, inside, found.head) : counted(source, inside, found.head)
    if (rows.length > 0) {
      grids.push({ kind, head: found.head, rows, lines: new Set([...lines.slice(found.from, found.to), ...used]) })
      i = to
    } else i++
  }
  return grids
}
