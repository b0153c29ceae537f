/** Việc nền: scans at night. */
import { systemActor } from '../../kernel/actor.ts'
import { perform } from '../../platform/action.ts'
import type { Job } from '../../platform/jobs/job.ts'
import { scanDuplicates } from './actions/scan-duplicates.ts'

/** Every night at 02:00 in Vietnam. */
export const jobs: readonly Job[] = [
  {
    name: 'duplicates.scan',
    title: 'Quét hồ sơ trùng',
    cron: '0 19 * * *',
    run: async ({ db, now }) => {
      await perform(db, { actor: systemActor(), now }, scanDuplicates, {})
    },
  },
]
