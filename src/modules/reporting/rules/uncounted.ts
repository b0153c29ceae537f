/**
 * Chưa đếm từ hồ sơ: what the register counts at the cut-off beside figures that were typed by a body which never asked for the count.
 * A note for whoever is about to send: nothing is written and nothing is stopped.
 */
import type { Day } from '../../../kernel/day.ts'
import { parseNumber, showNumber } from '../../../kernel/number.ts'
import type { Answers } from '../words.ts'
import { FIELD } from './answers.ts'
import type { LastYear } from './checks.ts'
import { type Counting, sourcedRows, vouchedOf } from './prefill.ts'
import { type Regime, rowsOf } from './regime.ts'

/** Một ô đã gõ beside its count; `counted` in words: "44", "ít nhất 12". */
export type UncountedLine = {
  readonly key: string
  readonly label: string
  readonly typed: number
  readonly counted: string
  readonly asOf: Day
  readonly differs: boolean
}

/** Whether the body typed a figure that could have been counted. */
export const typedUncounted = (regime: Regime, answers: Answers): boolean =>
  sourcedRows(regime).some((key) => parseNumber(answers[FIELD.toDate(key)] ?? '') !== null)

/** The typed figures the register can speak of; those it cannot vouch for are left out, unless it certainly holds more. */
export function uncountedLines(
  regime: Regime,
  counting: Pick<Counting, 'figures' | 'register'>,
  answers: Answers,
  lastYear: LastYear,
): readonly UncountedLine[] {
  const whole: Counting = { ...counting, at: Temporal.Instant.fromEpochMilliseconds(0), by: '' }
  const vouched = new Map(vouchedOf(regime, whole, answers, lastYear).map((v) => [v.field, v]))
  return rowsOf(regime).flatMap(({ key, row }): UncountedLine[] => {
    const v = vouched.get(FIELD.toDate(key))
    const typed = parseNumber(answers[FIELD.toDate(key)] ?? '')
    if (v === undefined || typed === null || v.counted.origin === 'nam-truoc') return []
    const line = { key, label: row.label, typed, asOf: v.counted.asOf }
    if (v.value !== null) return [{ ...line, counted: showNumber(v.value), differs: typed !== v.value }]
    return v.floor !== null && typed < v.floor
      ? [{ ...line, counted: `ít nhất ${showNumber(v.floor)}`, differs: true }]
      : []
  })
}
