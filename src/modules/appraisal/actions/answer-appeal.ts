/** Trả lời kiến nghị: once, with new points or with the reason why they stay. */
import { z } from 'zod'
import { refuse } from '../../../kernel/result.ts'
import { action, done } from '../../../platform/action.ts'
import { id, oneOf, optionalNumber, text, year } from '../../../platform/http/input.ts'
import { canAppraise } from '../rights.ts'
import { answerAppeal as mayAnswer } from '../rules/appeal.ts'
import { criterionOf } from '../rules/profile.ts'
import { REASON_MAX } from '../rules/scoring.ts'
import { sheetUnder } from '../screens.ts'
import { saveAnswer } from '../store.ts'

/** Trả lời. Refused a second time and once the round is closed. */
export const answerAppeal = action({
  name: 'appraisal.answer-appeal',
  right: canAppraise,
  input: z.object({
    year: year(),
    unitCode: text(40, 'Thiếu mã cơ quan'),
    appeal: id('Chọn kiến nghị'),
    verdict: oneOf(['chap-nhan', 'giu-nguyen'], 'Chọn sửa điểm hoặc giữ nguyên điểm'),
    points: optionalNumber(),
    answer: text(REASON_MAX, 'Nêu lý do trả lời, tối đa 1.000 ký tự'),
  }),
  run: async (ctx, input) => {
    const found = await sheetUnder(ctx, canAppraise, input)
    if (!found.ok) return found
    const { round, entry, items, appeals } = found.value
    const appeal = appeals.find((a) => a.id === input.appeal)
    const item = items.find((i) => i.criterion === appeal?.criterion)
    const criterion = criterionOf(round.profile, appeal?.criterion ?? '')
    if (appeal === undefined || item === undefined || criterion === null)
      return refuse('absent', 'appraisal.no-appeal', 'Không tìm thấy kiến nghị này trong phiếu chấm.')
    const { verdict: answer, points } = input
    const decided = mayAnswer({ state: appeal.state, round: round.state, criterion, item, answer, points })
    if (!decided.ok) return decided
    const saved = await saveAnswer(ctx, {
      id: appeal.id,
      entryId: entry.id,
      criterion: criterion.code,
      state: answer,
      points: decided.value,
      answer: input.answer,
    })
    if (!saved) return refuse('conflict', 'appraisal.answered', 'Kiến nghị này vừa được người khác trả lời.')
    return done(
      { year: input.year, unitCode: entry.unitCode, criterion: criterion.code },
      {
        kind: 'appraisal.appeal-answered',
        subject: `appraisal-sheet:${entry.id}`,
        unit: entry.unitId,
        reason: input.answer,
        data: { year: input.year, unitName: entry.unitName, criterion: criterion.code, points: decided.value },
      },
    )
  },
})
