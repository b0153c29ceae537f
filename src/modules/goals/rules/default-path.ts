/** Lộ trình khi chưa ai đặt: a straight line from the first recorded figure to the target, as every reader would draw it. */
import type { IndicatorView } from '../../indicators/public.ts'
import type { KeptPath, Path, Point } from '../words.ts'
import { checkedPath } from './path.ts'

/** What the path of a goal is made of. */
export type Aim = Pick<IndicatorView, 'id' | 'target' | 'byYear'>

/** The path that was set; null when none was, or when the goal names no year. */
export function pathOf(goal: Aim, kept: readonly KeptPath[]): Path | null {
  const set = kept.find((p) => p.indicatorId === goal.id)
  if (set === undefined || goal.byYear === null) return null
  return {
    kind: set.kind,
    base: { on: set.baseOn, value: set.baseValue },
    milestones: set.milestones,
    target: goal.target,
    byYear: goal.byYear,
  }
}

/** The straight line from the first figure; null when there is no figure or no way from it. */
export function straightPath(goal: Aim, points: readonly Point[]): Path | null {
  const base = points[0]
  if (base === undefined || goal.byYear === null) return null
  const path = checkedPath({ kind: 'tuyen-tinh', base, milestones: [], target: goal.target, byYear: goal.byYear })
  return path.ok ? path.value : null
}
