/** Xin gia hạn: the body asks for a later day, once at a time. */
import { z } from 'zod'
import { action, done } from '../../../platform/action.ts'
import { dayField, optionalText, text, year } from '../../../platform/http/input.ts'
import { canDraft } from '../rights.ts'
import { REASON_MAX } from '../rules/appraise.ts'
import { askExtension } from '../rules/extension-request.ts'
import { may } from '../rules/transitions.ts'
import { saveRequest } from '../store.ts'
import { requestsOf } from '../views/flow.ts'
import { reportUnder } from '../views/report.ts'
import { aboutPeriod } from '../words.ts'

/** Gửi đề nghị gia hạn. Refused when nothing is owed, the day is not later, or another request waits. */
export const requestExtension = action({
  name: 'reporting.request-extension',
  right: canDraft,
  input: z.object({
    regime: z.string().optional(),
    year: year(),
    unitCode: text(40, 'Thiếu mã cơ quan'),
    until: dayField('Nhập hạn đề nghị, ví dụ 15/12/2026'),
    reason: text(REASON_MAX, 'Nhập lý do xin gia hạn, tối đa 1.000 ký tự'),
    document: optionalText(200),
  }),
  run: async (ctx, input) => {
    const file = await reportUnder(ctx, canDraft, input)
    if (!file.ok) return file
    const { obligation, unit } = file.value
    const open = (await requestsOf(ctx.tx, obligation.id)).some((r) => r.state === 'cho')
    const asked = askExtension(
      { dueBefore: obligation.dueBefore, owed: may(obligation.state, 'gia-han'), open },
      input.until,
    )
    if (!asked.ok) return asked
    const { reason, document } = input
    await saveRequest(ctx, { obligationId: obligation.id, unitId: unit.id, until: asked.value, reason, document })
    return done(
      { year: input.year, unitCode: unit.code },
      {
        kind: 'reporting.extension-requested',
        subject: `report:${obligation.id}`,
        unit: unit.id,
        reason,
        data: { ...aboutPeriod(file.value.period), code: obligation.code, until: asked.value },
      },
    )
  },
})
