/** Trang đầu của cổng công khai: one sentence, then every goal with figure, target, plain words, source and day. */

import { showDay } from '../../../kernel/day.ts'
import { showRange } from '../../../kernel/number.ts'
import type { Drawn } from '../../../platform/http/route.ts'
import { head } from '../../../ui/head.ts'
import { type Html, html } from '../../../ui/html.ts'
import { emptyState } from '../../../ui/message.ts'
import { state } from '../../../ui/state.ts'
import { type Course, PROGRESS } from '../../goals/public.ts'
import { targetSentence } from '../../indicators/public.ts'
import type { HomeView } from '../screens.ts'
import { PUBLIC, publicGoalHref } from './address.ts'
import { site } from './parts.ts'

const goalCard = (c: Course): Html => {
  const { indicator: i, reading: r } = c
  const figure = r.low === null || r.high === null ? null : showRange(r.low, r.high, i.unit)
  return html`<article class="card goal-card"><h2><a href="${publicGoalHref(i.code)}">${i.name}</a></h2>
<p class="figure-value">${figure ?? html`<span class="none">Chưa có nguồn số liệu</span>`}</p>
<p>${targetSentence(i)}.</p>
<p>${state(PROGRESS[c.progress].tone, PROGRESS[c.progress].label, { plain: c.progress === 'chua-co-nguon' })}</p>
<p class="chart-source">${figure === null ? r.why : html`Nguồn: ${r.sources.join('; ')}${r.dataOf === null ? '' : `, đến ${showDay(r.dataOf)}`}.`}</p></article>`
}

function sentence(courses: readonly Course[]): string {
  const met = courses.filter((c) => c.progress === 'dat').length
  const on = courses.filter((c) => c.progress === 'dung-huong').length
  const blind = courses.filter((c) => c.progress === 'chua-co-nguon').length
  return `${met} mục tiêu đã đạt, ${on} đúng hướng, ${courses.length - met - on - blind} chậm hoặc chưa đủ số liệu, ${blind} chưa có nguồn số liệu`
}

/** Draws the page. */
export function homePage(v: HomeView): Drawn {
  if (v.plan === null)
    return site(
      PUBLIC,
      head({ title: 'Chưa có kế hoạch nào được công bố' }),
      emptyState('Trang này có số liệu sau khi kế hoạch được ban hành vào hệ thống.'),
    )
  return site(
    PUBLIC,
    head({
      over: `Kế hoạch ${v.plan.number}`,
      title: sentence(v.courses),
      lead: `${v.plan.title}. Số liệu đến ngày ${showDay(v.day)}.`,
    }),
    html`<div class="goal-cards">${v.courses.map(goalCard)}</div>`,
  )
}
