/** Tệp lỗi: the sheets as they were sent, the cells with findings marked, and a last column «Cần sửa» with the sentences. */
import type { Day } from '../../kernel/day.ts'
import { accept, type Decision } from '../../kernel/result.ts'
import { markWorkbook, type SheetMarks, TO_MEND } from '../../platform/excel/mark-workbook.ts'
import type { CellValue, Table, TableRow } from '../../platform/excel/table.ts'
import type { Cell, Row, Sheet, Value, Workbook } from '../../platform/excel/workbook.ts'
import { writeWorkbook } from '../../platform/excel/write-workbook.ts'
import { tellFinding } from './rules/findings.ts'
import type { Plan } from './rules/plan.ts'
import type { KeptFinding } from './views.ts'

const cellValue = (v: CellValue, text: string): Value => {
  if (typeof v === 'object') return 'day' in v ? { day: v.day } : text
  // A figure shown with lost or added zeros comes back as it was shown.
  return typeof v === 'number' && String(v) === text ? { plain: v } : text
}

function rowOf(row: TableRow, found: readonly KeptFinding[], width: number): Row {
  const wrong = new Set(found.flatMap((f) => f.column ?? []))
  const cells: Cell[] = Array.from({ length: width }, () => null)
  for (const c of row.cells) {
    const value = cellValue(c.value, c.text)
    cells[c.column] = wrong.has(c.column) ? { value, look: 'wrong' } : value
  }
  for (const column of wrong) if (cells[column] === null) cells[column] = { value: '', look: 'wrong' }
  const told = found.map((f) => tellFinding(f.sheet, f)).join('\n')
  return told === '' ? cells : [...cells, { value: told, look: 'wrong' }]
}

async function errorsBook(
  table: Table,
  findings: readonly KeptFinding[],
  at: { title: string; today: Day },
): Promise<Decision<Workbook>> {
  const sheets: Sheet[] = []
  const bySheet = Map.groupBy(findings, (f) => f.sheet)
  for (const sheet of table.sheets) {
    const rows: TableRow[] = []
    const walk = sheet.rows()
    for (;;) {
      const next = await walk.next()
      if (next.done === true) {
        if (!next.value.ok) return next.value
        break
      }
      rows.push(next.value)
    }
    const width = Math.max(1, ...rows.map((r) => (r.cells.at(-1)?.column ?? 0) + 1))
    const byRow = Map.groupBy(bySheet.get(sheet.name) ?? [], (f) => f.row)
    const lines: Row[] = []
    const first = Math.min(...byRow.keys())
    for (const row of rows) {
      while (lines.length < row.number - 1) lines.push([])
      const line = rowOf(row, byRow.get(row.number) ?? [], width)
      const heads = row.number === first - 1 && Array.isArray(line)
      lines.push(heads ? [...(line as Cell[]), { value: TO_MEND, look: 'header' }] : line)
    }
    sheets.push({
      name: sheet.name,
      columns: [...Array.from({ length: width }, () => ({ width: 18 })), { width: 60 }],
      rows: lines,
    })
  }
  return accept({ title: at.title, creator: '', made: at.today, sheets })
}

/** Marks of each sheet for the very workbook that was sent. */
const marksOf = (findings: readonly KeptFinding[], plan: Plan): SheetMarks[] =>
  [...Map.groupBy(findings, (f) => f.sheet)].map(([sheet, found]) => ({
    sheet,
    headRow: plan.sheets.find((s) => s.sheet === sheet)?.layout.to ?? 1,
    rows: new Map(
      [...Map.groupBy(found, (f) => f.row)].map(([row, list]) => [
        row,
        { columns: list.flatMap((f) => f.column ?? []), said: list.map((f) => tellFinding(f.sheet, f)).join('\n') },
      ]),
    ),
  }))

/** The file with its errors marked: an .xlsx is the same workbook, a .csv or .xls becomes one with the same cells. */
export async function markedFile(
  sent: { kind: 'xlsx' | 'xls' | 'csv'; bytes: Uint8Array; table: Table; plan: Plan },
  findings: readonly KeptFinding[],
  at: { title: string; today: Day },
): Promise<Decision<Uint8Array>> {
  if (sent.kind === 'xlsx') return markWorkbook(sent.bytes, marksOf(findings, sent.plan))
  const book = await errorsBook(sent.table, findings, at)
  return book.ok ? accept(await writeWorkbook(book.value)) : book
}
