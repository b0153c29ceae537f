/** Số liệu đứng bên cạnh: what others say about the same thing. Shown, never mixed into the value. */
import { type Day, yearOf } from '../../../kernel/day.ts'
import { heldAt } from '../../../kernel/validity.ts'
import type { IndicatorValue, OfficialFigure } from '../words.ts'
import { figureFor } from './official-figures.ts'
import type { Reading, Rival } from './reading.ts'

/** Shown at most. */
const MOST = 5

/** Where rivals are looked for. */
export type Others = {
  readonly values: readonly IndicatorValue[]
  readonly figures: readonly OfficialFigure[]
  readonly territory: string | null
  readonly asOf: Day
  readonly knownAt: Temporal.Instant | null
}

/**
 * Recorded figures of the indicator up to the day (of each source the latest), and official ones that measure the same, that differ
 * from the value; newest first, what both lists hold once. What is used itself is no rival.
 */
export function rivalsOf(r: Reading, o: Others): Rival[] {
  const recorded = o.values.filter((v) => v.code === r.definition.code && v.asOf <= o.asOf && heldAt(v, o.knownAt))
  const latest = new Map<string, Rival>()
  for (const v of recorded.toSorted((a, b) => (a.asOf < b.asOf ? -1 : 1)))
    latest.set(v.source, { value: v.value, asOf: v.asOf, source: v.source, status: v.status })
  const official = (r.formula?.beside ?? []).flatMap((quantity): Rival[] => {
    const chosen = o.territory === null ? null : figureFor(o.figures, { quantity, territory: o.territory, day: o.asOf })
    const list = chosen === null ? [] : [chosen.used, ...chosen.others.filter((f) => f.asOf <= o.asOf)]
    return list
      .filter((f) => chosen !== null && yearOf(f.asOf) === yearOf(chosen.used.asOf))
      .map(({ value, asOf, source, status }) => ({ value, asOf, source, status }))
  })
  const all = new Map([...latest.values(), ...official].map((x) => [`${x.value} ${x.asOf} ${x.source}`, x]))
  return [...all.values()]
    .filter((x) => differs(r, x) && !isUsed(r, x))
    .sort((a, b) => (a.asOf < b.asOf ? 1 : -1))
    .slice(0, MOST)
}

const differs = (r: Reading, x: Rival): boolean =>
  r.low === null || r.high === null || x.value < r.low || x.value > r.high

const isUsed = (r: Reading, x: Rival): boolean =>
  r.sources.includes(x.source) && r.dataOf === x.asOf && r.low === x.value && r.high === x.value
