/** Trả lời đề nghị gia hạn: granted by a document with a day, or not granted with the reason. */
import { z } from 'zod'
import { refuse, refuseFields } from '../../../kernel/result.ts'
import { action, done } from '../../../platform/action.ts'
import { id, oneOf, optionalDay, optionalText, text, year } from '../../../platform/http/input.ts'
import { canRunPeriod } from '../rights.ts'
import { REASON_MAX } from '../rules/appraise.ts'
import { extend } from '../rules/deadline.ts'
import { settleRequest } from '../rules/extension-request.ts'
import { transition } from '../rules/transitions.ts'
import { moveObligation, saveAnswer } from '../store.ts'
import { requestsOf } from '../views/flow.ts'
import { reportUnder } from '../views/report.ts'
import { aboutPeriod } from '../words.ts'

/** Trả lời đề nghị. The day granted may differ from the one asked for; empty = as asked. */
export const answerExtensionRequest = action({
  name: 'reporting.answer-extension-request',
  right: canRunPeriod,
  input: z.object({
    regime: z.string().optional(),
    year: year(),
    unitCode: text(40, 'Thiếu mã cơ quan'),
    request: id(),
    answer: oneOf(['chap-thuan', 'tu-choi'], 'Chọn chấp thuận hoặc không chấp thuận'),
    dueBefore: optionalDay('Hạn mới phải là ngày có thật, ví dụ 15/12/2026'),
    act: optionalText(200),
    reason: optionalText(REASON_MAX),
  }),
  run: async (ctx, input) => {
    const file = await reportUnder(ctx, canRunPeriod, input)
    if (!file.ok) return file
    const { obligation, unit } = file.value
    const request = (await requestsOf(ctx.tx, obligation.id)).find((r) => r.id === input.request)
    if (!request) return refuse('absent', 'report.request-absent', 'Không có đề nghị gia hạn này.')
    const to = settleRequest(request.state, input.answer)
    if (!to.ok) return to
    const said = { ...aboutPeriod(file.value.period), code: obligation.code }
    const of = { subject: `report:${obligation.id}`, unit: unit.id }
    const stale = refuse('stale', 'report.stale', 'Báo cáo hoặc đề nghị vừa đổi. Chưa ghi gì, tải lại trang để xem.')
    if (to.value === 'tu-choi') {
      if (input.reason === '')
        return refuseFields('report.answer-reason', { reason: 'Nhập lý do không chấp thuận, tối đa 1.000 ký tự' })
      if (!(await saveAnswer(ctx, request.id, { state: to.value, answer: input.reason, grantedUntil: null })))
        return stale
      return done(
        { year: input.year, unitCode: unit.code, granted: false },
        { ...of, kind: 'reporting.extension-refused', reason: input.reason, data: said },
      )
    }
    if (input.act === '') return refuseFields('report.answer-act', { act: 'Nhập số, ngày của văn bản gia hạn' })
    const next = transition(obligation.state, 'gia-han')
    if (!next.ok) return next
    const due = extend(obligation.dueBefore, input.dueBefore ?? request.until)
    if (!due.ok) return due
    const settled = { state: to.value, answer: input.act, grantedUntil: due.value }
    if (!(await saveAnswer(ctx, request.id, settled))) return stale
    const move = {
      verb: 'gia-han',
      state: next.value,
      act: input.act,
      reason: `Theo đề nghị: ${request.reason}`,
    } as const
    const returned = obligation.returnedReason !== null
    const moved = await moveObligation(
      ctx,
      obligation,
      returned ? { ...move, returnedUntil: due.value } : { ...move, dueBefore: due.value },
    )
    if (!moved) return stale
    return done(
      { year: input.year, unitCode: unit.code, granted: true },
      { ...of, kind: 'reporting.extended', reason: input.act, data: { ...said, dueBefore: due.value } },
    )
  },
})
