/** Lưu kịch bản: levers, model and figures as they are now, so that they can be read and made again later. */
import { z } from 'zod'
import { action, done } from '../../../platform/action.ts'
import { optionalText, text } from '../../../platform/http/input.ts'
import type { Measure } from '../../../platform/measure.ts'
import { canPlan } from '../rights.ts'
import { computeScenario } from '../screens.ts'
import * as store from '../store.ts'

/** Saves a scenario. Refused when its levers are impossible, or when a scenario in use has the title. */
export const saveScenario = (measures: () => readonly Measure[]) =>
  action({
    name: 'forecasting.save-scenario',
    right: canPlan,
    elevated: true,
    input: z.looseObject({
      title: text(200, 'Đặt tên cho kịch bản, ví dụ: Tuyển thêm 10% giáo viên'),
      note: optionalText(2000),
    }),
    run: async (ctx, input) => {
      const computed = await computeScenario(ctx, measures(), input)
      if (!computed.ok) return computed
      const { title, note } = input
      const id = await store.saveScenario(ctx, { title, note, ...computed.value })
      return done(
        { id, title },
        {
          kind: 'forecasting.scenario-saved',
          subject: `scenario:${id}`,
          data: { title, modelDigest: computed.value.modelDigest, resultDigest: computed.value.resultDigest },
        },
      )
    },
  })
