/**
 * Bóc tách tệp .xls: runs in a thread of its own, which is ended when a file takes too long or too much memory. Sends the
 * sheets piece by piece, or what is wrong with the file.
 */
import { parentPort, workerData } from 'node:worker_threads'
import { type CellObject, read, type WorkSheet } from '@e965/xlsx'
import { columnLetters } from './addresses.ts'
import { cellOf, numberCell, PLAIN, textCell } from './cell-value.ts'
import { isDayFormat, showBy } from './number-format.ts'
import { streamOf } from './ole-names.ts'
import type { CellStyle } from './read-parts.ts'
import type { Merged, TableCell, TableRow } from './table.ts'
import { type XlsLooks, type XlsSheetLook, xlsLooks } from './xls-records.ts'

/** Việc được giao. */
export type XlsOrder = { readonly bytes: Uint8Array; readonly cells: number }

/** Trả lời, in this order: each sheet, its rows in pieces, the end. */
export type XlsAnswer =
  | {
      readonly kind: 'sheet'
      readonly name: string
      readonly hidden: boolean
      readonly merged: readonly Merged[]
      readonly hiddenColumns: readonly number[]
    }
  | { readonly kind: 'rows'; readonly rows: readonly TableRow[] }
  | { readonly kind: 'end' | 'locked' | 'damaged' | 'too-large' }

const BATCH = 1000

/** Codes of errors, [MS-XLS] 2.5.10. */
const ERRORS: Readonly<Record<number, string>> = {
  0: '#NULL!',
  7: '#DIV/0!',
  15: '#VALUE!',
  23: '#REF!',
  29: '#NAME?',
  36: '#NUM!',
  42: '#N/A',
}

const tell = (answer: XlsAnswer): void => parentPort?.postMessage(answer)

function extract(order: XlsOrder): XlsAnswer['kind'] {
  const stream = streamOf(order.bytes, ['Workbook', 'Book'])
  const looks = stream === null ? null : xlsLooks(stream)
  if (looks?.locked) return 'locked'
  if (looks !== null && looks.sheets.length === 0) return 'damaged'
  const book = read(order.bytes, {
    type: 'array',
    dense: true,
    cellNF: true,
    cellFormula: true,
    cellText: false,
    cellHTML: false,
    WTF: false,
  })
  const from1904 = book.Workbook?.WBProps?.date1904 === true
  let count = 0
  for (const [i, name] of book.SheetNames.entries()) {
    const sheet = book.Sheets[name]
    const look = looks?.sheets[i]
    if (sheet === undefined) continue
    tell({
      kind: 'sheet',
      name,
      hidden: (book.Workbook?.Sheets?.[i]?.Hidden ?? 0) !== 0,
      merged: (sheet['!merges'] ?? []).map(({ s, e }) => mergedOf(s, e)),
      hiddenColumns: look?.hiddenColumns ?? [],
    })
    let batch: TableRow[] = []
    for (const row of rowsOf(sheet, { look, looks, from1904 })) {
      count += row.cells.length
      if (count > order.cells) return 'too-large'
      batch.push(row)
      if (batch.length < BATCH) continue
      tell({ kind: 'rows', rows: batch })
      batch = []
    }
    tell({ kind: 'rows', rows: batch })
  }
  return 'end'
}

type Place = { readonly r: number; readonly c: number }

const mergedOf = (s: Place, e: Place): Merged => ({
  address: `${columnLetters(s.c)}${s.r + 1}:${columnLetters(e.c)}${e.r + 1}`,
  top: s.r + 1,
  bottom: e.r + 1,
  left: s.c,
  right: e.c,
})

type Meaning = {
  readonly look: XlsSheetLook | undefined
  readonly looks: XlsLooks | null
  readonly from1904: boolean
}

function* rowsOf(sheet: WorkSheet, m: Meaning): Generator<TableRow> {
  const data: readonly (readonly (CellObject | undefined)[] | undefined)[] = sheet['!data'] ?? []
  for (let r = 0; r < data.length; r++) {
    const styles = m.look?.styles.get(r)
    const cells = (data[r] ?? []).flatMap((c, column) => {
      if (c === undefined || c === null) return []
      const font = styles === undefined ? null : (m.looks?.fontOf(styles[column] ?? 0) ?? null)
      return cellIn(c, { row: r + 1, column, style: styleOf(c, font) }, m.from1904) ?? []
    })
    if (cells.length > 0) yield { number: r + 1, hidden: m.look?.hiddenRows.has(r) ?? false, cells }
  }
}

/** The library says "m/d/yy" of the day of a sheet, which is written in the way of the country. */
function styleOf(c: CellObject, font: string | null): CellStyle {
  const code = typeof c.z === 'string' && c.z !== 'General' ? c.z : null
  const format = code === 'm/d/yy' ? 'dd/mm/yyyy' : code
  return {
    font,
    day: format !== null && isDayFormat(format),
    shortDay: format?.toLowerCase() === 'dd/mm/yyyy',
    show: showBy(format),
  }
}

function cellIn(
  c: CellObject,
  { row, column, style }: { readonly row: number; readonly column: number; readonly style: CellStyle },
  from1904: boolean,
): TableCell | null {
  const formula = c.f !== undefined
  if (c.t === 'n' && typeof c.v === 'number') return numberCell(row, column, c.v, style, formula, from1904)
  if (c.t === 's' && typeof c.v === 'string') return textCell(row, column, c.v, style, formula)
  const text = c.t === 'e' ? (ERRORS[Number(c.v)] ?? '#N/A') : c.t === 'b' ? (c.v === true ? '1' : '0') : null
  const parts = { sheets: [], texts: [], styles: [{ ...PLAIN, font: style.font }], from1904 }
  return cellOf({ row, column, type: c.t, style: 0, text, formula }, parts)
}

function answer(): XlsAnswer['kind'] {
  try {
    return extract(workerData as XlsOrder)
  } catch (error) {
    const said = error instanceof Error ? error.message : ''
    return /password|encrypt/i.test(said) ? 'locked' : 'damaged'
  }
}

const ended = answer()
if (ended !== 'sheet' && ended !== 'rows') tell({ kind: ended })
