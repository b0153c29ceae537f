/** Ô của tệp thành ô để đọc: the shown text in Unicode, with the day or the number beside it. */
import type { TableCell, TableRow } from '../../../platform/excel/table.ts'
import type { Decoder } from './encoding.ts'
import type { SheetCell, SheetRow } from './sheet.ts'

function cellOf(cell: TableCell, decoder: Decoder): SheetCell {
  const { column, value, formula } = cell
  if (cell.error !== null) return { column, text: cell.error, kind: 'error', formula }
  if (typeof value === 'number') return { column, text: cell.text, kind: 'number', number: value, formula }
  if (typeof value === 'object' && 'day' in value)
    return { column, text: cell.text, kind: 'day', day: value.day, formula }
  return { column, text: decoder.read(cell.text, cell.font), kind: 'text', formula }
}

/** A row of a file as the rules read it. */
export const rowOf = (row: TableRow, decoder: Decoder): SheetRow => ({
  number: row.number,
  hidden: row.hidden,
  cells: row.cells.map((c) => cellOf(c, decoder)),
})
