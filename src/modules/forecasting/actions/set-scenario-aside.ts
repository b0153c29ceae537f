/** Bỏ kịch bản: it leaves the list; what was computed stays in the ledger and the database. */
import { z } from 'zod'
import { refuse } from '../../../kernel/result.ts'
import { action, done } from '../../../platform/action.ts'
import { id } from '../../../platform/http/input.ts'
import { canPlan } from '../rights.ts'
import { setAside } from '../store.ts'
import { scenarioOf } from '../views.ts'

/** Sets a scenario aside. Refused for an approved one: the development plan rests on it. */
export const setScenarioAside = action({
  name: 'forecasting.set-scenario-aside',
  right: canPlan,
  input: z.object({ id: id() }),
  run: async (ctx, input) => {
    const scenario = await scenarioOf(ctx.tx, input.id)
    if (scenario === null || !(await setAside(ctx, input.id)))
      return refuse(
        'conflict',
        'forecasting.not-droppable',
        'Kịch bản này đã được duyệt hoặc đã bỏ nên không bỏ được. Kịch bản được duyệt là căn cứ của kế hoạch phát triển.',
      )
    return done(
      { id: input.id, title: scenario.title },
      { kind: 'forecasting.scenario-set-aside', subject: `scenario:${input.id}`, data: { title: scenario.title } },
    )
  },
})
