/** Ghi kịch bản được duyệt: it becomes part of the development plan, by a paper, and stays as it is. */
import { z } from 'zod'
import { refuse } from '../../../kernel/result.ts'
import { action, done } from '../../../platform/action.ts'
import { id, text } from '../../../platform/http/input.ts'
import { canApproveScenario } from '../rights.ts'
import { approve } from '../store.ts'
import { scenarioOf } from '../views.ts'

/** Records the approval. Refused for a scenario that is not there, was set aside, or is approved already. */
export const approveScenario = action({
  name: 'forecasting.approve-scenario',
  right: canApproveScenario,
  input: z.object({ id: id(), act: text(300, 'Nhập số, ký hiệu và ngày của văn bản duyệt') }),
  run: async (ctx, input) => {
    const scenario = await scenarioOf(ctx.tx, input.id)
    if (scenario === null || !(await approve(ctx, input.id, input.act)))
      return refuse(
        'conflict',
        'forecasting.not-approvable',
        'Kịch bản này đã được duyệt, đã bỏ, hoặc không có. Tải lại trang để xem.',
      )
    return done(
      { id: input.id, title: scenario.title },
      {
        kind: 'forecasting.scenario-approved',
        subject: `scenario:${input.id}`,
        data: { title: scenario.title, act: input.act },
      },
    )
  },
})
