/** Đọc giá trị của chỉ tiêu: as of a day, by the units of a day, as known at the end of a day, computed when it is asked for. */
import { dayOf, showDay } from '../../kernel/day.ts'
import { accept, type Decision, refuse } from '../../kernel/result.ts'
import type { Ctx } from '../../platform/action.ts'
import type { Measure } from '../../platform/measure.ts'
import { SPLITS } from '../../platform/measure.ts'
import { seesSmallCounts } from '../cells/public.ts'
import { askTogether, leafAnswer, reportedLeaf } from './leaves.ts'
import { evaluate, type Known, type LeafAnswer, type Outcome, oldNote, partsFor } from './rules/evaluate.ts'
import { leafKey, leavesOf } from './rules/expression.ts'
import type { Expr } from './rules/formula.ts'
import { exprWords } from './rules/formula-words.ts'
import type { Part, Reading, ReadingRow, ValueAsked } from './rules/reading.ts'
import { rivalsOf } from './rules/rivals.ts'
import { UNKNOWN_KEY } from './rules/rows.ts'
import { withoutSmall } from './rules/small-rows.ts'
import { type SplitBook, splitBook } from './split-book.ts'
import type { FormulaVersion, IndicatorDefinition } from './words.ts'
import { exprIn, formulaFor, openWorld, type World } from './world.ts'

/**
 * The value of one indicator with its parts, sources and rivals. Refuses an unknown code and a split the formula does not have;
 * the absence of figures is an answer, never 0.
 */
export async function readValue(ctx: Ctx, measures: readonly Measure[], asked: ValueAsked): Promise<Decision<Reading>> {
  const w = await openWorld(ctx, measures, asked)
  const definition = w.definitions.find((d) => d.code === asked.code)
  if (definition === undefined)
    return refuse(
      'absent',
      'indicator.absent',
      `Không có chỉ tiêu mã ${asked.code}. Xem bằng lệnh indicator list hoặc trang Chỉ tiêu.`,
    )
  const { formula } = formulaFor(w, definition.id)
  if (asked.by !== null && formula?.splits.includes(asked.by) !== true) {
    const may = formula?.splits.map((s) => SPLITS[s].toLowerCase()).join(', ') ?? ''
    return refuse(
      'invalid',
      'indicator.no-split',
      `Chỉ tiêu ${asked.code} không chia theo ${SPLITS[asked.by].toLowerCase()}. ${may === '' ? 'Chỉ tiêu này chỉ có số chung.' : `Chia được theo: ${may}.`}`,
    )
  }
  const read = await readOne(w, definition, asked)
  return accept(seesSmallCounts(ctx.actor) ? read : { ...read, rows: withoutSmall(read.rows) })
}

/** The value of today under a formula that is not issued yet. */
export async function readDrafted(ctx: Ctx, measures: readonly Measure[], formula: FormulaVersion): Promise<Reading> {
  const asOf = dayOf(ctx.now)
  const w = await openWorld(ctx, measures, { asOf, known: null })
  const definition = w.definitions.find((d) => d.id === formula.definitionId)
  if (definition === undefined) throw new Error('a formula of an indicator that is not there')
  const formulas = [...w.formulas.filter((f) => f.definitionId !== definition.id), formula]
  return readOne({ ...w, formulas }, definition, {
    code: definition.code,
    asOf,
    hierarchy: null,
    known: null,
    by: null,
  })
}

/** Every indicator of the plan, in its order, without splits. */
export async function readAll(
  ctx: Ctx,
  measures: readonly Measure[],
  asked: Pick<ValueAsked, 'asOf' | 'known'>,
): Promise<readonly Reading[]> {
  const w = await openWorld(ctx, measures, asked)
  const leaves = w.definitions.flatMap((d) => {
    const expr = exprIn(w, formulaFor(w, d.id).formula?.expr ?? REPORTED)
    return expr === null ? [] : leavesOf(expr)
  })
  await askTogether(w, leaves, { by: null, where: {} })
  const all: Reading[] = []
  for (const d of w.definitions) all.push(await readOne(w, d, { ...asked, code: d.code, hierarchy: null, by: null }))
  return all
}

const REPORTED: Expr = { op: 'reported' }

async function readOne(w: World, d: IndicatorDefinition, asked: ValueAsked): Promise<Reading> {
  const { formula, early } = formulaFor(w, d.id)
  const who = formula?.custodian ?? d.custodianName ?? 'chưa giao'
  const base = emptyReading(w, d, asked, formula)
  if (formula !== null && formula.expr === null) return { ...base, state: 'no-subject', why: formula.ended }
  const expr = exprIn(w, formula?.expr ?? REPORTED)
  if (expr === null) return { ...base, state: 'no-source', why: 'Công thức dùng một chỉ tiêu chưa có cách tính.' }
  const book = await splitBook(w.ctx, asked)
  const known = await knownLeaves(w, d, { expr, formula, asked, who, book })
  const read = readOf(evaluate(expr, known))
  const notes =
    early && formula !== null
      ? [`Trước ngày ${showDay(formula.valid.from)} chưa có cách tính; dùng cách tính đầu tiên.`]
      : []
  const filled: Reading = {
    ...base,
    ...read,
    parts: worded(partsFor(expr, known), formula),
    notes: [...notes, ...read.notes],
    rows: asked.by === null ? [] : rowsOf(expr, known, book, formula),
  }
  const stood = filled.state === 'no-source' && expr.op !== 'reported' ? standIn(w, d, filled, who) : filled
  const rivals = rivalsOf(stood, w)
  return { ...stood, notes: [...withAges(stood), ...farNotes(stood, rivals)], rivals }
}

const emptyReading = (
  w: World,
  d: IndicatorDefinition,
  asked: ValueAsked,
  formula: FormulaVersion | null,
): Reading => ({
  definition: d,
  formula,
  state: 'no-source',
  low: null,
  high: null,
  unit: d.unit,
  asOf: w.asOf,
  dataOf: null,
  hierarchy: asked.hierarchy ?? w.asOf,
  known: w.known,
  parts: [],
  why: '',
  sources: [],
  notes: [],
  rivals: [],
  rows: [],
})

type Work = {
  readonly expr: Expr
  readonly formula: FormulaVersion | null
  readonly asked: ValueAsked
  readonly who: string
  readonly book: SplitBook
}

async function knownLeaves(
  w: World,
  d: IndicatorDefinition,
  { expr, formula, asked, who, book }: Work,
): Promise<Known> {
  const leaves = new Map<string, LeafAnswer>()
  await askTogether(w, leavesOf(expr), { by: asked.by, where: asked.where ?? {} })
  for (const leaf of leavesOf(expr)) {
    const answer = await leafAnswer(
      w,
      leaf,
      { by: asked.by, where: asked.where ?? {}, retell: book.retell },
      { definition: d, who },
    )
    leaves.set(leafKey(leaf), answer)
  }
  const wording = { measures: w.measures, labelOf: book.labelOfCode, nameOf: (code: string) => code }
  return {
    leaves: book.withFigures(w, leaves),
    emptyDenominator: emptyWords(formula),
    labelOf: book.labelOf,
    wordsOf: (e) => exprWords(e, wording),
  }
}

/** Why a share of nothing is no share. */
function emptyWords(f: FormulaVersion | null): string {
  const what = f?.denominator ?? ''
  const when = f?.time === 'flow' ? ' trong kỳ' : f?.time === 'cohort' ? ' đến ngày tính' : ' vào ngày tính'
  return what === ''
    ? `Mẫu số bằng 0${when}, nên không có tỷ lệ.`
    : `Không có ai thuộc mẫu số («${what}»)${when}, nên không có tỷ lệ.`
}

type Read = Pick<Reading, 'state' | 'low' | 'high' | 'dataOf' | 'why' | 'sources' | 'notes'>

const NOTHING = { low: null, high: null, dataOf: null, sources: [], notes: [] }

function readOf(o: Outcome): Read {
  if (o.state !== 'counted') return { ...NOTHING, state: o.state, why: o.why }
  const { low, high } = o.interval
  const { dataOf, sources, notes } = o
  return { state: low === high ? 'value' : 'range', low, high, dataOf, sources, notes, why: '' }
}

/** The parts under the names the formula gives them. */
const worded = (parts: readonly Part[], f: FormulaVersion | null): Part[] =>
  parts.map((p, i) => ({ ...p, label: [f?.numerator, f?.denominator][i] || p.label }))

function rowsOf(expr: Expr, known: Known, book: SplitBook, f: FormulaVersion | null): ReadingRow[] {
  // A unit that another day's unit may have become, without anybody of it, is no line of the table.
  const keys = new Set(
    [...known.leaves.values()].flatMap((l) =>
      l.state === 'counted' ? [...(l.rows ?? [])].flatMap(([key, r]) => (r.high > 0 ? [key] : [])) : [],
    ),
  )
  return book.inOrder([...keys]).map((key): ReadingRow => {
    const outcome = evaluate(expr, known, key)
    const { state, low, high } = readOf(outcome)
    return {
      key: key === UNKNOWN_KEY || key === '' ? null : key,
      code: book.codeOf(key),
      label: book.labelOf(key),
      state,
      low,
      high,
      parts: worded(partsFor(expr, known, key), f),
      basis: outcome.state === 'counted' ? outcome.basis : 'reported',
      hidden: false,
    }
  })
}

/** What the responsible body recorded, said as such, while the system cannot count it. */
function standIn(w: World, d: IndicatorDefinition, counted: Reading, who: string): Reading {
  const leaf = reportedLeaf(w, d, who)
  if (leaf.state !== 'counted') return counted
  return {
    ...counted,
    state: 'value',
    low: leaf.total.low,
    high: leaf.total.high,
    dataOf: leaf.dataOf,
    sources: [leaf.source],
    why: '',
    notes: [`Hệ thống chưa đếm được: ${counted.why} Con số này do cơ quan ghi kèm nguồn.`, ...leaf.notes],
  }
}

const withAges = (r: Reading): string[] => {
  const own = r.parts.length === 0 && r.dataOf !== null ? [{ label: 'Số liệu', dataOf: r.dataOf }] : r.parts
  return [...r.notes, ...own.flatMap((p) => oldNote(p.label, p.dataOf, r.asOf) ?? [])]
}

/** Counted less than half of what is published, or more than twice: the register is not complete, or one of them is wrong. */
function farNotes(r: Reading, rivals: Reading['rivals']): string[] {
  const { low, high, formula } = r
  if (low === null || high === null || formula?.source === 'reported' || formula?.source === 'official') return []
  const far = rivals.filter((x) => high < x.value / 2 || low > x.value * 2)
  return far.length === 0
    ? []
    : ['Số đếm được khác xa số đã công bố nêu bên dưới: kiểm tra độ đủ của hồ sơ trước khi dùng số này để kết luận.']
}
