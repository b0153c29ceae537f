/** Ghi số liệu: what a recorded figure must fulfil. */

import { type Day, showDay } from '../../../kernel/day.ts'
import { showNumber, withUnit } from '../../../kernel/number.ts'
import { accept, type Decision, refuseFields } from '../../../kernel/result.ts'
import type { IndicatorValue } from '../words.ts'

/** What is recorded. */
export type NewFigure = {
  readonly asOf: Day
  readonly value: number
  readonly estimate: boolean
  readonly source: string
  readonly status: 'seen' | 'unverified'
  readonly note: string
}

/**
 * Accepts the figure and names the one it takes the place of: same day, same source.
 * Refuses days to come, negative figures and shares over 100%.
 */
export function recordFigure(
  unit: string,
  known: readonly IndicatorValue[],
  given: NewFigure,
  today: Day,
): Decision<{ supersedes: string | null; same: boolean }> {
  const errors: Record<string, string> = {}
  if (given.asOf > today) errors.asOf = `Ngày của số liệu phải là hôm nay (${showDay(today)}) hoặc trước đó`
  if (given.value < 0) errors.value = `Số liệu không thể nhỏ hơn 0, đang nhập ${showNumber(given.value, 2)}`
  if (unit === '%' && given.value > 100)
    errors.value = `Tỷ lệ không thể lớn hơn 100%, đang nhập ${withUnit(given.value, '%')}`
  if (Object.keys(errors).length > 0) return refuseFields('indicator.figure-wrong', errors)
  const before = known.find((v) => v.supersededAt === null && v.asOf === given.asOf && v.source === given.source)
  const same =
    before !== undefined &&
    before.value === given.value &&
    before.estimate === given.estimate &&
    before.status === given.status &&
    before.note === given.note
  return accept({ supersedes: before?.id ?? null, same })
}
