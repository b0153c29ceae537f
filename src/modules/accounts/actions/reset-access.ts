/** Cấp lại mật khẩu: a one-time password from the administrator; a lost phone is taken off at the same time when asked. */
import { z } from 'zod'
import { refuse, refuseFields } from '../../../kernel/result.ts'
import { action, done } from '../../../platform/action.ts'
import { id } from '../../../platform/http/input.ts'
import { hashPassword } from '../credentials.ts'
import { accountFact } from '../entry.ts'
import { canManageAccounts } from '../rights.ts'
import { passwordFault } from '../rules/password.ts'
import { closeSessions, dropSecondStep, findAccount, savePassword } from '../store.ts'

/** The holder must choose his own password at the next sign-in before anything else opens. */
export const resetAccess = action({
  name: 'accounts.reset-access',
  right: canManageAccounts,
  input: z.object({
    account: id(),
    password: z.string({ error: 'Nhập mật khẩu dùng một lần' }).max(1000),
    dropSecondStep: z.preprocess((v) => v === '1' || v === true, z.boolean()),
  }),
  run: async (ctx, input) => {
    const account = await findAccount(ctx.tx, input.account)
    if (account === null) return refuse('absent', 'accounts.absent', 'Không có tài khoản này.')
    if (account.sample)
      return refuse('conflict', 'accounts.sample', 'Tài khoản mẫu vào bằng một lần bấm, không có mật khẩu.')
    const fault = passwordFault(input.password, account)
    if (fault !== null) return refuseFields('accounts.password-weak', { password: fault })
    await savePassword(ctx.tx, account.id, await hashPassword(input.password), true)
    if (input.dropSecondStep) await dropSecondStep(ctx.tx, account.id)
    await closeSessions(ctx, account.id, 'all')
    return done(
      { username: account.username, name: account.name },
      {
        ...accountFact('accounts.access-reset', account, { secondStepOff: input.dropSecondStep }),
        unit: account.unit_id,
      },
    )
  },
})
