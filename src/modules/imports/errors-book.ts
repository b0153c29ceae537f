/**
 * Tệp lỗi: the cells with findings marked, and a last column «Cần sửa» with the sentences. Who may have all of it gets the very
 * workbook that was sent; anybody else a list of the columns that are not sensitive. Of a long file only the rows to mend come back.
 */
import type { Day } from '../../kernel/day.ts'
import { accept, type Decision, type Refusal } from '../../kernel/result.ts'
import { markWorkbook, type SheetMarks, TO_MEND } from '../../platform/excel/mark-workbook.ts'
import type { CellValue, Table, TableRow, TableSheet } from '../../platform/excel/table.ts'
import type { Cell, Row, Sheet, Value, Workbook } from '../../platform/excel/workbook.ts'
import { writeWorkbook } from '../../platform/excel/write-workbook.ts'
import type { Lying } from './batch-file.ts'
import { tellFinding } from './rules/findings.ts'
import { blankNote, type GivenBack, plainColumns } from './rules/giving-back.ts'
import type { Plan, SheetPlan } from './rules/plan.ts'
import type { KeptFinding } from './views.ts'

/** What is marked. */
type Marking = {
  readonly file: Lying
  readonly plan: Plan
  readonly findings: readonly KeptFinding[]
  readonly back: GivenBack
  readonly today: Day
}

/** Thrown out of rows that are being written, and caught here. */
class Broken extends Error {
  readonly why: Refusal
  constructor(why: Refusal) {
    super(why.code)
    this.why = why
  }
}

/** The file with its errors marked. */
export async function markedFile(sent: Marking, table: Table): Promise<Decision<Uint8Array>> {
  if (sent.back === 'whole' && table.kind === 'xlsx' && 'bytes' in sent.file)
    return markWorkbook(sent.file.bytes, marksOf(sent.findings, sent.plan))
  try {
    return accept(await writeWorkbook(bookOf(sent, table)))
  } catch (error) {
    if (error instanceof Broken) return error.why
    throw error
  }
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

function bookOf(sent: Marking, table: Table): Workbook {
  const bySheet = Map.groupBy(sent.findings, (f) => f.sheet)
  const onlyWrong = 'lies' in sent.file
  const sheets = sent.plan.sheets
    .filter((s) => s.taken)
    .flatMap((plan): Sheet[] => {
      const sheet = table.sheets.find((s) => s.name === plan.sheet)
      if (sheet === undefined) return []
      const width = Math.max(0, ...plan.columns.map((c) => c.column)) + 1
      const how = {
        width,
        plan,
        onlyWrong,
        found: Map.groupBy(bySheet.get(plan.sheet) ?? [], (f) => f.row),
        keeps: sent.back === 'whole' ? null : plainColumns(plan),
      }
      const columns = [...Array.from({ length: width }, () => ({ width: 18 })), { width: 60 }]
      return [{ name: sheet.name, columns, rows: rowsOf(sheet, how) }]
    })
  const notes =
    sent.back === 'whole'
      ? []
      : sent.plan.sheets
          .filter((s) => s.taken)
          .map(blankNote)
          .filter(Boolean)
  if (onlyWrong)
    notes.push('Tệp lớn: chỉ có các dòng cần sửa. Sửa rồi gửi riêng tệp này; các dòng khác không cần gửi lại.')
  const said: Sheet[] =
    notes.length === 0 ? [] : [{ name: 'Ghi chú', columns: [{ width: 120 }], rows: notes.map((n) => [n]) }]
  return { title: 'Tệp lỗi', creator: '', made: sent.today, sheets: [...sheets, ...said] }
}

type How = {
  readonly width: number
  readonly plan: SheetPlan
  readonly found: ReadonlyMap<number, readonly KeptFinding[]>
  /** Columns whose cells come back; null = all of them. */
  readonly keeps: ReadonlySet<number> | null
  readonly onlyWrong: boolean
}

/** The rows of a sheet one after another, at their numbers unless only those to mend come back. */
async function* rowsOf(sheet: TableSheet, how: How): AsyncGenerator<Row> {
  const { layout } = how.plan
  let written = 0
  const walk = sheet.rows()
  for (;;) {
    const next = await walk.next()
    if (next.done === true) {
      if (!next.value.ok) throw new Broken(next.value)
      return
    }
    const row = next.value
    const heads = row.number <= layout.to
    const found = how.found.get(row.number) ?? []
    if (how.onlyWrong && !heads && found.length === 0) continue
    for (; !how.onlyWrong && written < row.number - 1; written++) yield []
    yield rowOf(row, found, how)
    written++
  }
}

const cellValue = (v: CellValue, text: string): Value => {
  if (typeof v === 'object') return 'day' in v ? { day: v.day } : text
  // A figure shown with lost or added zeros comes back as it was shown.
  return typeof v === 'number' && String(v) === text ? { plain: v } : text
}

function rowOf(row: TableRow, found: readonly KeptFinding[], how: How): Row {
  const heads = row.number <= how.plan.layout.to
  const wrong = new Set(found.flatMap((f) => f.column ?? []))
  const cells: Cell[] = Array.from({ length: how.width }, () => null)
  for (const c of row.cells) {
    if (c.column >= how.width) continue
    const value = heads || how.keeps === null || how.keeps.has(c.column) ? cellValue(c.value, c.text) : ''
    cells[c.column] = wrong.has(c.column) ? { value, look: 'wrong' } : value
  }
  for (const column of wrong)
    if (column < how.width && cells[column] === null) cells[column] = { value: '', look: 'wrong' }
  if (row.number === how.plan.layout.to) return [...cells, { value: TO_MEND, look: 'header' }]
  const told = found.map((f) => tellFinding(f.sheet, f)).join('\n')
  return told === '' ? cells : [...cells, { value: told, look: 'wrong' }]
}
