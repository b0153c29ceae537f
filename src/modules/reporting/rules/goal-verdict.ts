/**
 * Đánh giá mục tiêu: đạt, đúng lộ trình, chậm so với lộ trình, or no verdict where the figures do not allow one. Never a chance.
 */
import { type Day, day, daysBetween } from '../../../kernel/day.ts'

/** What a verdict needs: the target and the recorded figures of the goal. */
export type GoalFacts = {
  readonly target: number
  readonly byYear: number | null
  readonly direction: 'up' | 'down'
  /** Whether the newest figure meets the target; null where the target only says "khoảng". */
  readonly met: boolean | null
  /** Oldest first. */
  readonly figures: readonly { readonly asOf: Day; readonly value: number }[]
}

/** The four verdicts. */
export const VERDICT = {
  met: 'Đạt',
  onPath: 'Đúng lộ trình',
  behind: 'Chậm so với lộ trình',
  unknown: 'Chưa đủ số liệu để dự báo',
} as const

/** Verdict of a goal against the straight path from its first figure to the target at the end of the target year. */
export function goalVerdict(g: GoalFacts): string {
  const first = g.figures[0]
  const last = g.figures.at(-1)
  if (last && g.met === true) return VERDICT.met
  if (!first || !last || first === last || g.byYear === null) return VERDICT.unknown
  const whole = daysBetween(first.asOf, day(`${g.byYear}-12-31`))
  const gone = daysBetween(first.asOf, last.asOf)
  if (whole <= 0 || gone <= 0) return VERDICT.unknown
  const expected = first.value + (g.target - first.value) * Math.min(1, gone / whole)
  const ahead = g.direction === 'up' ? last.value >= expected : last.value <= expected
  return ahead ? VERDICT.onPath : VERDICT.behind
}
