/** Duyệt báo cáo: one or many, all or none; can be taken back until the province consolidates. */
import { z } from 'zod'
import { refuse } from '../../../kernel/result.ts'
import { midSentence } from '../../../kernel/text.ts'
import { action, done } from '../../../platform/action.ts'
import { list, text, year } from '../../../platform/http/input.ts'
import { canAppraise } from '../rights.ts'
import { acceptAll } from '../rules/appraise.ts'
import { lockObligations, moveObligation } from '../store.ts'
import { linesOf } from '../views/obligations.ts'
import { findPeriod } from '../views/periods.ts'
import { lastSubmissions } from '../views/report.ts'

/** Kết quả duyệt. `batch` is the instant that names the batch for «Hoàn tác». */
export type AcceptedBatch = {
  readonly regime: string
  readonly year: number
  readonly count: number
  readonly batch: string
}

/** Duyệt. */
export const acceptReports = action({
  name: 'reporting.accept',
  right: canAppraise,
  input: z.object({
    regime: z.string().optional(),
    year: year(),
    units: list(text(40, 'Thiếu mã cơ quan'), 'Chọn ít nhất một báo cáo đã nộp'),
  }),
  run: async (ctx, input) => {
    const period = await findPeriod(ctx.tx, input)
    if (!period) return refuse('absent', 'period.absent', `Kỳ báo cáo ${input.year} chưa mở.`)
    const wanted = new Set(input.units)
    const first = (await linesOf(ctx.tx, input, ctx.now)).filter((l) => wanted.has(l.unitCode))
    await lockObligations(
      ctx.tx,
      first.map((l) => l.id),
    )
    const lines = (await linesOf(ctx.tx, input, ctx.now)).filter((l) => wanted.has(l.unitCode))
    if (lines.length < wanted.size) {
      const known = new Set(lines.map((l) => l.unitCode))
      const missing = [...wanted].filter((c) => !known.has(c)).join(', ')
      return refuse(
        'absent',
        'report.absent',
        `Không có ${midSentence(period.title)} của mã ${missing}. Chưa duyệt báo cáo nào.`,
      )
    }
    const decided = acceptAll(
      lines.map((l) => ({ id: l.id, name: l.unitName, state: l.state, openWarnings: l.openWarnings })),
    )
    if (!decided.ok) return decided
    const numbers = new Map((await lastSubmissions(ctx.tx, decided.value)).map((s) => [s.obligationId, s.number]))
    for (const l of lines) {
      const move = { verb: 'duyet', state: 'da-duyet', submissionNumber: numbers.get(l.id) ?? null } as const
      if (!(await moveObligation(ctx, l, move))) {
        return refuse(
          'stale',
          'report.stale',
          `${l.unitName}: người khác vừa quyết định. Chưa duyệt báo cáo nào, tải lại trang để xem.`,
        )
      }
    }
    const batch: AcceptedBatch = {
      regime: period.slug,
      year: period.year,
      count: lines.length,
      batch: ctx.now.toString(),
    }
    const only = lines.length === 1 ? lines[0] : undefined
    return done(batch, {
      kind: 'reporting.accepted',
      subject: only ? `report:${only.id}` : `period:${period.id}`,
      unit: only?.unitId ?? null,
      data: { ...batch, title: period.title, codes: lines.map((l) => l.code), units: lines.map((l) => l.unitId) },
    })
  },
})
