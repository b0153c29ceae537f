/** Cấp khóa truy cập: another system reads, or reads and writes, for one body in one role until a day. */
import { z } from 'zod'
import { dayOf } from '../../../kernel/day.ts'
import { action, done } from '../../../platform/action.ts'
import { dayField, id, oneOf, optionalText, text } from '../../../platform/http/input.ts'
import { newServiceToken } from '../credentials.ts'
import { canManageAccounts } from '../rights.ts'
import { endOfToken } from '../rules/service-token.ts'
import { insertServiceToken } from '../store.ts'
import { MACHINE_ROLES } from '../words.ts'
import { checkBody } from './create-account.ts'

/** The token is in the answer and nowhere else. */
export const issueToken = action({
  name: 'accounts.issue-token',
  right: canManageAccounts,
  input: z.object({
    name: text(100, 'Nhập tên hệ thống dùng khóa, ví dụ Trục liên thông của tỉnh'),
    purpose: optionalText(300).default(''),
    unitId: id('Chọn cơ quan chịu trách nhiệm về khóa'),
    role: oneOf(MACHINE_ROLES, 'Chọn một vai trò'),
    write: z.preprocess((v) => v === true || v === 'co', z.boolean()),
    until: dayField('Nhập ngày hết hạn, ví dụ 31/12/2026'),
  }),
  run: async (ctx, input) => {
    const today = dayOf(ctx.now)
    const ends = endOfToken(today, input.until)
    if (!ends.ok) return ends
    const fits = await checkBody(ctx, input.role, input.unitId, today)
    if (!fits.ok) return fits
    const token = newServiceToken()
    const made = { ...input, id: ctx.newId(), mayWrite: input.write, endsAt: ends.value }
    await insertServiceToken(ctx, made, token)
    return done(
      { id: made.id, name: input.name, token },
      {
        kind: 'accounts.token-issued',
        subject: `token:${made.id}`,
        unit: input.unitId,
        data: { name: input.name, role: input.role, mayWrite: input.write, until: input.until },
      },
    )
  },
})
