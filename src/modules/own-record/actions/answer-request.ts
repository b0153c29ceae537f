/** Trả lời yêu cầu: accepted (a correction is made at once, with its evidence) or refused with its ground. */
import { z } from 'zod'
import { refuse } from '../../../kernel/result.ts'
import { action, done } from '../../../platform/action.ts'
import { id, oneOf, optionalText, text, whole } from '../../../platform/http/input.ts'
import { dossiersOf } from '../../people/public.ts'
import { requestFor, standingOf } from '../requested.ts'
import { canAnswerRequests } from '../rights.ts'
import { decide } from '../rules/requests.ts'
import { applyCorrection, dropClaim } from '../settle.ts'
import { saveDecision } from '../store.ts'
import { REQUEST_STATES } from '../words.ts'

/** The answer is sealed like the question: it may speak of any tier. */
export const answerRequest = action({
  name: 'own-record.answer-request',
  right: canAnswerRequests,
  input: z.object({
    request: id(),
    version: whole(),
    state: oneOf(['chap-nhan', 'tu-choi'], 'Chọn chấp nhận hoặc không chấp nhận'),
    answer: text(2000, 'Nhập nội dung trả lời, tối đa 2.000 ký tự'),
    ground: optionalText(300).default(''),
  }),
  run: async (ctx, input) => {
    const r = await requestFor(ctx, input.request)
    if (!r.ok) return r
    const allowed = decide(standingOf(r.value), input)
    if (!allowed.ok) return allowed
    const { personId, number, unitId, personCode } = r.value
    if ((await saveDecision(ctx, { ...input, id: r.value.id })) === 0)
      return refuse('stale', 'own-record.request-changed', 'Người khác vừa xử lý yêu cầu này. Mở lại để xem bản mới.')
    if (r.value.kind === 'chinh-sua') {
      const dossier = (await dossiersOf(ctx.tx, [personId])).get(personId)
      if (dossier === undefined)
        return refuse('absent', 'own-record.no-record', 'Hồ sơ này không còn trong phạm vi của cơ quan.')
      await (input.state === 'chap-nhan' ? applyCorrection : dropClaim)(ctx, r.value, dossier)
    }
    return done(
      { number },
      {
        kind: 'own-record.request-answered',
        subject: `person:${personId}`,
        unit: unitId,
        data: { number, outcome: REQUEST_STATES[input.state].label, code: personCode },
      },
    )
  },
})
