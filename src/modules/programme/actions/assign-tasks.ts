/** Giao chủ trì: lead, partners, product and deadline for one or several tasks at once. */
import { z } from 'zod'
import { dayOf, showDay } from '../../../kernel/day.ts'
import { refuse } from '../../../kernel/result.ts'
import { action, done } from '../../../platform/action.ts'
import { list, optionalText, text } from '../../../platform/http/input.ts'
import { chosenLead, chosenPartners } from '../chosen-lead.ts'
import { canAssign } from '../rights.ts'
import { pickItems, readPick, staleItems } from '../rules/batch.ts'
import { dueOfForm, dueWords } from '../rules/due.ts'
import { leadApart } from '../rules/lead.ts'
import { saveAssignment } from '../store.ts'
import { currentProgramme, workOf } from '../views.ts'
import type { Task } from '../words.ts'

const AssignInput = z.object({
  /** Ids or codes of tasks, each where known with the version seen: `III.3.3:2`. */
  codes: list(text(80, 'Chọn nhiệm vụ')),
  /** Id or code of the lead body. */
  lead: text(80, 'Chọn cơ quan chủ trì'),
  coordinators: list(text(2000, 'Chọn cơ quan phối hợp')),
  product: optionalText(1000),
  dueKind: z.enum(['day', 'yearly', 'continuous', 'none', '']).optional(),
  due: optionalText(40),
})

/** What stands now, for the screen of a stale edit. */
const standing = (t: Task) => ({
  id: t.id,
  code: t.code,
  version: t.version,
  lead: t.leadUnitId,
  leadName: t.leadName,
  coordinators: t.coordinators,
  coordinatorNames: t.coordinatorNames,
  product: t.product,
  dueKind: t.due.kind,
  dueDay: showDay(t.due.day),
  dueWords: t.dueWords,
})

/** What was assigned; `followed` names an ended body whose successor leads instead. */
export type Assigned = {
  readonly batch: string
  readonly codes: readonly string[]
  readonly leadName: string
  readonly count: number
  readonly followed: string | null
}

/**
 * Assigns tasks (and duties) of the current programme to one lead; earlier assignments stay in the history and
 * `undoAssignment` brings them back. Refuses: nothing picked, unknown or ended bodies, a lead that also co-ordinates,
 * a deadline that is none, and tasks somebody else assigned meanwhile (stale, nothing is written).
 */
export const assignTasks = action<z.infer<typeof AssignInput>, Assigned>({
  name: 'programme.assign-tasks',
  right: canAssign,
  input: AssignInput as unknown as z.ZodType<z.infer<typeof AssignInput>>,
  run: async (ctx, input) => {
    const plan = await currentProgramme(ctx.tx)
    if (plan === null)
      return refuse(
        'absent',
        'programme.none',
        'Chưa có kế hoạch. Đọc kế hoạch từ tệp Word và ban hành vào hệ thống trước.',
      )
    const { tasks, duties } = await workOf(ctx.tx, plan.id, dayOf(ctx.now))
    const picked = pickItems(input.codes.map(readPick), [...tasks, ...duties], 'nhiệm vụ', standing)
    if (!picked.ok) return picked
    const due = dueOfForm({ kind: input.dueKind, due: input.due }, plan.date)
    if (!due.ok) return due
    const lead = await chosenLead(ctx, input.lead, plan.date)
    if (!lead.ok) return lead
    const partners = await chosenPartners(
      ctx,
      input.coordinators.flatMap((c) => c.split(/[\s,;]+/)).filter((c) => c !== ''),
    )
    if (!partners.ok) return partners
    const apart = leadApart(lead.value.id, partners.value)
    if (!apart.ok) return apart
    const batch = ctx.newId()
    for (const t of picked.value) {
      const saved = await saveAssignment(ctx, {
        programmeId: plan.id,
        kind: 'task',
        subjectId: t.id,
        version: t.version,
        batch,
        leadId: lead.value.id,
        coordinators: partners.value,
        product: input.product,
        due: due.value,
        byDocument: false,
      })
      if (!saved) return staleItems([t], 'nhiệm vụ', standing)
    }
    const codes = picked.value.map((t) => t.code)
    return done(
      { batch, codes, count: codes.length, leadName: lead.value.name, followed: lead.value.followed },
      {
        kind: 'task.assigned',
        subject: `programme:${plan.id}`,
        unit: lead.value.id,
        data: {
          batch,
          codes,
          tasks: picked.value.map((t) => t.id),
          lead: lead.value.id,
          leadName: lead.value.name,
          coordinators: partners.value,
          product: input.product,
          due: due.value.day,
          dueWords: dueWords(due.value),
        },
      },
    )
  },
})
