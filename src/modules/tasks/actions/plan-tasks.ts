/** Tạo kế hoạch của cơ quan từ nhiệm vụ của tỉnh: the ticked tasks become its rows. */
import { z } from 'zod'
import { refuse, refuseFields } from '../../../kernel/result.ts'
import { demand } from '../../../kernel/right.ts'
import { action, done } from '../../../platform/action.ts'
import { id, list, text, year } from '../../../platform/http/input.ts'
import { currentProgramme, tasksOf } from '../../programme/public.ts'
import { canMakePlan } from '../rights.ts'
import { demandPlan } from '../rules/agency-plan.ts'
import { addItems, ensurePlan, savePlan } from '../store.ts'
import { findPlan } from '../views.ts'

/** Refuses a plan that waits for approval or is approved. Product and deadline of the province are taken over. */
export const planTasks = action({
  name: 'tasks.plan-tasks',
  right: canMakePlan,
  input: z.object({ unit: id(), year: year(), codes: list(text(20, ''), 'Chọn ít nhất một nhiệm vụ') }),
  run: async (ctx, input) => {
    const allowed = demand(canMakePlan, ctx.actor, input.unit)
    if (!allowed.ok) return allowed
    const programme = await currentProgramme(ctx.tx)
    if (programme === null) return refuse('conflict', 'programme.absent', 'Chưa có kế hoạch của tỉnh trong hệ thống.')
    await ensurePlan(ctx, programme.id, input.unit, input.year)
    const plan = await findPlan(ctx.tx, input.unit, input.year)
    if (plan === null) return refuse('absent', 'plan.absent', 'Không tạo được kế hoạch của cơ quan.')
    const may = demandPlan(plan, 'sua')
    if (!may.ok) return may
    const chosen = (await tasksOf(ctx.tx, programme.id)).filter((t) => input.codes.includes(t.code))
    if (chosen.length === 0) return refuseFields('plan.codes', { codes: 'Chọn nhiệm vụ có trong kế hoạch của tỉnh' })
    const added = await addItems(
      ctx,
      plan.id,
      chosen.map((t) => ({ id: t.id, text: t.text, product: t.product, due: t.due.day })),
    )
    if (!(await savePlan(ctx, plan, { state: plan.state, reason: plan.returnedReason }))) {
      return refuse(
        'stale',
        'plan.stale',
        'Kế hoạch vừa được sửa hoặc trình ở nơi khác. Tải lại trang rồi thêm nhiệm vụ.',
      )
    }
    return done(
      { added },
      {
        kind: 'plan.tasks-added',
        subject: `agency-plan:${plan.id}`,
        unit: input.unit,
        data: { year: input.year, added, codes: input.codes },
      },
    )
  },
})
