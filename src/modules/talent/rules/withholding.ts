/** Số nhỏ của toàn tỉnh: whoever may not see the people of every body is told of cohorts only in numbers that name nobody. Pure. */
import type { Curve } from './survival.ts'

/** Fewer than this are not told. */
export const SMALL = 5

/** Whether a cohort may be told to anybody: enough people, and nobody or enough people who left or stopped being followed. */
export const mayBeTold = (c: Curve): boolean =>
  c.recognised >= SMALL && [c.left, c.allowed, c.reached - c.stayed].every((n) => n === 0 || n >= SMALL)

/** Lứa được cho xem; `curve` null = withheld. */
export type ToldCurve = { readonly cohort: number; readonly curve: Curve | null }

/** Cohorts as a reader is told them; `whole` = sees everything. The sum is told only when it does not tell what is withheld. */
export function toldCurves(
  curves: readonly Curve[],
  total: Curve,
  whole: boolean,
): { curves: ToldCurve[]; total: Curve | null; withheld: number } {
  const told = curves.map((c) => ({ cohort: c.cohort ?? 0, curve: whole || mayBeTold(c) ? c : null }))
  const withheld = told.filter((t) => t.curve === null).length
  return { curves: told, total: whole || (withheld !== 1 && mayBeTold(total)) ? total : null, withheld }
}
