/** Không phát sinh trong kỳ: a statement, not an empty form. */
import { z } from 'zod'
import { refuse } from '../../../kernel/result.ts'
import { action, done } from '../../../platform/action.ts'
import { text, year } from '../../../platform/http/input.ts'
import { holdReport } from '../held-report.ts'
import { canDraft } from '../rights.ts'
import { FIELD } from '../rules/answers.ts'
import { transition } from '../rules/transitions.ts'
import { beginDraft, saveSection } from '../store.ts'

/** Khẳng định không phát sinh. Saving any section later takes the statement back. */
export const declareNothing = action({
  name: 'reporting.declare-nothing',
  right: canDraft,
  readsKept: true,
  input: z.object({ regime: z.string().optional(), year: year(), unitCode: text(40, 'Thiếu mã cơ quan') }),
  run: async (ctx, input) => {
    const file = await holdReport(ctx, canDraft, input)
    if (!file.ok) return file
    const { obligation, period, unit, sections } = file.value
    const next = transition(obligation.state, 'luu')
    if (!next.ok) return next
    const at = { obligationId: obligation.id, unitId: unit.id, section: 0, seen: sections.get(0)?.version ?? 0 }
    if (!(await saveSection(ctx, at, { [FIELD.nothing]: period.regime.nothingStatement }))) {
      return refuse('stale', 'report.stale', 'Báo cáo vừa được người khác sửa. Chưa ghi gì, tải lại trang để xem.')
    }
    await beginDraft(ctx, obligation.id, next.value)
    return done(
      { year: input.year, unitCode: unit.code },
      {
        kind: 'reporting.nothing-declared',
        subject: `report:${obligation.id}`,
        unit: unit.id,
        data: { code: obligation.code },
      },
    )
  },
})
