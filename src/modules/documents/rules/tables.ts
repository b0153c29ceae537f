/**
 * Bảng phân công: rows of an annex (or of the body) whose head names a column of work and a column of who leads. Cells
 * stand between tabs; an empty cell means nothing was said, "nt" means as above.
 */
import { carryOut, labelsIn } from './assignments.ts'
import { listOf } from './bodies.ts'
import { dueIn } from './deadlines.ts'
import type { Line } from './lines.ts'
import { type Passage, passage } from './passage.ts'
import { phrase, type Shape } from './phrase.ts'

/** Cột của bảng phân công. */
export type Column = 'no' | 'task' | 'lead' | 'coordinate' | 'carry-out' | 'due'

/** How the head of a column reads, in this order. */
export const COLUMNS: readonly (Shape & { readonly column: Column })[] = [
  { id: 'L14', column: 'coordinate', pattern: phrase('phối hợp'), example: 'Cơ quan phối hợp' },
  { id: 'L13', column: 'lead', pattern: phrase('chủ trì'), example: 'Cơ quan, đơn vị chủ trì' },
  {
    id: 'due',
    column: 'due',
    pattern: phrase('thời gian|thời hạn|tiến độ|hoàn thành'),
    example: 'Thời gian hoàn thành',
  },
  {
    id: 'carry',
    column: 'carry-out',
    pattern: phrase('(?:cơ quan|đơn vị)(?: tổ chức)? thực hiện'),
    example: 'Đơn vị thực hiện',
  },
  {
    id: 'task',
    column: 'task',
    pattern: phrase('nhiệm vụ|nội dung|công việc|tên đề án'),
    example: 'Nội dung nhiệm vụ',
  },
  { id: 'no', column: 'no', pattern: /^(?:TT|STT|Số TT)$/iu, example: 'TT' },
]

/** Một dòng phân công as written. */
export type TableRow = {
  /** Number of the row as written, or its place in the table. */
  readonly no: string
  readonly text: Passage
  readonly lead: readonly Passage[]
  readonly coordinate: readonly Passage[]
  readonly due: string | null
  readonly dueRaw: string | null
}

/** Một bảng phân công and the lines it takes up. */
export type TaskTable = { readonly rows: readonly TableRow[]; readonly lines: ReadonlySet<Line> }

const AS_ABOVE = /^(?:nt|như trên|"|”|-nt-)$/iu
const LONGEST_BREAK = 3

/** The cells of a line; leading and trailing empty cells count. */
function cellsOf(source: string, line: Line): Passage[] {
  let from = line.start
  let to = line.end
  while (source[from - 1] === '\t') from--
  while (source[to] === '\t') to++
  const cells: Passage[] = []
  for (const cell of source.slice(from, to).split('\t')) {
    cells.push(passage(source, from, from + cell.length))
    from += cell.length + 1
  }
  return cells
}

function headOf(cells: readonly Passage[]): (Column | null)[] | null {
  if (cells.length < 3) return null
  const columns = cells.map((c) =>
    c.text.length > 60 ? null : (COLUMNS.find((k) => k.pattern.test(c.text))?.column ?? null),
  )
  const names = new Set(columns)
  return names.has('task') && (names.has('lead') || names.has('carry-out')) ? columns : null
}

function rowOf(
  cells: readonly Passage[],
  head: readonly (Column | null)[],
  above: TableRow | undefined,
  index: number,
): TableRow | null {
  const at = (column: Column): Passage | null => cells[head.indexOf(column)] ?? null
  const text = at('task')
  const group = cells.filter((c) => c.text !== '').length < 3
  if (!text || !/\p{L}{2}/u.test(text.text) || group || labelsIn(text)[0]?.start === 0) return null
  const lead = at('lead')
  const shared = at('carry-out')
  const partners = at('coordinate')
  const time = at('due')?.text ?? ''
  const same = (p: Passage | null): boolean => p !== null && AS_ABOVE.test(p.text)
  const both = shared && !same(shared) ? carryOut(shared) : null
  return {
    no: at('no')?.text.replace(/[.)\s]+$/u, '') || String(index + 1),
    text,
    lead: same(lead ?? shared) ? (above?.lead ?? []) : [...(lead ? listOf(lead) : []), ...(both?.lead ?? [])],
    coordinate: same(partners)
      ? (above?.coordinate ?? [])
      : [...(partners ? listOf(partners) : []), ...(both?.coordinate ?? [])],
    due: AS_ABOVE.test(time) ? (above?.due ?? null) : (dueIn(time, true)?.due ?? null),
    dueRaw: time === '' ? null : time,
  }
}

/** The tables of work among `lines`. */
export function tablesIn(source: string, lines: readonly Line[]): TaskTable[] {
  const tables: { rows: TableRow[]; lines: Set<Line>; head: (Column | null)[] }[] = []
  let quiet = LONGEST_BREAK
  for (const line of lines) {
    const open = quiet < LONGEST_BREAK ? tables.at(-1) : undefined
    if (!line.text.includes('\t')) {
      quiet++
      continue
    }
    const cells = cellsOf(source, line)
    const head = headOf(cells)
    if (head) tables.push({ rows: [], lines: new Set([line]), head })
    else if (open) {
      open.lines.add(line)
      const row = rowOf(cells, open.head, open.rows.at(-1), open.rows.length)
      if (row) open.rows.push(row)
    } else continue
    quiet = 0
  }
  return tables.filter((t) => t.rows.length > 0)
}
