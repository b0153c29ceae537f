/** Ghi ngày nghỉ, ngày làm bù: a span with its occasion and the act that says so. What stood there unchecked is replaced. */
import { z } from 'zod'
import { action, done } from '../../../platform/action.ts'
import { dayField, oneOf, optionalDay, text } from '../../../platform/http/input.ts'
import { canKeepDaysOff } from '../rights.ts'
import { daysMeant } from '../rules/days-off.ts'
import { saveDaysOff } from '../store.ts'

/** Refuses a span that changes nothing, and one without an act. */
export const keepDaysOff = action({
  name: 'code-lists.keep-days-off',
  right: canKeepDaysOff,
  input: z.object({
    tu: dayField('Nhập ngày đầu, ví dụ 16/02/2026'),
    den: optionalDay('Ngày cuối phải là ngày có thật, ví dụ 20/02/2026'),
    loai: oneOf(['nghi', 'lam-bu'], 'Chọn nghỉ hoặc làm bù'),
    dip: text(200, 'Nhập dịp, ví dụ Tết Bính Ngọ'),
    vanBan: text(300, 'Nhập số, ngày, cơ quan ban hành văn bản thông báo'),
  }),
  run: async (ctx, input) => {
    const meant = daysMeant(input.tu, input.den ?? input.tu, input.loai)
    if (!meant.ok) return meant
    const said = { kind: input.loai, occasion: input.dip, act: input.vanBan, status: 'seen' } as const
    await saveDaysOff(
      ctx,
      meant.value.map((day) => ({ id: ctx.newId(), day, ...said })),
    )
    return done(
      { days: meant.value.length, year: input.tu.slice(0, 4) },
      {
        kind: 'days-off.kept',
        subject: `days-off:${input.tu.slice(0, 4)}`,
        data: { kind: input.loai, from: input.tu, to: input.den ?? input.tu, occasion: input.dip, act: input.vanBan },
      },
    )
  },
})
