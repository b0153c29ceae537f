/** Chuyển nghĩa vụ: the report of a body that ended is taken over by its successor, by the act of the reorganisation. */
import { z } from 'zod'
import { refuse, refuseFields } from '../../../kernel/result.ts'
import { midSentence } from '../../../kernel/text.ts'
import { action, done } from '../../../platform/action.ts'
import { text, year } from '../../../platform/http/input.ts'
import { findUnitByCode } from '../../organisations/public.ts'
import { canRunPeriod } from '../rights.ts'
import { transition } from '../rules/transitions.ts'
import { moveObligation } from '../store.ts'
import { obligationsOf } from '../views/obligations.ts'
import { reportUnder } from '../views/report.ts'
import { aboutPeriod } from '../words.ts'

/** Chuyển nghĩa vụ. The heir must owe a report of the same period. */
export const handOverDuty = action({
  name: 'reporting.hand-over',
  right: canRunPeriod,
  input: z.object({
    regime: z.string().optional(),
    year: year(),
    unitCode: text(40, 'Thiếu mã cơ quan'),
    heirCode: text(40, 'Nhập mã cơ quan kế thừa'),
    act: text(200, 'Nhập số, ngày của văn bản sắp xếp tổ chức'),
  }),
  run: async (ctx, input) => {
    const file = await reportUnder(ctx, canRunPeriod, input)
    if (!file.ok) return file
    const { obligation, unit, period } = file.value
    const next = transition(obligation.state, 'ke-thua')
    if (!next.ok) return next
    const heir = await findUnitByCode(ctx.tx, input.heirCode)
    const owes =
      heir && (await obligationsOf(ctx.tx, input, ctx.now)).some((o) => o.unitId === heir.id && o.unitId !== unit.id)
    if (!heir || !owes) {
      return refuseFields('report.heir', {
        heirCode: `Mã ${input.heirCode} không có trong danh sách phải nộp ${midSentence(period.title)}`,
      })
    }
    if (
      !(await moveObligation(ctx, obligation, {
        verb: 'ke-thua',
        state: next.value,
        act: input.act,
        inheritedBy: heir.id,
      }))
    ) {
      return refuse('stale', 'report.stale', 'Báo cáo vừa đổi trạng thái. Chưa chuyển, tải lại trang để xem.')
    }
    return done(
      { year: input.year, unitCode: unit.code },
      {
        kind: 'reporting.handed-over',
        subject: `report:${obligation.id}`,
        unit: unit.id,
        reason: input.act,
        data: { ...aboutPeriod(file.value.period), code: obligation.code, heir: heir.officeName },
      },
    )
  },
})
