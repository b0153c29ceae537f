/** Lá của công thức: what measures, official figures and reported values answer, each asked once. */
import { type Day, showDay, yearOf } from '../../kernel/day.ts'
import { showNumber } from '../../kernel/number.ts'
import type { Measure, MeasureAnswer, MeasureAsked, MeasureRow, Split } from '../../platform/measure.ts'
import { noSource } from '../../ui/strings.ts'
import type { LeafAnswer } from './rules/evaluate.ts'
import { type LeafExpr, leafKey } from './rules/expression.ts'
import { valueOn } from './rules/figures.ts'
import { againstFigure, figureFor, whyUsed } from './rules/official-figures.ts'
import { type KeyedRows, UNKNOWN_KEY } from './rules/rows.ts'
import type { IndicatorDefinition } from './words.ts'
import { QUANTITIES, type Quantity } from './words.ts'
import type { World } from './world.ts'

/** What is asked of the leaves of one reading. */
export type LeavesAsked = {
  readonly by: Split | null
  readonly where: Readonly<Record<string, readonly string[]>>
  /** Tells rows by the units of another day. */
  readonly retell: (rows: KeyedRows, split: Split, unit: string) => Promise<KeyedRows>
}

/** With its full stop. */
const sentence = (words: string): string => (words === '' || /[.!?]$/.test(words) ? words : `${words}.`)

type MeasureLeaf = Extract<LeafExpr, { op: 'measure' }>

/** What `leaf` answers. `definition` and `who` = the indicator that asks, and who must give its figures. */
export function leafAnswer(
  w: World,
  leaf: LeafExpr,
  asked: LeavesAsked,
  { definition, who }: { definition: IndicatorDefinition; who: string },
): Promise<LeafAnswer> {
  if (leaf.op === 'figure') return Promise.resolve(figureLeaf(w, leaf.quantity as Quantity))
  if (leaf.op === 'reported') return Promise.resolve(reportedLeaf(w, definition, who))
  return measureLeaf(w, leaf, asked, who)
}

/** The question a leaf asks of its measure; conditions of both must hold. */
function questionOf(
  w: World,
  measure: Measure,
  leaf: MeasureLeaf,
  asked: Pick<LeavesAsked, 'by' | 'where'>,
): MeasureAsked {
  const both = Object.keys(asked.where).filter((name) => leaf.where?.[name] !== undefined)
  const narrowed = both.map((name) => [name, asked.where[name]?.filter((c) => leaf.where?.[name]?.includes(c)) ?? []])
  return {
    asOf: w.asOf,
    from: measure.time === 'stock' ? w.asOf : (`${yearOf(w.asOf)}-01-01` as Day),
    known: w.knownAt,
    outside: w.outside,
    territory: w.territoryCode,
    by: asked.by !== null && measure.splits.includes(asked.by) ? [asked.by] : [],
    where: { ...leaf.where, ...asked.where, ...Object.fromEntries(narrowed) },
  }
}

const strangeIn = (measure: Measure, where: MeasureAsked['where']): string | undefined =>
  Object.keys(where).find((name) => !Object.hasOwn(measure.conditions, name))

const keyOf = (measure: Measure, q: MeasureAsked): string =>
  `${leafKey({ op: 'measure', code: measure.code, where: q.where })} | ${q.by.join()}`

/** Asks a measure, once for each question of this reading. */
function ask(w: World, measure: Measure, q: MeasureAsked): Promise<MeasureAnswer> {
  const key = keyOf(measure, q)
  const found = w.asked.get(key) ?? measure.read(w.ctx, q)
  w.asked.set(key, found)
  return found
}

/** Asks each measure that can answer several questions in one look all that these leaves ask of it. */
export async function askTogether(
  w: World,
  leaves: readonly LeafExpr[],
  asked: Pick<LeavesAsked, 'by' | 'where'>,
): Promise<void> {
  for (const measure of w.measures) {
    if (measure.readMany === undefined) continue
    const questions = new Map<string, MeasureAsked>()
    for (const leaf of leaves) {
      if (leaf.op !== 'measure' || leaf.code !== measure.code) continue
      const q = questionOf(w, measure, leaf, asked)
      const key = keyOf(measure, q)
      if (strangeIn(measure, q.where) === undefined && !w.asked.has(key)) questions.set(key, q)
    }
    if (questions.size < 2) continue
    const answers = await measure.readMany(w.ctx, [...questions.values()])
    for (const [i, key] of [...questions.keys()].entries()) {
      const answer = answers[i]
      if (answer !== undefined) w.asked.set(key, Promise.resolve(answer))
    }
  }
}

async function measureLeaf(w: World, leaf: MeasureLeaf, asked: LeavesAsked, who: string): Promise<LeafAnswer> {
  const measure = w.measures.find((m) => m.code === leaf.code)
  if (measure === undefined) return { state: 'no-source', why: `${noSource(who)} Hệ thống chưa đếm đại lượng này.` }
  const question = questionOf(w, measure, leaf, asked)
  const [by] = question.by
  const strange = strangeIn(measure, question.where)
  if (strange !== undefined)
    return { state: 'no-source', why: `${noSource(who)} ${measure.label} chưa ghi điều kiện «${strange}».` }
  const answer = await ask(w, measure, question)
  if (answer.state === 'no-source')
    return { state: 'no-source', why: `${noSource(answer.who)} ${sentence(answer.why)}`.trim() }
  // Of a cohort that nobody has reached yet there will be a value: not known yet, instead of nothing left to measure.
  if (answer.state === 'no-subject')
    return { state: measure.time === 'cohort' ? 'undefined' : 'no-subject', why: sentence(answer.why) }
  const rows = by === undefined ? null : await asked.retell(keyed(answer), by, measure.unit)
  // Who may be of two parts is within the bounds of both: of the whole the bounds are closer than their sums.
  const whole = by !== undefined && answer.rows.some(isRange) ? await ask(w, measure, { ...question, by: [] }) : answer
  return {
    state: 'counted',
    total: totalOf(whole.state === 'counted' ? whole : answer),
    rows,
    sparse: false,
    label: measure.label,
    unit: measure.unit,
    source: answer.source,
    dataOf: answer.dataOf,
    notes: answer.notes,
    hrefOf: (k) => behind(measure.behind, question, k),
  }
}

/** The list behind the whole, or behind one key; nothing behind what is not known. */
function behind(
  of: ((asked: MeasureAsked, keys: readonly (string | null)[]) => string | null) | undefined,
  asked: MeasureAsked,
  key: string | undefined,
): string | null {
  if (of === undefined || key === '' || key === UNKNOWN_KEY) return null
  return key === undefined ? of({ ...asked, by: [] }, []) : of(asked, [key])
}

type Counted = Extract<MeasureAnswer, { state: 'counted' }>

const isRange = (r: MeasureRow): boolean => r.low !== r.high

const totalOf = (a: Counted) =>
  a.rows.reduce((sum, r) => ({ low: sum.low + r.low, high: sum.high + r.high }), { low: 0, high: 0 })

const keyed = (a: Counted): KeyedRows =>
  new Map(a.rows.map((r) => [r.keys[0] ?? UNKNOWN_KEY, { low: r.low, high: r.high, basis: 'reported' as const }]))

/** The official figure that holds for the territory on the day. */
export function figureLeaf(
  w: World,
  quantity: Quantity,
  place: { name: string | null; id: string } | null = null,
): LeafAnswer {
  const { label, unit } = QUANTITIES[quantity] ?? { label: quantity, unit: '' }
  const territory = place?.name ?? w.territory
  // Of a place only what speaks of that very unit: names repeat.
  const list = place === null ? w.figures : w.figures.filter((f) => f.kept?.unitId === place.id)
  const chosen =
    territory === null
      ? null
      : figureFor(
          list.map((f) => (place === null ? f : { ...f, territory: territory ?? '' })),
          { quantity, territory: territory ?? '', day: w.asOf },
        )
  if (chosen === null)
    return {
      state: 'no-source',
      why: `Chưa có nguồn số liệu: ${label.toLowerCase()} ${territory ?? 'của địa bàn'} đến ngày ${showDay(w.asOf)}. Nhập tại trang Số liệu chính thức.`,
    }
  const { used } = chosen
  return {
    state: 'counted',
    total: { low: used.value, high: used.value },
    rows: null,
    sparse: true,
    label,
    unit,
    source: used.source,
    dataOf: used.asOf,
    notes: [
      ...(used.kept?.chosen == null ? [] : [`${label}: ${whyUsed(used)}.`]),
      ...(used.status === 'unverified' ? [`${label}: nguồn chưa kiểm chứng.`] : []),
      ...againstFigure(w.figures, used)
        .filter((f) => f.asOf <= w.asOf)
        .map((f) => `${label}: nguồn khác nêu ${showNumber(f.value, 2)} (${showDay(f.asOf)}, ${f.source}).`),
    ],
    hrefOf: () => '/chi-tieu/so-lieu',
  }
}

/** The latest figure recorded for the indicator itself. */
export function reportedLeaf(w: World, d: IndicatorDefinition, who: string): LeafAnswer {
  const used = valueOn(
    w.values.filter((v) => v.code === d.code),
    w.asOf,
    w.knownAt,
  )
  if (used === null) return { state: 'no-source', why: noSource(who) }
  return {
    state: 'counted',
    total: { low: used.value, high: used.value },
    rows: null,
    sparse: true,
    label: d.name,
    unit: d.unit,
    source: used.source,
    dataOf: used.asOf,
    notes: [
      ...(used.estimate ? ['Nguồn chỉ nêu con số gần đúng («khoảng»).'] : []),
      ...(used.status === 'unverified' ? ['Nguồn chưa kiểm chứng.'] : []),
    ],
    hrefOf: () => null,
  }
}
