/** Dừng nhận nhắc việc qua thư: from this moment nothing more is sent, also nothing that waits. */
import { z } from 'zod'
import { action, done } from '../../../platform/action.ts'
import { canChooseReminding } from '../rights.ts'
import { endMails } from '../store.ts'

/** Stopping what was not agreed to changes nothing. */
export const stopMails = action({
  name: 'notices.stop-mails',
  right: canChooseReminding,
  input: z.object({}),
  run: async (ctx) => {
    const ended = await endMails(ctx)
    return done({ ended }, { kind: 'mails.stopped', subject: `account:${ctx.actor.id}`, data: { ended } })
  },
})
