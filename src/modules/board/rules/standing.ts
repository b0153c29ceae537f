/**
 * Lộ trình của mục tiêu: a straight line from the first recorded figure to the target in its year. A goal is behind when
 * its latest figure lies below the line by more than one percent of the whole way. One figure is not a path.
 */
import type { Standing } from '../words.ts'

/** What is known of a goal's course. */
export type Course = {
  /** Sources of the latest year contradict each other: nothing is concluded from them. */
  conflict: boolean
  values: readonly { year: number; value: number }[]
  target: number
  targetYear: number | null
  direction: 'up' | 'down'
  /** Whether the latest figure meets the target; null when it cannot be told. */
  met: boolean | null
}

const TOLERANCE = 0.01

/** Where the line stands in `year`. */
export function plannedAt(
  first: { year: number; value: number },
  target: number,
  targetYear: number,
  year: number,
): number {
  const share = Math.min(1, Math.max(0, (year - first.year) / (targetYear - first.year)))
  return first.value + (target - first.value) * share
}

/** The standing by the path. */
export function standingOf(c: Course): Standing {
  const sorted = [...c.values].sort((a, b) => a.year - b.year)
  const first = sorted[0]
  const latest = sorted.at(-1)
  if (first === undefined || latest === undefined) return 'chua-co-nguon'
  if (c.conflict) return 'chua-du-so-lieu'
  if (c.met === true) return 'dat'
  if (c.targetYear === null || latest.year === first.year || c.targetYear <= first.year) return 'chua-du-so-lieu'
  const planned = plannedAt(first, c.target, c.targetYear, latest.year)
  const gap = c.direction === 'up' ? planned - latest.value : latest.value - planned
  return gap > Math.abs(c.target - first.value) * TOLERANCE ? 'cham-lo-trinh' : 'dung-lo-trinh'
}
