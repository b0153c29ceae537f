/** Gửi lại một tin ngay, without waiting for the next try. */
import { z } from 'zod'
import { refuse } from '../../../kernel/result.ts'
import { action, done } from '../../../platform/action.ts'
import { id } from '../../../platform/http/input.ts'
import { canSubscribe } from '../rights.ts'
import { retryNow } from '../store.ts'

/** Gửi lại: what was taken already is not sent again. */
export const retryDelivery = action({
  name: 'exchange.retry-delivery',
  right: canSubscribe,
  input: z.object({ id: id() }),
  run: async (ctx, input) => {
    if (!(await retryNow(ctx, input.id)))
      return refuse(
        'conflict',
        'webhook.settled',
        'Tin này nơi nhận đã nhận, hoặc đã thôi gửi cho nơi nhận ấy. Không gửi lại.',
      )
    return done({ id: input.id }, { kind: 'exchange.delivery-retried', subject: `delivery:${input.id}`, data: {} })
  },
})
