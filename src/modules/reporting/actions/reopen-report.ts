/** Mở lại báo cáo đã duyệt, được miễn hoặc đã chuyển: with a reason; the body sends a new version. */
import { z } from 'zod'
import { dayOf } from '../../../kernel/day.ts'
import { refuse } from '../../../kernel/result.ts'
import { action, done } from '../../../platform/action.ts'
import { optionalDay, text, year } from '../../../platform/http/input.ts'
import { canAppraise } from '../rights.ts'
import { REASON_MAX } from '../rules/appraise.ts'
import { returnDue } from '../rules/deadline.ts'
import { transition } from '../rules/transitions.ts'
import { moveObligation } from '../store.ts'
import { reportUnder } from '../views/report.ts'
import { aboutPeriod } from '../words.ts'

/** Mở lại. */
export const reopenReport = action({
  name: 'reporting.reopen',
  right: canAppraise,
  input: z.object({
    regime: z.string().optional(),
    year: year(),
    unitCode: text(40, 'Thiếu mã cơ quan'),
    reason: text(REASON_MAX, 'Nhập lý do mở lại, tối đa 1.000 ký tự'),
    dueBefore: optionalDay('Hạn nộp lại phải là ngày có thật, ví dụ 12/12/2026'),
  }),
  run: async (ctx, input) => {
    const file = await reportUnder(ctx, canAppraise, input)
    if (!file.ok) return file
    const { obligation, unit, submissions, period } = file.value
    const next = transition(obligation.state, 'mo-lai')
    if (!next.ok) return next
    const due = returnDue(input.dueBefore, obligation.dueBefore, period.regime.returnDays, dayOf(ctx.now))
    if (!due.ok) return due
    const sent = submissions.length > 0
    const move = { verb: 'mo-lai', state: next.value, inheritedBy: null, reason: input.reason } as const
    if (!(await moveObligation(ctx, obligation, sent ? { ...move, returnedUntil: due.value } : move))) {
      return refuse('stale', 'report.stale', 'Báo cáo vừa đổi trạng thái. Chưa mở lại, tải lại trang để xem.')
    }
    return done(
      { year: input.year, unitCode: unit.code },
      {
        kind: 'reporting.reopened',
        subject: `report:${obligation.id}`,
        unit: unit.id,
        reason: input.reason,
        data: { ...aboutPeriod(file.value.period), code: obligation.code, dueBefore: due.value },
      },
    )
  },
})
