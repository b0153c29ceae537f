/** Thay đổi thành phần thực hiện: whether a body is obligated or only informed, by decision and with its reason. */
import { z } from 'zod'
import { refuse } from '../../../kernel/result.ts'
import { action, done } from '../../../platform/action.ts'
import { id, oneOf, text, whole } from '../../../platform/http/input.ts'
import { findUnit } from '../../organisations/public.ts'
import { canSetParticipant } from '../rights.ts'
import { saveParticipant } from '../store.ts'
import { currentProgramme, participants } from '../views.ts'

const ParticipantInput = z.object({
  unit: id('Chọn cơ quan'),
  role: oneOf(['obligated', 'informed'], 'Chọn phải thực hiện hoặc được gửi để biết'),
  reason: text(1000, 'Nhập lý do thay đổi, tối đa 1.000 ký tự'),
  /** Version of the row seen; 0 = not in the list yet. */
  version: whole('Tải lại trang rồi thay đổi lần nữa'),
})

/** Sets the role of a body in the current programme. Refuses: no plan, no such body, no reason, a change made meanwhile (stale). */
export const setParticipant = action<z.infer<typeof ParticipantInput>, { unit: string; name: string }>({
  name: 'programme.set-participant',
  right: canSetParticipant,
  input: ParticipantInput,
  run: async (ctx, input) => {
    const plan = await currentProgramme(ctx.tx)
    if (plan === null)
      return refuse(
        'absent',
        'programme.none',
        'Chưa có kế hoạch. Đọc kế hoạch từ tệp Word và ban hành vào hệ thống trước.',
      )
    const unit = await findUnit(ctx.tx, input.unit)
    if (unit === null)
      return refuse('absent', 'programme.no-unit', 'Không tìm thấy cơ quan này trong danh mục tổ chức.')
    const saved = await saveParticipant(ctx, {
      programmeId: plan.id,
      unitId: input.unit,
      role: input.role,
      reason: input.reason,
      seen: input.version,
    })
    if (!saved) {
      const theirs = (await participants(ctx.tx, plan.id)).find((p) => p.unitId === input.unit) ?? null
      return refuse(
        'stale',
        'programme.participant-stale',
        `${theirs?.decidedBy || 'Người khác'} vừa thay đổi vai trò của ${unit.officeName}. Chưa ghi gì; xem lại rồi chọn.`,
        { theirs },
      )
    }
    return done(
      { unit: input.unit, name: unit.officeName },
      {
        kind: 'programme.participant-set',
        subject: `programme:${plan.id}`,
        unit: input.unit,
        reason: input.reason,
        data: { unit: unit.officeName, role: input.role },
      },
    )
  },
})
