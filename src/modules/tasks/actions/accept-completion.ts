/** Xác nhận hoàn thành: who assigned the task accepts the evidence. */
import { z } from 'zod'
import { refuse } from '../../../kernel/result.ts'
import { action, done } from '../../../platform/action.ts'
import { text } from '../../../platform/http/input.ts'
import { findTask } from '../../programme/public.ts'
import { canAcceptCompletion } from '../rights.ts'
import { acceptCompletion as decide } from '../rules/progress.ts'
import { saveAcceptance } from '../store.ts'
import { findProgress } from '../views.ts'

/** Refuses when the lead has not reported completion, or it was accepted before. */
export const acceptCompletion = action({
  name: 'tasks.accept-completion',
  right: canAcceptCompletion,
  input: z.object({ code: text(20, 'Thiếu mã nhiệm vụ') }),
  run: async (ctx, input) => {
    const task = await findTask(ctx.tx, input.code)
    if (task === null || task.leadUnitId === null)
      return refuse('absent', 'task.absent', `Không có nhiệm vụ ${input.code} đã giao chủ trì.`)
    const decided = decide(await findProgress(ctx.tx, task.id, task.leadUnitId))
    if (!decided.ok) return decided
    if (!(await saveAcceptance(ctx, decided.value.id)))
      return refuse('conflict', 'progress.closed', 'Nhiệm vụ đã được xác nhận hoàn thành trước đó.')
    return done(
      { code: task.code },
      { kind: 'task.completed', subject: `task:${task.id}`, unit: task.leadUnitId, data: { code: task.code } },
    )
  },
})
