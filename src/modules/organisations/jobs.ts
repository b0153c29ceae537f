/** Việc nền của sổ bộ: events whose day has come are carried out, once each; what could not be carried out is told. */
import { systemActor } from '../../kernel/actor.ts'
import { dayOf } from '../../kernel/day.ts'
import { type Decision, refuse } from '../../kernel/result.ts'
import { perform } from '../../platform/action.ts'
import { transact } from '../../platform/database/pool.ts'
import type { Job, JobCtx } from '../../platform/jobs/job.ts'
import { logger } from '../../platform/log.ts'
import { carryOutEvent } from './actions/carry-out-event.ts'
import { noteEventFailure } from './actions/note-event-failure.ts'
import type { Keepers } from './event-work.ts'
import { mayTryAgain, toldToday } from './rules/trying-again.ts'
import { eventsDue, type RecordedEvent } from './views/drafts.ts'

/** Jobs of the module. */
export const jobs = (keepers: Keepers): readonly Job[] => [
  {
    name: 'organisations.carry-out',
    title: 'Bàn giao theo biến động tổ chức đến ngày hiệu lực',
    // 00:02 in Viet Nam; and whenever something is recorded, for a system that slept through midnight.
    cron: '2 17 * * *',
    afterFacts: true,
    run: async (ctx) => {
      const due = await transact(ctx.db, systemActor(), (tx) => eventsDue(tx, dayOf(ctx.now)))
      for (const event of due) if (mayTryAgain(event, ctx.now)) await carryOutOne(keepers, ctx, event)
    },
  },
]

/** One event that fails holds no other one up. */
async function carryOutOne(keepers: Keepers, { db, now }: JobCtx, event: RecordedEvent): Promise<void> {
  const at = { actor: systemActor(), now }
  const { key } = event
  const outcome = await perform(db, at, carryOutEvent(keepers), { key }).catch((error: unknown): Decision<never> => {
    logger.error({ err: error, event: key }, 'chưa bàn giao được theo biến động tổ chức')
    return refuse('conflict', 'event.broken', 'Hệ thống gặp lỗi khi bàn giao. Nội dung lỗi có trong nhật ký máy chủ.')
  })
  // Telling is a fact, and facts wake this job: once a day is enough.
  if (outcome.ok || outcome.code === 'event.not-due' || toldToday(event, now)) return
  await perform(db, at, noteEventFailure, { key, why: outcome.message })
}
