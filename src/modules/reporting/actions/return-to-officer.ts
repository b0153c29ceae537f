/** Trả lại cán bộ: the head sends the draft back; the deadline does not change. */
import { z } from 'zod'
import { refuse } from '../../../kernel/result.ts'
import { action, done } from '../../../platform/action.ts'
import { text, year } from '../../../platform/http/input.ts'
import { canApprove } from '../rights.ts'
import { REASON_MAX } from '../rules/appraise.ts'
import { transition } from '../rules/transitions.ts'
import { moveObligation } from '../store.ts'
import { reportUnder } from '../views/report.ts'
import { aboutPeriod } from '../words.ts'

/** Trả lại cán bộ, with a reason. */
export const returnToOfficer = action({
  name: 'reporting.return-to-officer',
  right: canApprove,
  input: z.object({
    regime: z.string().optional(),
    year: year(),
    unitCode: text(40, 'Thiếu mã cơ quan'),
    reason: text(REASON_MAX, 'Nhập lý do trả lại, tối đa 1.000 ký tự'),
  }),
  run: async (ctx, input) => {
    const file = await reportUnder(ctx, canApprove, input)
    if (!file.ok) return file
    const { obligation, unit } = file.value
    const next = transition(obligation.state, 'tra-can-bo')
    if (!next.ok) return next
    if (!(await moveObligation(ctx, obligation, { verb: 'tra-can-bo', state: next.value, reason: input.reason }))) {
      return refuse('stale', 'report.stale', 'Báo cáo vừa đổi trạng thái. Chưa trả lại, tải lại trang để xem.')
    }
    return done(
      { year: input.year, unitCode: unit.code },
      {
        kind: 'reporting.returned-to-officer',
        subject: `report:${obligation.id}`,
        unit: unit.id,
        reason: input.reason,
        data: { ...aboutPeriod(file.value.period), code: obligation.code },
      },
    )
  },
})
