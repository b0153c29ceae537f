/** Kế hoạch cho công chúng: goals and tasks, each under an address of its own. */
import { showDay } from '../../../kernel/day.ts'
import type { Drawn } from '../../../platform/http/route.ts'
import { card } from '../../../ui/card.ts'
import { head } from '../../../ui/head.ts'
import { html } from '../../../ui/html.ts'
import { emptyState } from '../../../ui/message.ts'
import { state } from '../../../ui/state.ts'
import type { PlanView } from '../screens.ts'
import { PLAN, publicGoalHref } from './address.ts'
import { site } from './parts.ts'

/** Draws the page. */
export function planPage(v: PlanView): Drawn {
  if (v.plan === null)
    return site(
      PLAN,
      head({ title: 'Chưa có kế hoạch nào được công bố' }),
      emptyState('Kế hoạch sẽ có ở đây sau khi ban hành.'),
    )
  const tasks = v.groups.reduce((n, g) => n + g.tasks.length, 0)
  return site(
    PLAN,
    head({
      over: `${v.plan.issuer} · ${v.plan.number} ngày ${showDay(v.plan.date)}`,
      title: `${v.goals.length} mục tiêu và ${tasks} nhiệm vụ`,
      lead: v.plan.title,
    }),
    card({
      title: 'Mục tiêu',
      body: html`<ul class="clauses">${v.goals.map((g) => html`<li id="${g.code}"><b>${g.code}</b> ${g.text}${g.measured ? html` <a href="${publicGoalHref(g.code)}">Xem kết quả</a>` : ''}</li>`)}</ul>`,
    }),
    v.groups.map((g) =>
      card({
        title: `${g.no}. ${g.title}`,
        body: html`<ul class="clauses">${g.tasks.map((t) => html`<li id="${t.code}"><p><a href="${`#${t.code}`}"><b>${t.code}</b></a> ${t.text}</p><p><small>Chủ trì: ${t.lead} · Thời hạn: ${t.due}</small> ${state(t.tone, t.state, { plain: true })}</p></li>`)}</ul>`,
      }),
    ),
  )
}
