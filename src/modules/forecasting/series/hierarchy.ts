/** Tổng bằng các phần: forecasts of a total and of its breakdowns made to agree, then turned into whole persons. */
import { accept, type Decision, refuse } from '../../../kernel/result.ts'

/** One number to reconcile and how unsure it is; a larger variance gives way more. */
export type Part = { readonly id: string; readonly value: number; readonly variance: number }

/** `total` = sum of `parts`. A total may have several breakdowns (places, sectors, degrees), a part may be a total itself. */
export type SumRule = { readonly total: string; readonly parts: readonly string[] }

const ROUNDS = 50

/**
 * Least change, weighed by variance, that makes every rule true and nothing negative. Refuses an unknown name, and rules no
 * numbers of 0 or more can keep.
 */
export function reconcile(parts: readonly Part[], rules: readonly SumRule[]): Decision<ReadonlyMap<string, number>> {
  const index = new Map(parts.map((p, i) => [p.id, i]))
  const unknown = namesIn(rules).find((name) => !index.has(name))
  if (unknown !== undefined)
    return refuse(
      'invalid',
      'forecasting.unknown-part',
      `Tổng nêu phần "${unknown}" nhưng không có dự báo nào của phần này.`,
    )
  const rows = rules.map((r) => rowOf(r, index, parts.length))
  const start = Float64Array.from(parts, (p) => Math.max(0, p.value))
  const weights = weightsOf(parts)
  const held = new Set<number>()
  for (let round = 0; round < ROUNDS + parts.length; round++) {
    const x = adjusted(start, weights, rows, held)
    const negative = x.map((v, i) => (v < 0 && !held.has(i) ? v : 0))
    if (negative.every((v) => v === 0)) return settled(parts, x, rows)
    negative.forEach((v, i) => {
      if (v < 0) held.add(i)
    })
  }
  return impossible()
}

const impossible = () =>
  refuse(
    'invalid',
    'forecasting.no-sum',
    'Không có số không âm nào làm các tổng khớp nhau: kiểm tra lại các tổng đã nêu.',
  )

const namesIn = (rules: readonly SumRule[]): string[] => rules.flatMap((r) => [r.total, ...r.parts])

/** Coefficients of a rule: 1 for the total, −1 for each part. */
function rowOf(rule: SumRule, index: ReadonlyMap<string, number>, size: number): Float64Array {
  const row = new Float64Array(size)
  row[index.get(rule.total) ?? 0] = 1
  for (const p of rule.parts) row[index.get(p) ?? 0] = -1
  return row
}

/** Variances made comparable; none is quite zero, so that the rules can always be met. */
function weightsOf(parts: readonly Part[]): Float64Array {
  const most = Math.max(...parts.map((p) => p.variance), 0)
  const usable = (v: number): number => (Number.isFinite(v) && v > 0 ? v / most : 0)
  return Float64Array.from(parts, (p) => (most > 0 ? Math.max(1e-6, usable(p.variance)) : 1))
}

/** start − W A' (A W A')⁻¹ A start, with held entries at 0; repeated once to take the rounding out. */
function adjusted(
  start: Float64Array,
  weights: Float64Array,
  rows: readonly Float64Array[],
  held: ReadonlySet<number>,
) {
  const x = start.map((v, i) => (held.has(i) ? 0 : v))
  const w = weights.map((v, i) => (held.has(i) ? 0 : v))
  const size = rows.length
  const gram = rows.map((a) => rows.map((b) => a.reduce((s, v, i) => s + v * (w[i] ?? 0) * (b[i] ?? 0), 0)))
  for (let pass = 0; pass < 3; pass++) {
    const off = rows.map((a) => a.reduce((s, v, i) => s + v * (x[i] ?? 0), 0))
    const y = solution(gram, off)
    for (let r = 0; r < size; r++)
      rows[r]?.forEach((v, i) => {
        x[i] = (x[i] ?? 0) - (w[i] ?? 0) * v * (y[r] ?? 0)
      })
  }
  return x
}

/** Gauss with pivots; a rule that says nothing new (or nothing at all, its parts all held) gets 0. */
function solution(matrix: readonly (readonly number[])[], right: readonly number[]): number[] {
  const m = matrix.map((row, i) => [...row, right[i] ?? 0])
  const size = m.length
  const pivots: number[] = []
  for (let c = 0; c < size; c++) {
    const from = pivots.length
    let best = from
    for (let r = from; r < size; r++) if (Math.abs(m[r]?.[c] ?? 0) > Math.abs(m[best]?.[c] ?? 0)) best = r
    const row = m[best]
    const lead = row?.[c] ?? 0
    if (!row || Math.abs(lead) < 1e-12) continue
    m[best] = m[from] ?? []
    m[from] = row
    pivots.push(c)
    m.forEach((other, r) => {
      const f = r === from ? 0 : (other[c] ?? 0) / lead
      if (f !== 0) for (let j = c; j <= size; j++) other[j] = (other[j] ?? 0) - f * (row[j] ?? 0)
    })
  }
  const y = new Array<number>(size).fill(0)
  pivots.forEach((c, r) => {
    y[c] = (m[r]?.[size] ?? 0) / (m[r]?.[c] ?? 1)
  })
  return y
}

const EXACT = 1e-9

function settled(
  parts: readonly Part[],
  x: Float64Array,
  rows: readonly Float64Array[],
): Decision<ReadonlyMap<string, number>> {
  const size = Math.max(1, ...x)
  const off = rows.some((a) => Math.abs(a.reduce((s, v, i) => s + v * (x[i] ?? 0), 0)) > EXACT * size)
  return off ? impossible() : accept(new Map(parts.map((p, i) => [p.id, x[i] ?? 0])))
}

/**
 * Whole persons by the largest remainder, from the totals down: every rule holds exactly, no number moves by one or more.
 * Refuses a part of two totals (the cells of a cross table), where whole numbers may not exist.
 */
export function wholePersons(
  values: ReadonlyMap<string, number>,
  rules: readonly SumRule[],
): Decision<ReadonlyMap<string, number>> {
  const parts = rules.flatMap((r) => r.parts)
  const twice = parts.find((p, i) => parts.indexOf(p) !== i)
  if (twice !== undefined)
    return refuse(
      'invalid',
      'forecasting.part-twice',
      `Phần "${twice}" thuộc hai tổng nên chưa làm tròn thành người được.`,
    )
  const whole = new Map<string, number>()
  for (const [id, v] of values) if (!parts.includes(id)) whole.set(id, Math.round(v))
  const waiting = [...rules]
  while (waiting.length > 0) {
    const next = waiting.findIndex((r) => whole.has(r.total))
    const rule = waiting.splice(next, 1)[0]
    if (next < 0 || !rule)
      return refuse('invalid', 'forecasting.sum-circle', 'Các tổng nêu vòng tròn nên chưa làm tròn được.')
    const shares = share(whole.get(rule.total) ?? 0, rule.parts, values)
    for (const [i, n] of shares.entries()) whole.set(rule.parts[i] ?? '', n)
  }
  return accept(whole)
}

/** Whole numbers with a given sum, each the value rounded down or up; the largest remainders go up, earlier parts first. */
function share(total: number, parts: readonly string[], values: ReadonlyMap<string, number>): number[] {
  const exact = parts.map((p) => nearWhole(values.get(p) ?? 0))
  const whole = exact.map(Math.floor)
  const left = total - whole.reduce((s, v) => s + v, 0)
  const order = exact.map((v, i) => ({ i, rest: v - Math.floor(v) })).sort((a, b) => b.rest - a.rest || a.i - b.i)
  for (const { i } of order.slice(0, Math.max(0, left))) whole[i] = (whole[i] ?? 0) + 1
  return whole
}

/** 3,9999999999 is 4: what is left of an exact sum is not a remainder. */
const nearWhole = (v: number): number => (Math.abs(v - Math.round(v)) < 1e-7 ? Math.round(v) : v)
