/** Tiếp nhận báo cáo. */
import { z } from 'zod'
import { refuse } from '../../../kernel/result.ts'
import { action, done } from '../../../platform/action.ts'
import { text, year } from '../../../platform/http/input.ts'
import { canAppraise } from '../rights.ts'
import { transition } from '../rules/transitions.ts'
import { moveObligation } from '../store.ts'
import { reportUnder } from '../views/report.ts'
import { aboutPeriod } from '../words.ts'

/** Tiếp nhận. */
export const receiveReport = action({
  name: 'reporting.receive',
  right: canAppraise,
  input: z.object({ regime: z.string().optional(), year: year(), unitCode: text(40, 'Thiếu mã cơ quan') }),
  run: async (ctx, input) => {
    const file = await reportUnder(ctx, canAppraise, input)
    if (!file.ok) return file
    const { obligation, unit, submissions } = file.value
    const next = transition(obligation.state, 'tiep-nhan')
    if (!next.ok) return next
    const submissionNumber = submissions[0]?.number ?? null
    if (!(await moveObligation(ctx, obligation, { verb: 'tiep-nhan', state: next.value, submissionNumber }))) {
      return refuse('stale', 'report.stale', 'Báo cáo vừa đổi trạng thái. Chưa tiếp nhận, tải lại trang để xem.')
    }
    return done(
      { year: input.year, unitCode: unit.code },
      {
        kind: 'reporting.received',
        subject: `report:${obligation.id}`,
        unit: unit.id,
        data: { ...aboutPeriod(file.value.period), code: obligation.code },
      },
    )
  },
})
