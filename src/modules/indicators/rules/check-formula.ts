/**
 * Kiểm công thức: before a version is kept. Unknown names, cycles, units that do not go together, days mixed with periods: each is
 * refused with the reason and the way out. An accepted formula never mixes units.
 */
import { accept, type Decision, type Refusal, refuse } from '../../../kernel/result.ts'
import type { Measure, MeasureTime, Split } from '../../../platform/measure.ts'
import { QUANTITIES, type Quantity, TIMES } from '../words.ts'
import { allOf, namedIn } from './expression.ts'
import type { Expr } from './formula.ts'
import { addUnits, divideUnits, readUnit, sameUnit, type UnitForm, unitWords } from './units.ts'

/** What a formula may name. */
export type Names = {
  readonly measures: readonly Measure[]
  /** Formulas of the other indicators, as they would hold together with this one; null = reported, nothing to expand. */
  readonly indicators: ReadonlyMap<string, NamedFormula>
}

/** Công thức của một chỉ tiêu khác. */
export type NamedFormula = { readonly expr: Expr | null; readonly unit: string; readonly time: MeasureTime }

/** Công thức sắp ban hành. */
export type Drafted = {
  readonly code: string
  readonly expr: Expr
  readonly unit: string
  readonly time: MeasureTime
  readonly splits: readonly Split[]
}

/** What a checked expression gives. Time null = the same on every day (a number). */
export type Typed = { readonly unit: UnitForm; readonly time: MeasureTime | null }

/** Parts of one formula at most: more cannot be told in one sentence. */
const MOST_PARTS = 40

/** Accepts a formula, or says what is wrong with it. */
export function checkFormula(drafted: Drafted, names: Names): Decision<Typed> {
  const { expr, code } = drafted
  if (allOf(expr).length > MOST_PARTS)
    return refuse('invalid', 'formula.too-long', `Công thức có hơn ${MOST_PARTS} phần. Tách thành nhiều chỉ tiêu.`)
  const cycle = cycleFrom(code, expr, names.indicators)
  if (cycle !== null)
    return refuse(
      'invalid',
      'formula.cycle',
      `Công thức đi vòng: ${cycle.join(' → ')}. Bỏ chỉ tiêu ${cycle.at(-2) ?? code} khỏi công thức, hoặc chọn đại lượng thay cho nó.`,
    )
  const typed = typeOf(expr, names, drafted)
  if (!typed.ok) return typed
  return checkEnds(drafted, typed.value)
}

function checkEnds(drafted: Drafted, typed: Typed): Decision<Typed> {
  const declared = readUnit(drafted.unit)
  if (declared === null || !sameUnit(declared, typed.unit))
    return refuse(
      'invalid',
      'formula.other-unit',
      `Công thức cho kết quả bằng ${unitWords(typed.unit)}, chỉ tiêu tính bằng ${drafted.unit}. Đổi mẫu số hoặc cách nhân của công thức.`,
    )
  if (typed.time !== null && typed.time !== drafted.time)
    return refuse(
      'invalid',
      'formula.other-time',
      `Công thức cho số «${TIMES[typed.time]}», chỉ tiêu khai «${TIMES[drafted.time]}». Chọn lại thời gian của chỉ tiêu.`,
    )
  return accept(typed)
}

function typeOf(e: Expr, names: Names, own: Drafted): Decision<Typed> {
  switch (e.op) {
    case 'measure':
      return typeOfMeasure(e, names.measures)
    case 'figure':
      return typeOfFigure(e.quantity)
    case 'reported':
      return withForm(own.unit, own.time)
    case 'number':
      return typeOfNumber(e)
    case 'indicator': {
      const other = names.indicators.get(e.code)
      if (other === undefined)
        return refuse(
          'invalid',
          'formula.unknown-indicator',
          `Không có chỉ tiêu mã ${e.code}. Chọn một chỉ tiêu trong danh sách.`,
        )
      return withForm(other.unit, other.time)
    }
    case 'sum':
    case 'difference':
    case 'between': {
      const parts = typesOf(e.of, names, own)
      if (!parts.ok) return parts
      const unit = addUnits(parts.value.map((p) => p.unit))
      const time = sameTime(parts.value)
      return !unit.ok ? unit : !time.ok ? time : accept({ unit: unit.value, time: time.value })
    }
    case 'ratio':
      return typeOfRatio(e, names, own)
  }
}

const withForm = (words: string, time: MeasureTime): Decision<Typed> => {
  const unit = readUnit(words)
  return unit === null ? unknownUnit(words) : accept({ unit, time })
}

const unknownUnit = (words: string): Refusal =>
  refuse(
    'invalid',
    'formula.unknown-unit',
    `Chưa biết đơn vị tính «${words}». Dùng người, lượt, đơn vị, km², đồng, %, hoặc «…/10.000 dân».`,
  )

function typesOf(list: readonly Expr[], names: Names, own: Drafted): Decision<Typed[]> {
  const found: Typed[] = []
  for (const e of list) {
    const typed = typeOf(e, names, own)
    if (!typed.ok) return typed
    found.push(typed.value)
  }
  return accept(found)
}

function typeOfMeasure(e: Extract<Expr, { op: 'measure' }>, measures: readonly Measure[]): Decision<Typed> {
  const measure = measures.find((m) => m.code === e.code)
  if (measure === undefined)
    return refuse(
      'invalid',
      'formula.unknown-measure',
      `Hệ thống chưa đếm đại lượng «${e.code}». Chọn một đại lượng trong danh sách, hoặc để cơ quan báo cáo số.`,
    )
  for (const [name, codes] of Object.entries(e.where ?? {})) {
    if (!Object.hasOwn(measure.conditions, name))
      return refuse(
        'invalid',
        'formula.unknown-condition',
        `Đại lượng «${measure.label}» không có điều kiện «${name}». Chọn điều kiện trong danh sách của đại lượng.`,
      )
    if (codes.length === 0)
      return refuse(
        'invalid',
        'formula.empty-condition',
        `Điều kiện «${measure.conditions[name]?.label ?? name}» chưa chọn giá trị nào. Chọn giá trị, hoặc bỏ điều kiện.`,
      )
  }
  return withForm(measure.unit, measure.time)
}

function typeOfFigure(quantity: string): Decision<Typed> {
  if (!Object.hasOwn(QUANTITIES, quantity))
    return refuse(
      'invalid',
      'formula.unknown-quantity',
      `Không có số liệu chính thức «${quantity}». Chọn một đại lượng của trang Số liệu chính thức.`,
    )
  return withForm(QUANTITIES[quantity as Quantity].unit, 'stock')
}

function typeOfNumber(e: Extract<Expr, { op: 'number' }>): Decision<Typed> {
  const unit = readUnit(e.unit)
  if (unit === null) return unknownUnit(e.unit)
  return Number.isFinite(e.value)
    ? accept({ unit, time: null })
    : refuse('invalid', 'formula.no-number', 'Công thức có một số không đọc được. Nhập lại số đó.')
}

/** Numbers of a day go with numbers of a day, those of a period with those of a period. */
function sameTime(parts: readonly Typed[]): Decision<MeasureTime | null> {
  const times = [...new Set(parts.flatMap((p) => p.time ?? []))]
  const [first, other] = times
  if (first !== undefined && other !== undefined)
    return refuse(
      'invalid',
      'formula.times-added',
      `Không cộng, trừ số «${TIMES[first]}» với số «${TIMES[other]}». Chọn những đại lượng cùng thời gian.`,
    )
  return accept(first ?? null)
}

function typeOfRatio(e: Extract<Expr, { op: 'ratio' }>, names: Names, own: Drafted): Decision<Typed> {
  const parts = typesOf(e.of, names, own)
  if (!parts.ok) return parts
  const [a, b] = parts.value
  if (a === undefined || b === undefined)
    return refuse('invalid', 'formula.too-few', 'Phép chia cần tử số và mẫu số. Chọn cả hai.')
  const [, below] = e.of
  if (below.op === 'number' && below.value <= 0)
    return refuse('invalid', 'formula.zero', 'Mẫu số phải lớn hơn 0. Nhập lại số của mẫu số.')
  const unit = divideUnits(a.unit, b.unit, e.per)
  if (!unit.ok) return unit
  // What happens in a period may be told per person living there; nothing else mixes.
  const mixes = a.time !== null && b.time !== null && a.time !== b.time && !(a.time === 'flow' && b.time === 'stock')
  if (mixes && a.time !== null && b.time !== null)
    return refuse(
      'invalid',
      'formula.times-divided',
      `Không chia số «${TIMES[a.time]}» cho số «${TIMES[b.time]}». Chọn tử số và mẫu số cùng thời gian.`,
    )
  return accept({ unit: unit.value, time: a.time ?? b.time })
}

/** The way from a code back to itself, or null. */
export function cycleFrom(code: string, expr: Expr, others: ReadonlyMap<string, NamedFormula>): string[] | null {
  const walk = (at: Expr, path: readonly string[]): string[] | null => {
    for (const next of namedIn(at)) {
      if (path.includes(next)) return [...path, next]
      const other = next === code ? expr : (others.get(next)?.expr ?? null)
      const found = other === null ? null : walk(other, [...path, next])
      if (found !== null) return found
    }
    return null
  }
  return walk(expr, [code])
}

/** What a formula may be split by: what all its measures can be split by; series are split by place only. */
export function splitsOf(expr: Expr, names: Names): Split[] {
  const leaves = allOf(expr).flatMap((e): readonly (readonly Split[])[] => {
    if (e.op === 'measure') return [names.measures.find((m) => m.code === e.code)?.splits ?? []]
    if (e.op === 'figure') return [['place']]
    if (e.op === 'reported') return [[]]
    const other = e.op === 'indicator' ? (names.indicators.get(e.code)?.expr ?? null) : null
    return other === null ? [] : [splitsOf(other, names)]
  })
  const [first, ...rest] = leaves
  return (first ?? []).filter((s) => rest.every((l) => l.includes(s)))
}
