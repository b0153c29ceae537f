/**
 * Xem trước tệp: which sheets hold a list, where their headings are, what each column holds and how days and letters are written.
 * Looks at the first rows only; nothing is written.
 */
import { accept, type Decision, refuse } from '../../kernel/result.ts'
import type { SheetFrame, Table, TableRow, TableSheet } from '../../platform/excel/table.ts'
import { rowOf } from './rules/cells.ts'
import { type MappedColumn, mapColumns, missingTargets, type Remembered } from './rules/columns.ts'
import { readDays } from './rules/dates.ts'
import { Decoder, encodingByWords } from './rules/encoding.ts'
import { findHeader, fingerprintOf, type Layout } from './rules/header.ts'
import type { Plan, SheetPlan } from './rules/plan.ts'
import { goalOf } from './rules/register.ts'
import { type Roles, rowKind, START } from './rules/row-kind.ts'
import type { Merge, SheetCell, SheetRow } from './rules/sheet.ts'

/** Rows looked at: enough for the habits of a column, few enough for the largest file. */
const LOOKED = 600
/** Sample cells kept of a column. */
const SAMPLES = 200

/** Cách ghép lần trước của cùng tiêu đề. */
export type Memory = (fingerprint: string) => Promise<Remembered | null>

/** The plan of a file; refuses one in which no sheet looks like a list of people. */
export async function surveyTable(table: Table, memory: Memory): Promise<Decision<Plan>> {
  const sheets: SheetPlan[] = []
  for (const sheet of table.sheets) {
    const plan = await surveySheet(sheet, memory)
    if (!plan.ok) return plan
    if (plan.value !== null) sheets.push(plan.value)
  }
  if (!sheets.some((s) => s.taken)) return noList(sheets)
  return accept({ sheets })
}

function noList(sheets: readonly SheetPlan[]): Decision<never> {
  const [first] = sheets
  const seen = first === undefined ? '' : ` Trang «${first.sheet}», dòng ${first.layout.from}: không có cột họ tên.`
  return refuse(
    'invalid',
    'import.no-list',
    `Không thấy danh sách người trong tệp.${seen} Dùng mẫu tệp của hệ thống, hoặc thêm dòng tiêu đề có cột «Họ và tên» rồi gửi lại.`,
  )
}

async function firstRows(sheet: TableSheet): Promise<Decision<readonly TableRow[]>> {
  const rows: TableRow[] = []
  const walk = sheet.batches()
  for (;;) {
    const next = await walk.next()
    if (next.done === true) return next.value.ok ? accept(rows) : next.value
    rows.push(...next.value)
    if (rows.length < LOOKED) continue
    await walk.return(refuse('later', 'table.left', 'Chưa đọc hết bảng.'))
    return accept(rows)
  }
}

const mergesOf = (frame: SheetFrame): Merge[] =>
  frame.merged.map((m) => ({ fromRow: m.top, toRow: m.bottom, fromColumn: m.left, toColumn: m.right }))

async function surveySheet(sheet: TableSheet, memory: Memory): Promise<Decision<SheetPlan | null>> {
  const first = await firstRows(sheet)
  if (!first.ok) return first
  if (first.value.length === 0) return accept(null)
  const frame = await sheet.frame()
  if (!frame.ok) return frame
  const page = encodingByWords(
    first.value.flatMap((r) =>
      r.cells.filter((c) => typeof c.value === 'string' && !/^\.?vn/i.test(c.font ?? '')).map((c) => c.text),
    ),
  )
  const decoder = new Decoder(page.clear ? page.page : null)
  const rows = first.value.map((r) => rowOf(r, decoder))
  const layout = findHeader(rows, mergesOf(frame.value))
  if (layout === null) return accept(null)
  const fingerprint = fingerprintOf(layout)
  const remembered = await memory(fingerprint)
  const samples = samplesOf(rows, layout)
  const columns = mapColumns(layout, samples, remembered)
  return accept({
    sheet: sheet.name,
    hidden: sheet.hidden,
    layout,
    fingerprint,
    columns,
    days: daysOf(columns, samples),
    page: page.page,
    pageSure: page.clear,
    pageReason: page.reason,
    rows: personRows(rows, layout, columns),
    ...(frame.value.lastRow === undefined ? {} : { rowsAbout: Math.max(0, frame.value.lastRow - layout.first + 1) }),
    taken: !sheet.hidden && !missingTargets(columns).includes('names.fullName'),
  })
}

function samplesOf(rows: readonly SheetRow[], layout: Layout): Map<number, SheetCell[]> {
  const samples = new Map<number, SheetCell[]>()
  for (const row of rows) {
    if (row.number < layout.first) continue
    for (const cell of row.cells) {
      const own = samples.get(cell.column) ?? []
      if (own.length < SAMPLES) samples.set(cell.column, [...own, cell])
    }
  }
  return samples
}

const isDayTarget = (target: string | null): boolean =>
  target !== null &&
  (['birth.male', 'birth.female'].includes(target) ||
    /\.(?:from|to)(?:@|$)/.test(target) ||
    goalOf(target)?.field.kind === 'day')

const daysOf = (columns: readonly MappedColumn[], samples: ReadonlyMap<number, readonly SheetCell[]>) =>
  columns
    .filter((c) => isDayTarget(c.target))
    .map((c) => ({ column: c.column, ...readDays(samples.get(c.column) ?? []) }))

/** Columns that tell rows of persons from others. */
export function rolesOf(columns: readonly MappedColumn[]): Roles {
  const of = (...targets: string[]) =>
    columns.filter((c) => c.target !== null && targets.includes(c.target)).map((c) => c.column)
  return {
    order: of('order')[0] ?? null,
    names: of('names.fullName', 'name.family', 'name.given'),
    personal: of(
      'birth.birth',
      'birth.male',
      'birth.female',
      'birth.sex',
      'identity.cccd',
      'identity.cmnd',
      'identity.any',
    ),
  }
}

function personRows(rows: readonly SheetRow[], layout: Layout, columns: readonly MappedColumn[]): number {
  const roles = rolesOf(columns)
  let place = START
  let count = 0
  for (const row of rows) {
    if (row.number < layout.first) continue
    const read = rowKind(row, layout, roles, place)
    place = read.place
    if (read.kind === 'person') count++
  }
  return count
}
