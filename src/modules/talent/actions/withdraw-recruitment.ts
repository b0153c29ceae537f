/** Rút kết quả tuyển dụng ghi nhầm: its period is free again; the history keeps it. */
import { z } from 'zod'
import { refuse } from '../../../kernel/result.ts'
import { demand } from '../../../kernel/right.ts'
import { action, done } from '../../../platform/action.ts'
import { id, text, whole } from '../../../platform/http/input.ts'
import { canReportRecruitment } from '../rights.ts'
import { recruitmentChanged } from '../rules/recruitment.ts'
import { insertRecruitment, supersedeRecruitment } from '../store.ts'
import { findRecruitment } from '../views.ts'

/** Refuses without a reason and when somebody else has written since. */
export const withdrawRecruitment = action({
  name: 'talent.withdraw-recruitment',
  right: canReportRecruitment,
  input: z.object({
    key: id('Thiếu kết quả được rút'),
    version: whole('Thiếu số của bản đang xem'),
    reason: text(1000, 'Nêu lý do rút'),
  }),
  run: async (ctx, given) => {
    const current = await findRecruitment(ctx.tx, given.key)
    if (current === null || current.state === 'rut')
      return refuse('absent', 'talent.no-recruitment', 'Không có kết quả tuyển dụng này trong phạm vi được xem.')
    const allowed = demand(canReportRecruitment, ctx.actor, current.unitId)
    if (!allowed.ok) return allowed
    if (!(await supersedeRecruitment(ctx, current.key, given.version))) return recruitmentChanged(current)
    const { reason } = given
    await insertRecruitment(ctx, { ...current, version: current.version + 1, state: 'rut', reason })
    const { from, to, unitId, key } = current
    return done(
      { year: Number(from.slice(0, 4)) },
      { kind: 'talent.recruitment-withdrawn', subject: `recruitment:${key}`, unit: unitId, reason, data: { from, to } },
    )
  },
})
