/** Đường dẫn của số liệu thống kê. */
import { z } from 'zod'
import { type Day, dayOf, parseDay, showDay } from '../../kernel/day.ts'
import { accept, type Decision } from '../../kernel/result.ts'
import type { Ctx } from '../../platform/action.ts'
import type { Workbook } from '../../platform/excel/workbook.ts'
import { EXCEL, writeWorkbook } from '../../platform/excel/write-workbook.ts'
import { optionalText, text } from '../../platform/http/input.ts'
import { download, page, type Route, submit } from '../../platform/http/route.ts'
import { codeBook } from '../code-lists/public.ts'
import { unitsOn } from '../organisations/public.ts'
import { correctCells } from './actions/correct-cells.ts'
import { declareCells } from './actions/declare-cells.ts'
import { declareOverlap } from './actions/declare-overlap.ts'
import { withdrawCells } from './actions/withdraw-cells.ts'
import { coveragePage } from './pages/coverage.ts'
import { entryPage } from './pages/entry.ts'
import { listPage } from './pages/list.ts'
import { CELLS, sourceHref } from './pages/shown.ts'
import { sourcePage } from './pages/source.ts'
import { coverageWorkbook, sourceWorkbook } from './papers/tables.ts'
import { type Lists, templateWorkbook } from './papers/template.ts'
import { canEnterCells, canSeeCells, canSeeCoverage } from './rights.ts'
import { boxesOf } from './rules/grid.ts'
import { type GoalsOf, readCorrectForm, readCoverage, readDeclareForm, readList, readSource } from './screens.ts'
import { POPULATIONS, type Population } from './words.ts'

const onDay = z.object({ ngay: optionalText(20) })
const ofSource = onDay.extend({ nguon: text(20, 'Thiếu mã nguồn số liệu') })
const population = z.enum(Object.keys(POPULATIONS) as [Population, ...Population[]]).catch('doanh-nghiep')

/** The day asked for; today when none or no day is given. */
const dayAsked = (ctx: Ctx, typed: string): Day => parseDay(typed) ?? dayOf(ctx.now)

/** What leaves the system is what a reader without the right to small counts sees. */
const asOutsider = (ctx: Ctx): Ctx => ({ ...ctx, actor: { ...ctx.actor, kind: 'machine', grants: [] } })

const excel = async (name: string, w: Workbook) =>
  accept({ name: `${name}.xlsx`, mediaType: EXCEL, bytes: await writeWorkbook(w) })

/** Sends what the form and the address hold under the names of the action. */
const fromForm = (raw: Record<string, unknown>): Record<string, unknown> => ({
  ...raw,
  source: raw.nguon ?? raw.source ?? '',
  boxes: boxesOf(raw),
})

const backTo = (raw: Record<string, unknown>): string => sourceHref(String(raw.nguon))
const saidOf = (day: Day, total: number): string => `ngày ${showDay(day)}: ${total.toLocaleString('de-DE')} người.`

/** The URL table. `goalsOf` = the goals of the plan in force. */
export const routesWith = (goalsOf: GoalsOf): readonly Route[] => [
  page({
    path: CELLS,
    title: 'Số liệu thống kê',
    right: canSeeCells,
    input: onDay,
    view: async (ctx, q) => accept(await readList(ctx, dayAsked(ctx, q.ngay))),
    html: listPage,
  }),
  page({
    path: `${CELLS}/khai`,
    title: 'Khai số liệu thống kê',
    right: canEnterCells,
    input: z.object({ nguon: optionalText(20), nhom: population }),
    view: (ctx, q) => readDeclareForm(ctx, q.nguon, q.nhom),
    html: entryPage,
  }),
  submit({
    path: `${CELLS}/khai`,
    title: 'Khai số liệu',
    right: canEnterCells,
    action: declareCells,
    input: fromForm,
    next: (out) => ({ to: sourceHref(out.code, out.asOf), said: `Đã khai số liệu ${saidOf(out.asOf, out.total)}` }),
    back: (raw) =>
      `${CELLS}/khai?nguon=${encodeURIComponent(String(raw.source ?? ''))}&nhom=${encodeURIComponent(String(raw.population ?? ''))}`,
  }),
  download({
    path: `${CELLS}/mau`,
    title: 'Tải tệp mẫu khai số liệu',
    right: canEnterCells,
    input: z.object({ nhom: population }),
    file: async (ctx, q) =>
      excel(`mau-so-lieu-thong-ke-${q.nhom}`, templateWorkbook(q.nhom, await listsFor(ctx, q.nhom), dayOf(ctx.now))),
  }),
  page({
    path: `${CELLS}/do-phu`,
    title: 'Độ phủ số liệu trí thức',
    right: canSeeCoverage,
    input: onDay,
    view: async (ctx, q) => accept(await readCoverage(ctx, dayAsked(ctx, q.ngay), goalsOf)),
    html: coveragePage,
  }),
  download({
    path: `${CELLS}/do-phu/xuat`,
    title: 'Tải bảng độ phủ',
    right: canSeeCoverage,
    input: onDay,
    file: async (ctx, q) =>
      excel(
        'do-phu',
        coverageWorkbook(await readCoverage(asOutsider(ctx), dayAsked(ctx, q.ngay), goalsOf), dayOf(ctx.now)),
      ),
  }),
  page({
    path: `${CELLS}/:nguon`,
    title: (v) => v.source.title,
    right: canSeeCells,
    input: ofSource,
    view: (ctx, q) => readSource(ctx, q.nguon, dayAsked(ctx, q.ngay)),
    html: sourcePage,
  }),
  download({
    path: `${CELLS}/:nguon/xuat`,
    title: 'Tải bảng số liệu',
    right: canSeeCells,
    input: ofSource,
    file: async (ctx, q): Promise<Decision<{ name: string; mediaType: string; bytes: Uint8Array }>> => {
      const read = await readSource(asOutsider(ctx), q.nguon, dayAsked(ctx, q.ngay))
      return read.ok ? excel(read.value.source.code, sourceWorkbook(read.value, dayOf(ctx.now))) : read
    },
  }),
  page({
    path: `${CELLS}/:nguon/dinh-chinh`,
    title: 'Đính chính số liệu',
    right: canEnterCells,
    input: ofSource,
    view: (ctx, q) => readCorrectForm(ctx, q.nguon, q.ngay),
    html: entryPage,
  }),
  submit({
    path: `${CELLS}/:nguon/dinh-chinh`,
    title: 'Ghi bản đính chính',
    right: canEnterCells,
    action: correctCells,
    input: fromForm,
    next: (out) => ({
      to: sourceHref(out.code, out.asOf),
      said: `Đã đính chính số liệu ${saidOf(out.asOf, out.total)}`,
    }),
    back: (raw) => `${backTo(raw)}/dinh-chinh?ngay=${encodeURIComponent(String(raw.asOf ?? ''))}`,
  }),
  submit({
    path: `${CELLS}/:nguon/rut`,
    title: 'Rút số liệu',
    right: canEnterCells,
    action: withdrawCells,
    input: fromForm,
    next: (out) => ({ to: sourceHref(out.code), said: `Đã rút số liệu ngày ${showDay(out.asOf)}.` }),
    back: backTo,
  }),
  submit({
    path: `${CELLS}/:nguon/muc-trung`,
    title: 'Khai mức trùng',
    right: canEnterCells,
    action: declareOverlap,
    input: fromForm,
    next: (out) => ({ to: sourceHref(out.code), said: 'Đã khai mức trùng.' }),
    back: backTo,
  }),
]

/** Values of the drop-down lists of the template. */
async function listsFor(ctx: Ctx, of: Population): Promise<Lists> {
  const today = dayOf(ctx.now)
  const book = await codeBook(ctx.tx, today)
  const labels = (name: string): string[] => book.list(name).entries.map((e) => e.label)
  const communes = (await unitsOn(ctx.tx, today)).filter((u) => u.kind === 'commune')
  return {
    area: POPULATIONS[of].areas.map((a) => book.list('khu-vuc').labelOf(a) ?? a),
    sector: labels('linh-vuc'),
    degree: labels('trinh-do'),
    field: labels('nganh-dao-tao'),
    place: communes.map((u) => (u.type === null ? u.name : `${u.type} ${u.name}`)),
  }
}
