/** Sửa kế hoạch của cơ quan: work, product, deadline and person of each row. */
import { z } from 'zod'
import { refuse } from '../../../kernel/result.ts'
import { demand } from '../../../kernel/right.ts'
import { action, done } from '../../../platform/action.ts'
import { id, optionalDay, optionalText, text, whole } from '../../../platform/http/input.ts'
import { canMakePlan } from '../rights.ts'
import { demandPlan } from '../rules/agency-plan.ts'
import { dropItem, saveItems, savePlan } from '../store.ts'
import { findPlanById, planItems } from '../views.ts'

const Item = z.object({
  id: id(),
  work: text(2000, 'Nhập nội dung công việc'),
  product: optionalText(500),
  due: optionalDay(),
  person: optionalText(200),
})

/** Refuses a stale version (both versions are shown) and a plan that is not being made. */
export const editPlan = action({
  name: 'tasks.edit-plan',
  right: canMakePlan,
  input: z.object({ plan: id(), version: whole(), items: z.array(Item), drop: z.literal('').or(id()).default('') }),
  run: async (ctx, input) => {
    const plan = await findPlanById(ctx.tx, input.plan)
    if (plan === null) return refuse('absent', 'plan.absent', 'Không tìm thấy kế hoạch này.')
    const allowed = demand(canMakePlan, ctx.actor, plan.unitId)
    if (!allowed.ok) return allowed
    const may = demandPlan(plan, 'sua')
    if (!may.ok) return may
    const stale = async () =>
      refuse(
        'stale',
        'plan.stale',
        'Người khác vừa sửa kế hoạch này. Nội dung vừa nhập còn nguyên bên dưới, so với bản đã lưu rồi lưu lại.',
        {
          theirs: await planItems(ctx.tx, plan.id),
        },
      )
    if (plan.version !== input.version) return stale()
    if (!(await savePlan(ctx, plan, { state: 'dang-lap', reason: plan.returnedReason }))) return stale()
    await saveItems(ctx, plan.id, input.items)
    if (input.drop !== '') await dropItem(ctx, plan.id, input.drop)
    return done(
      { version: plan.version + 1 },
      { kind: 'plan.edited', subject: `agency-plan:${plan.id}`, unit: plan.unitId, data: { rows: input.items.length } },
    )
  },
})
