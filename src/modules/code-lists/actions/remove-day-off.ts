/** Bỏ một ngày khỏi danh sách ngày nghỉ: what was counted with it before stays as it was. */
import { z } from 'zod'
import { refuse } from '../../../kernel/result.ts'
import { action, done } from '../../../platform/action.ts'
import { id } from '../../../platform/http/input.ts'
import { canKeepDaysOff } from '../rights.ts'
import { removeDay } from '../store.ts'
import { findDayOff } from '../views.ts'

/** Refuses a day that somebody else has taken out already. */
export const removeDayOff = action({
  name: 'code-lists.remove-day-off',
  right: canKeepDaysOff,
  input: z.object({ id: id() }),
  run: async (ctx, input) => {
    const known = await findDayOff(ctx.tx, input.id)
    if (known === null || !(await removeDay(ctx, input.id)))
      return refuse('absent', 'day-off.absent', 'Ngày này không còn trong danh sách. Tải lại trang.')
    return done(known, {
      kind: 'days-off.removed',
      subject: `days-off:${known.day.slice(0, 4)}`,
      data: { day: known.day, occasion: known.occasion },
    })
  },
})
