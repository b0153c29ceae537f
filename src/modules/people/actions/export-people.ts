/** Xuất danh sách: the people of a list as a sheet, with a purpose; every person of it sees the reading. */
import { z } from 'zod'
import { dayOf, showDay } from '../../../kernel/day.ts'
import { refuse } from '../../../kernel/result.ts'
import { demand } from '../../../kernel/right.ts'
import { action, type Ctx, done } from '../../../platform/action.ts'
import { EXCEL, workbookStream } from '../../../platform/excel/write-workbook.ts'
import { list, oneOf, text } from '../../../platform/http/input.ts'
import { unitsOn } from '../../organisations/public.ts'
import { labelsFor } from '../labels.ts'
import { askedOf } from '../list-screen.ts'
import { canExportBasic, canExportPeople } from '../rights.ts'
import { COLUMN_SETS, type ColumnSet, exportColumns, type SheetColumn } from '../rules/columns.ts'
import { readConditions } from '../rules/conditions.ts'
import { PURPOSE_CODES } from '../rules/purpose.ts'
import { csvLine, dossierCells, listedWriter } from '../rules/sheet-cells.ts'
import { type Labels, unitsIn } from '../rules/showing.ts'
import { noteViewing } from '../viewing.ts'
import { dossiersOf } from '../views/dossiers.ts'
import { exportedPeople } from '../views/export.ts'
import type { Asked } from '../views/found.ts'
import { isGroup } from '../words/groups.ts'

const Input = z.object({
  format: oneOf(['csv', 'xlsx'], 'Chọn loại tệp: csv hoặc xlsx'),
  columns: oneOf(COLUMN_SETS, 'Chọn bộ cột'),
  purpose: oneOf(PURPOSE_CODES, 'Chọn mục đích xuất'),
  /** Codes of the ticked people; none = the whole list. */
  codes: list(text(20, 'Thiếu mã hồ sơ')),
  query: z.record(z.string(), z.unknown()),
})

/** People read at once. */
const PART = { 'danh-sach': 10_000, 'day-du': 2_000 } as const

type Sheet = {
  set: ColumnSet
  columns: readonly SheetColumn[]
  codes: readonly string[]
  labels: Labels
  seen: string[]
}

async function* cellsOf(ctx: Ctx, asked: Asked, s: Sheet): AsyncGenerator<string[]> {
  let after: { id: string; sort: string } | null = null
  const write = listedWriter(s.columns, s.labels)
  for (;;) {
    const part: Awaited<ReturnType<typeof exportedPeople>> = await exportedPeople(
      ctx.tx,
      asked,
      s.codes,
      after,
      PART[s.set],
    )
    const ids = part.map((p) => p.id)
    s.seen.push(...ids)
    if (s.set === 'danh-sach') for (const p of part) yield write(p)
    else {
      const whole = await dossiersOf(ctx.tx, ids)
      const known = await labelsFor(ctx.tx, asked.day, unitsIn([...whole.values()].flatMap((d) => d.facts)))
      for (const id of ids) {
        const d = whole.get(id)
        if (d !== undefined) yield dossierCells(d, s.columns, known)
      }
    }
    after = part.at(-1) ?? null
    if (part.length < PART[s.set]) return
  }
}

async function csvOf(cells: AsyncIterable<string[]>, columns: readonly SheetColumn[]): Promise<Buffer> {
  const pieces: Buffer[] = []
  let text = `\uFEFF${csvLine(columns.map((c) => c.heading))}`
  for await (const row of cells) {
    text += csvLine(row)
    if (text.length < 262_144) continue
    pieces.push(Buffer.from(text))
    text = ''
  }
  return Buffer.concat([...pieces, Buffer.from(text)])
}

async function xlsxOf(ctx: Ctx, cells: AsyncIterable<string[]>, columns: readonly SheetColumn[]): Promise<Buffer> {
  async function* rows() {
    yield { cells: columns.map((c) => c.heading), look: 'header' as const }
    yield* cells
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
    const sheet: Sheet = { set: input.columns, columns, codes: input.codes, labels, seen: [] }
    const cells = cellsOf(ctx, asked, sheet)
    const bytes = input.format === 'csv' ? await csvOf(cells, columns) : await xlsxOf(ctx, cells, columns)
    if (sheet.seen.length === 0) return refuse('absent', 'export.empty', 'Danh sách không có hồ sơ nào để xuất.')
    const groups = [...new Set(columns.flatMap((c) => (c.group !== null && isGroup(c.group) ? [c.group] : [])))]
    await noteViewing(ctx, { people: sheet.seen, groups, purpose: input.purpose })
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
        data: { count: sheet.seen.length, format: input.format, columns: input.columns, purpose: input.purpose },
      },
    )
  },
})
