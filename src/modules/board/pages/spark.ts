/** Diễn biến của một mục tiêu trong một dòng. */

import { yearOf } from '../../../kernel/day.ts'
import { showRange } from '../../../kernel/number.ts'
import { sparkline } from '../../../ui/chart.ts'
import { type Html, html } from '../../../ui/html.ts'
import type { Course } from '../../goals/public.ts'
import { targetWords } from '../../indicators/public.ts'

/** Figures by year against the target; a range counts with its middle. Nothing while there is no figure. */
export function spark(c: Course): Html {
  const { indicator: i, points } = c
  const [oldest, latest] = [points[0], points.at(-1)]
  if (oldest === undefined || latest === undefined) return html``
  const first = yearOf(oldest.on)
  const steps = Math.max(1, (i.byYear ?? yearOf(latest.on)) - first)
  const byYear = new Map(points.map((p) => [yearOf(p.on), (p.value + p.high) / 2]))
  return sparkline({
    label: `${i.name}: ${points.map((p) => `năm ${yearOf(p.on)} ${showRange(p.value, p.high, i.unit)}`).join(', ')}; mục tiêu ${targetWords(i)}`,
    values: Array.from({ length: steps + 1 }, (_, n) => byYear.get(first + n) ?? null),
    target: i.target,
    steps: steps + 1,
  })
}
