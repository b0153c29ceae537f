/** Đổi mật khẩu: the old one first; every other session ends, this one gets another token. */
import { z } from 'zod'
import { refuse, refuseFields } from '../../../kernel/result.ts'
import { action, done } from '../../../platform/action.ts'
import { fitsPassword, hashPassword } from '../credentials.ts'
import { accountFact } from '../entry.ts'
import { canKeepOwnAccount } from '../rights.ts'
import { newPassword, passwordForm } from '../rules/password.ts'
import { closeSessions, findAccount, rotateSession, savePassword } from '../store.ts'

const secret = (missing: string) => z.string({ error: missing }).min(1, missing).max(1000, 'Mật khẩu quá dài')

/** Answers with the token that replaces the session's, null without a session. */
export const changePassword = action({
  name: 'accounts.change-password',
  right: canKeepOwnAccount,
  input: z.object({
    oldPassword: secret('Nhập mật khẩu đang dùng'),
    password: secret('Nhập mật khẩu mới'),
    passwordAgain: secret('Nhập lại mật khẩu mới'),
  }),
  run: async (ctx, input) => {
    const account = await findAccount(ctx.tx, ctx.actor.id)
    if (account === null) return refuse('absent', 'accounts.absent', 'Tài khoản này không còn.')
    if (!(await fitsPassword(account.password_hash, input.oldPassword))) {
      return refuseFields('accounts.password-wrong', { oldPassword: 'Mật khẩu đang dùng chưa đúng, mật khẩu chưa đổi' })
    }
    const chosen = newPassword({ password: input.password, again: input.passwordAgain }, account)
    if (!chosen.ok) return chosen
    if (chosen.value === passwordForm(input.oldPassword)) {
      return refuseFields('accounts.password-same', {
        password: 'Mật khẩu mới giống mật khẩu đang dùng, chọn mật khẩu khác',
      })
    }
    await savePassword(ctx.tx, account.id, await hashPassword(chosen.value), false)
    const closed = await closeSessions(ctx, account.id, 'others')
    const token = await rotateSession(ctx)
    return done({ token, closed }, accountFact('accounts.password-changed', account, { closed }))
  },
})
