/** Thẩm định điểm: points beside those of the body, with a reason where they differ. */
import { z } from 'zod'
import { action, done } from '../../../platform/action.ts'
import { text, whole, year } from '../../../platform/http/input.ts'
import { canAppraise } from '../rights.ts'
import { stillScoring } from '../rules/round.ts'
import { readAppraised } from '../rules/scoring.ts'
import { sheetUnder } from '../screens.ts'
import { saveAppraised } from '../store.ts'
import { changedMeanwhile, typedOf } from '../typed.ts'

/** Ghi điểm thẩm định. Refused after publication, and where a difference has no reason. */
export const appraise = action({
  name: 'appraisal.appraise',
  right: canAppraise,
  input: z.looseObject({ year: year(), unitCode: text(40, 'Thiếu mã cơ quan'), version: whole('Thiếu phiên bản') }),
  run: async (ctx, input) => {
    const found = await sheetUnder(ctx, canAppraise, input)
    if (!found.ok) return found
    const { round, entry, items } = found.value
    const open = stillScoring(round.state)
    if (!open.ok) return open
    const lines = readAppraised(round.profile, items, typedOf(input))
    if (!lines.ok) return lines
    if (!(await saveAppraised(ctx, { id: entry.id, version: input.version, lines: lines.value })))
      return changedMeanwhile(entry.version)
    return done(
      { year: input.year, unitCode: entry.unitCode, unitName: entry.unitName },
      {
        kind: 'appraisal.appraised',
        subject: `appraisal-sheet:${entry.id}`,
        unit: entry.unitId,
        data: { year: input.year, unitName: entry.unitName },
      },
    )
  },
})
