/** Giao mục tiêu: who answers for a goal and supplies its figures. */
import { z } from 'zod'
import { dayOf } from '../../../kernel/day.ts'
import { refuse } from '../../../kernel/result.ts'
import { action, done } from '../../../platform/action.ts'
import { list, text } from '../../../platform/http/input.ts'
import { keepCustody } from '../../indicators/public.ts'
import { chosenLead } from '../chosen-lead.ts'
import { canAssign } from '../rights.ts'
import { pickItems, readPick, staleItems } from '../rules/batch.ts'
import { saveAssignment } from '../store.ts'
import { currentProgramme, goalsOf } from '../views.ts'
import type { Goal } from '../words.ts'
import type { Assigned } from './assign-tasks.ts'

const GoalsInput = z.object({
  /** Ids or codes of goals, each with the version seen: `II.1.2:1`. */
  codes: list(text(80, 'Chọn mục tiêu')),
  lead: text(80, 'Chọn cơ quan chịu trách nhiệm'),
})

const standing = (g: Goal) => ({ id: g.id, code: g.code, version: g.version, lead: g.leadUnitId, leadName: g.leadName })

/** Assigns goals of the current programme to one body, which from then on must supply their figures. Refusals as `assignTasks`. */
export const assignGoals = action<z.infer<typeof GoalsInput>, Assigned>({
  name: 'programme.assign-goals',
  right: canAssign,
  input: GoalsInput,
  run: async (ctx, input) => {
    const plan = await currentProgramme(ctx.tx)
    if (plan === null)
      return refuse(
        'absent',
        'programme.none',
        'Chưa có kế hoạch. Đọc kế hoạch từ tệp Word và ban hành vào hệ thống trước.',
      )
    const picked = pickItems(
      input.codes.map(readPick),
      await goalsOf(ctx.tx, plan.id, dayOf(ctx.now)),
      'mục tiêu',
      standing,
    )
    if (!picked.ok) return picked
    const lead = await chosenLead(ctx, input.lead, plan.date)
    if (!lead.ok) return lead
    const batch = ctx.newId()
    for (const g of picked.value) {
      const saved = await saveAssignment(ctx, {
        programmeId: plan.id,
        kind: 'goal',
        subjectId: g.id,
        version: g.version,
        batch,
        leadId: lead.value.id,
        coordinators: [],
        product: '',
        due: { kind: 'none', day: null },
        byDocument: false,
      })
      if (!saved) return staleItems([g], 'mục tiêu', standing)
      await keepCustody(ctx, { planId: plan.id, code: g.code }, { unitId: lead.value.id, name: lead.value.name })
    }
    const codes = picked.value.map((g) => g.code)
    return done(
      { batch, codes, count: codes.length, leadName: lead.value.name, followed: lead.value.followed },
      {
        kind: 'goal.assigned',
        subject: `programme:${plan.id}`,
        unit: lead.value.id,
        data: { batch, codes, lead: lead.value.id, leadName: lead.value.name },
      },
    )
  },
})
