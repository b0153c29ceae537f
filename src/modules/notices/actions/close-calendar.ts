/** Thu hồi địa chỉ lịch riêng. */
import { z } from 'zod'
import { action, done } from '../../../platform/action.ts'
import { canChooseReminding } from '../rights.ts'
import { closeCalendar as remove } from '../store.ts'

/** Programs that still ask at the address are told that there is nothing. */
export const closeCalendar = action({
  name: 'notices.close-calendar',
  right: canChooseReminding,
  input: z.object({}),
  run: async (ctx) => {
    const closed = await remove(ctx)
    return done({ closed }, { kind: 'calendar.closed', subject: `account:${ctx.actor.id}`, data: { closed } })
  },
})
