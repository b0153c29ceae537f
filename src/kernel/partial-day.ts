/**
 * Ngày chưa đủ: many papers know only a year, or a month of a year. Kept as the known part of an ISO day: `1972`, `1972-09`,
 * `1972-09-02`; it sorts and compares as text, and is shown with the precision it has.
 */
import { type Day, parseDay, showDay } from './day.ts'

/** Ngày, tháng hoặc năm: as much of an ISO day as is known. */
export type PartialDay = string & { readonly __partialDay: true }

/** Độ chính xác. */
export type Precision = 'day' | 'month' | 'year'

const FORM = /^(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?$/
const MONTH_TYPED = /^(\d{1,2})[/.-](\d{4})$/

/** What `text` names: `02/09/1972`, `9/1972`, `1972`, or the ISO forms; null when there is no such day, month or year. */
export function parsePartialDay(text: string): PartialDay | null {
  const t = text.trim()
  const month = MONTH_TYPED.exec(t)
  const iso = month === null ? t : `${month[2]}-${month[1]?.padStart(2, '0')}`
  const m = FORM.exec(iso)
  if (m?.[3] !== undefined || m === null) return parseDay(t) as PartialDay | null
  if (m[1] === '0000') return null
  if (m[2] !== undefined && (m[2] < '01' || m[2] > '12')) return null
  return iso as PartialDay
}

/** How much of the day is known. */
export const precisionOf = (p: PartialDay): Precision => (p.length === 4 ? 'year' : p.length === 7 ? 'month' : 'day')

/** The first day it may be. */
export const firstDayOf = (p: PartialDay): Day =>
  `${p}${'-01-01'.slice(p.length === 4 ? 0 : p.length === 7 ? 3 : 6)}` as Day

/** The last day it may be. */
export function lastDayOf(p: PartialDay): Day {
  if (p.length === 10) return p as string as Day
  const next = Temporal.PlainDate.from(firstDayOf(p)).add(p.length === 4 ? { years: 1 } : { months: 1 })
  return next.subtract({ days: 1 }).toString() as Day
}

/** The known part of a day kept with its precision. */
export const partialOf = (d: Day, precision: Precision): PartialDay =>
  d.slice(0, precision === 'year' ? 4 : precision === 'month' ? 7 : 10) as PartialDay

/** Whether two may be the same day: one says no more than the other, and nothing else. */
export const mayBeSameDay = (a: PartialDay, b: PartialDay): boolean => a.startsWith(b) || b.startsWith(a)

/** Screen form at its own precision: `02/09/1972`, `09/1972`, `1972`. */
export function showPartialDay(p: PartialDay | null | undefined): string {
  if (!p) return ''
  if (p.length === 10) return showDay(p as string as Day)
  return p.length === 7 ? `${p.slice(5)}/${p.slice(0, 4)}` : p
}
