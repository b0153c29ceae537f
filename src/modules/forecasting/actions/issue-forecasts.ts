/** Giữ lại dự báo hôm nay: every goal's forecast as it is told today, to be held against the figures that come. */
import { z } from 'zod'
import { dayOf, showDay } from '../../../kernel/day.ts'
import { refuse } from '../../../kernel/result.ts'
import { action, done } from '../../../platform/action.ts'
import type { Measure } from '../../../platform/measure.ts'
import { readCourses } from '../../goals/public.ts'
import { readOutlook } from '../outlook.ts'
import { canPlan } from '../rights.ts'
import { issue } from '../store.ts'

/** Keeps the forecasts of today. Refused when they were kept today already, or when there is none to keep. */
export const issueForecasts = (measures: () => readonly Measure[]) =>
  action({
    name: 'forecasting.issue-forecasts',
    right: canPlan,
    elevated: true,
    input: z.object({}),
    run: async (ctx) => {
      const today = dayOf(ctx.now)
      let count = 0
      let told = 0
      for (const course of await readCourses(ctx, measures())) {
        const o = await readOutlook(ctx, measures(), course)
        // What is no forecast is not held against anything.
        if (o.method === null || (o.method === 'chuoi' && o.chance === null && o.why !== '') || o.points.length === 0)
          continue
        told++
        const { code, method, points, chance } = o
        if (await issue(ctx, { code, givenOn: today, method, points, chance, targetYear: course.indicator.byYear }))
          count++
      }
      if (told === 0)
        return refuse(
          'conflict',
          'forecasting.nothing-to-issue',
          'Chưa mục tiêu nào có dự báo nên chưa có gì để giữ lại.',
        )
      if (count === 0)
        return refuse(
          'conflict',
          'forecasting.issued-today',
          `Dự báo ngày ${showDay(today)} đã được giữ lại. Mỗi ngày giữ một lần, để đối chiếu không bị chọn lọc.`,
        )
      return done(
        { day: today, count },
        { kind: 'forecasting.issued', subject: `forecast:${today}`, data: { count, day: showDay(today) } },
      )
    },
  })
