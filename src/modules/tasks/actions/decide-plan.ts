/** Thủ trưởng quyết định kế hoạch của cơ quan: duyệt, trả lại (có lý do), hoặc mở lại. */
import { z } from 'zod'
import { refuse, refuseFields } from '../../../kernel/result.ts'
import { demand } from '../../../kernel/right.ts'
import { action, done } from '../../../platform/action.ts'
import { id, oneOf, optionalText } from '../../../platform/http/input.ts'
import { reasonNeeded } from '../../../ui/strings.ts'
import { canApprovePlan } from '../rights.ts'
import { demandPlan } from '../rules/agency-plan.ts'
import { savePlan } from '../store.ts'
import { findPlanById } from '../views.ts'

const NEXT = { duyet: 'da-duyet', 'tra-lai': 'dang-lap', 'mo-lai': 'dang-lap' } as const
const KIND = { duyet: 'plan.approved', 'tra-lai': 'plan.returned', 'mo-lai': 'plan.reopened' } as const

/** Refuses a verb that does not fit the state, and a return without a reason. */
export const decidePlan = action({
  name: 'tasks.decide-plan',
  right: canApprovePlan,
  input: z.object({
    plan: id(),
    verb: oneOf(['duyet', 'tra-lai', 'mo-lai'], 'Chọn duyệt hoặc trả lại'),
    reason: optionalText(1000),
  }),
  run: async (ctx, input) => {
    const plan = await findPlanById(ctx.tx, input.plan)
    if (plan === null) return refuse('absent', 'plan.absent', 'Không tìm thấy kế hoạch này.')
    const allowed = demand(canApprovePlan, ctx.actor, plan.unitId)
    if (!allowed.ok) return allowed
    const may = demandPlan(plan, input.verb)
    if (!may.ok) return may
    if (input.verb === 'tra-lai' && input.reason === '')
      return refuseFields('plan.reason', { reason: reasonNeeded('trả lại') })
    if (!(await savePlan(ctx, plan, { state: NEXT[input.verb], reason: input.reason }))) {
      return refuse('stale', 'plan.stale', 'Kế hoạch vừa được sửa ở nơi khác. Tải lại trang rồi quyết định.')
    }
    return done(
      { year: plan.year, verb: input.verb },
      {
        kind: KIND[input.verb],
        subject: `agency-plan:${plan.id}`,
        unit: plan.unitId,
        reason: input.reason,
        data: { year: plan.year },
      },
    )
  },
})
