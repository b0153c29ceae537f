/** Khóa kết quả: what is shown now is shown and printed from then on, whatever changes elsewhere. */
import { createHash } from 'node:crypto'
import { z } from 'zod'
import { dayOf } from '../../../kernel/day.ts'
import { action, done } from '../../../platform/action.ts'
import { whole, year } from '../../../platform/http/input.ts'
import { canAppraise } from '../rights.ts'
import { frozenText } from '../rules/frozen.ts'
import { closeRound as mayClose } from '../rules/round.ts'
import { noRound, readRanking } from '../screens.ts'
import { saveClosed } from '../store.ts'
import { changedMeanwhile } from '../typed.ts'
import { appealsOf, entriesOf, findRound } from '../views.ts'

/** Khóa. Refused before the days of appeals are over and while one waits. */
export const closeRound = action({
  name: 'appraisal.close-round',
  right: canAppraise,
  input: z.object({ year: year(), version: whole('Thiếu phiên bản') }),
  run: async (ctx, input) => {
    const round = await findRound(ctx.tx, input.year)
    if (round === null) return noRound(input.year)
    const entries = await entriesOf(ctx.tx, round.id)
    const appeals = await appealsOf(
      ctx.tx,
      entries.map((e) => e.id),
    )
    const unanswered = appeals.filter((a) => a.state === 'cho').length
    const { state, appealUntil } = round
    const may = mayClose({ state, today: dayOf(ctx.now), appealUntil, unanswered })
    if (!may.ok) return may
    const frozen = { rows: await readRanking(ctx, round) }
    const sha256 = createHash('sha256').update(frozenText(frozen.rows)).digest('hex')
    if (!(await saveClosed(ctx, round.id, input.version, { frozen, sha256 }))) return changedMeanwhile(round.version)
    return done(
      { year: input.year },
      { kind: 'appraisal.closed', subject: `appraisal:${round.id}`, data: { year: input.year, sha256 } },
    )
  },
})
