/** Vào vai người mẫu: one click, sample accounts only, only while the setting `demo` is on. */
import { z } from 'zod'
import { refuse } from '../../../kernel/result.ts'
import { anyone } from '../../../kernel/right.ts'
import { action, done } from '../../../platform/action.ts'
import { id } from '../../../platform/http/input.ts'
import { accountFact, letIn, origin } from '../entry.ts'
import { findAccount } from '../store.ts'
import { demoIsOn } from '../views.ts'

/** Real accounts never get in this way, whatever the setting says. */
export const enterSample = action({
  name: 'accounts.enter-sample',
  right: anyone,
  elevated: true,
  input: z.object({ account: id('Chọn một người mẫu'), ...origin }),
  run: async (ctx, input) => {
    const account = (await demoIsOn(ctx.tx)) ? await findAccount(ctx.tx, input.account) : null
    if (account === null || !account.sample || account.status !== 'dang-dung') {
      return refuse(
        'forbidden',
        'accounts.not-a-sample',
        'Chỉ vào thẳng được bằng tài khoản mẫu khi hệ thống chạy dữ liệu mẫu.',
      )
    }
    return done(
      await letIn(ctx, account, input),
      accountFact('accounts.sample-entered', account, { address: input.address }),
    )
  },
})
