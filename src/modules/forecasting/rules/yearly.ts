/** Chuỗi năm của một mục tiêu: one figure a year out of figures on days. Pure. */
import { type Day, yearOf } from '../../../kernel/day.ts'
import { showAmount } from '../../../kernel/number.ts'
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

/** Share of the latest official figure that the dossiers must hold before they are taken for all people there are. */
const HELD = 0.8

/** Số chính thức cao hơn hẳn hồ sơ: the figure, its year and what is to be told. */
export type Beyond = { readonly value: number; readonly year: number; readonly words: string }

/**
 * The latest official figure, where the dossiers hold far fewer people: their course alone would be that of a register that is being
 * filled, not of the province. Null = they hold enough, or there is no official figure.
 */
export function beyondDossiers(own: readonly Dated[], published: readonly Dated[], unit: string): Beyond | null {
  const latest = [...published].sort((a, b) => (a.on < b.on ? -1 : 1)).at(-1)
  const now = own.at(-1)
  if (latest === undefined || now === undefined) return null
  const held = now.high ?? now.value
  if (held >= HELD * latest.value) return null
  const year = yearOf(latest.on)
  const words = `Hồ sơ mới cho ${showAmount(held, unit)}, số liệu chính thức năm ${year} là ${showAmount(latest.value, unit)}: phần chưa có hồ sơ tính theo tổng số, không theo tuổi.`
  return { value: latest.value, year, words }
}
