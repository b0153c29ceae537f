/** Tiếp nhận yêu cầu: within two working days the person is told that it is being looked into. */
import { z } from 'zod'
import { refuse } from '../../../kernel/result.ts'
import { action, done } from '../../../platform/action.ts'
import { id, whole } from '../../../platform/http/input.ts'
import { requestFor, standingOf } from '../requested.ts'
import { canAnswerRequests } from '../rights.ts'
import { receive } from '../rules/requests.ts'
import { saveReceipt } from '../store.ts'

/** Whoever is second sees what the first did. */
export const receiveRequest = action({
  name: 'own-record.receive-request',
  right: canAnswerRequests,
  input: z.object({ request: id(), version: whole() }),
  run: async (ctx, input) => {
    const r = await requestFor(ctx, input.request)
    if (!r.ok) return r
    const allowed = receive(standingOf(r.value), input.version)
    if (!allowed.ok) return allowed
    if ((await saveReceipt(ctx, r.value.id, input.version)) === 0)
      return refuse('stale', 'own-record.request-changed', 'Người khác vừa xử lý yêu cầu này. Mở lại để xem bản mới.')
    return done(
      { id: r.value.id },
      {
        kind: 'own-record.request-received',
        subject: `person:${r.value.personId}`,
        unit: r.value.unitId,
        data: { number: r.value.number, code: r.value.personCode },
      },
    )
  },
})
