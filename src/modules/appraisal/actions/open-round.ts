/** Mở đợt chấm điểm: a sheet for each body that owes the report of the year, with what is recorded already counted. */
import { z } from 'zod'
import { dayOf } from '../../../kernel/day.ts'
import { action, done } from '../../../platform/action.ts'
import { year } from '../../../platform/http/input.ts'
import { countSheets } from '../gathering.ts'
import { canAppraise } from '../rights.ts'
import { SHIPPED } from '../rules/profile.ts'
import { openRound as mayOpen } from '../rules/round.ts'
import { saveRound } from '../store.ts'
import { findRound } from '../views.ts'

/** Mở đợt. Refused before the due day and a second time. */
export const openRound = action({
  name: 'appraisal.open-round',
  right: canAppraise,
  input: z.object({ year: year() }),
  run: async (ctx, input) => {
    const { dueBefore, sheets } = await countSheets(ctx, SHIPPED, input.year)
    const may = mayOpen({
      year: input.year,
      dueBefore,
      today: dayOf(ctx.now),
      exists: (await findRound(ctx.tx, input.year)) !== null,
      bodies: sheets.length,
    })
    if (!may.ok) return may
    const id = await saveRound(ctx, { year: input.year, profile: SHIPPED, sheets })
    return done(
      { year: input.year, bodies: sheets.length },
      {
        kind: 'appraisal.opened',
        subject: `appraisal:${id}`,
        data: {
          year: input.year,
          bodies: sheets.length,
          profile: SHIPPED.code,
          profileVersion: SHIPPED.version,
          units: sheets.map((s) => s.unitId),
        },
      },
    )
  },
})
