/** Một mục tiêu cho công chúng: the figure in a sentence, the chart with its table, how it is counted, where it comes from. */

import { type Day, showDay } from '../../../kernel/day.ts'
import type { Drawn } from '../../../platform/http/route.ts'
import { card, facts } from '../../../ui/card.ts'
import { head } from '../../../ui/head.ts'
import { html } from '../../../ui/html.ts'
import { courseCard, expectedWords, PROGRESS } from '../../goals/public.ts'
import { targetSentence } from '../../indicators/public.ts'
import type { PublicGoal } from '../rules/public-goal.ts'
import { DATA, PUBLIC } from './address.ts'
import { site } from './parts.ts'

/** Draws the page. */
export function goalPage(v: { readonly goal: PublicGoal; readonly day: Day }): Drawn {
  const { goal: g } = v
  const { indicator: i, reading: r } = g
  return site(
    PUBLIC,
    head({
      over: html`<a href="${PUBLIC}">Mục tiêu</a> · ${i.code}`,
      title: `${i.name}: ${r.low === null ? g.figure.toLowerCase() : g.figure}`,
      lead: `${targetSentence(i)}. ${g.goalText}`,
    }),
    courseCard(g, v.day, html`Tải số liệu tại <a href="${DATA}">Dữ liệu mở</a>.`),
    card({
      title: 'Cách tính',
      body: facts([
        ['Chỉ tiêu', g.meaning ?? i.name],
        ['Tử số', g.parts[0] ?? ''],
        ['Mẫu số', g.parts[1] ?? ''],
        ['Ngày của số liệu', r.dataOf === null ? '' : showDay(r.dataOf)],
        ['Mức tiến độ', PROGRESS[g.progress].label],
        ['Năm dự kiến đạt', r.low === null ? '' : expectedWords(g.expected, i.byYear)],
        ['Cơ quan cung cấp số liệu', i.custodianName ?? 'chưa giao'],
      ]),
    }),
  )
}
