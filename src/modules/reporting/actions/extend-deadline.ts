/** Gia hạn: by the number of a decision, for one body. */
import { z } from 'zod'
import { refuse } from '../../../kernel/result.ts'
import { action, done } from '../../../platform/action.ts'
import { dayField, text, year } from '../../../platform/http/input.ts'
import { canRunPeriod } from '../rights.ts'
import { extend } from '../rules/deadline.ts'
import { transition } from '../rules/transitions.ts'
import { moveObligation } from '../store.ts'
import { reportUnder } from '../views/report.ts'
import { aboutPeriod } from '../words.ts'

/** Gia hạn đến trước một ngày. A returned report gets a later day to come back. */
export const extendDeadline = action({
  name: 'reporting.extend',
  right: canRunPeriod,
  input: z.object({
    regime: z.string().optional(),
    year: year(),
    unitCode: text(40, 'Thiếu mã cơ quan'),
    dueBefore: dayField('Nhập hạn mới, ví dụ 15/12/2026'),
    act: text(200, 'Nhập số, ngày của văn bản gia hạn'),
  }),
  run: async (ctx, input) => {
    const file = await reportUnder(ctx, canRunPeriod, input)
    if (!file.ok) return file
    const { obligation, unit } = file.value
    const next = transition(obligation.state, 'gia-han')
    if (!next.ok) return next
    const due = extend(obligation.dueBefore, input.dueBefore)
    if (!due.ok) return due
    const returned = obligation.returnedReason !== null
    const move = { verb: 'gia-han', state: next.value, act: input.act } as const
    if (
      !(await moveObligation(
        ctx,
        obligation,
        returned ? { ...move, returnedUntil: due.value } : { ...move, dueBefore: due.value },
      ))
    ) {
      return refuse('stale', 'report.stale', 'Báo cáo vừa đổi trạng thái. Chưa gia hạn, tải lại trang để xem.')
    }
    return done(
      { year: input.year, unitCode: unit.code },
      {
        kind: 'reporting.extended',
        subject: `report:${obligation.id}`,
        unit: unit.id,
        reason: input.act,
        data: { ...aboutPeriod(file.value.period), code: obligation.code, dueBefore: due.value },
      },
    )
  },
})
