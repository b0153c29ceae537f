/** Nhắc mốc theo dõi nhân tài: the body of each person is told of milestones to review and commitments about to end. */
import { z } from 'zod'
import { dayOf } from '../../../kernel/day.ts'
import { action, done } from '../../../platform/action.ts'
import { accountsOf } from '../../accounts/public.ts'
import { talentReminders } from '../../talent/public.ts'
import { canUrge } from '../rights.ts'
import { deliver } from '../store.ts'

/** Every step reaches an inbox once; running it again sends nothing. */
export const remindOfTalents = action({
  name: 'notices.remind-of-talents',
  right: canUrge,
  input: z.object({}),
  run: async (ctx) => {
    const due = await talentReminders(ctx)
    const people = await accountsOf(ctx.tx, { unitIds: due.map((r) => r.unitId), role: 'co-quan' }, dayOf(ctx.now))
    let reminded = 0
    for (const { key, unitId, title, body, href } of due) {
      const accountIds = people.filter((p) => p.unitId === unitId).map((p) => p.accountId)
      const landed = await deliver(ctx, { accountIds, kind: 'nhac-nhan-tai', title, body, href, key })
      if (landed.size > 0) reminded++
    }
    return done({ reminded }, { kind: 'reminders.talents-sent', subject: 'talent', data: { reminded } })
  },
})
