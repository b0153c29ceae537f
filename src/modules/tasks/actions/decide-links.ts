/** Quyết định liên kết: which tasks of the province a row of the body's own plan carries out, or that it is the body's own. */
import { z } from 'zod'
import { refuse } from '../../../kernel/result.ts'
import { demand } from '../../../kernel/right.ts'
import { action, done } from '../../../platform/action.ts'
import { id, oneOf, text } from '../../../platform/http/input.ts'
import { tasksOf } from '../../programme/public.ts'
import { canMakePlan } from '../rights.ts'
import { demandPlan } from '../rules/agency-plan.ts'
import { decideLinks as decide } from '../rules/links.ts'
import { saveLinks } from '../store.ts'
import { findPlanById, planItems } from '../views.ts'

const One = z.object({
  item: id(),
  verdict: oneOf(['lien-ket', 'khong-phai', 'rieng', 'xet-lai'], 'Chọn liên kết cần quyết định'),
  /** Id or code of a task of the province. */
  task: z.nullable(text(60, 'Chọn một nhiệm vụ của tỉnh')).default(null),
})

/** Refuses as the rule does, another body's plan, and a plan that waits for approval or is approved. */
export const decideLinks = action({
  name: 'tasks.decide-links',
  right: canMakePlan,
  input: z.object({ plan: id(), decisions: z.array(One).max(2000, 'Chọn nhiều quá 2.000 dòng. Quyết định từng phần') }),
  run: async (ctx, input) => {
    const plan = await findPlanById(ctx.tx, input.plan)
    if (plan === null) return refuse('absent', 'plan.absent', 'Không tìm thấy kế hoạch này.')
    const allowed = demand(canMakePlan, ctx.actor, plan.unitId)
    if (!allowed.ok) return allowed
    const may = demandPlan(plan, 'sua')
    if (!may.ok) return may
    const decided = decide(input.decisions, await planItems(ctx.tx, plan.id), await tasksOf(ctx.tx, plan.programmeId))
    if (!decided.ok) return decided
    await saveLinks(ctx, decided.value)
    return done(
      { count: decided.value.length },
      {
        kind: 'plan.links-decided',
        subject: `agency-plan:${plan.id}`,
        unit: plan.unitId,
        data: { year: plan.year, count: decided.value.length, decisions: decided.value },
      },
    )
  },
})
