/** Những gì các trang chỉ tiêu cho xem: values as asked in the address, with everything that explains them. */
import { type Day, dayOf, parseDay } from '../../kernel/day.ts'
import { accept, type Decision, refuse } from '../../kernel/result.ts'
import type { Ctx } from '../../platform/action.ts'
import { type Measure, SPLITS, type Split } from '../../platform/measure.ts'
import { readAll, readValue } from './reading.ts'
import { canIssueFormula, canJudge, canRecordValue } from './rights.ts'
import type { Reading } from './rules/reading.ts'
import type { SeriesLine } from './rules/series-rows.ts'
import { fileSent, readSeries } from './series-file.ts'
import { formulas, type IndicatorView, indicatorViews, judgedGoals } from './views.ts'
import type { FormulaVersion, JudgedGoal } from './words.ts'

/** Chiều chia in the address. */
export const SPLIT_WORDS: Readonly<Record<Split, string>> = {
  place: 'dia-ban',
  unit: 'co-quan',
  sector: 'linh-vuc',
  degree: 'trinh-do',
  sex: 'gioi-tinh',
  age: 'do-tuoi',
}

/** What the address asks, as typed. */
export type Typed = {
  readonly taiNgay: string
  readonly diaGioi: string
  readonly daGhi: boolean
  readonly bietDen: string
  readonly chia: string
}

/** What is asked after all: days that are none are left out. */
export type Asked = {
  readonly asOf: Day
  readonly hierarchy: Day | 'reported' | null
  readonly known: Day | null
  readonly by: Split | null
}

/** Reads the address. */
export function askedOf(ctx: Ctx, t: Typed): Asked {
  const by = (Object.keys(SPLIT_WORDS) as Split[]).find((s) => SPLIT_WORDS[s] === t.chia) ?? null
  return {
    asOf: parseDay(t.taiNgay) ?? dayOf(ctx.now),
    hierarchy: t.daGhi ? 'reported' : parseDay(t.diaGioi),
    known: parseDay(t.bietDen),
    by,
  }
}

/** Trang Chỉ tiêu. */
export type ListView = {
  readonly today: Day
  readonly asOf: Day
  readonly known: Day | null
  readonly list: readonly (IndicatorView & { readonly reading: Reading })[]
  readonly judged: readonly JudgedGoal[]
}

/** Every goal of the plan with its value on the day. */
export async function readList(ctx: Ctx, measures: readonly Measure[], t: Typed): Promise<ListView> {
  const { asOf, known } = askedOf(ctx, t)
  const [readings, views] = [await readAll(ctx, measures, { asOf, known }), await indicatorViews(ctx.tx)]
  const readingOf = new Map(readings.map((r) => [r.definition.id, r]))
  return {
    today: dayOf(ctx.now),
    asOf,
    known,
    list: views.flatMap((v) => {
      const reading = readingOf.get(v.id)
      return reading === undefined ? [] : [{ ...v, reading }]
    }),
    judged: await judgedGoals(ctx.tx),
  }
}

/** Trang một chỉ tiêu. */
export type OneView = {
  readonly indicator: IndicatorView
  readonly reading: Reading
  readonly asked: Asked
  readonly today: Day
  readonly versions: readonly FormulaVersion[]
  /** What it may be split by: word of the address, label. */
  readonly splits: readonly { readonly word: string; readonly label: string }[]
  /** The one shown now, '' = none. */
  readonly chosen: string
  readonly mayRecord: boolean
  readonly mayIssue: boolean
}

/** One indicator as asked. */
export async function readIndicator(
  ctx: Ctx,
  measures: readonly Measure[],
  code: string,
  t: Typed,
): Promise<Decision<OneView>> {
  const indicator = (await indicatorViews(ctx.tx)).find((d) => d.code === code)
  if (indicator === undefined) return refuse('absent', 'indicator.absent', `Không có chỉ tiêu mã ${code}.`)
  const asked = askedOf(ctx, t)
  const read = await readValue(ctx, measures, { ...asked, code })
  if (!read.ok) return read
  const versions = (await formulas(ctx.tx)).filter((f) => f.definitionId === indicator.id)
  return accept({
    indicator,
    reading: read.value,
    asked,
    today: dayOf(ctx.now),
    versions,
    splits: (read.value.formula?.splits ?? []).map((s) => ({ word: SPLIT_WORDS[s], label: SPLITS[s] })),
    chosen: asked.by === null ? '' : SPLIT_WORDS[asked.by],
    mayRecord: canRecordValue.allows(ctx.actor, indicator.custodianUnitId ?? ''),
    mayIssue: canIssueFormula.allows(ctx.actor),
  })
}

/** Trang xem trước một tệp số liệu chính thức. */
export type SentFigures = { readonly id: string; readonly name: string; readonly lines: readonly SeriesLine[] }

/** What a file that was sent would change. */
export async function readSent(ctx: Ctx, id: string): Promise<Decision<SentFigures>> {
  const file = await fileSent(ctx, id)
  if (file === null) return refuse('absent', 'series.absent', 'Không có tệp số liệu này. Gửi lại tệp.')
  const lines = await readSeries(ctx, file, dayOf(ctx.now))
  return lines.ok ? accept({ id, name: file.name, lines: lines.value }) : lines
}

/** Trang một mục tiêu định tính. */
export type JudgedView = { readonly goal: JudgedGoal; readonly mayJudge: boolean }

/** One goal without a figure. */
export async function readJudged(ctx: Ctx, code: string): Promise<Decision<JudgedView>> {
  const goal = (await judgedGoals(ctx.tx)).find((g) => g.code === code)
  if (goal === undefined) return refuse('absent', 'judgement.absent', `Không có mục tiêu định tính mã ${code}.`)
  return accept({ goal, mayJudge: canJudge.allows(ctx.actor) })
}
