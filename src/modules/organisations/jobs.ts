/** Việc nền của sổ bộ: events whose day has come are carried out, once each. */
import { systemActor } from '../../kernel/actor.ts'
import { dayOf } from '../../kernel/day.ts'
import { perform } from '../../platform/action.ts'
import { transact } from '../../platform/database/pool.ts'
import type { Job } from '../../platform/jobs/job.ts'
import { carryOutEvent } from './actions/carry-out-event.ts'
import type { Keepers } from './event-work.ts'
import { eventsDue } from './views/drafts.ts'

/** Jobs of the module. */
export const jobs = (keepers: Keepers): readonly Job[] => [
  {
    name: 'organisations.carry-out',
    title: 'Bàn giao theo biến động tổ chức đến ngày hiệu lực',
    // 00:02 in Viet Nam; and whenever something is recorded, for a system that slept through midnight.
    cron: '2 17 * * *',
    afterFacts: true,
    run: async ({ db, now }) => {
      const actor = systemActor()
      const due = await transact(db, actor, (tx) => eventsDue(tx, dayOf(now)))
      for (const e of due) await perform(db, { actor, now }, carryOutEvent(keepers), { key: e.key })
    },
  },
]
