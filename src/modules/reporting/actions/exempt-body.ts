/** Miễn báo cáo: by the number of a decision. */
import { z } from 'zod'
import { refuse } from '../../../kernel/result.ts'
import { action, done } from '../../../platform/action.ts'
import { text, year } from '../../../platform/http/input.ts'
import { canRunPeriod } from '../rights.ts'
import { REASON_MAX } from '../rules/appraise.ts'
import { transition } from '../rules/transitions.ts'
import { moveObligation } from '../store.ts'
import { reportUnder } from '../views/report.ts'
import { aboutPeriod } from '../words.ts'

/** Miễn. */
export const exemptBody = action({
  name: 'reporting.exempt',
  right: canRunPeriod,
  input: z.object({
    regime: z.string().optional(),
    year: year(),
    unitCode: text(40, 'Thiếu mã cơ quan'),
    act: text(200, 'Nhập số, ngày của văn bản cho miễn'),
    reason: text(REASON_MAX, 'Nhập lý do miễn, tối đa 1.000 ký tự'),
  }),
  run: async (ctx, input) => {
    const file = await reportUnder(ctx, canRunPeriod, input)
    if (!file.ok) return file
    const { obligation, unit } = file.value
    const next = transition(obligation.state, 'mien')
    if (!next.ok) return next
    if (
      !(await moveObligation(ctx, obligation, {
        verb: 'mien',
        state: next.value,
        act: input.act,
        reason: input.reason,
      }))
    ) {
      return refuse('stale', 'report.stale', 'Báo cáo vừa đổi trạng thái. Chưa miễn, tải lại trang để xem.')
    }
    return done(
      { year: input.year, unitCode: unit.code },
      {
        kind: 'reporting.exempted',
        subject: `report:${obligation.id}`,
        unit: unit.id,
        reason: input.reason,
        data: { ...aboutPeriod(file.value.period), code: obligation.code, act: input.act },
      },
    )
  },
})
