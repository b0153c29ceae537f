/** Ghi thôi việc: somebody leaves, retires, dies, or moves to another body of the province and goes on being followed there. */
import { z } from 'zod'
import { dayOf, showDay } from '../../../kernel/day.ts'
import { refuseFields } from '../../../kernel/result.ts'
import { action, done } from '../../../platform/action.ts'
import { dayField, id, oneOf, optionalText, text, whole } from '../../../platform/http/input.ts'
import { codeBook } from '../../code-lists/public.ts'
import { findUnit } from '../../organisations/public.ts'
import { canRecordTalents } from '../rights.ts'
import { leaving } from '../rules/recognising.ts'
import { saveEpisode } from '../store.ts'
import { EXITS, type Exit, LEAVING_LIST } from '../words.ts'
import { takeTalent, talentForWriting } from '../writing.ts'

/** Refuses somebody who has left already, a leaving without a reason, a body that does not exist on the day. */
export const recordLeaving = action({
  name: 'talent.record-leaving',
  right: canRecordTalents,
  // The body somebody moves to is another's; who may record is asked in `talentForWriting`.
  elevated: true,
  input: z.object({
    code: text(20, 'Thiếu mã nhân tài'),
    version: whole('Thiếu số của bản đang xem'),
    leftOn: dayField('Nhập ngày thôi việc, là ngày đầu tiên không còn làm'),
    exit: oneOf(Object.keys(EXITS) as Exit[], 'Chọn hình thức thôi việc'),
    reason: optionalText(40),
    toUnitId: z.union([id(), z.literal('')]).default(''),
    document: text(300, 'Nêu số, ngày văn bản'),
  }),
  run: async (ctx, given) => {
    const found = await talentForWriting(ctx, given.code, given.version)
    if (!found.ok) return found
    const t = found.value
    const { leftOn, exit, document } = given
    const list = (await codeBook(ctx.tx, leftOn)).list(LEAVING_LIST)
    const may = leaving(
      t,
      given,
      list.entries.map((e) => e.code),
      dayOf(ctx.now),
    )
    if (!may.ok) return may
    const moves = exit === 'chuyen-trong-tinh'
    const to = moves ? await findUnit(ctx.tx, given.toUnitId) : null
    if (moves && (to === null || (to.valid.to !== null && to.valid.to <= leftOn)))
      return refuseFields('talent.leaving', {
        toUnitId: `Cơ quan này không có trong sổ bộ vào ngày ${showDay(leftOn)}`,
      })
    const taken = await takeTalent(ctx, t, to?.id ?? t.unitId)
    if (!taken.ok) return taken
    const open = may.value
    const reason = exit === 'roi' ? given.reason : null
    await saveEpisode(ctx, { ...open, leftOn, exit, reason, document, version: open.version + 1 })
    if (to !== null) {
      const begun = { unitId: to.id, from: leftOn, leftOn: null, exit: null, reason: null }
      await saveEpisode(ctx, { talentId: t.id, key: ctx.newId(), version: 1, document, ...begun })
    }
    const told = reason === null ? (to?.officeName ?? '') : (list.labelOf(reason) ?? reason)
    return done(
      { code: t.code, exit },
      {
        kind: 'talent.left',
        subject: `talent:${t.id}`,
        unit: to?.id ?? t.unitId,
        data: { code: t.code, leftOn, exit: EXITS[exit].label, told },
      },
    )
  },
})
