/** Trả lại báo cáo: a reason for the whole, remarks on cells, a day by which it must come back. */
import { z } from 'zod'
import { dayOf } from '../../../kernel/day.ts'
import { refuse } from '../../../kernel/result.ts'
import { action, done } from '../../../platform/action.ts'
import { list, optionalDay, text, year } from '../../../platform/http/input.ts'
import { canAppraise } from '../rights.ts'
import { REASON_MAX } from '../rules/appraise.ts'
import { returnDue } from '../rules/deadline.ts'
import { transition } from '../rules/transitions.ts'
import { moveObligation, saveRemarks } from '../store.ts'
import { reportUnder } from '../views/report.ts'
import { aboutPeriod } from '../words.ts'

/** Trả lại. */
export const returnReport = action({
  name: 'reporting.return',
  right: canAppraise,
  input: z.object({
    regime: z.string().optional(),
    year: year(),
    unitCode: text(40, 'Thiếu mã cơ quan'),
    reason: text(REASON_MAX, 'Nhập lý do trả lại, tối đa 1.000 ký tự'),
    dueBefore: optionalDay('Hạn nộp lại phải là ngày có thật, ví dụ 12/12/2026'),
    marks: list(z.object({ cell: text(120, 'Thiếu ô'), text: text(REASON_MAX, 'Nhập ý kiến cho ô đã đánh dấu') })),
  }),
  run: async (ctx, input) => {
    const file = await reportUnder(ctx, canAppraise, input)
    if (!file.ok) return file
    const { obligation, unit, submissions, period } = file.value
    const next = transition(obligation.state, 'tra-lai')
    if (!next.ok) return next
    const due = returnDue(input.dueBefore, obligation.dueBefore, period.regime.returnDays, dayOf(ctx.now))
    if (!due.ok) return due
    const number = submissions[0]?.number ?? 1
    const moved = await moveObligation(ctx, obligation, {
      verb: 'tra-lai',
      state: next.value,
      returnedUntil: due.value,
      submissionNumber: number,
      reason: input.reason,
    })
    if (!moved)
      return refuse(
        'stale',
        'report.stale',
        'Người khác vừa quyết định báo cáo này. Chưa trả lại, tải lại trang để xem.',
      )
    await saveRemarks(ctx, { obligationId: obligation.id, unitId: unit.id, number }, input.marks)
    return done(
      { year: input.year, unitCode: unit.code, name: unit.officeName },
      {
        kind: 'reporting.returned',
        subject: `report:${obligation.id}`,
        unit: unit.id,
        reason: input.reason,
        data: {
          ...aboutPeriod(file.value.period),
          code: obligation.code,
          dueBefore: due.value,
          cells: input.marks.map((m) => m.cell),
        },
      },
    )
  },
})
