/** Đính chính kết quả tuyển dụng: a new version; the one before it stays readable. */
import { z } from 'zod'
import { refuse } from '../../../kernel/result.ts'
import { demand } from '../../../kernel/right.ts'
import { action, done } from '../../../platform/action.ts'
import { id, text, whole } from '../../../platform/http/input.ts'
import { checkRecruits, recruitFields } from '../recruits.ts'
import { canReportRecruitment } from '../rights.ts'
import { recruitmentChanged } from '../rules/recruitment.ts'
import { insertRecruitment, supersedeRecruitment } from '../store.ts'
import { findRecruitment } from '../views.ts'

/** Refuses without a reason and when somebody else has written since. */
export const correctRecruitment = action({
  name: 'talent.correct-recruitment',
  right: canReportRecruitment,
  input: z.object({
    key: id('Thiếu kết quả được đính chính'),
    version: whole('Thiếu số của bản đang xem'),
    reason: text(1000, 'Nêu lý do đính chính'),
    ...recruitFields,
  }),
  run: async (ctx, given) => {
    const current = await findRecruitment(ctx.tx, given.key)
    if (current === null || current.state === 'rut')
      return refuse('absent', 'talent.no-recruitment', 'Không có kết quả tuyển dụng này trong phạm vi được xem.')
    const allowed = demand(canReportRecruitment, ctx.actor, current.unitId)
    if (!allowed.ok) return allowed
    if (current.version !== given.version) return recruitmentChanged(current)
    const may = await checkRecruits(ctx, current.unitId, given, current.key)
    if (!may.ok) return may
    if (!(await supersedeRecruitment(ctx, current.key, current.version))) return recruitmentChanged(current)
    const { key, unitId } = current
    const { from, to, recruited, talents, named, evidence, document, reason } = given
    const said = { from, to, recruited, talents, named, evidence, document, reason }
    await insertRecruitment(ctx, { key, unitId, ...said, version: current.version + 1, state: 'dinh-chinh' })
    return done(
      { key, year: Number(from.slice(0, 4)) },
      {
        kind: 'talent.recruitment-corrected',
        subject: `recruitment:${key}`,
        unit: unitId,
        reason,
        data: { from, to, recruited, talents, before: current.recruited, talentsBefore: current.talents },
      },
    )
  },
})
