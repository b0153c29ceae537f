/** Bàn giao đúng ngày: on the day of a recorded event, what the ended units held goes to those named. */
import { z } from 'zod'
import { dayOf } from '../../../kernel/day.ts'
import { refuse } from '../../../kernel/result.ts'
import { action, done } from '../../../platform/action.ts'
import { type CarriedOut, carryOut, type Keepers } from '../event-work.ts'
import { canRecordEvents } from '../rights.ts'
import { lockRegister, markCarriedOut } from '../store/events.ts'
import { eventsDue } from '../views/drafts.ts'

const Input = z.object({ key: z.string() })

/** Carries a recorded event out, once. Refuses one whose day has not come, or that was carried out or taken back. */
export const carryOutEvent = (keepers: Keepers) =>
  action<z.infer<typeof Input>, CarriedOut>({
    name: 'organisations.carry-out-event',
    right: canRecordEvents,
    input: Input,
    run: async (ctx, { key }) => {
      await lockRegister(ctx.tx)
      const event = (await eventsDue(ctx.tx, dayOf(ctx.now))).find((e) => e.key === key)
      if (event === undefined)
        return refuse('conflict', 'event.not-due', 'Sự kiện này chưa đến ngày, đã bàn giao hoặc đã hoàn tác.')
      const handed = await carryOut(ctx, keepers, event)
      if (!handed.ok) return handed
      await markCarriedOut(ctx, event.id, handed.value.left)
      return done(handed.value, {
        kind: 'organisations.event-carried-out',
        subject: `event:${event.id}`,
        reason: event.act,
        data: { key, title: event.title, moved: handed.value.moved, left: handed.value.left.length },
      })
    },
  })
