/**
 * Mục tiêu cho công chúng: what of a goal anybody may have, picked one by one, because pages answer machines with what they read. Who
 * recorded a figure, set a path or wrote a formula is an official's name and stays inside.
 */
import { type Charted, type Course, figureWords } from '../../goals/public.ts'
import type { Reading } from '../../indicators/public.ts'

/** Một mục tiêu cho công chúng. */
export type PublicGoal = Charted &
  Pick<Course, 'goalText' | 'progress' | 'expected'> & {
    readonly indicator: Pick<Course['indicator'], 'code' | 'custodianName'>
    readonly reading: Pick<Reading, 'low' | 'high' | 'dataOf'>
    /** The figure, or why there is none. */
    readonly figure: string
    /** What is counted, in words; null where nobody has said. */
    readonly meaning: string | null
    /** Numerator and denominator in words. */
    readonly parts: readonly string[]
  }

/** The public part of a goal. */
export function publicGoal({ indicator: i, reading: r, ...c }: Course): PublicGoal {
  return {
    indicator: {
      code: i.code,
      name: i.name,
      unit: i.unit,
      comparator: i.comparator,
      strict: i.strict,
      target: i.target,
      targetHigh: i.targetHigh,
      byYear: i.byYear,
      custodianName: i.custodianName,
    },
    reading: { low: r.low, high: r.high, dataOf: r.dataOf, why: r.why, sources: r.sources },
    goalText: c.goalText,
    progress: c.progress,
    expected: c.expected,
    path: c.path,
    points: c.points,
    published: c.published,
    figure: figureWords(r),
    meaning: r.formula?.meaning ?? null,
    parts: r.parts.map((p) => p.label),
  }
}
