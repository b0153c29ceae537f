/** Lứa nhỏ: whoever may not see the people of every body is told of no cohort of so few that its figures speak of persons. Pure. */
import type { Curve } from './survival.ts'

/** Cohorts of fewer people are not told. */
export const SMALL = 5

/** Lứa được cho xem; `curve` null = withheld. */
export type ToldCurve = { readonly cohort: number; readonly curve: Curve | null }

/**
 * Cohorts as a reader is told them; `whole` = sees everything. The figures of everybody are those of the goal and stay told, so
 * that one withheld cohort alone could be worked out from them: then the smallest other one is withheld with it.
 */
export function toldCurves(
  curves: readonly Curve[],
  total: Curve,
  whole: boolean,
): { curves: ToldCurve[]; total: Curve | null; withheld: number } {
  const hidden = new Set(whole ? [] : curves.filter((c) => c.recognised < SMALL))
  const open = curves.filter((c) => !hidden.has(c)).sort((a, b) => a.recognised - b.recognised)
  if (hidden.size === 1 && open[0] !== undefined) hidden.add(open[0])
  return {
    curves: curves.map((c) => ({ cohort: c.cohort ?? 0, curve: hidden.has(c) ? null : c })),
    total: whole || total.recognised >= SMALL ? total : null,
    withheld: hidden.size,
  }
}
