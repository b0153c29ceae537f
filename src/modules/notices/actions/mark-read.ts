/** Đánh dấu đã đọc. */
import { z } from 'zod'
import { action, done } from '../../../platform/action.ts'
import { id, list } from '../../../platform/http/input.ts'
import { canSeeOwnDuties } from '../rights.ts'
import { markAsRead } from '../store.ts'

/** Marks the given notices, or all when none is named. Only the actor's own inbox can be touched. */
export const markRead = action({
  name: 'notices.mark-read',
  right: canSeeOwnDuties,
  input: z.object({ ids: list(id()) }),
  run: async (ctx, input) => {
    const count = await markAsRead(ctx, input.ids.length === 0 ? null : input.ids)
    return done({ count }, { kind: 'notice.read', subject: `account:${ctx.actor.id}`, data: { count } })
  },
})
