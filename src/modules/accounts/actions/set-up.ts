/** Thiết lập lần đầu: the first administrator, only while there is no account at all. */
import { z } from 'zod'
import { dayOf } from '../../../kernel/day.ts'
import { refuse } from '../../../kernel/result.ts'
import { anyone } from '../../../kernel/right.ts'
import { action, done } from '../../../platform/action.ts'
import { optionalText, text } from '../../../platform/http/input.ts'
import { hashPassword } from '../credentials.ts'
import { accountFact, letIn, origin } from '../entry.ts'
import { newPassword } from '../rules/password.ts'
import { insertAccount, insertGrant, nobodyYet } from '../store.ts'
import { usernameField } from './create-account.ts'

const secret = (missing: string) => z.string({ error: missing }).min(1, missing).max(1000, 'Mật khẩu quá dài')

/** Of two people who set up at once the second is refused. */
export const setUpFirstAdministrator = action({
  name: 'accounts.set-up',
  right: anyone,
  elevated: true,
  input: z.object({
    username: usernameField,
    name: text(100, 'Nhập họ và tên'),
    post: optionalText(100).default(''),
    password: secret('Nhập mật khẩu'),
    passwordAgain: secret('Nhập lại mật khẩu'),
    ...origin,
  }),
  run: async (ctx, input) => {
    if (!(await nobodyYet(ctx.tx))) {
      return refuse('conflict', 'accounts.set-up-done', 'Hệ thống đã có quản trị. Đăng nhập bằng tài khoản được cấp.')
    }
    const chosen = newPassword({ password: input.password, again: input.passwordAgain }, input)
    if (!chosen.ok) return chosen
    const account = { id: ctx.newId(), username: input.username, name: input.name, post: input.post }
    const passwordHash = await hashPassword(chosen.value)
    await insertAccount(ctx, {
      ...account,
      phone: '',
      email: '',
      unitId: null,
      passwordHash,
      mustChange: false,
      sample: false,
    })
    const valid = { from: dayOf(ctx.now), to: null }
    await insertGrant(ctx, { id: ctx.newId(), accountId: account.id, role: 'quan-tri', unitId: null, valid, act: '' })
    const entry = await letIn(ctx, account, input)
    return done(entry, accountFact('accounts.set-up', account, { address: input.address }))
  },
})
