/** Bảng sang trang: what a page turn does to a table is undone, so that its rows are those of the document. */
import { AS_ABOVE, type Row } from '../word/read-table.ts'
import type { RuledTable } from './page-tables.ts'

/** Whether two tables have the same columns at the same places. */
export const sameColumns = (a: RuledTable, b: RuledTable): boolean =>
  a.columns.length === b.columns.length && a.columns.every((x, i) => Math.abs(x - (b.columns[i] ?? 0)) <= 4)

/** A table goes on after the page turned: its head is not said twice, and a row cut in two is one row again. */
export function continued(before: string[], head: readonly string[], rows: readonly string[]): string[] {
  let skip = 0
  while (skip < head.length && skip < rows.length && rows[skip] === head[skip]) skip++
  const own = rows.slice(skip === 0 || skip > 3 ? 0 : skip)
  const last = before.at(-1)?.split('\t')
  const first = own[0]?.split('\t').map((c) => (c === AS_ABOVE ? '' : c))
  if (!last || !first || last.length !== first.length) return own
  const goesOn = first.some((c, i) => /^\p{Ll}/u.test(c) && /[^.;:!?]$/u.test(last[i] ?? ''))
  const fits = first[0] === '' && first.every((c, i) => c === '' || (last[i] ?? '') !== '')
  if (!goesOn || !fits) return own
  before[before.length - 1] = last.map((c, i) => `${c} ${first[i] ?? ''}`.trim()).join('\t')
  return own.slice(1)
}

/** A merged cell that the page turn cut in two is written on the first page only: below it stands "as above". */
export function withHollow(rows: readonly Row[]): Row[] {
  const startsOf = (row: Row): number[] =>
    row.cells.map((_, i) => row.cells.slice(0, i).reduce((n, c) => n + c.span, 0))
  return rows.map((row, r) => {
    const next = rows[r + 1]
    const nextStarts = next ? startsOf(next) : []
    const starts = startsOf(row)
    const cells = row.cells.map((cell, i) => {
      const under = next?.cells[nextStarts.indexOf(starts[i] ?? -1)]
      const hollow = !cell.below && under?.below === true && cell.lines.join('') === ''
      return hollow ? { ...cell, lines: [AS_ABOVE] } : cell
    })
    return { ...row, cells }
  })
}
