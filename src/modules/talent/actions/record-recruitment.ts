/** Ghi kết quả tuyển dụng: how many a body recruited in a period, and how many of them are talents. */
import { z } from 'zod'
import { showDay } from '../../../kernel/day.ts'
import { refuseFields } from '../../../kernel/result.ts'
import { demand } from '../../../kernel/right.ts'
import { action, done } from '../../../platform/action.ts'
import { id } from '../../../platform/http/input.ts'
import { findUnit } from '../../organisations/public.ts'
import { checkRecruits, recruitFields } from '../recruits.ts'
import { canReportRecruitment } from '../rights.ts'
import { insertRecruitment } from '../store.ts'

/** Refuses a period that is not over or already reported, and talents without evidence. Nobody recruited is a result too. */
export const recordRecruitment = action({
  name: 'talent.record-recruitment',
  right: canReportRecruitment,
  input: z.object({ unitId: id('Chọn cơ quan, đơn vị tuyển dụng'), ...recruitFields }),
  run: async (ctx, given) => {
    const allowed = demand(canReportRecruitment, ctx.actor, given.unitId)
    if (!allowed.ok) return allowed
    const unit = await findUnit(ctx.tx, given.unitId, given.to)
    if (unit === null)
      return refuseFields('talent.recruitment', {
        unitId: `Cơ quan này không có trong sổ bộ vào ngày ${showDay(given.to)}`,
      })
    const may = await checkRecruits(ctx, given.unitId, given)
    if (!may.ok) return may
    const key = ctx.newId()
    await insertRecruitment(ctx, { ...given, key, version: 1, state: 'bao-cao', reason: '' })
    const { from, to, recruited, talents, document } = given
    return done(
      { key, year: Number(from.slice(0, 4)) },
      {
        kind: 'talent.recruitment-recorded',
        subject: `recruitment:${key}`,
        unit: given.unitId,
        data: { from, to, recruited, talents, document, unitName: unit.officeName },
      },
    )
  },
})
