/** Số liệu đã ghi: which one holds on a day, and which ones contradict each other. */
import { type Day, daysBetween } from '../../../kernel/day.ts'
import type { IndicatorValue } from '../words.ts'

/** Figures this close in time ought to agree. */
const NEAR_DAYS = 92
/** Difference that rounding does not explain. */
const TOLERANCE = 0.05

const current = (values: readonly IndicatorValue[]): IndicatorValue[] => values.filter((v) => v.supersededAt === null)

/** Newest first: by day, then by when it was recorded. */
export const newestFirst = (values: readonly IndicatorValue[]): IndicatorValue[] =>
  [...values].sort(
    (a, b) =>
      b.asOf.localeCompare(a.asOf) || Temporal.Instant.compare(b.recordedAt, a.recordedAt) || b.id.localeCompare(a.id),
  )

/** The latest figure on or before `day`; with `known`, as recorded and not yet superseded at that instant. */
export function valueOn(values: readonly IndicatorValue[], day: Day, known?: Temporal.Instant): IndicatorValue | null {
  const held =
    known === undefined
      ? current(values)
      : values.filter(
          (v) =>
            Temporal.Instant.compare(v.recordedAt, known) <= 0 &&
            (v.supersededAt === null || Temporal.Instant.compare(v.supersededAt, known) > 0),
        )
  return newestFirst(held.filter((v) => v.asOf <= day))[0] ?? null
}

/** The current figures that another source contradicts: days at most a quarter apart, values more than 5% apart. */
export function contradictions(values: readonly IndicatorValue[], of: IndicatorValue): IndicatorValue[] {
  return current(values).filter(
    (v) =>
      v.id !== of.id &&
      v.source !== of.source &&
      Math.abs(daysBetween(v.asOf, of.asOf)) <= NEAR_DAYS &&
      Math.abs(v.value - of.value) > TOLERANCE * Math.max(Math.abs(v.value), Math.abs(of.value)),
  )
}
