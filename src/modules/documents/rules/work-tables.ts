/**
 * Bảng phân công: the rows of a table of work as tasks. An empty cell means nothing was said, except for who leads,
 * where it stands for a merged cell; "nt" and the ditto mark mean as above.
 */
import { carryOut, labelsIn } from './assignments.ts'
import { listOf } from './body-lists.ts'
import { dueIn } from './deadlines.ts'
import { cut, type Passage } from './passage.ts'
import type { Column, Grid } from './tables.ts'

/** Một dòng phân công as written. */
export type WorkRow = {
  /** Number of the row as written, or its place in the table. */
  readonly no: string
  readonly text: Passage
  readonly lead: readonly Passage[]
  readonly coordinate: readonly Passage[]
  readonly due: string | null
  readonly dueRaw: string | null
  readonly product: string | null
}

const AS_ABOVE = /^(?:nt|-nt-|như trên|"|”|〃|''|-\/\/-|\/\/)$/iu

/** Bodies that stand in one cell without a separator: "Sở Nội vụ Sở Tài chính". */
const UNSEPARATED =
  /(?<!(?:^|\s)(?:phòng|đốc|tịch|thuộc|của|trưởng|với|và|các|Các|cùng|đạo|là|do|gồm|Hội|Đoàn|Ban|Sở|cục|nhánh|Trường|tâm|Bộ|[-–]))\s+(?=(?:Sở|UBND|Ban|Công an|Báo|Đài|Bưu điện|Quỹ|Trường|Trung tâm|Hội|Bảo hiểm|Kho bạc|Cục|Liên đoàn|Liên minh|Liên hiệp|Bộ Chỉ huy|Văn phòng|Thanh tra|Ủy ban|Tỉnh đoàn)\s+(?:\p{Lu}|tỉnh|thành phố|xã hội|tỉnh)|(?:Các|các)\s+(?:sở|cơ quan|đơn vị|địa phương)(?!\p{L})|UBND\s+(?:các|cấp|huyện|xã|phường|thành|thị))/gu

/** In a cell a semicolon always stands between two bodies. */
function semicolons(cell: Passage): Passage[] {
  const out: Passage[] = []
  let from = 0
  for (const part of cell.text.split(';')) {
    out.push(cut(cell, from, from + part.length))
    from += part.length + 1
  }
  return out.filter((p) => p.text !== '')
}

/** The bodies of a cell. */
export function bodiesOfCell(cell: Passage): Passage[] {
  return semicolons(cell)
    .flatMap(listOf)
    .flatMap((name) => {
      const out: Passage[] = []
      let from = 0
      for (const m of name.text.matchAll(UNSEPARATED)) {
        if (/,\s*$/u.test(name.text.slice(from, m.index + 1))) continue
        out.push(cut(name, from, m.index))
        from = m.index
      }
      out.push(cut(name, from))
      return out.map((p) => cut(p, /^[-+•]\s*/u.exec(p.text)?.[0].length ?? 0)).filter((p) => /\p{L}/u.test(p.text))
    })
}

const isGroup = (no: string, filled: number): boolean =>
  filled < 2 || (/^(?:[IVX]+|[A-E])[.)]?$/u.test(no) && filled < 3)

function rowOf(cells: readonly Passage[], grid: Grid, above: WorkRow | undefined, index: number): WorkRow | null {
  const at = (column: Column): Passage | null => cells[grid.head.findIndex((h) => h.column === column)] ?? null
  const text = at('task')
  const no = at('no')?.text.replace(/[.)\s]+$/u, '') ?? ''
  const filled = cells.filter((c, i) => c.text !== '' && grid.head[i]?.column !== 'no').length
  if (!text || !/\p{L}{2}/u.test(text.text) || isGroup(no, filled) || labelsIn(text)[0]?.start === 0) return null
  const partners = at('coordinate')
  const time = at('due')?.text ?? ''
  const lead = at('lead')
  const shared = lead ? null : at('carry-out')
  const named = lead ?? shared
  const inherits = named === null || named.text === '' || AS_ABOVE.test(named.text)
  const both = shared && !inherits ? carryOut(shared) : null
  return {
    no: no || String(index + 1),
    text,
    lead: inherits ? (above?.lead ?? []) : both ? both.lead.flatMap(bodiesOfCell) : bodiesOfCell(named),
    coordinate:
      partners && AS_ABOVE.test(partners.text)
        ? (above?.coordinate ?? [])
        : [...(partners ? bodiesOfCell(partners) : []), ...(both?.coordinate ?? [])],
    due: AS_ABOVE.test(time) ? (above?.due ?? null) : dueOfCell(time, yearOf(grid, 'due')),
    dueRaw: time === '' ? null : time,
    product: at('product')?.text || null,
  }
}

const yearOf = (grid: Grid, column: Column): number | null => grid.head.find((h) => h.column === column)?.year ?? null

/** The deadline of a cell; "Quý II" takes its year from the head of the column. */
function dueOfCell(time: string, year: number | null): string | null {
  const due = dueIn(time, true)?.due ?? null
  if (due !== null || year === null) return due
  return dueIn(`${time} năm ${year}`, true)?.due ?? null
}

/** The rows of a table of work. */
export function workRows(grid: Grid): WorkRow[] {
  const rows: WorkRow[] = []
  if (grid.kind !== 'work') return rows
  for (const cells of grid.rows) {
    const row = rowOf(cells, grid, rows.at(-1), rows.length)
    if (row) rows.push(row)
  }
  return rows
}
