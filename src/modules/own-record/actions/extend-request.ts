/** Gia hạn trả lời: once, by at most 15 days, with a reason the person reads (NĐ 356/2025/NĐ-CP). */
import { z } from 'zod'
import { dayOf } from '../../../kernel/day.ts'
import { refuse } from '../../../kernel/result.ts'
import { action, done } from '../../../platform/action.ts'
import { dayField, id, text, whole } from '../../../platform/http/input.ts'
import { requestFor, standingOf } from '../requested.ts'
import { canAnswerRequests } from '../rights.ts'
import { extend } from '../rules/requests.ts'
import { saveExtension } from '../store.ts'

/** Not after the term has passed. */
export const extendRequest = action({
  name: 'own-record.extend-request',
  right: canAnswerRequests,
  input: z.object({
    request: id(),
    version: whole(),
    until: dayField('Nhập ngày gia hạn, ví dụ 20/12/2026'),
    extension: text(1000, 'Nêu lý do gia hạn, tối đa 1.000 ký tự'),
  }),
  run: async (ctx, input) => {
    const r = await requestFor(ctx, input.request)
    if (!r.ok) return r
    const asked = { version: input.version, until: input.until, reason: input.extension }
    const until = extend(standingOf(r.value), asked, dayOf(ctx.now))
    if (!until.ok) return until
    const e = { id: r.value.id, version: input.version, until: until.value, reason: input.extension }
    if ((await saveExtension(ctx, e)) === 0)
      return refuse('stale', 'own-record.request-changed', 'Người khác vừa xử lý yêu cầu này. Mở lại để xem bản mới.')
    return done(
      { id: r.value.id, until: until.value },
      {
        kind: 'own-record.request-extended',
        subject: `person:${r.value.personId}`,
        unit: r.value.unitId,
        data: { number: r.value.number, until: until.value, code: r.value.personCode },
      },
    )
  },
})
