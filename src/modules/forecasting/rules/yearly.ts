/** Chuỗi năm của một mục tiêu: one figure a year out of figures on days. Pure. */
import { type Day, yearOf } from '../../../kernel/day.ts'
import type { SeriesInput } from '../series/input.ts'

type Dated = { readonly on: Day; readonly value: number; readonly high?: number }

/** The last figure of each year; null = there is none. Figures of the goal's own source first, published ones only where there is none at all. */
export function yearlyFigures(own: readonly Dated[], published: readonly Dated[], unit: string): SeriesInput | null {
  const used = own.length > 1 || published.length === 0 ? own : published.length > own.length ? published : own
  const byYear = new Map<number, number>()
  for (const p of [...used].sort((a, b) => (a.on < b.on ? -1 : 1)))
    byYear.set(yearOf(p.on), (p.value + (p.high ?? p.value)) / 2)
  const years = [...byYear.keys()]
  if (years.length === 0) return null
  const [first, last] = [Math.min(...years), Math.max(...years)]
  return {
    kind: unit === '%' ? 'percent' : 'positive',
    start: first,
    values: Array.from({ length: last - first + 1 }, (_, i) => byYear.get(first + i) ?? null),
  }
}
