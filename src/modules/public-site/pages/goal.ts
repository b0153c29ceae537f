/** Một mục tiêu cho công chúng: the figure in a sentence, the chart with its table, how it is counted, where it comes from. */
import { addDays, type Day, showDay } from '../../../kernel/day.ts'
import type { Drawn } from '../../../platform/http/route.ts'
import { card, facts } from '../../../ui/card.ts'
import { courseChart } from '../../../ui/course.ts'
import { head } from '../../../ui/head.ts'
import { html } from '../../../ui/html.ts'
import { aimSentence, amount, type Course, expectedWords, PROGRESS } from '../../goals/public.ts'
import { targetWords } from '../../indicators/public.ts'
import { DATA, PUBLIC } from './address.ts'
import { site } from './parts.ts'

/** Draws the page. */
export function goalPage(v: { readonly course: Course; readonly day: Day }): Drawn {
  const { indicator: i, reading: r, path, points, published } = v.course
  const figure = r.low === null || r.high === null ? null : amount(r.low, r.high, i.unit)
  const first = [path?.base.on, points[0]?.on, published[0]?.on].filter((d): d is Day => d !== undefined).sort()[0]
  const last = i.byYear === null ? addDays(v.day, 365) : (`${i.byYear}-12-31` as Day)
  return site(
    PUBLIC,
    head({
      over: html`<a href="${PUBLIC}">Mục tiêu</a> · ${i.code}`,
      title: figure === null ? `${i.name}: chưa có nguồn số liệu` : `${i.name}: ${figure}`,
      lead: `${aimSentence(i)}. ${i.goalText}`,
    }),
    first === undefined
      ? card({ body: html`<p class="none">${r.why}</p>` })
      : card({
          body: courseChart({
            title: i.name,
            subtitle: i.unit === '' ? 'Toàn tỉnh' : `Đơn vị: ${i.unit}. Toàn tỉnh`,
            unit: i.unit,
            points: points.map((p) => ({ on: p.on, value: p.value, high: p.high })),
            others: published,
            path:
              path === null
                ? []
                : [
                    path.base,
                    ...path.milestones.map((m) => ({ on: `${m.year}-12-31` as Day, value: m.value })),
                    { on: last, value: path.target },
                  ],
            target: {
              value: i.target,
              high: i.comparator === 'range' ? i.targetHigh : null,
              label: `Mục tiêu${i.byYear === null ? '' : ` ${i.byYear}`}: ${targetWords(i)}`,
            },
            from: first,
            to: last < v.day ? v.day : last,
            source: html`Nguồn: ${r.sources.join('; ') || r.why}. Tải số liệu tại <a href="${DATA}">Dữ liệu mở</a>.`,
          }),
        }),
    card({
      title: 'Cách tính',
      body: facts([
        ['Chỉ tiêu', r.formula?.meaning ?? i.name],
        ['Tử số', r.parts[0] === undefined ? '' : r.parts[0].label],
        ['Mẫu số', r.parts[1] === undefined ? '' : r.parts[1].label],
        ['Ngày của số liệu', r.dataOf === null ? '' : showDay(r.dataOf)],
        ['Mức tiến độ', PROGRESS[v.course.progress].label],
        ['Năm dự kiến đạt', figure === null ? '' : expectedWords(v.course.expected, i.byYear)],
        ['Cơ quan cung cấp số liệu', i.custodianName ?? 'chưa giao'],
      ]),
    }),
  )
}
