/** Trang đầu của cổng công khai: one sentence, then every goal with figure, target, plain words, source and day. */

import { showDay } from '../../../kernel/day.ts'
import type { Drawn } from '../../../platform/http/route.ts'
import { head } from '../../../ui/head.ts'
import { type Html, html } from '../../../ui/html.ts'
import { emptyState } from '../../../ui/message.ts'
import { state } from '../../../ui/state.ts'
import { isBehind, PROGRESS } from '../../goals/public.ts'
import { targetSentence } from '../../indicators/public.ts'
import type { PublicGoal } from '../rules/public-goal.ts'
import type { HomeView } from '../screens.ts'
import { PUBLIC, publicGoalHref } from './address.ts'
import { site } from './parts.ts'

const goalCard = (c: PublicGoal): Html => {
  const { indicator: i, reading: r } = c
  return html`<article class="card goal-card"><h2><a href="${publicGoalHref(i.code)}">${i.name}</a></h2>
<p class="figure-value">${r.low === null ? html`<span class="none">${c.figure}</span>` : c.figure}</p>
<p>${targetSentence(i)}.</p>
<p>${state(PROGRESS[c.progress].tone, PROGRESS[c.progress].label, { plain: c.progress === 'chua-co-nguon' })}</p>
<p class="chart-source">${r.low === null ? r.why : html`Nguồn: ${r.sources.join('; ')}${r.dataOf === null ? '' : `, đến ${showDay(r.dataOf)}`}.`}</p></article>`
}

/** How many goals stand how; kinds nobody is of are left out. */
function sentence(goals: readonly PublicGoal[]): string {
  const kinds: readonly (readonly [string, (g: PublicGoal) => boolean])[] = [
    ['đã đạt', (g) => g.progress === 'dat'],
    ['đúng hướng', (g) => g.progress === 'dung-huong'],
    ['chậm', isBehind],
    ['chưa kết luận được', (g) => g.progress === 'chua-du' || g.progress === 'chua-xac-dinh'],
    ['chưa có nguồn số liệu', (g) => g.progress === 'chua-co-nguon'],
    ['không còn đối tượng', (g) => g.progress === 'het-doi-tuong'],
  ]
  const told = kinds.map(([words, is]) => [goals.filter(is).length, words] as const).filter(([n]) => n > 0)
  return `${goals.length} mục tiêu: ${told.map(([n, words]) => `${n} ${words}`).join(', ')}`
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
      title: sentence(v.goals),
      lead: `${v.plan.title}. Số liệu đến ngày ${showDay(v.day)}.`,
    }),
    html`<div class="goal-cards">${v.goals.map(goalCard)}</div>`,
  )
}
