/** Soạn cách tính: what may be named in a formula on a day, and the value it would give before it is issued. */
import type { Day } from '../../kernel/day.ts'
import { dayOf } from '../../kernel/day.ts'
import { accept, type Decision, refuse } from '../../kernel/result.ts'
import type { Ctx } from '../../platform/action.ts'
import type { Measure } from '../../platform/measure.ts'
import { codeBook } from '../code-lists/public.ts'
import { readDrafted } from './reading.ts'
import type { Names } from './rules/check-formula.ts'
import { draftedExpr, inferred } from './rules/draft.ts'
import type { Expr } from './rules/formula.ts'
import { exprWords, type Wording } from './rules/formula-words.ts'
import type { Reading } from './rules/reading.ts'
import { formulaOn } from './rules/versions.ts'
import { definitions, formulas } from './views.ts'
import type { FormulaVersion, IndicatorDefinition } from './words.ts'

/** What a formula may name on a day. */
export function namesFor(
  list: readonly IndicatorDefinition[],
  all: readonly FormulaVersion[],
  measures: readonly Measure[],
  day: Day,
): Names {
  const indicators = new Map(
    list.map((d) => {
      const { formula } = formulaOn(
        all.filter((f) => f.definitionId === d.id),
        day,
        null,
      )
      return [d.code, { expr: formula?.expr ?? null, unit: d.unit, time: formula?.time ?? 'stock' }] as const
    }),
  )
  return { measures, indicators }
}

/** Names of measures, conditions and indicators on a day. */
export async function wordingFor(
  ctx: Ctx,
  measures: readonly Measure[],
  list: readonly IndicatorDefinition[],
  day: Day,
): Promise<Wording> {
  const book = await codeBook(ctx.tx, day)
  return {
    measures,
    labelOf: (name, code) => (name === '' ? code : (book.list(name).labelOf(code) ?? code)),
    nameOf: (code) => list.find((d) => d.code === code)?.name ?? code,
  }
}

/** Một điều kiện trong biểu mẫu: what can be chosen; no codes = it is typed. */
export type ConditionChoice = {
  readonly name: string
  readonly label: string
  readonly codes: readonly { readonly value: string; readonly label: string }[]
}

/** Một đại lượng trong biểu mẫu. */
export type MeasureChoice = {
  readonly code: string
  readonly label: string
  readonly meaning: string
  readonly conditions: readonly ConditionChoice[]
}

/** Trang soạn cách tính. */
export type DraftView = {
  readonly indicator: IndicatorDefinition
  readonly current: FormulaVersion | null
  readonly typed: Readonly<Record<string, unknown>>
  readonly today: Day
  readonly measures: readonly MeasureChoice[]
  readonly others: readonly { readonly code: string; readonly name: string }[]
  /** What was drafted: its words and its value today, or why it cannot be issued; null while nothing is chosen. */
  readonly drafted:
    | { readonly ok: true; readonly words: string; readonly reading: Reading }
    | { readonly ok: false; readonly why: string }
    | null
}

/** The form with what was chosen so far, and the value it would give today. */
export async function readDraft(
  ctx: Ctx,
  measures: readonly Measure[],
  code: string,
  typed: Readonly<Record<string, unknown>>,
): Promise<Decision<DraftView>> {
  const list = await definitions(ctx.tx)
  const indicator = list.find((d) => d.code === code)
  if (indicator === undefined) return refuse('absent', 'indicator.absent', `Không có chỉ tiêu mã ${code}.`)
  const [today, all] = [dayOf(ctx.now), await formulas(ctx.tx)]
  const own = all.filter((f) => f.definitionId === indicator.id)
  const wording = await wordingFor(ctx, measures, list, today)
  const book = await codeBook(ctx.tx, today)
  const names = namesFor(list, all, measures, today)
  return accept({
    indicator,
    current: formulaOn(own, today, null).formula,
    typed,
    today,
    measures: measures.map((m) => ({
      code: m.code,
      label: m.label,
      meaning: m.meaning,
      conditions: Object.entries(m.conditions).map(([name, c]) => ({
        name,
        label: c.label,
        codes: c.list === '' ? [] : book.list(c.list).entries.map((e) => ({ value: e.code, label: e.label })),
      })),
    })),
    others: list.filter((d) => d.code !== code),
    drafted: await tried(ctx, { measures, indicator, names, wording, typed }),
  })
}

type Trial = {
  readonly measures: readonly Measure[]
  readonly indicator: IndicatorDefinition
  readonly names: Names
  readonly wording: Wording
  readonly typed: Readonly<Record<string, unknown>>
}

async function tried(ctx: Ctx, t: Trial): Promise<DraftView['drafted']> {
  if (String(t.typed.tu ?? '') === '') return null
  const expr = draftedExpr(t.typed)
  if (!expr.ok) return { ok: false, why: expr.message }
  const checked = inferred(t.indicator.code, expr.value, t.indicator.unit, t.names)
  if (!checked.ok) return { ok: false, why: checked.message }
  const { time, splits, source } = checked.value
  const reading = await readDrafted(ctx, t.measures, { ...shell(t, expr.value), time, splits, source })
  return { ok: true, words: capital(exprWords(expr.value, t.wording)), reading }
}

const capital = (t: string): string => t.charAt(0).toUpperCase() + t.slice(1)

/** A version that is nowhere kept. */
function shell({ indicator, wording }: Trial, expr: Expr): Omit<FormulaVersion, 'time' | 'splits' | 'source'> {
  const ratio = expr.op === 'ratio' ? expr.of : null
  return {
    id: '',
    definitionId: indicator.id,
    no: 0,
    valid: { from: '0001-01-01' as Day, to: null },
    meaning: '',
    expr,
    ended: '',
    unit: indicator.unit,
    numerator: capital(exprWords(ratio?.[0] ?? expr, wording)),
    denominator: ratio === null ? '' : capital(exprWords(ratio[1], wording)),
    base: '',
    beside: [],
    custodian: null,
    ground: '',
    reason: '',
    recordedAt: Temporal.Instant.fromEpochMilliseconds(0),
    recordedBy: '',
    supersededAt: null,
  }
}
