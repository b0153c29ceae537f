/** Thôi gửi tin cho một nơi nhận; what still waits for it is given up. */
import { z } from 'zod'
import { refuse } from '../../../kernel/result.ts'
import { action, done } from '../../../platform/action.ts'
import { id } from '../../../platform/http/input.ts'
import { canSubscribe } from '../rights.ts'
import { endSubscription } from '../store.ts'

/** Thôi gửi. */
export const unsubscribe = action({
  name: 'exchange.unsubscribe',
  right: canSubscribe,
  input: z.object({ id: id() }),
  run: async (ctx, input) => {
    const name = await endSubscription(ctx, input.id)
    if (name === null) return refuse('absent', 'webhook.absent', 'Nơi nhận này không còn, không có gì thay đổi.')
    return done({ name }, { kind: 'exchange.unsubscribed', subject: `subscription:${input.id}`, data: { name } })
  },
})
