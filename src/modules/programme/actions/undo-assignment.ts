/** Hoàn tác một đợt giao: everything it assigned is as it was before. */
import { z } from 'zod'
import { dayOf } from '../../../kernel/day.ts'
import { isId } from '../../../kernel/ids.ts'
import { refuse } from '../../../kernel/result.ts'
import { action, type Ctx, done } from '../../../platform/action.ts'
import { optionalText } from '../../../platform/http/input.ts'
import { keepCustody } from '../../indicators/public.ts'
import { canAssign } from '../rights.ts'
import { undoable } from '../rules/batch.ts'
import { lockBatch, takeBack } from '../store.ts'
import { currentProgramme, goalsOf, lastAssignmentBy, tasksOf } from '../views.ts'

/** The batch to take back; empty = the last one of the person who asks. */
const UndoInput = z.object({ batch: optionalText(40) })

/**
 * Takes a batch of assignments back; what was in force before is in force again, and both stay in the history.
 * Refuses an unknown batch, what the document itself says, and a batch of which something was assigned again since.
 */
export const undoAssignment = action<z.infer<typeof UndoInput>, { codes: readonly string[]; count: number }>({
  name: 'programme.undo-assignment',
  right: canAssign,
  input: UndoInput as unknown as z.ZodType<z.infer<typeof UndoInput>>,
  run: async (ctx, input) => {
    const plan = await currentProgramme(ctx.tx)
    const wanted = plan === null ? null : input.batch || (await lastAssignmentBy(ctx, plan.id))
    if (plan === null || wanted === null)
      return refuse('absent', 'assign.no-batch', 'Không có lần giao nào để hoàn tác.')
    const batch = isId(wanted) ? await lockBatch(ctx, wanted) : []
    const allowed = undoable(batch, wanted === plan.id)
    if (!allowed.ok) return allowed
    const back = ctx.newId()
    for (const r of batch) await takeBack(ctx, r, back)
    const codes = await restoredCodes(ctx, plan.id, new Set(batch.map((r) => r.subject_id)))
    return done(
      { codes, count: codes.length },
      { kind: 'assignment.undone', subject: `programme:${plan.id}`, data: { batch: wanted, codes } },
    )
  },
})

/** Codes of what was restored; goals hand their figures back to the body that had them. */
async function restoredCodes(ctx: Ctx, planId: string, subjects: ReadonlySet<string>): Promise<string[]> {
  const goals = (await goalsOf(ctx.tx, planId, dayOf(ctx.now))).filter((g) => subjects.has(g.id))
  for (const g of goals) await keepCustody(ctx, { planId, code: g.code }, { unitId: g.leadUnitId, name: g.leadName })
  const tasks = (await tasksOf(ctx.tx, planId)).filter((t) => subjects.has(t.id))
  return [...tasks, ...goals].map((x) => x.code)
}
