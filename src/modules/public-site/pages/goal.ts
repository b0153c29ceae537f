/** Một mục tiêu cho công chúng: the figure in a sentence, the chart with its table, how it is counted, where it comes from. */

import { type Day, showDay } from '../../../kernel/day.ts'
import { showRange } from '../../../kernel/number.ts'
import type { Drawn } from '../../../platform/http/route.ts'
import { card, facts } from '../../../ui/card.ts'
import { head } from '../../../ui/head.ts'
import { html } from '../../../ui/html.ts'
import { type Course, courseCard, expectedWords, PROGRESS } from '../../goals/public.ts'
import { targetSentence } from '../../indicators/public.ts'
import { DATA, PUBLIC } from './address.ts'
import { site } from './parts.ts'

/** Draws the page. */
export function goalPage(v: { readonly course: Course; readonly day: Day }): Drawn {
  const { indicator: i, reading: r } = v.course
  const figure = r.low === null || r.high === null ? null : showRange(r.low, r.high, i.unit)
  return site(
    PUBLIC,
    head({
      over: html`<a href="${PUBLIC}">Mục tiêu</a> · ${i.code}`,
      title: figure === null ? `${i.name}: chưa có nguồn số liệu` : `${i.name}: ${figure}`,
      lead: `${targetSentence(i)}. ${i.goalText}`,
    }),
    courseCard(v.course, v.day, html`Tải số liệu tại <a href="${DATA}">Dữ liệu mở</a>.`),
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
