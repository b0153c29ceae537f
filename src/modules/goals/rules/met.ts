/**
 * Đạt mức đích: a goal "15–20%" is reached from 15% on; more than its upper bound is told, not called a failure. «Khoảng» is reached
 * within a tenth, because the document itself names no bound.
 */

import type { IndicatorView } from '../../indicators/public.ts'
import { meetsTarget } from '../../indicators/public.ts'

const ABOUT = 0.1

type Target = Pick<IndicatorView, 'comparator' | 'strict' | 'target' | 'targetHigh' | 'unit' | 'byYear'>

/** Whether a value reaches the target. */
export function reaches(t: Target, value: number): boolean {
  if (t.comparator === 'range') return value >= t.target
  if (t.comparator === '~') return Math.abs(value - t.target) <= Math.abs(t.target) * ABOUT
  return meetsTarget(t, value) === true
}

/** Whether a value lies above the upper bound of a target that has one. */
export const exceeds = (t: Target, value: number): boolean =>
  t.comparator === 'range' && t.targetHigh !== null && value > t.targetHigh
