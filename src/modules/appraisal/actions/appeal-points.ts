/** Kiến nghị về điểm: a body asks to look again at one criterion. */
import { z } from 'zod'
import { dayOf } from '../../../kernel/day.ts'
import { action, done } from '../../../platform/action.ts'
import { optionalText, text, year } from '../../../platform/http/input.ts'
import { canScoreSelf } from '../rights.ts'
import { mayAppeal } from '../rules/appeal.ts'
import { REASON_MAX } from '../rules/scoring.ts'
import { sheetUnder } from '../screens.ts'
import { saveAppeal } from '../store.ts'

/** Gửi kiến nghị. Refused outside the days for it and a second time for one criterion. */
export const appealPoints = action({
  name: 'appraisal.appeal-points',
  right: canScoreSelf,
  input: z.object({
    year: year(),
    unitCode: text(40, 'Thiếu mã cơ quan'),
    criterion: text(20, 'Chọn tiêu chí kiến nghị'),
    text: text(REASON_MAX, 'Nêu điều kiến nghị và căn cứ, tối đa 1.000 ký tự'),
    document: optionalText(200),
  }),
  run: async (ctx, input) => {
    const found = await sheetUnder(ctx, canScoreSelf, input)
    if (!found.ok) return found
    const { round, entry, items, appeals } = found.value
    const may = mayAppeal({
      profile: round.profile,
      state: round.state,
      today: dayOf(ctx.now),
      appealUntil: round.appealUntil,
      items,
      criterion: input.criterion,
      appealed: appeals.map((a) => a.criterion),
    })
    if (!may.ok) return may
    const { criterion, document } = input
    await saveAppeal(ctx, { entryId: entry.id, unitId: entry.unitId, criterion, text: input.text, document })
    return done(
      { year: input.year, unitCode: entry.unitCode, criterion },
      {
        kind: 'appraisal.appealed',
        subject: `appraisal-sheet:${entry.id}`,
        unit: entry.unitId,
        reason: input.text,
        data: { year: input.year, unitName: entry.unitName, criterion },
      },
    )
  },
})
