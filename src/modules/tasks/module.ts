/** Bản khai mô-đun nhiệm vụ. */
import { homeBody } from '../../kernel/actor.ts'
import { dayOf, yearOf } from '../../kernel/day.ts'
import { fold } from '../../kernel/text.ts'
import type { Module } from '../../platform/module.ts'
import { currentProgramme } from '../programme/public.ts'
import { FACTS } from './facts.ts'
import { plansHeld } from './handing-over.ts'
import { shortText } from './pages/list.ts'
import { canAssign, canMakePlan, canSeeCoverage, canSeeTasks, RIGHTS } from './rights.ts'
import { routes } from './routes.ts'
import { taskRows, taskStates } from './views.ts'

/** Nhiệm vụ: theo dõi việc thực hiện kế hoạch. */
export const tasks: Module = {
  name: 'tasks',
  title: 'Nhiệm vụ',
  routes,
  rights: RIGHTS,
  facts: FACTS,
  heldBy: plansHeld,
  menu: [
    {
      path: '/nhiem-vu',
      label: 'Nhiệm vụ',
      icon: 'task',
      group: 'Kế hoạch',
      order: 20,
      shows: (a) => canSeeTasks.allows(a),
    },
    {
      path: '/ke-hoach-co-quan',
      label: 'Kế hoạch của cơ quan',
      icon: 'plan',
      group: 'Công việc',
      order: 30,
      shows: (a) => canMakePlan.allows(a) || canSeeCoverage.allows(a),
    },
  ],
  badges: async (ctx) => {
    if (!canAssign.allows(ctx.actor)) return []
    const programme = await currentProgramme(ctx.tx)
    if (programme === null) return []
    const late = (await taskStates(ctx.tx, programme.id, dayOf(ctx.now))).filter((r) => r.state === 'qua-han').length
    return late > 0 ? [{ path: '/nhiem-vu', count: late, tone: 'late', label: 'nhiệm vụ quá hạn' }] : []
  },
  search: async (ctx, folded) => {
    if (!canSeeTasks.allows(ctx.actor)) return []
    const programme = await currentProgramme(ctx.tx)
    if (programme === null) return []
    const found = (await taskRows(ctx.tx, programme.id, dayOf(ctx.now))).filter((r) =>
      fold(`${r.task.code} ${r.task.text}`).includes(folded),
    )
    const own = homeBody(ctx.actor)
    const plan = own && fold('kế hoạch của cơ quan').includes(folded)
    return [
      ...(plan
        ? [
            {
              label: `Kế hoạch năm ${yearOf(dayOf(ctx.now))} của cơ quan`,
              detail: own.bodyName,
              href: `/ke-hoach-co-quan/${yearOf(dayOf(ctx.now))}/toi`,
              kind: 'Mở',
            },
          ]
        : []),
      ...found.slice(0, 6).map((r) => ({
        label: `${r.task.code} ${shortText(r.task.text, 70)}`,
        detail: r.leadName ?? 'Chưa rõ chủ trì',
        href: `/nhiem-vu/${r.task.code}`,
        kind: 'Nhiệm vụ',
      })),
    ]
  },
  constraints: {
    one_plan_per_body_and_year: 'Cơ quan đã có kế hoạch của năm này.',
    one_reading_per_own_document: 'Văn bản này đã được đọc vào kế hoạch của cơ quan. Mở trang liên kết để xem.',
    one_decision_per_link: 'Liên kết này vừa được người khác quyết định. Tải lại trang để xem.',
    item_has_a_source: 'Dòng kế hoạch phải lấy từ nhiệm vụ của tỉnh hoặc từ văn bản của cơ quan.',
    one_item_per_task: 'Nhiệm vụ này đã có trong kế hoạch của cơ quan.',
  },
  migrations: new URL('./migrations/', import.meta.url),
}
