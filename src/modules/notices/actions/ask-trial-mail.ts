/** Gửi thư thử: one message to oneself, to see that mails arrive. */
import { z } from 'zod'
import { refuse } from '../../../kernel/result.ts'
import { action, done } from '../../../platform/action.ts'
import { canChooseReminding } from '../rights.ts'
import { queueMail } from '../store.ts'
import { mailChoices } from '../views.ts'

const GOOD_HOURS = 1

/** Needs the agreement first. */
export const askTrialMail = action({
  name: 'notices.ask-trial-mail',
  right: canChooseReminding,
  input: z.object({}),
  run: async (ctx) => {
    const accountId = ctx.actor.id
    const [choice] = await mailChoices(ctx.tx, [accountId])
    if (!choice) return refuse('conflict', 'mail.not-agreed', 'Chưa bật nhận nhắc việc qua thư nên chưa gửi thư thử.')
    const key = `thu:${accountId}:${ctx.now.epochMilliseconds}`
    const queued = await queueMail(ctx, { accountId, kind: 'thu', key, goodUntil: ctx.now.add({ hours: GOOD_HOURS }) })
    return done({ queued }, { kind: 'mails.trial-asked', subject: `account:${accountId}` })
  },
})
