/** Việc nền: on 5 December every year the forecasts are kept, when the yearly reports are in; on a later day of the year by a system that slept. */
import { systemActor } from '../../kernel/actor.ts'
import { dayOf } from '../../kernel/day.ts'
import { newId, perform } from '../../platform/action.ts'
import { enterToRead, transact } from '../../platform/database/pool.ts'
import type { Job, JobCtx } from '../../platform/jobs/job.ts'
import type { Measure } from '../../platform/measure.ts'
import { readCourses } from '../goals/public.ts'
import { issueForecasts } from './actions/issue-forecasts.ts'
import { readOutlook } from './outlook.ts'
import { issuedForecasts } from './views.ts'

/** The day by which the reports of the year are due (Kế hoạch, phần V). */
const DUE = '12-05'

/** The jobs. */
export const jobs = (measures: () => readonly Measure[]): readonly Job[] => [
  {
    name: 'forecasting.outlooks',
    title: 'Tính lại khả năng đạt mục tiêu trong giờ làm việc, để người mở trang không phải chờ',
    // Every ten minutes from 07:00 to 18:00 in Viet Nam, on working days.
    cron: '*/10 0-11 * * 1-5',
    run: async (job: JobCtx) => {
      await transact(job.db, systemActor(), async (tx) => {
        await enterToRead(job.db, tx, systemActor())
        const ctx = { tx, actor: systemActor(), now: job.now, newId }
        for (const course of await readCourses(ctx, measures())) await readOutlook(ctx, measures(), course)
      })
    },
  },
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
