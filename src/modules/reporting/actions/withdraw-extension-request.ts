/** Rút đề nghị gia hạn chưa được trả lời. */
import { z } from 'zod'
import { refuse } from '../../../kernel/result.ts'
import { action, done } from '../../../platform/action.ts'
import { id, text, year } from '../../../platform/http/input.ts'
import { canDraft } from '../rights.ts'
import { settleRequest } from '../rules/extension-request.ts'
import { saveAnswer } from '../store.ts'
import { requestsOf } from '../views/flow.ts'
import { reportUnder } from '../views/report.ts'
import { aboutPeriod } from '../words.ts'

/** Rút đề nghị. */
export const withdrawExtensionRequest = action({
  name: 'reporting.withdraw-extension-request',
  right: canDraft,
  input: z.object({
    regime: z.string().optional(),
    year: year(),
    unitCode: text(40, 'Thiếu mã cơ quan'),
    request: id(),
  }),
  run: async (ctx, input) => {
    const file = await reportUnder(ctx, canDraft, input)
    if (!file.ok) return file
    const { obligation, unit } = file.value
    const request = (await requestsOf(ctx.tx, obligation.id)).find((r) => r.id === input.request)
    if (!request) return refuse('absent', 'report.request-absent', 'Không có đề nghị gia hạn này.')
    const to = settleRequest(request.state, 'rut')
    if (!to.ok) return to
    if (!(await saveAnswer(ctx, request.id, { state: to.value, answer: '', grantedUntil: null })))
      return refuse('stale', 'report.stale', 'Đề nghị vừa có trả lời. Tải lại trang để xem.')
    return done(
      { year: input.year, unitCode: unit.code },
      {
        kind: 'reporting.extension-withdrawn',
        subject: `report:${obligation.id}`,
        unit: unit.id,
        data: { ...aboutPeriod(file.value.period), code: obligation.code },
      },
    )
  },
})
