/** Biểu đồ của một mục tiêu, the same on the officials' page and on the public one. */
import { addDays, type Day } from '../../../kernel/day.ts'
import { card } from '../../../ui/card.ts'
import { courseChart } from '../../../ui/course.ts'
import type { Fan } from '../../../ui/fan.ts'
import { type Fragment, type Html, html } from '../../../ui/html.ts'
import { type IndicatorView, type Reading, targetSentence } from '../../indicators/public.ts'
import type { Course } from '../courses.ts'
import { endOf, yearlyMilestones } from '../rules/path.ts'

/** What a chart of a goal is drawn of. */
export type Charted = Pick<Course, 'path' | 'points' | 'published'> & {
  readonly indicator: Pick<
    IndicatorView,
    'name' | 'unit' | 'comparator' | 'strict' | 'target' | 'targetHigh' | 'byYear'
  >
  readonly reading: Pick<Reading, 'why' | 'sources'>
}

/** The figures against path and target up to the year of the target; the sentence why there is nothing to draw. */
export function courseCard(c: Charted, today: Day, source: Fragment, fan?: Fan): Html {
  const { indicator: i, path } = c
  const first = [path?.base.on, c.points[0]?.on, c.published[0]?.on].filter((d): d is Day => d !== undefined).sort()[0]
  if (first === undefined)
    return card({ body: html`<p class="none">${c.reading.why === '' ? 'Chưa có số liệu để vẽ.' : c.reading.why}</p>` })
  const last = i.byYear === null ? addDays(today, 365) : endOf(i.byYear)
  return card({
    body: courseChart({
      title: i.name,
      subtitle: `${i.unit === '' ? '' : `Đơn vị: ${i.unit}. `}Phạm vi: toàn tỉnh`,
      unit: i.unit,
      points: c.points,
      others: c.published,
      path:
        path === null ? [] : [path.base, ...yearlyMilestones(path).map((m) => ({ on: endOf(m.year), value: m.value }))],
      target: { value: i.target, high: i.comparator === 'range' ? i.targetHigh : null, label: targetSentence(i) },
      from: first,
      to: last < today ? today : last,
      ...(fan === undefined || fan.points.length === 0 ? {} : { fan }),
      source: html`Nguồn: ${c.reading.sources.join('; ') || 'chưa có'}. ${source}`,
    }),
  })
}
