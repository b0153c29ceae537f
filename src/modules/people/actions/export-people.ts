/**
 * Xuất danh sách: the people of a list as a sheet, with a purpose; every person of it sees the reading. Rows
 * go into the file while they are read; only the file itself is held until the reading is noted and kept.
 */
import { z } from 'zod'
import { dayOf, showDay } from '../../../kernel/day.ts'
import { refuse } from '../../../kernel/result.ts'
import { demand } from '../../../kernel/right.ts'
import { action, type Ctx, done } from '../../../platform/action.ts'
import { BYTE_ORDER_MARK, csvField } from '../../../platform/csv/write-csv.ts'
import { EXCEL, workbookStream } from '../../../platform/excel/write-workbook.ts'
import { list, oneOf, text } from '../../../platform/http/input.ts'
import { unitsOn } from '../../organisations/public.ts'
import { askedOf } from '../asking.ts'
import { labelsFor } from '../labels.ts'
import { canExportBasic, canExportPeople } from '../rights.ts'
import { COLUMN_SETS, type ColumnSet, exportColumns, type SheetColumn } from '../rules/columns.ts'
import { readConditions } from '../rules/conditions.ts'
import { PURPOSE_CODES } from '../rules/purpose.ts'
import { dossierCells, listedWriter, type Writing } from '../rules/sheet-cells.ts'
import { type Labels, unitsIn } from '../rules/showing.ts'
import { type Gathered, gather, gatheredNone, noteExport } from '../viewing.ts'
import type { Asked } from '../views/asked-for.ts'
import { dossiersOf } from '../views/dossiers.ts'
import { exportedIds, exportedPeople } from '../views/export.ts'
import { isGroup } from '../words/groups.ts'

const Input = z.object({
  format: oneOf(['csv', 'xlsx'], 'Chọn loại tệp: csv hoặc xlsx'),
  columns: oneOf(COLUMN_SETS, 'Chọn bộ cột'),
  purpose: oneOf(PURPOSE_CODES, 'Chọn mục đích xuất'),
  /** Codes of the ticked people; none = the whole list. */
  codes: list(text(20, 'Thiếu mã hồ sơ')),
  query: z.record(z.string(), z.unknown()),
})

/** Whole dossiers read at once. */
const PART = 2_000

type Sheet = {
  readonly set: ColumnSet
  readonly columns: readonly SheetColumn[]
  readonly codes: readonly string[]
  readonly labels: Labels
  readonly seen: Gathered
  readonly written: Writing
}

/** The rows of the file, some hundreds at a time. */
const cellsOf = (ctx: Ctx, asked: Asked, s: Sheet): AsyncGenerator<string[][]> =>
  s.set === 'danh-sach' ? listedCells(ctx, asked, s) : wholeCells(ctx, asked, s)

async function* listedCells(ctx: Ctx, asked: Asked, s: Sheet): AsyncGenerator<string[][]> {
  const write = listedWriter(s.columns, s.labels, s.written)
  for await (const part of exportedPeople(ctx.tx, asked, s.codes)) {
    for (const p of part) gather(s.seen, p.id, p.code)
    yield part.map(write)
  }
}

async function* wholeCells(ctx: Ctx, asked: Asked, s: Sheet): AsyncGenerator<string[][]> {
  let after: { id: string; sort: string } | null = null
  for (;;) {
    const part: { id: string; sort: string }[] = await exportedIds(ctx.tx, asked, s.codes, after, PART)
    const whole = await dossiersOf(
      ctx.tx,
      part.map((p) => p.id),
    )
    const known = await labelsFor(ctx.tx, asked.day, unitsIn([...whole.values()].flatMap((d) => d.facts)))
    const dossiers = part.flatMap((p) => whole.get(p.id) ?? [])
    for (const d of dossiers) gather(s.seen, d.person.id, d.person.code)
    yield dossiers.map((d) => dossierCells(d, s.columns, known).map(s.written))
    after = part.at(-1) ?? null
    if (part.length < PART) return
  }
}

/** `cells` hold what `csvField` made. */
async function csvOf(cells: AsyncIterable<string[][]>, columns: readonly SheetColumn[]): Promise<Buffer> {
  const pieces = [Buffer.from(`${BYTE_ORDER_MARK}${columns.map((c) => csvField(c.heading)).join()}\r\n`)]
  for await (const part of cells)
    if (part.length > 0) pieces.push(Buffer.from(`${part.map((row) => row.join()).join('\r\n')}\r\n`))
  return Buffer.concat(pieces)
}

async function xlsxOf(ctx: Ctx, cells: AsyncIterable<string[][]>, columns: readonly SheetColumn[]): Promise<Buffer> {
  async function* rows() {
    yield { cells: columns.map((c) => c.heading), look: 'header' as const }
    for await (const part of cells) yield* part
  }
  const pieces: Uint8Array[] = []
  const sheet = {
    name: 'Hồ sơ',
    columns: columns.map((c) => ({ width: c.width })),
    rows: rows(),
    frozen: 1,
    filter: 1,
    landscape: true,
  }
  for await (const piece of workbookStream({
    title: 'Danh sách hồ sơ trí thức',
    creator: ctx.actor.name,
    made: dayOf(ctx.now),
    sheets: [sheet],
  }))
    pieces.push(piece)
  return Buffer.concat(pieces)
}

/** Refuses when nobody is in the list. Tier B leaves only within its right; tier C never. */
export const exportPeople = action({
  name: 'people.export-people',
  right: canExportPeople,
  input: Input,
  run: async (ctx, input) => {
    const asked = await askedOf(ctx, readConditions(input.query))
    const columns = exportColumns(input.columns, demand(canExportBasic, ctx.actor).ok)
    const labels = await labelsFor(
      ctx.tx,
      asked.day,
      (await unitsOn(ctx.tx, asked.day)).map((u) => u.id),
    )
    const written: Writing = input.format === 'csv' ? csvField : (text) => text
    const sheet: Sheet = { set: input.columns, columns, codes: input.codes, labels, seen: gatheredNone(), written }
    const cells = cellsOf(ctx, asked, sheet)
    const bytes = input.format === 'csv' ? await csvOf(cells, columns) : await xlsxOf(ctx, cells, columns)
    if (sheet.seen.count === 0) return refuse('absent', 'export.empty', 'Danh sách không có hồ sơ nào để xuất.')
    const groups = [...new Set(columns.flatMap((c) => (c.group !== null && isGroup(c.group) ? [c.group] : [])))]
    await noteExport(ctx, { people: sheet.seen, groups, purpose: input.purpose })
    return done(
      {
        name: `ho-so-tri-thuc-${showDay(asked.day).replaceAll('/', '')}.${input.format}`,
        mediaType: input.format === 'csv' ? 'text/csv; charset=utf-8' : EXCEL,
        bytes,
      },
      {
        kind: 'people.exported',
        subject: 'people',
        unit: ctx.actor.grants[0]?.body ?? null,
        data: { count: sheet.seen.count, format: input.format, columns: input.columns, purpose: input.purpose },
      },
    )
  },
})
