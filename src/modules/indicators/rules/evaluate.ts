/**
 * Tính công thức: over what the leaves counted, for the whole and for each key of a split. Ratios are those of the parts, never
 * averages of ratios. What is not known stays not known: no source, no subject and "chia cho 0" are answers of their own.
 */
import { type Day, daysBetween, showDay } from '../../../kernel/day.ts'
import { type LeafExpr, leafKey } from './expression.ts'
import type { Expr } from './formula.ts'
import { betweenOf, differenceOf, exact, type Interval, ratioOf, sumOf } from './interval.ts'
import type { Part, RowBasis } from './reading.ts'
import { type KeyedRows, weakest } from './rows.ts'

/** Điều một lá cho biết. */
export type LeafAnswer =
  | {
      readonly state: 'counted'
      readonly total: Interval
      /** By key of the split asked for; null = it cannot be split this way. A key that is not there counted nothing. */
      readonly rows: KeyedRows | null
      /** Keys that are not there have no figure (a series), instead of nobody counted. */
      readonly sparse: boolean
      readonly label: string
      readonly unit: string
      readonly source: string
      readonly dataOf: Day
      readonly notes: readonly string[]
      readonly hrefOf: (key: string | undefined) => string | null
    }
  | { readonly state: 'no-source'; readonly why: string }
  | { readonly state: 'no-subject' | 'undefined'; readonly why: string }

/** Kết quả của một biểu thức. */
export type Outcome =
  | {
      readonly state: 'counted'
      readonly interval: Interval
      readonly unit: string
      readonly label: string
      readonly sources: readonly string[]
      readonly dataOf: Day | null
      readonly notes: readonly string[]
      readonly href: string | null
      readonly basis: RowBasis
    }
  | { readonly state: 'no-source' | 'no-subject' | 'undefined'; readonly why: string }

/** What is known of the leaves, and how the missing denominator is told. */
export type Known = {
  readonly leaves: ReadonlyMap<string, LeafAnswer>
  /** Sentence for a denominator of 0. */
  readonly emptyDenominator: string
  /** "Phường X" for a key. */
  readonly labelOf: (key: string) => string
  /** Words of a composed expression. */
  readonly wordsOf: (e: Expr) => string
}

type Counted = Extract<Outcome, { state: 'counted' }>

/** The value of `e`: of the whole, or of one key of the split. */
export function evaluate(e: Expr, known: Known, key?: string): Outcome {
  switch (e.op) {
    case 'measure':
    case 'figure':
    case 'reported':
      return leafValue(e, known, key)
    case 'number':
      return composed(exact(e.value), e.unit, known.wordsOf(e), [])
    case 'indicator':
      return { state: 'no-source', why: `Chỉ tiêu ${e.code} chưa có cách tính.` }
    case 'sum': {
      const parts = bothKnown(e.of.map((x) => evaluate(x, known, key)))
      return parts.ok
        ? composed(sumOf(intervals(parts.list)), unitOf(parts.list), known.wordsOf(e), parts.list)
        : parts.why
    }
    case 'difference':
    case 'between': {
      const parts = bothKnown(e.of.map((x) => evaluate(x, known, key)))
      if (!parts.ok) return parts.why
      const [a = exact(0), b = exact(0)] = intervals(parts.list)
      const found = e.op === 'difference' ? differenceOf(a, b) : betweenOf(a, b)
      return composed(found, unitOf(parts.list), known.wordsOf(e), parts.list)
    }
    case 'ratio': {
      const parts = bothKnown(e.of.map((x) => evaluate(x, known, key)))
      if (!parts.ok) return parts.why
      const [a = exact(0), b = exact(0)] = intervals(parts.list)
      const found = ratioOf(a, b, e.per, isPartOf(e.of[0], e.of[1]))
      if (found === null) return { state: 'undefined', why: b.high > 0 ? MAYBE_EMPTY : known.emptyDenominator }
      return composed(found, '', known.wordsOf(e), parts.list)
    }
  }
}

const MAYBE_EMPTY = 'Mẫu số chỉ biết trong một khoảng có cả số 0, nên chưa chia được.'

const intervals = (list: readonly Counted[]): Interval[] => list.map((x) => x.interval)
const unitOf = (list: readonly Counted[]): string => list[0]?.unit ?? ''

/** All counted, or the first reason why not: nothing to count at all before nobody gave figures. */
function bothKnown(list: readonly Outcome[]): { ok: true; list: Counted[] } | { ok: false; why: Outcome } {
  for (const state of ['no-subject', 'no-source', 'undefined'] as const) {
    const found = list.find((x) => x.state === state)
    if (found !== undefined) return { ok: false, why: found }
  }
  return { ok: true, list: list.filter((x) => x.state === 'counted') }
}

function composed(interval: Interval, unit: string, label: string, of: readonly Counted[]): Counted {
  // The day of what stands above the line, or first.
  const days = of.flatMap((x) => x.dataOf ?? [])
  return {
    state: 'counted',
    interval,
    unit,
    label,
    sources: [...new Set(of.flatMap((x) => x.sources))],
    dataOf: days[0] ?? null,
    notes: [...new Set(of.flatMap((x) => x.notes))],
    href: of[0]?.href ?? null,
    basis: weakest(of.map((x) => x.basis)),
  }
}

function leafValue(e: LeafExpr, known: Known, key: string | undefined): Outcome {
  const leaf = known.leaves.get(leafKey(e))
  if (leaf === undefined) return { state: 'no-source', why: 'Chưa có nguồn số liệu.' }
  if (leaf.state !== 'counted') return leaf
  const found = key === undefined ? { ...leaf.total, basis: 'reported' as const } : rowOf(leaf, key, known)
  if ('state' in found) return found
  return {
    state: 'counted',
    interval: { low: found.low, high: found.high },
    unit: leaf.unit,
    label: leaf.label,
    sources: [leaf.source],
    dataOf: leaf.dataOf,
    notes: leaf.notes,
    href: leaf.hrefOf(key),
    basis: found.basis,
  }
}

function rowOf(
  leaf: Extract<LeafAnswer, { state: 'counted' }>,
  key: string,
  known: Known,
): (Interval & { basis: RowBasis }) | { state: 'no-source'; why: string } {
  const label = `${leaf.label.charAt(0).toLowerCase()}${leaf.label.slice(1)}`
  if (leaf.rows === null) return { state: 'no-source', why: `Không chia được ${label} theo chiều này.` }
  const row = leaf.rows.get(key)
  if (row !== undefined) return row
  return leaf.sparse
    ? { state: 'no-source', why: `Chưa có ${label} của ${known.labelOf(key)}.` }
    : { ...exact(0), basis: 'reported' }
}

/** Whether `a` counts some of what `b` counts: the same measure under the same conditions and more. */
export function isPartOf(a: Expr, b: Expr): boolean {
  if (a.op === 'between') return a.of.every((x) => isPartOf(x, b))
  if (a.op !== 'measure' || b.op !== 'measure' || a.code !== b.code) return false
  return Object.entries(b.where ?? {}).every(([name, codes]) => {
    const own = a.where?.[name]
    return own?.every((c) => codes.includes(c)) ?? false
  })
}

/** Numerator and denominator of a value, or the one thing that is counted. */
export function partsFor(e: Expr, known: Known, key?: string): Part[] {
  const list = e.op === 'ratio' ? e.of : [e]
  return list.flatMap((x): Part[] => {
    const v = evaluate(x, known, key)
    if (v.state !== 'counted' || v.dataOf === null) return []
    const source = v.sources.join('; ')
    return [{ label: v.label, ...v.interval, unit: v.unit, source, dataOf: v.dataOf, href: v.href }]
  })
}

const A_YEAR = 366

/** Says so when the data are more than a year older than the day of the value. */
export const oldNote = (label: string, dataOf: Day, asOf: Day): string | null =>
  daysBetween(dataOf, asOf) > A_YEAR ? `${label}: số mới nhất đến ngày tính là của ngày ${showDay(dataOf)}.` : null
