/** Hoàn tác duyệt: the last batch goes back to appraisal, as long as no provincial report has taken it in. */
import { z } from 'zod'
import { refuse } from '../../../kernel/result.ts'
import { action, done } from '../../../platform/action.ts'
import { text, year } from '../../../platform/http/input.ts'
import { canAppraise } from '../rights.ts'
import { undo } from '../rules/appraise.ts'
import { moveObligation } from '../store.ts'
import { acceptedBatches } from '../views/batches.ts'
import { findPeriod } from '../views/periods.ts'
import { lastBuilt } from '../views/provincial.ts'
import { aboutPeriod } from '../words.ts'

/** Hoàn tác. */
export const undoAcceptance = action({
  name: 'reporting.undo-acceptance',
  right: canAppraise,
  input: z.object({
    regime: z.string().optional(),
    year: year(),
    batch: text(60, 'Thiếu lần duyệt cần hoàn tác'),
  }),
  run: async (ctx, input) => {
    const period = await findPeriod(ctx.tx, input)
    if (!period) return refuse('absent', 'period.absent', `Kỳ báo cáo ${input.year} chưa mở.`)
    const batch = (await acceptedBatches(ctx.tx, input)).find((b) => b.at.toString() === input.batch)
    if (!batch) return refuse('absent', 'report.batch', 'Lần duyệt này không còn báo cáo nào để hoàn tác.')
    const built = await lastBuilt(ctx.tx, input)
    for (const o of batch.obligations) {
      const next = undo(o.state, batch.at, built)
      if (!next.ok) return next
      if (!(await moveObligation(ctx, o, { verb: 'hoan-tac', state: next.value }))) {
        return refuse('stale', 'report.stale', 'Có báo cáo vừa đổi trạng thái. Chưa hoàn tác báo cáo nào.')
      }
    }
    const count = batch.obligations.length
    const only = count === 1 ? batch.obligations[0] : undefined
    return done(
      { regime: period.slug, year: period.year, count },
      {
        kind: 'reporting.acceptance-undone',
        subject: only ? `report:${only.id}` : `period:${period.id}`,
        unit: only?.unitId ?? null,
        data: { ...aboutPeriod(period), count, units: batch.obligations.map((o) => o.unitId) },
      },
    )
  },
})
