/** Trình duyệt kế hoạch của cơ quan. */
import { z } from 'zod'
import { refuse } from '../../../kernel/result.ts'
import { demand } from '../../../kernel/right.ts'
import { action, done } from '../../../platform/action.ts'
import { id } from '../../../platform/http/input.ts'
import { canMakePlan } from '../rights.ts'
import { submitPlan as decide } from '../rules/agency-plan.ts'
import { savePlan } from '../store.ts'
import { findPlanById, planItems } from '../views.ts'

/** Refuses rows without a person, a deadline or a product (6 rõ), naming each. */
export const submitPlan = action({
  name: 'tasks.submit-plan',
  right: canMakePlan,
  input: z.object({ plan: id() }),
  run: async (ctx, input) => {
    const plan = await findPlanById(ctx.tx, input.plan)
    if (plan === null) return refuse('absent', 'plan.absent', 'Không tìm thấy kế hoạch này.')
    const allowed = demand(canMakePlan, ctx.actor, plan.unitId)
    if (!allowed.ok) return allowed
    const items = await planItems(ctx.tx, plan.id)
    const decided = decide(plan, items)
    if (!decided.ok) return decided
    if (!(await savePlan(ctx, plan, { state: 'cho-duyet' })))
      return refuse('stale', 'plan.stale', 'Kế hoạch vừa được sửa ở nơi khác. Tải lại trang rồi trình.')
    return done(
      { year: plan.year },
      {
        kind: 'plan.submitted',
        subject: `agency-plan:${plan.id}`,
        unit: plan.unitId,
        data: { year: plan.year, rows: items.length },
      },
    )
  },
})
