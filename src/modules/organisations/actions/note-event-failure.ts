/** Ghi nhận việc bàn giao của một sự kiện chưa làm được. */
import { z } from 'zod'
import { dayOf } from '../../../kernel/day.ts'
import { refuse } from '../../../kernel/result.ts'
import { action, done } from '../../../platform/action.ts'
import { canRecordEvents } from '../rights.ts'
import { markFailed } from '../store/events.ts'
import { eventsDue } from '../views/drafts.ts'

const Input = z.object({ key: z.string(), why: z.string() })

/** Keeps why an event whose day has come could not be carried out, for its page and for those who record events. Refuses one that is not due. */
export const noteEventFailure = action<z.infer<typeof Input>, null>({
  name: 'organisations.note-event-failure',
  right: canRecordEvents,
  input: Input,
  run: async (ctx, { key, why }) => {
    const event = (await eventsDue(ctx.tx, dayOf(ctx.now))).find((e) => e.key === key)
    if (event === undefined || (await markFailed(ctx, event.id, why)) === 0)
      return refuse('conflict', 'event.not-due', 'Sự kiện này chưa đến ngày, đã bàn giao hoặc đã hoàn tác.')
    return done(null, {
      kind: 'organisations.event-failed',
      subject: `event:${event.id}`,
      reason: why,
      data: { key, title: event.title },
    })
  },
})
