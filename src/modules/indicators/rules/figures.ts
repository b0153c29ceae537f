/** Số liệu đã ghi: which one holds on a day, and which ones contradict each other. */
import { type Day, daysBetween } from '../../../kernel/day.ts'
import { heldAt } from '../../../kernel/validity.ts'
import type { IndicatorValue } from '../words.ts'
import type { Reading } from './reading.ts'

/** Figures this close in time ought to agree. */
const NEAR_DAYS = 92
/** Difference that rounding does not explain. */
const TOLERANCE = 0.05

/** Newest first: by day, then by when it was recorded. */
export const newestFirst = (values: readonly IndicatorValue[]): IndicatorValue[] =>
  [...values].sort(
    (a, b) =>
      b.asOf.localeCompare(a.asOf) || Temporal.Instant.compare(b.recordedAt, a.recordedAt) || b.id.localeCompare(a.id),
  )

/** The latest figure on or before `day`, as held at an instant (null = now). */
export const valueOn = (
  values: readonly IndicatorValue[],
  day: Day,
  known: Temporal.Instant | null,
): IndicatorValue | null => newestFirst(values.filter((v) => v.asOf <= day && heldAt(v, known)))[0] ?? null

type Figure = { readonly value: number; readonly asOf: Day }

const disagree = (a: Figure, b: Figure): boolean =>
  Math.abs(daysBetween(a.asOf, b.asOf)) <= NEAR_DAYS &&
  Math.abs(a.value - b.value) > TOLERANCE * Math.max(Math.abs(a.value), Math.abs(b.value))

/** The current figures that another source contradicts: days at most a quarter apart, values more than 5% apart. */
export const contradictions = (values: readonly IndicatorValue[], of: IndicatorValue): IndicatorValue[] =>
  values.filter((v) => v.supersededAt === null && v.id !== of.id && v.source !== of.source && disagree(v, of))

/** Whether another source contradicts the value of a reading: then nothing is concluded from either. */
export const isContested = ({ low, dataOf, rivals }: Pick<Reading, 'low' | 'dataOf' | 'rivals'>): boolean =>
  low !== null && dataOf !== null && rivals.some((r) => disagree(r, { value: low, asOf: dataOf }))
