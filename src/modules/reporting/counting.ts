/** Đếm cho một báo cáo: asks the measures and indicators the regime names, of the body with all below it, within the reader's rights. */
import type { Ctx } from '../../platform/action.ts'
import type { Measure, MeasureAnswer } from '../../platform/measure.ts'
import { readValue } from '../indicators/public.ts'
import {
  type Counted,
  type Counting,
  carried,
  cellsOf,
  figureOf,
  type Question,
  questionsOf,
  registerField,
  spansOf,
} from './rules/prefill.ts'
import type { ReportFile } from './views/report.ts'

/** What is counted for the report now. Nothing is written. */
export async function countFor(
  ctx: Ctx,
  measures: readonly Measure[],
  file: ReportFile,
): Promise<Pick<Counting, 'figures' | 'register'>> {
  const { regime, year, cutOff } = file.period
  const spans = spansOf(year, cutOff, file.obligation.part)
  const found: Record<string, Counted> = { ...carried(regime, file.lastYear, spans, year) }
  for (const q of questionsOf(regime, spans, file.unit.id)) Object.assign(found, await answered(ctx, measures, q))
  Object.assign(found, await indicatorFigures(ctx, measures, file))
  const { [registerField('toDate')]: toDate = null, [registerField('wholeYear')]: wholeYear = null, ...figures } = found
  return { figures, register: { toDate, wholeYear } }
}

async function answered(ctx: Ctx, measures: readonly Measure[], q: Question): Promise<Record<string, Counted>> {
  const measure = measures.find((m) => m.code === q.code)
  const answer: MeasureAnswer =
    measure === undefined
      ? { state: 'no-source', who: '', why: `Hệ thống không có đại lượng ${q.code}.` }
      : await measure.read(ctx, q.asked)
  return Object.fromEntries(
    q.fills.map(({ field, keys }) => {
      // A figure that takes in several parts has no one list of people behind it.
      const href = keys !== null && keys.length > 1 ? null : (measure?.behind?.(q.asked, keys ?? []) ?? null)
      return [field, figureOf(answer, q.asked, keys, href)]
    }),
  )
}

/** Figures of the rows that follow an indicator: the line of the body where the indicator is split by bodies. */
async function indicatorFigures(
  ctx: Ctx,
  measures: readonly Measure[],
  file: ReportFile,
): Promise<Record<string, Counted>> {
  const { regime, year, cutOff } = file.period
  const spans = spansOf(year, cutOff, file.obligation.part)
  const out: Record<string, Counted> = {}
  for (const { row, column, field } of cellsOf(regime)) {
    if (row.source?.from !== 'indicator') continue
    const { code } = row.source
    const { asOf } = spans[column]
    const read = await readValue(ctx, measures, { code, asOf, hierarchy: null, known: null, by: 'unit' })
    const line = read.ok ? read.value.rows.find((r) => r.key === file.unit.id) : undefined
    const why = read.ok ? `Chỉ tiêu ${code} chưa có số của cơ quan.` : read.message
    out[field] = {
      origin: 'chi-tieu',
      low: line?.low ?? null,
      high: line?.high ?? null,
      asOf,
      source: `Chỉ tiêu ${code}`,
      notes: [],
      href: `/chi-tieu/${encodeURIComponent(code)}?ngay=${asOf}`,
      why: line?.low === null || line === undefined ? why : '',
    }
  }
  return out
}
