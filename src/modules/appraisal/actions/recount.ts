/** Đếm lại số liệu: reports and tasks went on after the opening; points people gave stay. */
import { z } from 'zod'
import { action, done } from '../../../platform/action.ts'
import { year } from '../../../platform/http/input.ts'
import { countSheets } from '../gathering.ts'
import { canAppraise } from '../rights.ts'
import { stillScoring } from '../rules/round.ts'
import { noRound } from '../screens.ts'
import { saveCount } from '../store.ts'
import { findRound } from '../views.ts'

/** Đếm lại. Refused once the result is published. */
export const recount = action({
  name: 'appraisal.recount',
  right: canAppraise,
  input: z.object({ year: year() }),
  run: async (ctx, input) => {
    const round = await findRound(ctx.tx, input.year)
    if (round === null) return noRound(input.year)
    const open = stillScoring(round.state)
    if (!open.ok) return open
    const { sheets } = await countSheets(ctx, round.profile, input.year)
    await saveCount(ctx, round.id, sheets)
    return done(
      { year: input.year },
      { kind: 'appraisal.recounted', subject: `appraisal:${round.id}`, data: { year: input.year } },
    )
  },
})
