/** Việc nền: on 5 December every year the forecasts are kept, when the yearly reports are in; on a later day of the year by a system that slept. */
import { systemActor } from '../../kernel/actor.ts'
import { dayOf } from '../../kernel/day.ts'
import { perform } from '../../platform/action.ts'
import { transact } from '../../platform/database/pool.ts'
import type { Job, JobCtx } from '../../platform/jobs/job.ts'
import type { Measure } from '../../platform/measure.ts'
import { issueForecasts } from './actions/issue-forecasts.ts'
import { issuedForecasts } from './views.ts'

/** The day by which the reports of the year are due (Kế hoạch, phần V). */
const DUE = '12-05'

/** The jobs. */
export const jobs = (measures: () => readonly Measure[]): readonly Job[] => [
  {
    name: 'forecasting.yearly',
    title: 'Giữ lại dự báo ngày 05/12 để đối chiếu',
    // 23:30 in Viet Nam, when the reports of the day are in.
    cron: '30 16 * * *',
    run: async (job: JobCtx) => {
      const today = dayOf(job.now)
      const due = `${today.slice(0, 4)}-${DUE}`
      if (today < due) return
      const given = await transact(job.db, systemActor(), (tx) => issuedForecasts(tx))
      if (given.some((f) => f.givenOn >= due)) return
      await perform(job.db, { actor: systemActor(), now: job.now }, issueForecasts(measures), {})
    },
  },
]
