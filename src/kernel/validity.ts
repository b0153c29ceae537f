/**
 * Hiệu lực: the days on which something holds, half-open `[from, to)`; `to` null = chưa kết thúc.
 * The database keeps the same thing as `daterange`.
 */
import { addDays, type Day, showDay } from './day.ts'

/** Khoảng hiệu lực `[from, to)`. */
export type Validity = { readonly from: Day; readonly to: Day | null }

/** Whether `v` holds on `d`. */
export const holdsOn = (v: Validity, d: Day): boolean => v.from <= d && (v.to === null || d < v.to)

/** Whether two periods share a day. */
export const overlaps = (a: Validity, b: Validity): boolean =>
  (b.to === null || a.from < b.to) && (a.to === null || b.from < a.to)

/** The days shared by `a` and `b`, or null. */
export function intersect(a: Validity, b: Validity): Validity | null {
  if (!overlaps(a, b)) return null
  const from = a.from > b.from ? a.from : b.from
  const to = a.to === null ? b.to : b.to === null ? a.to : a.to < b.to ? a.to : b.to
  return { from, to }
}

/** Whether something recorded was held at an instant; null = now. What is recorded at the very instant was not held yet. */
export const heldAt = (
  v: { readonly recordedAt: Temporal.Instant; readonly supersededAt: Temporal.Instant | null },
  known: Temporal.Instant | null,
): boolean =>
  known === null
    ? v.supersededAt === null
    : Temporal.Instant.compare(v.recordedAt, known) < 0 &&
      (v.supersededAt === null || Temporal.Instant.compare(v.supersededAt, known) >= 0)

/** The calendar year as a period. */
export const yearPeriod = (year: number): Validity => ({ from: `${year}-01-01` as Day, to: `${year + 1}-01-01` as Day })

/** "từ 01/07/2025" or "từ 01/01/2024 đến hết 30/06/2025". */
export function showValidity(v: Validity): string {
  return v.to === null ? `từ ${showDay(v.from)}` : `từ ${showDay(v.from)} đến hết ${showDay(addDays(v.to, -1))}`
}
