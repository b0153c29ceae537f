/** Trình thủ trưởng ký. */
import { z } from 'zod'
import { dayOf } from '../../../kernel/day.ts'
import { refuse } from '../../../kernel/result.ts'
import { action, done } from '../../../platform/action.ts'
import { text, year } from '../../../platform/http/input.ts'
import { canDraft } from '../rights.ts'
import { submitToHead as decide } from '../rules/submit-report.ts'
import { moveObligation } from '../store.ts'
import { signersOf } from '../views/flow.ts'
import { reportUnder } from '../views/report.ts'
import { aboutPeriod } from '../words.ts'

/** Trình. Refused while something must be mended; each gap is one sentence at its field. */
export const submitToHead = action({
  name: 'reporting.submit-to-head',
  right: canDraft,
  readsKept: true,
  input: z.object({ regime: z.string().optional(), year: year(), unitCode: text(40, 'Thiếu mã cơ quan') }),
  run: async (ctx, input) => {
    const file = await reportUnder(ctx, canDraft, input)
    if (!file.ok) return file
    const { obligation, unit, found } = file.value
    const decided = decide({ state: obligation.state, dueBefore: obligation.dueBefore, found })
    if (!decided.ok) return decided
    if (!(await moveObligation(ctx, obligation, { verb: 'trinh', state: decided.value }))) {
      return refuse('stale', 'report.stale', 'Báo cáo vừa đổi trạng thái. Chưa trình, tải lại trang để xem.')
    }
    const signers = await signersOf(ctx.tx, [unit.id], dayOf(ctx.now))
    return done(
      { year: input.year, unitCode: unit.code, code: obligation.code },
      {
        kind: 'reporting.sent-to-head',
        subject: `report:${obligation.id}`,
        unit: unit.id,
        data: { ...aboutPeriod(file.value.period), code: obligation.code, signers: signers.get(unit.id) ?? [] },
      },
    )
  },
})
