/** Sửa thông tin tài khoản: name, post, contact, home body; rights are not touched. */
import { z } from 'zod'
import { refuse } from '../../../kernel/result.ts'
import { action, done } from '../../../platform/action.ts'
import { id, optionalText, text, whole } from '../../../platform/http/input.ts'
import { findUnit } from '../../organisations/public.ts'
import { canManageAccounts } from '../rights.ts'
import { saveDetails } from '../store.ts'
import { accountDetails } from '../views.ts'
import { optionalUnit } from './create-account.ts'

/** Refuses a stale edit with what stands there now. */
export const changeAccount = action({
  name: 'accounts.change',
  right: canManageAccounts,
  input: z.object({
    account: id(),
    version: whole(),
    name: text(100, 'Nhập họ và tên'),
    post: optionalText(100),
    phone: optionalText(30),
    email: optionalText(100),
    unitId: optionalUnit,
  }),
  run: async (ctx, input) => {
    const before = await accountDetails(ctx.tx, input.account)
    if (before === null) return refuse('absent', 'accounts.absent', 'Không có tài khoản này.')
    if (input.unitId !== null && (await findUnit(ctx.tx, input.unitId)) === null) {
      return refuse('absent', 'accounts.unit-absent', 'Không có cơ quan này trong hệ thống.')
    }
    const { username, version, ...old } = before
    const after = { name: input.name, post: input.post, phone: input.phone, email: input.email, unitId: input.unitId }
    if (!(await saveDetails(ctx.tx, input.account, after, input.version))) {
      const sentence = 'Thông tin này vừa được người khác sửa. Chưa ghi gì; xem giá trị hiện tại rồi sửa lại.'
      return refuse('stale', 'accounts.stale', sentence, { theirs: { ...old, version } })
    }
    return done(
      { username, name: input.name },
      {
        kind: 'accounts.changed',
        subject: `account:${input.account}`,
        unit: input.unitId,
        data: { username, name: input.name, before: old, after },
      },
    )
  },
})
