/** Công bố kết quả: every body sees the ranking from now on, and may appeal for the days the profile gives. */
import { z } from 'zod'
import { dayOf } from '../../../kernel/day.ts'
import { action, done } from '../../../platform/action.ts'
import { whole, year } from '../../../platform/http/input.ts'
import { announcedDays, workingDayAfter } from '../../code-lists/public.ts'
import { canAppraise } from '../rights.ts'
import { publishRound as mayPublish } from '../rules/round.ts'
import { noRound } from '../screens.ts'
import { savePublished } from '../store.ts'
import { changedMeanwhile } from '../typed.ts'
import { entriesOf, findRound } from '../views.ts'

/** Công bố. Refused while a self score waits for its appraisal. */
export const publishRound = action({
  name: 'appraisal.publish-round',
  right: canAppraise,
  input: z.object({ year: year(), version: whole('Thiếu phiên bản') }),
  run: async (ctx, input) => {
    const round = await findRound(ctx.tx, input.year)
    if (round === null) return noRound(input.year)
    const waiting = (await entriesOf(ctx.tx, round.id)).filter((e) => e.state === 'da-tu-cham').length
    const may = mayPublish(round.state, waiting)
    if (!may.ok) return may
    const { workingDays } = round.profile.appeal
    const until = workingDayAfter(dayOf(ctx.now), workingDays, await announcedDays(ctx.tx))
    if (!(await savePublished(ctx, round.id, input.version, until))) return changedMeanwhile(round.version)
    return done(
      { year: input.year, until },
      { kind: 'appraisal.published', subject: `appraisal:${round.id}`, data: { year: input.year, until } },
    )
  },
})
